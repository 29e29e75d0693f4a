-- tones: what is known of the tone of every mail, call, meeting and chat that counts as contact between :ego and others
-- (:alter, or 0 for all) after :since up to :as_of, in time. mine = 1 when the ego sent it.
WITH mine AS (
  SELECT l.key, l.revision, l.seconds, l.day, l.channel, l.relation, l.friction,
         MAX(CASE WHEN p.role = 1 THEN 1 ELSE 0 END) AS sender
  FROM latest l
  CROSS JOIN participant p
  CROSS JOIN identity x
  WHERE p.log = l.log AND p.revision = l.revision AND p.answer <> 3
    AND x.log = p.log AND x.identifier = p.identifier AND l.log = :log AND l.channel IN (1, 2, 3, 4, 5)
    AND l.day > :since AND l.day <= :as_of AND l.status = 1 AND l.suspect = 0 AND l.recipients > 0 AND l.relation IS NOT NULL
    AND ((l.channel IN (1, 3) AND l.recipients <= 5) OR (l.channel IN (2, 4, 5) AND l.recipients <= 7))
    AND x.person = :ego
    AND NOT EXISTS (
          SELECT 1 FROM participant m
          JOIN ego e ON e.log = m.log AND e.identifier = m.identifier
          WHERE l.channel IN (2, 4, 5) AND m.log = l.log AND m.revision = l.revision AND m.role = 5 AND m.answer <> 1)
  GROUP BY l.key, l.revision, l.seconds, l.day, l.channel, l.relation, l.friction
)
SELECT DISTINCT y.person, m.seconds, m.key, m.day, m.channel, m.sender AS mine, m.relation, m.friction
FROM mine m
CROSS JOIN participant q
CROSS JOIN identity y
WHERE q.log = :log AND q.revision = m.revision AND q.answer <> 3
  AND y.log = q.log AND y.identifier = q.identifier AND y.person <> :ego
  AND (:alter = 0 OR y.person = :alter)
  AND (m.channel NOT IN (1, 3) OR m.sender = 1 OR q.role = 1)
ORDER BY 2, 3, 1
