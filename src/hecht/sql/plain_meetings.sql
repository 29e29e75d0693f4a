-- plain_meetings: in how many meetings and visits everybody in a plain log was on days after :since up to :until, by month, and
-- their seconds together, from the tables line (what `plain_lines` gives) and calendar. Meetings of any size count.
WITH seat AS (
  SELECT m.month, l.item, l.duration, l.sender AS number FROM line l JOIN calendar m ON m.day = l.day
  WHERE l.day > :since AND l.day <= :until AND l.channel IN (2, 5)
  UNION
  SELECT m.month, l.item, l.duration, l.receiver AS number FROM line l JOIN calendar m ON m.day = l.day
  WHERE l.day > :since AND l.day <= :until AND l.channel IN (2, 5)
)
SELECT s.month, s.number, CAST(COUNT(*) AS BIGINT) AS meetings, CAST(SUM(s.duration) AS BIGINT) AS seconds
FROM seat s
GROUP BY s.month, s.number
ORDER BY s.month, s.number
