-- series: who sat with :ego in which series of at least three meetings of 4 to 25 people after :since up to :as_of, with the
-- day of the last of them.
WITH held AS (
  SELECT l.thread, l.revision, l.day
  FROM latest l
  CROSS JOIN participant m
  CROSS JOIN identity x
  WHERE l.log = :log AND l.channel IN (2, 5) AND l.day > :since AND l.day <= :as_of AND l.status = 1
    AND l.recipients >= 3 AND l.recipients <= 24 AND l.thread <> 0
    AND m.log = l.log AND m.revision = l.revision AND m.answer <> 3
    AND x.log = m.log AND x.identifier = m.identifier AND x.person = :ego
), whole AS (
  SELECT h.thread, MAX(h.day) AS last_day FROM held h GROUP BY h.thread HAVING COUNT(DISTINCT h.day) >= 3
)
SELECT w.thread, w.last_day, COALESCE(MAX(t.text), '') AS title, y.person
FROM whole w
JOIN held h ON h.thread = w.thread
JOIN participant q ON q.log = :log AND q.revision = h.revision AND q.answer <> 3
JOIN identity y ON y.log = q.log AND y.identifier = q.identifier
LEFT JOIN title t ON t.log = :log AND t.revision = h.revision
WHERE w.last_day <= :ended AND y.person <> :ego
GROUP BY w.thread, w.last_day, y.person
ORDER BY w.thread, y.person
