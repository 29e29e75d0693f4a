-- day_shares: by person, of the contact with others after :since up to :as_of, how many interactions have a known relation
-- part and its sum, from the tables days (see `contact_days`) and who.
SELECT w.person, CAST(SUM(z.known) AS BIGINT) AS known, CAST(SUM(z.relation) AS BIGINT) AS relation
FROM (
  SELECT d.a AS number, d.known, d.relation FROM days d WHERE d.day > :since AND d.day <= :as_of AND d.known > 0
  UNION ALL
  SELECT d.b AS number, d.known, d.relation FROM days d WHERE d.day > :since AND d.day <= :as_of AND d.known > 0
) z
JOIN (SELECT DISTINCT o.number, o.person FROM who o) w ON w.number = z.number
GROUP BY w.person
ORDER BY w.person
