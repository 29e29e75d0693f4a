-- derived_identity: the whole derived table of who is who, to compare with what the log gives.
SELECT i.identifier, i.person
FROM identity i
WHERE i.log = :log
ORDER BY i.identifier
