-- joined: who took part in every mail, call, meeting and chat that counts as contact and whose relation part is known, after
-- :since up to :as_of, in time. sender = 1 for who wrote or called. What counts is as in `contact`.
SELECT l.key, l.day, l.channel, l.relation, l.friction, x.person,
       MAX(CASE WHEN l.channel IN (1, 3) AND p.role = 1 THEN 1 ELSE 0 END) AS sender
FROM latest l
CROSS JOIN participant p
CROSS JOIN identity x
WHERE l.log = :log AND l.day > :since AND l.day <= :as_of AND l.status = 1 AND l.suspect = 0 AND l.recipients > 0
  AND l.relation IS NOT NULL
  AND ((l.channel IN (1, 3) AND l.recipients <= 5) OR (l.channel IN (2, 4, 5) AND l.recipients <= 7))
  AND p.log = l.log AND p.revision = l.revision AND p.answer <> 3
  AND x.log = p.log AND x.identifier = p.identifier
  AND NOT EXISTS (
        SELECT 1 FROM participant m
        JOIN ego e ON e.log = m.log AND e.identifier = m.identifier
        WHERE l.channel IN (2, 4, 5) AND m.log = l.log AND m.revision = l.revision AND m.role = 5 AND m.answer <> 1)
GROUP BY l.seconds, l.key, l.day, l.channel, l.relation, l.friction, x.person
ORDER BY l.seconds, l.key, x.person
