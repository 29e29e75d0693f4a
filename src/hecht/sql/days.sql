-- days: the active days of the tie of :ego with :alter (0: of every tie of :ego) after :since up to :as_of, with what
-- went either way.
SELECT z.person AS alter_person, z.day,
       CAST(SUM(z.sent) AS BIGINT) AS sent,
       CAST(SUM(z.received) AS BIGINT) AS received,
       CAST(SUM(z.together) AS BIGINT) AS together
FROM (
  SELECT y.person, c.day, c.sent, c.received, c.together
  FROM identity m
  CROSS JOIN identity y
  CROSS JOIN contact c
  WHERE m.log = :log AND m.person = :ego AND c.log = :log AND c.a = m.identifier
    AND y.log = :log AND y.identifier = c.b AND c.day <= :as_of AND c.day > :since AND (:alter = 0 OR y.person = :alter)
  UNION ALL
  SELECT y.person, c.day, c.received AS sent, c.sent AS received, c.together
  FROM identity m
  CROSS JOIN identity y
  CROSS JOIN contact c
  WHERE m.log = :log AND m.person = :ego AND c.log = :log AND c.b = m.identifier
    AND y.log = :log AND y.identifier = c.a AND c.day <= :as_of AND c.day > :since AND (:alter = 0 OR y.person = :alter)
) z
WHERE z.person <> :ego
GROUP BY z.person, z.day
ORDER BY 1, 2
