-- position_holes: constraint, effective size, efficiency and clustering of everybody with a tie, from the table tie_sums
-- (what position_ties gives); see core.network.holes for what they are. NULL where a measure is not defined.
WITH side AS (
  SELECT t.a AS person, t.b AS other, t.strength, t.triangles, t.product, t.shared FROM tie_sums t
  UNION ALL
  SELECT t.b AS person, t.a AS other, t.strength, t.triangles, t.product, t.shared FROM tie_sums t
), total AS (
  SELECT s.person, COUNT(*) AS degree, SUM(s.strength) AS strength, MAX(s.strength) AS strongest, SUM(s.triangles) AS corners
  FROM side s
  GROUP BY s.person
), reach AS (
  SELECT s.person,
         SUM((s.strength + s.shared) / x.strength * ((s.strength + s.shared) / x.strength)) AS bound,
         SUM(s.product / y.strongest) AS redundant
  FROM side s
  JOIN total x ON x.person = s.person
  JOIN total y ON y.person = s.other
  GROUP BY s.person
)
SELECT x.person, CAST(x.degree AS BIGINT) AS degree, x.strength, r.bound AS constraint_sum,
       x.degree - r.redundant / x.strength AS effective_size,
       (x.degree - r.redundant / x.strength) / x.degree AS efficiency,
       CASE WHEN x.degree > 1 THEN x.corners * 1e0 / (x.degree * (x.degree - 1)) ELSE NULL END AS clustering
FROM total x
JOIN reach r ON r.person = x.person
ORDER BY x.person
