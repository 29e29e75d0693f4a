-- seats: in how many meetings and visits everybody (by number, see `who`) was on days after :since up to :until, by month, and
-- their seconds together, declined ones left out; what `plain_meetings` gives of a plain log.
SELECT z.month, z.number, CAST(COUNT(*) AS BIGINT) AS meetings, CAST(SUM(z.duration) AS BIGINT) AS seconds
FROM (
  SELECT DISTINCT m.month, l.revision, l.duration, w.number
  FROM latest l
  JOIN calendar m ON m.day = l.day
  JOIN participant p ON p.log = l.log AND p.revision = l.revision
  JOIN who w ON w.identifier = p.identifier
  WHERE l.log = :log AND l.channel IN (2, 5) AND l.day > :since AND l.day <= :until AND l.status = 1 AND p.answer <> 3
) z
GROUP BY z.month, z.number
ORDER BY z.month, z.number
