-- presence: in how many mails each identifier takes part, the most first.
SELECT n.text, CAST(COUNT(*) AS BIGINT) AS mails
FROM latest l
CROSS JOIN participant p
CROSS JOIN identifier n
WHERE p.log = l.log AND p.revision = l.revision AND n.log = p.log AND n.key = p.identifier AND l.log = :log AND l.channel = 1
GROUP BY n.text
ORDER BY 2 DESC, 1
LIMIT 200
