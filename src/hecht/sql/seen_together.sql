-- seen_together: people with whom :ego sat in meetings of at most 25 (after :since) or stood in mails to 2 to 25 people
-- (after :recent) on at least three days, and with whom there never was mail either way or anything one to one up to
-- :as_of. A row a series title for meetings (channel 2), one a person for mails (channel 1).
WITH both_there AS (
  SELECT y.person, l.day, l.channel, COALESCE(t.text, '') AS title
  FROM latest l
  CROSS JOIN participant m
  CROSS JOIN identity x
  CROSS JOIN participant q
  CROSS JOIN identity y
  LEFT JOIN title t ON t.log = l.log AND t.revision = l.revision
  WHERE l.log = :log AND l.channel IN (2, 5) AND l.day > :since AND l.day <= :as_of
    AND l.status = 1 AND l.recipients >= 2 AND l.recipients <= 24
    AND m.log = l.log AND m.revision = l.revision AND m.answer <> 3
    AND x.log = m.log AND x.identifier = m.identifier AND x.person = :ego
    AND q.log = l.log AND q.revision = l.revision AND q.answer <> 3
    AND y.log = q.log AND y.identifier = q.identifier AND y.person <> :ego
  UNION ALL
  SELECT y.person, l.day, l.channel, '' AS title
  FROM latest l
  CROSS JOIN participant m
  CROSS JOIN identity x
  CROSS JOIN participant q
  CROSS JOIN identity y
  WHERE l.log = :log AND l.channel = 1 AND l.day > :recent AND l.day <= :as_of
    AND l.status = 1 AND l.suspect = 0 AND l.recipients >= 2 AND l.recipients <= 25
    AND m.log = l.log AND m.revision = l.revision
    AND x.log = m.log AND x.identifier = m.identifier AND x.person = :ego
    AND q.log = l.log AND q.revision = l.revision
    AND y.log = q.log AND y.identifier = q.identifier AND y.person <> :ego
), often AS (
  SELECT b.person, CASE WHEN b.channel = 1 THEN 1 ELSE 2 END AS channel, b.title,
         COUNT(DISTINCT b.day) AS times, MIN(b.day) AS first_day, MAX(b.day) AS last_day
  FROM both_there b
  GROUP BY b.person, CASE WHEN b.channel = 1 THEN 1 ELSE 2 END, b.title
  HAVING COUNT(DISTINCT b.day) >= 3
)
SELECT o.person, o.channel, o.title, o.times, o.first_day, o.last_day
FROM often o
WHERE NOT EXISTS (
        SELECT 1
        FROM identity m
        CROSS JOIN identity i
        CROSS JOIN contact c
        WHERE m.log = :log AND m.person = :ego AND i.log = :log AND i.person = o.person
          AND c.log = :log AND c.a = CASE WHEN m.identifier < i.identifier THEN m.identifier ELSE i.identifier END
          AND c.b = CASE WHEN m.identifier < i.identifier THEN i.identifier ELSE m.identifier END
          AND c.day <= :as_of AND c.sent + c.received + c.direct > 0)
ORDER BY o.person, o.channel, o.times DESC, o.last_day DESC, o.title
