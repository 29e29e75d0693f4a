-- span: the first and last day of a log, and how many interactions it holds.
SELECT MIN(l.day) AS first_day, MAX(l.day) AS last_day, CAST(COUNT(*) AS BIGINT) AS counted, 0 AS unreadable FROM latest l
