-- plain_contact: what `contact` gives of a plain log, for days after :since up to :until, from the table line (what
-- `plain_lines` gives). Rows of mail with equal seconds, sender and thread are one message; nothing is known of replies and
-- of tone.
WITH whole AS (
  SELECT l.item, l.seconds, l.thread, l.day, l.channel, l.sender, l.receiver
  FROM line l
  WHERE l.day > :since AND l.day <= :until AND l.sender <> l.receiver
  GROUP BY l.item, l.seconds, l.thread, l.day, l.channel, l.sender, l.receiver
), sized AS (
  SELECT l.item, l.seconds, l.thread, l.day, l.channel, l.sender, l.receiver,
         COUNT(*) OVER (PARTITION BY l.item, l.seconds, l.thread, l.channel, l.sender) AS recipients
  FROM whole l
), few AS (
  SELECT z.item, z.seconds, z.day, z.channel, z.sender, z.receiver, z.recipients
  FROM sized z
  WHERE (z.channel IN (1, 3) AND z.recipients <= 5) OR (z.channel IN (2, 4, 5) AND z.recipients <= 7)
), pair AS (
  SELECT CASE WHEN f.sender < f.receiver THEN f.sender ELSE f.receiver END AS a,
         CASE WHEN f.sender < f.receiver THEN f.receiver ELSE f.sender END AS b,
         f.day, f.channel, f.recipients,
         CASE WHEN f.channel IN (1, 3) AND f.sender < f.receiver THEN 1 ELSE 0 END AS sent,
         CASE WHEN f.channel IN (1, 3) AND f.sender > f.receiver THEN 1 ELSE 0 END AS received,
         CASE WHEN f.channel IN (1, 3) THEN 0 ELSE 1 END AS together
  FROM few f
  UNION ALL
  SELECT f.receiver AS a, g.receiver AS b, f.day, f.channel, f.recipients, 0 AS sent, 0 AS received, 1 AS together
  FROM few f
  JOIN few g ON g.item = f.item AND g.seconds = f.seconds AND g.sender = f.sender
  WHERE f.channel IN (2, 4, 5) AND g.channel IN (2, 4, 5) AND f.receiver < g.receiver
)
SELECT x.a, x.b, x.day, x.channel,
       CAST(SUM(x.sent) AS BIGINT) AS sent,
       CAST(SUM(x.received) AS BIGINT) AS received,
       CAST(SUM(x.sent) AS BIGINT) AS opened_a,
       CAST(SUM(x.received) AS BIGINT) AS opened_b,
       CAST(SUM(x.together) AS BIGINT) AS together,
       CAST(SUM(CASE WHEN x.recipients = 1 THEN 1 ELSE 0 END) AS BIGINT) AS direct,
       CAST(0 AS BIGINT) AS known,
       CAST(0 AS BIGINT) AS relation
FROM pair x
GROUP BY x.a, x.b, x.day, x.channel
