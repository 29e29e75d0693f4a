-- held_said: what the user stated about a person, taken back or not.
SELECT s.kind, s.value
FROM said s
JOIN identity i ON i.log = s.log AND i.identifier = s.identifier
WHERE s.log = :log AND i.person = :person
ORDER BY s.seconds, s.id
