-- stems_person: the topic stems of titles that :person and :ego shared among at most eight people after :since up to
-- :as_of, in time.
SELECT s.stem, l.day, t.text
FROM identity y
CROSS JOIN participant q
CROSS JOIN latest l
CROSS JOIN title t
CROSS JOIN stem s
WHERE y.log = :log AND y.person = :person
  AND q.log = y.log AND q.identifier = y.identifier
  AND l.log = q.log AND l.revision = q.revision
  AND l.day > :since AND l.day <= :as_of AND l.recipients <= 7 AND l.status = 1
  AND t.log = l.log AND t.revision = l.revision
  AND s.log = l.log AND s.revision = l.revision
  AND EXISTS (
        SELECT 1 FROM participant m
        JOIN identity x ON x.log = m.log AND x.identifier = m.identifier
        WHERE m.log = l.log AND m.revision = l.revision AND x.person = :ego)
ORDER BY l.seconds, l.key, s.stem
