-- seats: how many meetings and visits everybody was in on days after :since up to :until, and their seconds together, declined
-- ones left out; what `plain_meetings` gives of a plain log.
SELECT p.identifier, CAST(COUNT(*) AS BIGINT) AS meetings, CAST(SUM(l.duration) AS BIGINT) AS seconds
FROM latest l
JOIN participant p ON p.log = l.log AND p.revision = l.revision
WHERE l.log = :log AND l.channel IN (2, 5) AND l.day > :since AND l.day <= :until AND l.status = 1 AND p.answer <> 3
GROUP BY p.identifier
ORDER BY p.identifier
