-- seen: what a log holds of days after :since up to :until, by month (the table calendar) and channel; what `plain_seen` gives
-- of a plain log.
SELECT m.month, l.channel, CAST(COUNT(*) AS BIGINT) AS counted, CAST(COUNT(DISTINCT l.day) AS BIGINT) AS days
FROM latest l
JOIN calendar m ON m.day = l.day
WHERE l.log = :log AND l.day > :since AND l.day <= :until
GROUP BY m.month, l.channel
ORDER BY m.month, l.channel
