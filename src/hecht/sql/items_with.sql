-- items_with: every mail, meeting, call, chat day and visit of at most 25 people up to :as_of in which :person took part,
-- with everybody else who did, in time. sender = 1 for who sent or organised it.
WITH theirs AS (
  SELECT DISTINCT p.revision
  FROM identity x
  CROSS JOIN participant p
  WHERE x.log = :log AND x.person = :person AND p.log = x.log AND p.identifier = x.identifier AND p.answer <> 3
)
SELECT l.key, l.thread, l.seconds, l.day, l.channel, l.duration, l.recipients, l.relation, l.friction,
       COALESCE(t.text, '') AS title, y.person, MAX(CASE WHEN q.role IN (1, 4) THEN 1 ELSE 0 END) AS sender
FROM theirs r
CROSS JOIN latest l
CROSS JOIN participant q
CROSS JOIN identity y
LEFT JOIN title t ON t.log = l.log AND t.revision = l.revision
WHERE l.log = :log AND l.revision = r.revision AND l.day <= :as_of AND l.status = 1 AND l.suspect = 0
  AND l.recipients >= 1 AND l.recipients <= 24
  AND q.log = l.log AND q.revision = l.revision AND q.answer <> 3
  AND y.log = q.log AND y.identifier = q.identifier
GROUP BY l.key, l.thread, l.seconds, l.day, l.channel, l.duration, l.recipients, l.relation, l.friction,
         COALESCE(t.text, ''), y.person
ORDER BY l.seconds, l.key, y.person
