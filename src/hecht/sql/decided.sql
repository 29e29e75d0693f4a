-- decided: everything the user stated, also what was undone since, the last first.
SELECT s.seconds, s.kind, s.undone, s.identifier, s.other, s.value, s.since, s.until
FROM said s
WHERE s.log = :log
ORDER BY s.seconds DESC, s.kind, s.identifier, s.other
