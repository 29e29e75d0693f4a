-- position_ties: by tie of the table tie (a < b, strength > 0) the sums of the one pass over triangles that everything local
-- follows from: how many people q are tied to both ends, product = sum of w_aq w_qb, shared = sum of w_aq w_qb / S_q.
-- Ties point from the person with fewer ties to the one with more, so that every triangle is found once.
WITH side AS (
  SELECT t.a AS person, t.strength FROM tie t
  UNION ALL
  SELECT t.b AS person, t.strength FROM tie t
), total AS (
  SELECT s.person, COUNT(*) AS degree, SUM(s.strength) AS strength FROM side s GROUP BY s.person
), arc AS (
  SELECT CASE WHEN x.degree < y.degree OR (x.degree = y.degree AND t.a < t.b) THEN t.a ELSE t.b END AS low,
         CASE WHEN x.degree < y.degree OR (x.degree = y.degree AND t.a < t.b) THEN t.b ELSE t.a END AS high,
         CASE WHEN x.degree < y.degree OR (x.degree = y.degree AND t.a < t.b) THEN x.strength ELSE y.strength END AS of_low,
         CASE WHEN x.degree < y.degree OR (x.degree = y.degree AND t.a < t.b) THEN y.strength ELSE x.strength END AS of_high,
         t.strength
  FROM tie t
  JOIN total x ON x.person = t.a
  JOIN total y ON y.person = t.b
), triangle AS (
  SELECT u.low AS u, u.high AS v, v.high AS x, u.strength AS uv, v.strength AS vx, w.strength AS ux,
         u.of_low AS of_u, u.of_high AS of_v, v.of_high AS of_x
  FROM arc u
  JOIN arc v ON v.low = u.high
  JOIN arc w ON w.low = u.low AND w.high = v.high
), corner AS (
  SELECT 1 AS k UNION ALL SELECT 2 AS k UNION ALL SELECT 3 AS k
), part AS (
  SELECT CASE c.k WHEN 1 THEN z.u WHEN 2 THEN z.v ELSE z.u END AS one,
         CASE c.k WHEN 1 THEN z.v WHEN 2 THEN z.x ELSE z.x END AS two,
         CASE c.k WHEN 1 THEN z.ux * z.vx WHEN 2 THEN z.uv * z.ux ELSE z.uv * z.vx END AS product,
         CASE c.k WHEN 1 THEN z.ux * z.vx / z.of_x WHEN 2 THEN z.uv * z.ux / z.of_u ELSE z.uv * z.vx / z.of_v END AS shared
  FROM triangle z
  CROSS JOIN corner c
), summed AS (
  SELECT CASE WHEN p.one < p.two THEN p.one ELSE p.two END AS a, CASE WHEN p.one < p.two THEN p.two ELSE p.one END AS b,
         COUNT(*) AS triangles, SUM(p.product) AS product, SUM(p.shared) AS shared
  FROM part p
  GROUP BY CASE WHEN p.one < p.two THEN p.one ELSE p.two END, CASE WHEN p.one < p.two THEN p.two ELSE p.one END
)
SELECT t.a, t.b, t.strength, CAST(COALESCE(s.triangles, 0) AS BIGINT) AS triangles,
       COALESCE(s.product, 0.0) AS product, COALESCE(s.shared, 0.0) AS shared
FROM tie t
LEFT JOIN summed s ON s.a = t.a AND s.b = t.b
ORDER BY t.a, t.b
