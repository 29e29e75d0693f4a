-- hours: the seconds that everybody was in meetings and visits in the months :first to :final, from the table seat (what `seats`
-- or `plain_meetings` gives).
SELECT w.person, CAST(SUM(s.seconds) AS BIGINT) AS seconds
FROM seat s
JOIN (SELECT DISTINCT o.number, o.person FROM who o) w ON w.number = s.number
WHERE s.month >= :first AND s.month <= :final
GROUP BY w.person
ORDER BY w.person
