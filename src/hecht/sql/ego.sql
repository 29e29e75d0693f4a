-- ego: the person that the user is; no person (NULL) when it is not known whose log this is.
SELECT MIN(i.person) AS person
FROM ego e
JOIN identity i ON i.log = e.log AND i.identifier = e.identifier
WHERE e.log = :log
