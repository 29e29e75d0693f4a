-- plain_seen: what a plain log holds of days after :since up to :until, by month and channel: rows a recipient, and the days
-- on which there is anything; from the tables line (what `plain_lines` gives) and calendar.
SELECT m.month, l.channel, CAST(COUNT(*) AS BIGINT) AS counted, CAST(COUNT(DISTINCT l.day) AS BIGINT) AS days
FROM line l
JOIN calendar m ON m.day = l.day
WHERE l.day > :since AND l.day <= :until
GROUP BY m.month, l.channel
ORDER BY m.month, l.channel
