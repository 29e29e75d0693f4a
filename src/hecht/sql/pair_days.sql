-- pair_days: every day on which any two persons (a < b) had contact up to :as_of, with a channel of that day as in `active`.
SELECT CASE WHEN x.person < y.person THEN x.person ELSE y.person END AS a,
       CASE WHEN x.person < y.person THEN y.person ELSE x.person END AS b,
       c.day,
       MIN(CASE WHEN c.channel = 4 THEN 9 ELSE c.channel END) AS channel
FROM contact c
JOIN identity x ON x.log = c.log AND x.identifier = c.a
JOIN identity y ON y.log = c.log AND y.identifier = c.b
WHERE c.log = :log AND c.day <= :as_of AND x.person <> y.person
GROUP BY CASE WHEN x.person < y.person THEN x.person ELSE y.person END,
         CASE WHEN x.person < y.person THEN y.person ELSE x.person END,
         c.day
ORDER BY 1, 2, 3
