-- derived_contact: the whole derived table of contact, to compare with what the log gives.
SELECT c.a, c.b, c.day, c.channel, c.sent, c.received, c.opened_a, c.opened_b, c.together, c.direct, c.known, c.relation
FROM contact c
WHERE c.log = :log
ORDER BY c.a, c.b, c.day, c.channel
