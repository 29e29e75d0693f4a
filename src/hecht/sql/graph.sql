-- graph: per pair of persons (a < b) with contact after :since up to :as_of the last day, the active days of the last 548
-- days, and three weights: of every active day, of those on which something went from a to b, and from b to a (a meeting,
-- visit or day of chat goes both ways). A day ages :pace times as fast as in `facts`: 1 gives D_90, 3 gives D_30.
-- Then the same a week before: the last day (:since when there was none yet), and the weight that the days up to then have
-- now, apart for days of nothing but chat, since those age faster.
WITH active AS (
  SELECT CASE WHEN x.person < y.person THEN x.person ELSE y.person END AS a,
         CASE WHEN x.person < y.person THEN y.person ELSE x.person END AS b,
         c.day,
         MAX(CASE WHEN c.channel = 4 THEN 0 ELSE 1 END) AS slow,
         MAX(CASE WHEN c.together > 0 THEN 1 WHEN x.person < y.person AND c.sent > 0 THEN 1
                  WHEN x.person > y.person AND c.received > 0 THEN 1 ELSE 0 END) AS forth,
         MAX(CASE WHEN c.together > 0 THEN 1 WHEN x.person < y.person AND c.received > 0 THEN 1
                  WHEN x.person > y.person AND c.sent > 0 THEN 1 ELSE 0 END) AS back
  FROM contact c
  JOIN identity x ON x.log = c.log AND x.identifier = c.a
  JOIN identity y ON y.log = c.log AND y.identifier = c.b
  WHERE c.log = :log AND c.day <= :as_of AND x.person <> y.person
  GROUP BY CASE WHEN x.person < y.person THEN x.person ELSE y.person END,
           CASE WHEN x.person < y.person THEN y.person ELSE x.person END,
           c.day
)
SELECT d.a, d.b,
       MAX(d.day) AS last_day,
       CAST(SUM(CASE WHEN d.day > :as_of - 548 THEN 1 ELSE 0 END) AS BIGINT) AS active_548,
       CAST(SUM(COALESCE(w.weight, 0)) AS BIGINT) AS weight,
       CAST(SUM(COALESCE(w.weight, 0) * d.forth) AS BIGINT) AS weight_forth,
       CAST(SUM(COALESCE(w.weight, 0) * d.back) AS BIGINT) AS weight_back,
       COALESCE(MAX(CASE WHEN d.day <= :as_of - 7 THEN d.day END), :since) AS last_before,
       CAST(SUM(CASE WHEN d.day <= :as_of - 7 THEN COALESCE(w.weight, 0) * d.slow ELSE 0 END) AS BIGINT) AS weight_before,
       CAST(SUM(CASE WHEN d.day <= :as_of - 7 THEN COALESCE(w.weight, 0) * (1 - d.slow) ELSE 0 END) AS BIGINT) AS chat_before
FROM active d
LEFT JOIN decay w ON w.slow = d.slow AND w.age = :pace * (:as_of - d.day)
GROUP BY d.a, d.b
HAVING MAX(d.day) > :since
ORDER BY d.a, d.b
