-- person_of: which person each identifier belongs to that the user stated something of :kind about.
SELECT DISTINCT s.identifier, i.person
FROM said s
JOIN identity i ON i.log = s.log AND i.identifier = s.identifier
WHERE s.log = :log AND s.kind = :kind AND s.undone = 0
ORDER BY 1
