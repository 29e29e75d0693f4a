-- held_sources: the files from which something of a person came.
SELECT DISTINCT f.path
FROM identity i
JOIN participant p ON p.log = i.log AND p.identifier = i.identifier
JOIN origin o ON o.log = p.log AND o.revision = p.revision
JOIN source f ON f.log = o.log AND f.key = o.source
WHERE i.log = :log AND i.person = :person
ORDER BY f.path
