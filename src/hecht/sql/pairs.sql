-- pairs: who had contact with whom up to :as_of: first and last day, what went from a to b and back, and meetings.
SELECT ia.person AS a, ib.person AS b, MIN(c.day) AS first, MAX(c.day) AS last,
       CAST(SUM(c.sent) AS BIGINT) AS sent, CAST(SUM(c.received) AS BIGINT) AS received,
       CAST(SUM(c.together) AS BIGINT) AS together
FROM contact c
JOIN identity ia ON ia.log = c.log AND ia.identifier = c.a
JOIN identity ib ON ib.log = c.log AND ib.identifier = c.b
WHERE c.log = :log AND c.day <= :as_of AND ia.person <> ib.person
GROUP BY ia.person, ib.person
ORDER BY ia.person, ib.person
