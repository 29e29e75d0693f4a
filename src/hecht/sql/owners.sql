-- owners: the signs of whose files these are: identifier, kind of sign, how often.
SELECT n.text, o.how, CAST(SUM(o.count) AS BIGINT) AS times
FROM owner o
JOIN identifier n ON n.log = o.log AND n.key = o.identifier
WHERE o.log = :log
GROUP BY n.text, o.how
ORDER BY n.text, o.how
