-- active: every day on which the person :ego had contact with another up to :as_of, in order, with a channel of that
-- day: the lowest number, and 9 for a day of nothing but chat. The facts of one person's ties follow from it (core.ties.tie.Facts.of), as `facts` gives them for all.
SELECT z.person, z.day, MIN(z.channel) AS channel
FROM (
  SELECT y.person, c.day, CASE WHEN c.channel = 4 THEN 9 ELSE c.channel END AS channel
  FROM identity m
  CROSS JOIN contact c
  CROSS JOIN identity y
  WHERE m.log = :log AND m.person = :ego AND c.log = :log AND c.a = m.identifier
    AND y.log = :log AND y.identifier = c.b AND c.day <= :as_of
  UNION ALL
  SELECT y.person, c.day, CASE WHEN c.channel = 4 THEN 9 ELSE c.channel END AS channel
  FROM identity m
  CROSS JOIN contact c
  CROSS JOIN identity y
  WHERE m.log = :log AND m.person = :ego AND c.log = :log AND c.b = m.identifier
    AND y.log = :log AND y.identifier = c.a AND c.day <= :as_of
) z
WHERE z.person <> :ego
GROUP BY z.person, z.day
ORDER BY z.person, z.day
