-- matters: what titles with others were about after :since up to :as_of: a row a person (:ego left out), title and whether it
-- was in small company (near: a mail to at most 5
-- between the two, not with both in the copy; another item of at most 8 people), with how often, and the first and last day.
-- What comes from the sources :silent ('|root|root|') alone is left out.
WITH item AS (
  SELECT y.person, t.text, CASE WHEN l.recipients > CASE WHEN l.channel = 1 THEN 5 ELSE 7 END THEN 0
              WHEN l.channel <> 1 OR q.role = 1 OR EXISTS (
                SELECT 1 FROM participant m
                JOIN identity x ON x.log = m.log AND x.identifier = m.identifier
                WHERE m.log = l.log AND m.revision = l.revision AND m.role = 1 AND x.person = :ego) THEN 1
              ELSE 0 END AS near,
         l.key, l.day, l.revision
  FROM latest l
  CROSS JOIN title t
  CROSS JOIN participant q
  CROSS JOIN identity y
  WHERE l.log = :log AND l.channel IN (1, 2, 3, 4, 5) AND l.day > :since AND l.day <= :as_of
    AND l.status = 1 AND l.suspect = 0 AND l.recipients <= 60
    AND t.log = l.log AND t.revision = l.revision
    AND q.log = l.log AND q.revision = l.revision AND q.answer <> 3
    AND y.log = q.log AND y.identifier = q.identifier AND y.person <> :ego
    AND (:silent = '' OR EXISTS (
          SELECT 1 FROM origin o
          JOIN source f ON f.log = o.log AND f.key = o.source
          WHERE o.log = l.log AND o.revision = l.revision AND NOT :silent LIKE '%|' || f.root || '|%'))
)
SELECT i.person, i.text, i.near, CAST(COUNT(DISTINCT i.key) AS BIGINT) AS times, MIN(i.day) AS first_day,
       MAX(i.day) AS last_day, MIN(i.revision) AS revision
FROM item i
GROUP BY i.person, i.text, i.near
ORDER BY i.person, i.text, i.near
