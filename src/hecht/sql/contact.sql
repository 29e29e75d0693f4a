-- contact: per pair of identifiers (a < b), day and channel how much contact the interactions in `chosen` gave.
-- Mail and calls: the sender with each recipient, when at most 5. Meetings, visits and chats: every two people who did
-- not decline, when at most 8 (7 besides the organiser) and the ego, if invited, accepted. sent: from a to b.
-- CROSS JOIN keeps the order of the joins: from the few chosen to their participants.
-- opened: begun without a reply to something. together: meetings, visits, chat days. direct: nobody else took part.
WITH item AS (
  SELECT i.revision, i.day, i.channel, i.recipients, i.reply_to, i.relation
  FROM chosen c
  CROSS JOIN interaction i
  WHERE i.log = :log AND i.revision = c.revision
    AND i.status = 1 AND i.suspect = 0 AND i.recipients > 0
    AND ((i.channel IN (1, 3) AND i.recipients <= 5) OR (i.channel IN (2, 4, 5) AND i.recipients <= 7))
), pair AS (
  SELECT CASE WHEN s.identifier < r.identifier THEN s.identifier ELSE r.identifier END AS a,
         CASE WHEN s.identifier < r.identifier THEN r.identifier ELSE s.identifier END AS b,
         i.day, i.channel, i.recipients, i.relation,
         CASE WHEN s.identifier < r.identifier THEN 1 ELSE 0 END AS sent,
         CASE WHEN s.identifier < r.identifier THEN 0 ELSE 1 END AS received,
         CASE WHEN i.reply_to = 0 THEN 1 ELSE 0 END AS opened,
         0 AS together
  FROM item i
  CROSS JOIN participant s
  CROSS JOIN participant r
  WHERE s.log = :log AND s.revision = i.revision AND s.role = 1
    AND r.log = :log AND r.revision = i.revision AND r.role IN (2, 3)
    AND i.channel IN (1, 3) AND s.identifier <> r.identifier
  UNION ALL
  SELECT p.identifier AS a, q.identifier AS b, i.day, i.channel, i.recipients, i.relation,
         0 AS sent, 0 AS received, 0 AS opened, 1 AS together
  FROM item i
  CROSS JOIN participant p
  CROSS JOIN participant q
  WHERE p.log = :log AND p.revision = i.revision AND p.answer <> 3
    AND q.log = :log AND q.revision = i.revision AND q.answer <> 3
    AND i.channel IN (2, 4, 5) AND p.identifier < q.identifier
    AND NOT EXISTS (
          SELECT 1 FROM participant m
          JOIN ego e ON e.log = m.log AND e.identifier = m.identifier
          WHERE m.log = :log AND m.revision = i.revision AND m.role = 5 AND m.answer <> 1)
)
SELECT x.a, x.b, x.day, x.channel,
       CAST(SUM(x.sent) AS BIGINT) AS sent,
       CAST(SUM(x.received) AS BIGINT) AS received,
       CAST(SUM(x.sent * x.opened) AS BIGINT) AS opened_a,
       CAST(SUM(x.received * x.opened) AS BIGINT) AS opened_b,
       CAST(SUM(x.together) AS BIGINT) AS together,
       CAST(SUM(CASE WHEN x.recipients = 1 THEN 1 ELSE 0 END) AS BIGINT) AS direct,
       CAST(SUM(CASE WHEN x.relation IS NULL THEN 0 ELSE 1 END) AS BIGINT) AS known,
       CAST(SUM(CASE WHEN x.relation IS NULL THEN 0 ELSE x.relation END) AS BIGINT) AS relation
FROM pair x
GROUP BY x.a, x.b, x.day, x.channel
