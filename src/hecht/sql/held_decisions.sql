-- held_decisions: what the user decided about suggestions of a person.
SELECT d.kind, d.verdict, d.because
FROM decision d
JOIN identity i ON i.log = d.log AND i.identifier = d.identifier
WHERE d.log = :log AND i.person = :person
ORDER BY d.seconds, d.kind, d.verdict
