-- day_ties: what `graph` gives at :pace 1 of the table days (see `contact_days`), where a pair has one row a day: the last day,
-- active days of the last 548, and the three weights; those who are no person (see `who`) left out.
WITH weighed AS (
  SELECT d.a, d.b,
         MAX(d.day) AS last_day,
         COUNT(CASE WHEN d.day > :as_of - 548 THEN 1 END) AS active_548,
         CAST(SUM(w.weight) AS BIGINT) AS weight,
         CAST(SUM(CASE WHEN d.forth > 0 THEN w.weight ELSE 0 END) AS BIGINT) AS weight_forth,
         CAST(SUM(CASE WHEN d.back > 0 THEN w.weight ELSE 0 END) AS BIGINT) AS weight_back
  FROM days d
  LEFT JOIN decay w ON w.slow = CASE WHEN d.contacts > d.chats THEN 1 ELSE 0 END AND w.age = :as_of - d.day
  WHERE d.day <= :as_of
  GROUP BY d.a, d.b
  HAVING MAX(d.day) > :since
), person AS (
  SELECT DISTINCT o.number, o.person FROM who o WHERE o.nobody = 0
)
SELECT x.person AS a, y.person AS b, t.last_day, t.active_548, t.weight, t.weight_forth, t.weight_back
FROM weighed t
JOIN person x ON x.number = t.a
JOIN person y ON y.number = t.b
WHERE t.weight > 0
ORDER BY x.person, y.person
