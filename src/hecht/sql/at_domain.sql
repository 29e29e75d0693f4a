-- at_domain: everybody with an address of :domain or of a part of it.
SELECT DISTINCT i.person
FROM identifier n
JOIN identity i ON i.log = n.log AND i.identifier = n.key
WHERE n.log = :log AND (n.text LIKE '%@' || :domain OR n.text LIKE '%.' || :domain)
ORDER BY 1
