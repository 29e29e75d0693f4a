-- plain_seen: what a plain log holds of days after :since up to :until, by channel: rows a recipient, and the days on which
-- there is anything; from the table line (what `plain_lines` gives).
SELECT l.channel, CAST(COUNT(*) AS BIGINT) AS counted, CAST(COUNT(DISTINCT l.day) AS BIGINT) AS days
FROM line l
WHERE l.day > :since AND l.day <= :until
GROUP BY l.channel
ORDER BY l.channel
