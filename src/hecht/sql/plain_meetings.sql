-- plain_meetings: how many meetings and visits everybody in a plain log was in on days after :since up to :until, and their
-- seconds together, from the table line (what `plain_lines` gives). Meetings of any size count.
WITH seat AS (
  SELECT l.item, l.duration, l.sender AS identifier FROM line l
  WHERE l.day > :since AND l.day <= :until AND l.channel IN (2, 5)
  UNION
  SELECT l.item, l.duration, l.receiver AS identifier FROM line l
  WHERE l.day > :since AND l.day <= :until AND l.channel IN (2, 5)
)
SELECT s.identifier, CAST(COUNT(*) AS BIGINT) AS meetings, CAST(SUM(s.duration) AS BIGINT) AS seconds
FROM seat s
GROUP BY s.identifier
ORDER BY s.identifier
