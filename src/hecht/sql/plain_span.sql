-- plain_span: the first and last day of a plain log, how many rows a recipient it holds, and how many of them have a moment or
-- a channel that cannot be read.
SELECT MIN(p.day) AS first_day, MAX(p.day) AS last_day, CAST(COALESCE(SUM(CASE WHEN p.receiver <> '' THEN 1 ELSE 0 END), 0) AS BIGINT) AS counted,
       CAST(COALESCE(SUM(CASE WHEN p.receiver <> '' AND p.day IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS unreadable
FROM plain p
