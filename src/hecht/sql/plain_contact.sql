-- plain_contact: what `contact` gives of a plain log, for days after :since up to :until, from the table line (what
-- `plain_lines` gives). Rows of mail with equal seconds, sender and thread are one message; nothing is known of replies. The
-- relation part of meetings, calls and visits without a title is that of core.occasion: by how many there were, and when.
WITH whole AS (
  SELECT l.item, l.seconds, l.thread, l.day, l.channel, l.duration, l.sender, l.receiver
  FROM line l
  WHERE l.day > :since AND l.day <= :until AND l.sender <> l.receiver
  GROUP BY l.item, l.seconds, l.thread, l.day, l.channel, l.duration, l.sender, l.receiver
), sized AS (
  SELECT l.item, l.seconds, l.thread, l.day, l.channel, l.duration, l.sender, l.receiver,
         COUNT(*) OVER (PARTITION BY l.item, l.seconds, l.thread, l.channel, l.sender) AS recipients
  FROM whole l
), few AS (
  SELECT z.item, z.seconds, z.day, z.channel, z.sender, z.receiver, z.recipients,
         CASE WHEN z.channel IN (1, 4) OR (z.channel = 2 AND z.recipients > 1) THEN NULL
              ELSE CASE WHEN z.recipients <= 1 THEN 50 WHEN z.recipients <= 3 THEN 25 ELSE 10 END
                   + CASE WHEN z.channel = 5 THEN 10 ELSE 0 END
                   + CASE WHEN z.recipients <= 2 AND z.duration > 0 AND z.duration < 86400 AND
                            (z.seconds % 86400 >= 64800 OR (z.seconds % 86400 >= 43200 AND z.seconds % 86400 < 50400)
                             OR (z.day + 3) % 7 >= 5) THEN 10 ELSE 0 END
                   + CASE WHEN z.recipients <= 2 AND z.channel = 5 AND z.duration >= 10800 AND z.duration < 86400
                          THEN 10 ELSE 0 END
         END AS relation
  FROM sized z
  WHERE (z.channel IN (1, 3) AND z.recipients <= 5) OR (z.channel IN (2, 4, 5) AND z.recipients <= 7)
), pair AS (
  SELECT CASE WHEN f.sender < f.receiver THEN f.sender ELSE f.receiver END AS a,
         CASE WHEN f.sender < f.receiver THEN f.receiver ELSE f.sender END AS b,
         f.day, f.channel, f.recipients, f.relation,
         CASE WHEN f.channel IN (1, 3) AND f.sender < f.receiver THEN 1 ELSE 0 END AS sent,
         CASE WHEN f.channel IN (1, 3) AND f.sender > f.receiver THEN 1 ELSE 0 END AS received,
         CASE WHEN f.channel IN (1, 3) THEN 0 ELSE 1 END AS together
  FROM few f
  UNION ALL
  SELECT f.receiver AS a, g.receiver AS b, f.day, f.channel, f.recipients, f.relation, 0 AS sent, 0 AS received, 1 AS together
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
       CAST(SUM(CASE WHEN x.relation IS NULL THEN 0 ELSE 1 END) AS BIGINT) AS known,
       CAST(SUM(CASE WHEN x.relation IS NULL THEN 0 ELSE x.relation END) AS BIGINT) AS relation
FROM pair x
GROUP BY x.a, x.b, x.day, x.channel
