-- agenda: who comes to the meetings of the person :ego from day :since up to day :until. This is the only query that
-- looks ahead of as_of; its rows go to the planning of moves and to today, never into a tie.
SELECT m.key, m.seconds, m.duration, m.recipients, y.person, COALESCE(t.text, '') AS title
FROM latest m
CROSS JOIN participant q
CROSS JOIN identity y
LEFT JOIN title t ON t.log = m.log AND t.revision = m.revision
WHERE q.log = m.log AND q.revision = m.revision AND q.answer <> 3
  AND y.log = q.log AND y.identifier = q.identifier AND m.log = :log AND m.day >= :since AND m.day <= :until AND m.channel IN (2, 5) AND m.status = 1 AND y.person <> :ego
  AND EXISTS (
        SELECT 1 FROM participant p
        JOIN identity x ON x.log = p.log AND x.identifier = p.identifier
        WHERE p.log = m.log AND p.revision = m.revision AND x.person = :ego AND p.answer <> 3)
ORDER BY m.seconds, m.key, y.person
