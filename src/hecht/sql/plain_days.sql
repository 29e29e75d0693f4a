-- plain_days: what `contact_days` gives of a plain log, for days after :since up to :until, from the table line (what
-- `plain_lines` gives). Lines with equal item, seconds and sender are one message. Few messages have more than one: only lines
-- that share their second and sender with another are looked at further, and counted exactly only where it may tell (a mail
-- of at most five lines has at most five recipients, and its relation part is not known). The relation part of meetings,
-- calls and visits without a title is that of core.occasion: by how many there were, and when. One's mail to oneself is nothing.
WITH shared AS (
  SELECT l.seconds, l.sender, COUNT(*) AS lines
  FROM line l
  WHERE l.day > :since AND l.day <= :until AND l.sender <> l.receiver
  GROUP BY l.seconds, l.sender
  HAVING COUNT(*) > 1
), marked AS (
  SELECT l.item, l.seconds, l.day, l.channel, l.duration, l.sender, l.receiver, s.lines
  FROM line l
  LEFT JOIN shared s ON s.seconds = l.seconds AND s.sender = l.sender
  WHERE l.day > :since AND l.day <= :until AND l.sender <> l.receiver
), several AS (
  SELECT m.item, m.seconds, m.day, m.channel, m.duration, m.sender, m.receiver, m.lines
  FROM marked m
  WHERE m.lines IS NOT NULL
  GROUP BY m.item, m.seconds, m.day, m.channel, m.duration, m.sender, m.receiver, m.lines
), sized AS (
  SELECT v.item, v.seconds, v.sender, COUNT(*) AS recipients
  FROM several v
  WHERE v.channel <> 1 OR v.lines > 5
  GROUP BY v.item, v.seconds, v.sender
  HAVING COUNT(*) <= 7
), few AS (
  SELECT v.item, v.seconds, v.day, v.channel, v.duration, v.sender, v.receiver, z.recipients
  FROM several v
  JOIN sized z ON z.item = v.item AND z.seconds = v.seconds AND z.sender = v.sender
  WHERE (v.channel <> 1 OR v.lines > 5) AND (z.recipients <= 5 OR v.channel IN (2, 4, 5))
), pair AS (
  SELECT m.sender AS p, m.receiver AS q, m.seconds, m.day, m.channel, m.duration, 1 AS recipients
  FROM marked m
  WHERE m.lines IS NULL
  UNION ALL
  SELECT v.sender AS p, v.receiver AS q, v.seconds, v.day, v.channel, v.duration, v.lines AS recipients
  FROM several v
  WHERE v.channel = 1 AND v.lines <= 5
  UNION ALL
  SELECT f.sender AS p, f.receiver AS q, f.seconds, f.day, f.channel, f.duration, f.recipients
  FROM few f
  UNION ALL
  SELECT f.receiver AS p, g.receiver AS q, f.seconds, f.day, f.channel, f.duration, f.recipients
  FROM few f
  JOIN few g ON g.item = f.item AND g.seconds = f.seconds AND g.sender = f.sender
  WHERE f.channel IN (2, 4, 5) AND g.channel IN (2, 4, 5) AND f.receiver < g.receiver
), contact AS (
  SELECT CASE WHEN x.p < x.q THEN x.p ELSE x.q END AS a,
         CASE WHEN x.p < x.q THEN x.q ELSE x.p END AS b,
         x.day, x.channel,
         CASE WHEN x.p < x.q OR x.channel IN (2, 4, 5) THEN 1 END AS forth,
         CASE WHEN x.p > x.q OR x.channel IN (2, 4, 5) THEN 1 END AS back,
         CASE WHEN x.channel IN (1, 4) OR (x.channel = 2 AND x.recipients > 1) THEN NULL
              ELSE CASE WHEN x.recipients <= 1 THEN 50 WHEN x.recipients <= 3 THEN 25 ELSE 10 END
                   + CASE WHEN x.channel = 5 THEN 10 ELSE 0 END
                   + CASE WHEN x.recipients <= 2 AND x.duration > 0 AND x.duration < 86400 AND
                            (x.seconds % 86400 >= 64800 OR (x.seconds % 86400 >= 43200 AND x.seconds % 86400 < 50400)
                             OR (x.day + 3) % 7 >= 5) THEN 10 ELSE 0 END
                   + CASE WHEN x.recipients <= 2 AND x.channel = 5 AND x.duration >= 10800 AND x.duration < 86400
                          THEN 10 ELSE 0 END
         END AS relation
  FROM pair x
)
SELECT c.a, c.b, c.day,
       COUNT(*) AS contacts,
       COUNT(CASE WHEN c.channel = 4 THEN 1 END) AS chats,
       COUNT(c.forth) AS forth,
       COUNT(c.back) AS back,
       COUNT(c.relation) AS known,
       CAST(COALESCE(SUM(c.relation), 0) AS BIGINT) AS relation
FROM contact c
GROUP BY c.a, c.b, c.day
