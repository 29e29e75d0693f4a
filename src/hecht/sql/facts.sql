-- facts: per pair of persons (a < b) when and how often they had contact up to :as_of.
-- One active day counts once, whatever its channels; `slow` is 0 only for a day of nothing but chat.
-- weight is in 2^-40 of a day (table `decay`), so that sums are exact on every engine.
WITH active AS (
  SELECT CASE WHEN x.person < y.person THEN x.person ELSE y.person END AS a,
         CASE WHEN x.person < y.person THEN y.person ELSE x.person END AS b,
         c.day,
         MAX(CASE WHEN c.channel = 4 THEN 0 ELSE 1 END) AS slow
  FROM contact c
  JOIN identity x ON x.log = c.log AND x.identifier = c.a
  JOIN identity y ON y.log = c.log AND y.identifier = c.b
  WHERE c.log = :log AND c.day <= :as_of AND x.person <> y.person
  GROUP BY CASE WHEN x.person < y.person THEN x.person ELSE y.person END,
           CASE WHEN x.person < y.person THEN y.person ELSE x.person END,
           c.day
)
SELECT d.a, d.b,
       MIN(d.day) AS first_day,
       MAX(d.day) AS last_day,
       CAST(COUNT(*) AS BIGINT) AS active_days,
       CAST(SUM(CASE WHEN d.day > :as_of - 548 THEN 1 ELSE 0 END) AS BIGINT) AS active_548,
       CAST(SUM(CASE WHEN d.day > :as_of - 540 THEN 1 ELSE 0 END) AS BIGINT) AS active_540,
       CAST(SUM(COALESCE(w.weight, 0)) AS BIGINT) AS weight
FROM active d
LEFT JOIN decay w ON w.slow = d.slow AND w.age = :as_of - d.day
GROUP BY d.a, d.b
ORDER BY d.a, d.b
