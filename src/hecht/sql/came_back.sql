-- came_back: what came of contact between :ego and :person after :since up to :until, by channel: what :person sent, and how
-- often the two were together (or chatted).
SELECT c.channel,
       CAST(SUM(CASE WHEN c.a = m.identifier THEN c.received ELSE c.sent END) AS BIGINT) AS received,
       CAST(SUM(c.together) AS BIGINT) AS together
FROM identity m
CROSS JOIN identity i
CROSS JOIN contact c
WHERE m.log = :log AND m.person = :ego AND i.log = :log AND i.person = :person AND c.log = :log
  AND c.a = CASE WHEN m.identifier < i.identifier THEN m.identifier ELSE i.identifier END
  AND c.b = CASE WHEN m.identifier < i.identifier THEN i.identifier ELSE m.identifier END
  AND c.day > :since AND c.day <= :until
GROUP BY c.channel
ORDER BY c.channel
