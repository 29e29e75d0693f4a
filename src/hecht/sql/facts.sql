-- facts: per pair of persons (a < b) what their contact up to :as_of amounts to; :ego = 0 takes every pair.
-- One active day counts once, whatever its channels; `slow` is 0 only for a day of nothing but chat.
-- weight sums are in 2^-40 of a day (sql table `decay`), so that they are exact on every engine.
WITH oriented AS (
  SELECT CASE WHEN x.person < y.person THEN x.person ELSE y.person END AS a,
         CASE WHEN x.person < y.person THEN y.person ELSE x.person END AS b,
         c.day, c.channel,
         CASE WHEN x.person < y.person THEN c.sent ELSE c.received END AS sent,
         CASE WHEN x.person < y.person THEN c.received ELSE c.sent END AS received,
         CASE WHEN x.person < y.person THEN c.opened_a ELSE c.opened_b END AS opened_a,
         CASE WHEN x.person < y.person THEN c.opened_b ELSE c.opened_a END AS opened_b,
         c.together, c.direct, c.known, c.relation
  FROM contact c
  JOIN identity x ON x.log = c.log AND x.identifier = c.a
  JOIN identity y ON y.log = c.log AND y.identifier = c.b
  WHERE c.log = :log AND c.day <= :as_of AND x.person <> y.person
    AND (:ego = 0 OR x.person = :ego OR y.person = :ego)
), active AS (
  SELECT o.a, o.b, o.day,
         MAX(CASE WHEN o.channel = 4 THEN 0 ELSE 1 END) AS slow,
         MAX(CASE WHEN o.channel = 1 THEN 1 ELSE 0 END) AS mail,
         MAX(CASE WHEN o.channel = 2 THEN 1 ELSE 0 END) AS meeting,
         MAX(CASE WHEN o.channel = 3 THEN 1 ELSE 0 END) AS phone,
         MAX(CASE WHEN o.channel = 4 THEN 1 ELSE 0 END) AS chat,
         MAX(CASE WHEN o.channel = 5 THEN 1 ELSE 0 END) AS visit,
         SUM(o.sent) AS sent, SUM(o.received) AS received,
         SUM(o.opened_a) AS opened_a, SUM(o.opened_b) AS opened_b,
         SUM(o.together) AS together, SUM(o.direct) AS direct,
         SUM(o.known) AS known, SUM(o.relation) AS relation
  FROM oriented o
  GROUP BY o.a, o.b, o.day
)
SELECT d.a, d.b,
       MIN(d.day) AS first_day,
       MAX(d.day) AS last_day,
       CAST(COUNT(*) AS BIGINT) AS active_days,
       CAST(SUM(CASE WHEN d.day > :as_of - 548 THEN 1 ELSE 0 END) AS BIGINT) AS active_548,
       CAST(SUM(CASE WHEN d.day > :as_of - 540 THEN 1 ELSE 0 END) AS BIGINT) AS active_540,
       CAST(SUM(d.mail) AS BIGINT) AS mail_days,
       CAST(SUM(d.meeting) AS BIGINT) AS meeting_days,
       CAST(SUM(d.phone) AS BIGINT) AS call_days,
       CAST(SUM(d.chat) AS BIGINT) AS chat_days,
       CAST(SUM(d.visit) AS BIGINT) AS visit_days,
       CAST(SUM(d.sent) AS BIGINT) AS sent,
       CAST(SUM(d.received) AS BIGINT) AS received,
       CAST(SUM(d.opened_a) AS BIGINT) AS opened_a,
       CAST(SUM(d.opened_b) AS BIGINT) AS opened_b,
       CAST(SUM(d.together) AS BIGINT) AS together,
       CAST(SUM(d.direct) AS BIGINT) AS direct,
       CAST(SUM(d.known) AS BIGINT) AS known,
       CAST(SUM(d.relation) AS BIGINT) AS relation,
       CAST(SUM(COALESCE(w.weight, 0)) AS BIGINT) AS weight,
       CAST(SUM(COALESCE(w.weight, 0) * d.known) AS BIGINT) AS weight_known,
       CAST(SUM(COALESCE(w.weight, 0) * d.relation) AS BIGINT) AS weight_relation
FROM active d
LEFT JOIN decay w ON w.slow = d.slow AND w.age = :as_of - d.day
GROUP BY d.a, d.b
ORDER BY d.a, d.b
