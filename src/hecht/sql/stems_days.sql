-- stems_days: the topic stems of titles among at most eight people after :since up to :as_of, in time, each with its title,
-- who took part and the day. A series of meetings that was going on before is nothing new.
SELECT y.person, s.stem, t.text, l.day
FROM latest l
CROSS JOIN title t
CROSS JOIN participant q
CROSS JOIN identity y
CROSS JOIN stem s
WHERE l.log = :log AND l.channel IN (1, 2, 3, 4, 5) AND l.day > :since AND l.day <= :as_of AND l.recipients <= 7 AND l.status = 1
  AND q.log = l.log AND q.revision = l.revision
  AND y.log = q.log AND y.identifier = q.identifier AND y.person <> :ego
  AND t.log = l.log AND t.revision = l.revision
  AND s.log = l.log AND s.revision = l.revision
  AND NOT (l.channel = 2 AND l.thread <> 0 AND EXISTS (
        SELECT 1 FROM interaction e WHERE e.log = l.log AND e.thread = l.thread AND e.day <= :since))
ORDER BY l.seconds, l.key, y.person, s.stem
