-- names: every name under which a person (:person, or all with 0) is known: rank 3 from an address book, 2 as they write
-- it themselves, 1 as others do; with the number of months it was seen and the last of them.
SELECT i.person, c.name, 3 AS rank, CAST(COUNT(*) AS BIGINT) AS months, 0 AS latest
FROM card c
JOIN card_identifier m ON m.log = c.log AND m.card = c.key
JOIN identity i ON i.log = m.log AND i.identifier = m.identifier
WHERE c.log = :log AND c.name <> '' AND (:person = 0 OR i.person = :person)
GROUP BY i.person, c.name
UNION ALL
SELECT i.person, a.name, 1 + MAX(a.own) AS rank, CAST(COUNT(*) AS BIGINT) AS months, MAX(a.month) AS latest
FROM alias a
JOIN identity i ON i.log = a.log AND i.identifier = a.identifier
WHERE a.log = :log AND (:person = 0 OR i.person = :person)
GROUP BY i.person, a.name
ORDER BY 1, 3, 4, 5, 2
