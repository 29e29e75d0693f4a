-- said: what the user stated of :kind and did not take back, oldest first.
SELECT s.id, s.seconds, s.identifier, s.other, s.value, s.since, s.until
FROM said s
WHERE s.log = :log AND s.kind = :kind AND s.undone = 0
ORDER BY s.seconds, s.id
