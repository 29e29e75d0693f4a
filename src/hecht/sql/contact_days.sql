-- contact_days: every day on which two people (numbers of the table who, a < b) had contact after :since up to :until: how many
-- contacts, how many of them days of chat, how many went from a to b and from b to a (a meeting, visit or day of chat goes both
-- ways), and of how many the relation part is known, and its sum; from `contact`.
SELECT CASE WHEN x.number < y.number THEN x.number ELSE y.number END AS a,
       CASE WHEN x.number < y.number THEN y.number ELSE x.number END AS b,
       c.day,
       CAST(SUM(c.sent + c.received + c.together) AS BIGINT) AS contacts,
       CAST(SUM(CASE WHEN c.channel = 4 THEN c.sent + c.received + c.together ELSE 0 END) AS BIGINT) AS chats,
       CAST(SUM(CASE WHEN x.number < y.number THEN c.sent ELSE c.received END + c.together) AS BIGINT) AS forth,
       CAST(SUM(CASE WHEN x.number < y.number THEN c.received ELSE c.sent END + c.together) AS BIGINT) AS back,
       CAST(SUM(c.known) AS BIGINT) AS known,
       CAST(SUM(c.relation) AS BIGINT) AS relation
FROM contact c
JOIN who x ON x.identifier = c.a
JOIN who y ON y.identifier = c.b
WHERE c.log = :log AND c.day > :since AND c.day <= :until AND x.number <> y.number
GROUP BY CASE WHEN x.number < y.number THEN x.number ELSE y.number END,
         CASE WHEN x.number < y.number THEN y.number ELSE x.number END,
         c.day
