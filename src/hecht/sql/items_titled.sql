-- items_titled: every mail, meeting, call, chat day and visit of at most 25 people up to :as_of whose title has the topic
-- stem :stem, with everybody who took part, in time; columns as in `items_with`.
SELECT l.key, l.thread, l.seconds, l.day, l.channel, l.duration, l.recipients, l.relation, l.friction,
       COALESCE(t.text, '') AS title, y.person, MAX(CASE WHEN q.role IN (1, 4) THEN 1 ELSE 0 END) AS sender
FROM stem s
CROSS JOIN latest l
CROSS JOIN participant q
CROSS JOIN identity y
LEFT JOIN title t ON t.log = l.log AND t.revision = l.revision
WHERE s.log = :log AND s.stem = :stem AND l.log = s.log AND l.revision = s.revision
  AND l.day <= :as_of AND l.status = 1 AND l.suspect = 0 AND l.recipients >= 1 AND l.recipients <= 24
  AND q.log = l.log AND q.revision = l.revision AND q.answer <> 3
  AND y.log = q.log AND y.identifier = q.identifier
GROUP BY l.key, l.thread, l.seconds, l.day, l.channel, l.duration, l.recipients, l.relation, l.friction,
         COALESCE(t.text, ''), y.person
ORDER BY l.seconds, l.key, y.person
