-- beside: for every person, identifiers on cards of theirs that are not theirs: a switchboard, a home telephone.
SELECT DISTINCT i.person, n.text
FROM card_identifier m
JOIN identity i ON i.log = m.log AND i.identifier = m.identifier
JOIN card_identifier o ON o.log = m.log AND o.card = m.card AND o.identifier <> m.identifier
JOIN identity io ON io.log = o.log AND io.identifier = o.identifier
JOIN identifier n ON n.log = o.log AND n.key = o.identifier
WHERE m.log = :log AND io.person <> i.person
ORDER BY i.person, n.text
