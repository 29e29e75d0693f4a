-- held_cards: what the cards of a person say.
SELECT DISTINCT c.name, c.organisation, c.position
FROM card c
JOIN card_identifier m ON m.log = c.log AND m.card = c.key
JOIN identity i ON i.log = m.log AND i.identifier = m.identifier
WHERE c.log = :log AND i.person = :person
ORDER BY c.name, c.organisation, c.position
