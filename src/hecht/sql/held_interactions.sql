-- held_interactions: how many interactions of a person are held by channel, with the first and last day.
SELECT l.channel, CAST(COUNT(DISTINCT l.key) AS BIGINT) AS items, MIN(l.day) AS first_day, MAX(l.day) AS last_day
FROM identity i
CROSS JOIN participant p
CROSS JOIN latest l
WHERE i.log = :log AND i.person = :person AND p.log = i.log AND p.identifier = i.identifier
  AND l.log = p.log AND l.revision = p.revision
GROUP BY l.channel
ORDER BY l.channel
