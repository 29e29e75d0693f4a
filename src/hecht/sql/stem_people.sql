-- stem_people: by stem and person with whom :ego shared titles among at most eight people after :since up to :as_of, the
-- days on which they did. What stands in fewer than :fewest titles is left out: a series of its own is no topic.
WITH shared AS (
  SELECT s.stem, y.person, l.day, t.text
  FROM latest l
  CROSS JOIN stem s
  CROSS JOIN title t
  CROSS JOIN participant q
  CROSS JOIN identity y
  WHERE l.log = :log AND l.channel IN (1, 2, 3, 4, 5) AND l.day > :since AND l.day <= :as_of AND l.recipients <= 7 AND l.status = 1
    AND s.log = l.log AND s.revision = l.revision
    AND t.log = l.log AND t.revision = l.revision
    AND q.log = l.log AND q.revision = l.revision
    AND y.log = q.log AND y.identifier = q.identifier AND y.person <> :ego
)
SELECT d.stem, d.person, CAST(COUNT(DISTINCT d.day) AS BIGINT) AS days
FROM shared d
WHERE d.stem IN (SELECT e.stem FROM shared e GROUP BY e.stem HAVING COUNT(DISTINCT e.text) >= :fewest)
GROUP BY d.stem, d.person
ORDER BY d.stem, d.person
