-- held_topics: the stems of titles of what a person took part in.
SELECT DISTINCT s.stem
FROM identity i
JOIN participant p ON p.log = i.log AND p.identifier = i.identifier
JOIN stem s ON s.log = p.log AND s.revision = p.revision
WHERE i.log = :log AND i.person = :person
ORDER BY s.stem
