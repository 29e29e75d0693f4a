-- days: the active days of the tie of :ego with :alter (0: of every tie of :ego) after :since up to :as_of, with what
-- went either way.
SELECT CASE WHEN x.person = :ego THEN y.person ELSE x.person END AS alter_person,
       c.day,
       CAST(SUM(CASE WHEN x.person = :ego THEN c.sent ELSE c.received END) AS BIGINT) AS sent,
       CAST(SUM(CASE WHEN x.person = :ego THEN c.received ELSE c.sent END) AS BIGINT) AS received,
       CAST(SUM(c.together) AS BIGINT) AS together
FROM contact c
JOIN identity x ON x.log = c.log AND x.identifier = c.a
JOIN identity y ON y.log = c.log AND y.identifier = c.b
WHERE c.log = :log AND c.day <= :as_of AND c.day > :since
  AND ((x.person = :ego AND y.person <> :ego AND (:alter = 0 OR y.person = :alter))
    OR (y.person = :ego AND x.person <> :ego AND (:alter = 0 OR x.person = :alter)))
GROUP BY CASE WHEN x.person = :ego THEN y.person ELSE x.person END, c.day
ORDER BY 1, 2
