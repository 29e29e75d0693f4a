-- events_with: the rows of `events` with one other person (:person) alone.
WITH theirs AS (
  SELECT q.revision, y.person, MAX(CASE WHEN q.role = 1 THEN 1 ELSE 0 END) AS wrote, MAX(CASE WHEN q.role = 2 THEN 1 ELSE 0 END) AS reached
  FROM identity y
  CROSS JOIN participant q
  WHERE y.log = :log AND y.person = :person AND q.log = y.log AND q.identifier = y.identifier AND q.answer <> 3
  GROUP BY q.revision, y.person
), mine AS (
  SELECT l.key, l.revision, l.seconds, l.day, l.channel, l.recipients, l.asks, r.person, r.wrote, r.reached,
         MAX(CASE WHEN p.role = 1 THEN 1 ELSE 0 END) AS sender,
         MAX(CASE WHEN p.role = 2 THEN 1 ELSE 0 END) AS addressed
  FROM theirs r
  CROSS JOIN latest l
  CROSS JOIN participant p
  CROSS JOIN identity x
  WHERE l.log = :log AND l.revision = r.revision AND l.channel IN (1, 2, 3, 4, 5) AND l.day > :since AND l.day <= :as_of
    AND l.status = 1 AND l.suspect = 0 AND p.log = l.log AND p.revision = l.revision AND p.answer <> 3
    AND x.log = p.log AND x.identifier = p.identifier AND x.person = :ego
  GROUP BY l.key, l.revision, l.seconds, l.day, l.channel, l.recipients, l.asks, r.person, r.wrote, r.reached
)
SELECT m.key, m.seconds, m.day, m.channel, m.person, m.sender AS mine, m.recipients, m.asks,
       CASE WHEN (m.wrote = 1 AND m.addressed = 1) OR (m.reached = 1 AND m.sender = 1) THEN 1 ELSE 0 END AS direct,
       COALESCE(t.text, '') AS title
FROM mine m
LEFT JOIN title t ON t.log = :log AND t.revision = m.revision
WHERE m.channel NOT IN (1, 3) OR m.sender = 1 OR m.wrote = 1
ORDER BY m.seconds, m.key
