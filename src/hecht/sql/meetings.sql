-- meetings: the meetings and visits of at most 25 people after :since up to :as_of, each with its title and everybody who
-- took part, in time.
SELECT l.key, l.thread, l.day, COALESCE(t.text, '') AS title, y.person
FROM latest l
CROSS JOIN participant q
CROSS JOIN identity y
LEFT JOIN title t ON t.log = l.log AND t.revision = l.revision
WHERE l.log = :log AND l.channel IN (2, 5) AND l.day > :since AND l.day <= :as_of AND l.status = 1
  AND l.recipients >= 1 AND l.recipients <= 24
  AND q.log = l.log AND q.revision = l.revision AND q.answer <> 3
  AND y.log = q.log AND y.identifier = q.identifier
GROUP BY l.key, l.thread, l.day, COALESCE(t.text, ''), y.person
ORDER BY l.day, l.key, y.person
