-- position_roles: in which role everybody stands between two others without a tie (Gould and Fernandez 1989; see
-- core.network.brokerage), and the E-I index, from the tables tie (forth, back) and member (person, grp).
-- People who are not in member broker nothing and are no end of a path.
WITH half AS (
  SELECT t.a AS person, t.b AS other, CASE WHEN t.forth > 0 THEN 1 ELSE 0 END AS away, CASE WHEN t.back > 0 THEN 1 ELSE 0 END AS home
  FROM tie t
  UNION ALL
  SELECT t.b AS person, t.a AS other, CASE WHEN t.back > 0 THEN 1 ELSE 0 END AS away, CASE WHEN t.forth > 0 THEN 1 ELSE 0 END AS home
  FROM tie t
), side AS (
  SELECT h.person, x.grp AS own, h.other, y.grp, h.away, h.home
  FROM half h
  JOIN member x ON x.person = h.person
  JOIN member y ON y.person = h.other
), degree AS (
  SELECT s.person, COUNT(*) AS ties FROM side s GROUP BY s.person
), counted AS (
  SELECT s.person, s.own, s.grp, COUNT(*) AS ties, SUM(s.away) AS away, SUM(s.home) AS home, SUM(s.away * s.home) AS twice
  FROM side s
  GROUP BY s.person, s.own, s.grp
), whole AS (
  SELECT c.person,
         SUM(CASE WHEN c.grp = c.own THEN c.ties ELSE 0 END) AS inside,
         SUM(CASE WHEN c.grp = c.own THEN 0 ELSE c.ties END) AS outside,
         SUM(CASE WHEN c.grp = c.own THEN c.away ELSE 0 END) AS own_away,
         SUM(CASE WHEN c.grp = c.own THEN c.home ELSE 0 END) AS own_home,
         SUM(CASE WHEN c.grp = c.own THEN c.twice ELSE 0 END) AS own_twice,
         SUM(CASE WHEN c.grp = c.own THEN 0 ELSE c.away END) AS other_away,
         SUM(CASE WHEN c.grp = c.own THEN 0 ELSE c.home END) AS other_home,
         SUM(CASE WHEN c.grp = c.own THEN 0 ELSE c.twice END) AS other_twice,
         SUM(CASE WHEN c.grp = c.own THEN 0 ELSE c.away * c.home END) AS one_world
  FROM counted c
  GROUP BY c.person
), arc AS (
  SELECT s.person AS low, s.other AS high, s.own AS low_group, s.grp AS high_group, s.away AS up, s.home AS down
  FROM side s
  JOIN degree d ON d.person = s.person
  JOIN degree e ON e.person = s.other
  WHERE d.ties < e.ties OR (d.ties = e.ties AND s.person < s.other)
), triangle AS (
  SELECT a.low AS u, a.high AS v, b.high AS x, a.low_group AS gu, a.high_group AS gv, b.high_group AS gx,
         a.up AS uv, a.down AS vu, b.up AS vx, b.down AS xv, c.up AS ux, c.down AS xu
  FROM arc a
  JOIN arc b ON b.low = a.high
  JOIN arc c ON c.low = a.low AND c.high = b.high
), way AS (
  SELECT 1 AS k UNION ALL SELECT 2 AS k UNION ALL SELECT 3 AS k UNION ALL SELECT 4 AS k UNION ALL SELECT 5 AS k UNION ALL SELECT 6 AS k
), path AS (
  SELECT CASE WHEN w.k <= 2 THEN z.v WHEN w.k <= 4 THEN z.u ELSE z.x END AS person,
         CASE WHEN w.k <= 2 THEN z.gv WHEN w.k <= 4 THEN z.gu ELSE z.gx END AS own,
         CASE w.k WHEN 1 THEN z.gu WHEN 2 THEN z.gx WHEN 3 THEN z.gv WHEN 4 THEN z.gx WHEN 5 THEN z.gu ELSE z.gv END AS since,
         CASE w.k WHEN 1 THEN z.gx WHEN 2 THEN z.gu WHEN 3 THEN z.gx WHEN 4 THEN z.gv WHEN 5 THEN z.gv ELSE z.gu END AS till
  FROM triangle z
  CROSS JOIN way w
  WHERE (w.k = 1 AND z.uv * z.vx * z.ux = 1) OR (w.k = 2 AND z.xv * z.vu * z.xu = 1)
     OR (w.k = 3 AND z.vu * z.ux * z.vx = 1) OR (w.k = 4 AND z.xu * z.uv * z.xv = 1)
     OR (w.k = 5 AND z.ux * z.xv * z.uv = 1) OR (w.k = 6 AND z.vx * z.xu * z.vu = 1)
), closed AS (
  SELECT p.person,
         SUM(CASE WHEN p.since = p.own AND p.till = p.own THEN 1 ELSE 0 END) AS coordinator,
         SUM(CASE WHEN p.since <> p.own AND p.till <> p.own AND p.since = p.till THEN 1 ELSE 0 END) AS itinerant,
         SUM(CASE WHEN p.since <> p.own AND p.till = p.own THEN 1 ELSE 0 END) AS gatekeeper,
         SUM(CASE WHEN p.since = p.own AND p.till <> p.own THEN 1 ELSE 0 END) AS representative,
         SUM(CASE WHEN p.since <> p.own AND p.till <> p.own AND p.since <> p.till THEN 1 ELSE 0 END) AS liaison
  FROM path p
  GROUP BY p.person
)
SELECT w.person,
       CAST(w.own_home * w.own_away - w.own_twice - COALESCE(c.coordinator, 0) AS BIGINT) AS coordinator,
       CAST(w.one_world - w.other_twice - COALESCE(c.itinerant, 0) AS BIGINT) AS itinerant,
       CAST(w.other_home * w.own_away - COALESCE(c.gatekeeper, 0) AS BIGINT) AS gatekeeper,
       CAST(w.own_home * w.other_away - COALESCE(c.representative, 0) AS BIGINT) AS representative,
       CAST(w.other_home * w.other_away - w.one_world - COALESCE(c.liaison, 0) AS BIGINT) AS liaison,
       (w.outside - w.inside) * 1e0 / (w.outside + w.inside) AS e_i_index
FROM whole w
LEFT JOIN closed c ON c.person = w.person
ORDER BY w.person
