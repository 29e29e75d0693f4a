-- held_records: what was recorded of collaborations about a person, taken back or not, with the name of the collaboration.
SELECT DISTINCT COALESCE((SELECT MAX(c.value) FROM record c WHERE c.log = r.log AND c.whole = r.whole AND c.kind = 'collaboration'), '') AS whole,
       r.kind, r.value, r.since, r.until, r.seconds, r.id
FROM record r
JOIN identity i ON i.log = r.log AND (i.identifier = r.about OR i.identifier = r.other)
WHERE r.log = :log AND i.person = :person
ORDER BY r.seconds, r.id
