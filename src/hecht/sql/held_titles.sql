-- held_titles: the titles of what a person took part in.
SELECT DISTINCT t.text
FROM identity i
JOIN participant p ON p.log = i.log AND p.identifier = i.identifier
JOIN title t ON t.log = p.log AND t.revision = p.revision
WHERE i.log = :log AND i.person = :person
ORDER BY t.text
