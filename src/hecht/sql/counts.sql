-- counts: per pair of persons (a < b) how much went either way up to :as_of, by what, and with how much room for the
-- other; :ego = 0 takes every pair. mail to visit count contact days by channel (a day with two addresses of one person
-- counts twice); weights decay with the half-life of the channel.
SELECT CASE WHEN x.person < y.person THEN x.person ELSE y.person END AS a,
       CASE WHEN x.person < y.person THEN y.person ELSE x.person END AS b,
       CAST(SUM(CASE WHEN c.channel = 1 THEN 1 ELSE 0 END) AS BIGINT) AS mail,
       CAST(SUM(CASE WHEN c.channel = 2 THEN 1 ELSE 0 END) AS BIGINT) AS meeting,
       CAST(SUM(CASE WHEN c.channel = 3 THEN 1 ELSE 0 END) AS BIGINT) AS phone,
       CAST(SUM(CASE WHEN c.channel = 4 THEN 1 ELSE 0 END) AS BIGINT) AS chat,
       CAST(SUM(CASE WHEN c.channel = 5 THEN 1 ELSE 0 END) AS BIGINT) AS visit,
       CAST(SUM(CASE WHEN x.person < y.person THEN c.sent ELSE c.received END) AS BIGINT) AS sent,
       CAST(SUM(CASE WHEN x.person < y.person THEN c.received ELSE c.sent END) AS BIGINT) AS received,
       CAST(SUM(CASE WHEN x.person < y.person THEN c.opened_a ELSE c.opened_b END) AS BIGINT) AS opened_a,
       CAST(SUM(CASE WHEN x.person < y.person THEN c.opened_b ELSE c.opened_a END) AS BIGINT) AS opened_b,
       CAST(SUM(c.together) AS BIGINT) AS together,
       CAST(SUM(c.direct) AS BIGINT) AS direct,
       CAST(SUM(c.known) AS BIGINT) AS known,
       CAST(SUM(c.relation) AS BIGINT) AS relation,
       CAST(SUM(COALESCE(w.weight, 0) * c.known) AS BIGINT) AS weight_known,
       CAST(SUM(COALESCE(w.weight, 0) * c.relation) AS BIGINT) AS weight_relation
FROM contact c
JOIN identity x ON x.log = c.log AND x.identifier = c.a
JOIN identity y ON y.log = c.log AND y.identifier = c.b
LEFT JOIN decay w ON w.slow = CASE WHEN c.channel = 4 THEN 0 ELSE 1 END AND w.age = :as_of - c.day
WHERE c.log = :log AND c.day <= :as_of AND x.person <> y.person
  AND (:ego = 0 OR x.person = :ego OR y.person = :ego)
GROUP BY CASE WHEN x.person < y.person THEN x.person ELSE y.person END,
         CASE WHEN x.person < y.person THEN y.person ELSE x.person END
ORDER BY 1, 2
