-- matters: what titles with others were about after :since up to :as_of: a row a person (:ego left out), title and whether it
-- was in small company (near: a mail to at most 5, another item of at most 8 people), with how often, and the first and last day.
-- What comes from the sources :silent ('|root|root|') alone is left out.
SELECT y.person, t.text, CASE WHEN l.recipients <= CASE WHEN l.channel = 1 THEN 5 ELSE 7 END THEN 1 ELSE 0 END AS near,
       CAST(COUNT(DISTINCT l.key) AS BIGINT) AS times, MIN(l.day) AS first_day, MAX(l.day) AS last_day,
       MIN(l.revision) AS revision
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
GROUP BY y.person, t.text, CASE WHEN l.recipients <= CASE WHEN l.channel = 1 THEN 5 ELSE 7 END THEN 1 ELSE 0 END
ORDER BY y.person, t.text, 3
