-- shares: by person, of the contact with others after :since up to :as_of, how many interactions have a known relation part and
-- its sum (see `contact`).
SELECT z.person, CAST(SUM(z.known) AS BIGINT) AS known, CAST(SUM(z.relation) AS BIGINT) AS relation
FROM (
  SELECT i.person, c.known, c.relation
  FROM contact c
  JOIN identity i ON i.log = c.log AND i.identifier = c.a
  WHERE c.log = :log AND c.day > :since AND c.day <= :as_of
  UNION ALL
  SELECT i.person, c.known, c.relation
  FROM contact c
  JOIN identity i ON i.log = c.log AND i.identifier = c.b
  WHERE c.log = :log AND c.day > :since AND c.day <= :as_of
) z
GROUP BY z.person
ORDER BY z.person
