-- held_said: what the user stated about a person, taken back or not.
SELECT DISTINCT s.kind, s.value, s.seconds, s.id
FROM said s
JOIN identity i ON i.log = s.log AND (i.identifier = s.identifier OR i.identifier = s.other)
WHERE s.log = :log AND i.person = :person
ORDER BY s.seconds, s.id
