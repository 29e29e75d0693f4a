-- copresence: per pair of persons (a < b) on how many days after :since up to :as_of both were in one mail or meeting that
-- is no contact between them: fellow recipients, mail to 6-24 people, meetings of 9-25 people; with the weight of those
-- days (see `graph` for :pace). Larger circles are places and say nothing of a pair.
WITH item AS (
  SELECT l.revision, l.day, l.channel, l.recipients
  FROM latest l
  WHERE l.log = :log AND l.day > :since AND l.day <= :as_of AND l.status = 1 AND l.suspect = 0
    AND l.recipients > 1 AND l.recipients <= 24 AND (l.channel = 1 OR (l.channel IN (2, 5) AND l.recipients > 7))
    AND NOT EXISTS (
          SELECT 1 FROM participant m
          JOIN ego e ON e.log = m.log AND e.identifier = m.identifier
          WHERE m.log = l.log AND m.revision = l.revision AND m.role = 5 AND m.answer <> 1)
), beside AS (
  SELECT CASE WHEN x.person < y.person THEN x.person ELSE y.person END AS a,
         CASE WHEN x.person < y.person THEN y.person ELSE x.person END AS b,
         i.day
  FROM item i
  CROSS JOIN participant p
  CROSS JOIN participant q
  CROSS JOIN identity x
  CROSS JOIN identity y
  WHERE p.log = :log AND p.revision = i.revision AND p.answer <> 3
    AND q.log = :log AND q.revision = i.revision AND q.answer <> 3 AND p.identifier < q.identifier
    AND x.log = :log AND x.identifier = p.identifier AND y.log = :log AND y.identifier = q.identifier
    AND x.person <> y.person AND (i.recipients > 5 OR i.channel <> 1 OR (p.role <> 1 AND q.role <> 1))
  GROUP BY CASE WHEN x.person < y.person THEN x.person ELSE y.person END,
           CASE WHEN x.person < y.person THEN y.person ELSE x.person END,
           i.day
)
SELECT s.a, s.b, MAX(s.day) AS last_day, CAST(COUNT(*) AS BIGINT) AS days,
       CAST(SUM(COALESCE(w.weight, 0)) AS BIGINT) AS weight
FROM beside s
LEFT JOIN decay w ON w.slow = 1 AND w.age = :pace * (:as_of - s.day)
GROUP BY s.a, s.b
ORDER BY s.a, s.b
