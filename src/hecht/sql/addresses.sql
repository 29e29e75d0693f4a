-- addresses: the identifiers of a person (:person, or all with 0), and the organisation that an address book states.
SELECT i.person, n.text,
       COALESCE((SELECT MAX(c.organisation) FROM card_identifier m
                 JOIN card c ON c.log = m.log AND c.key = m.card
                 WHERE m.log = i.log AND m.identifier = i.identifier), '') AS organisation
FROM identity i
JOIN identifier n ON n.log = i.log AND n.key = i.identifier
WHERE i.log = :log AND (:person = 0 OR i.person = :person)
ORDER BY i.person, n.text
