-- events: every mail, call, meeting and chat between the person :ego and others from :since up to :as_of, in time.
-- mine = 1 when the ego sent it; direct = 1 when it went from the one to the other in To, not in Cc.
WITH mine AS (
  SELECT l.key, l.revision, l.seconds, l.day, l.channel, l.recipients, l.asks,
         MAX(CASE WHEN p.role = 1 THEN 1 ELSE 0 END) AS sender,
         MAX(CASE WHEN p.role = 2 THEN 1 ELSE 0 END) AS addressed
  FROM latest l
  CROSS JOIN participant p
  CROSS JOIN identity x
  WHERE p.log = l.log AND p.revision = l.revision AND p.answer <> 3
    AND x.log = p.log AND x.identifier = p.identifier AND l.log = :log AND l.channel IN (1, 2, 3, 4, 5) AND l.day > :since AND l.day <= :as_of AND l.status = 1 AND l.suspect = 0 AND x.person = :ego
  GROUP BY l.key, l.revision, l.seconds, l.day, l.channel, l.recipients, l.asks
)
SELECT m.key, m.seconds, m.day, m.channel, y.person, m.sender AS mine, m.recipients, m.asks,
       MAX(CASE WHEN (q.role = 1 AND m.addressed = 1) OR (q.role = 2 AND m.sender = 1) THEN 1 ELSE 0 END) AS direct,
       COALESCE(t.text, '') AS title
FROM mine m
CROSS JOIN participant q
CROSS JOIN identity y
LEFT JOIN title t ON t.log = :log AND t.revision = m.revision
WHERE q.log = :log AND q.revision = m.revision AND q.answer <> 3
  AND y.log = q.log AND y.identifier = q.identifier AND y.person <> :ego AND (m.channel NOT IN (1, 3) OR m.sender = 1 OR q.role = 1)
GROUP BY m.key, m.seconds, m.day, m.channel, y.person, m.sender, m.addressed, m.recipients, m.asks, t.text
ORDER BY m.seconds, m.key, y.person
