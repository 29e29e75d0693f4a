-- nobody: the persons that are no person: addresses of machines only, and addresses of mailing lists.
SELECT i.person
FROM identity i
JOIN identifier n ON n.log = i.log AND n.key = i.identifier
WHERE i.log = :log
GROUP BY i.person
HAVING MIN(n.automatic) = 1
UNION
SELECT i.person FROM place p JOIN identity i ON i.log = p.log AND i.identifier = p.address WHERE p.log = :log
ORDER BY 1
