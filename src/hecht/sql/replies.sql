-- replies: the mail that counts as contact between :ego and others after :since up to :as_of, in time, with its thread; mine =
-- 1 when the ego sent it, reply = 1 when it answers something.
WITH mail AS (
  SELECT l.revision, l.key, l.thread, l.seconds, l.reply_to, MAX(CASE WHEN p.role = 1 THEN 1 ELSE 0 END) AS sender
  FROM latest l
  CROSS JOIN participant p
  CROSS JOIN identity x
  WHERE l.log = :log AND l.channel = 1 AND l.day > :since AND l.day <= :as_of AND l.status = 1 AND l.suspect = 0
    AND l.recipients > 0 AND l.recipients <= 5 AND l.thread <> 0
    AND p.log = l.log AND p.revision = l.revision AND x.log = p.log AND x.identifier = p.identifier AND x.person = :ego
  GROUP BY l.revision, l.key, l.thread, l.seconds, l.reply_to
)
SELECT DISTINCT y.person, m.thread, m.seconds, m.sender AS mine, CASE WHEN m.reply_to = 0 THEN 0 ELSE 1 END AS reply, m.key
FROM mail m
CROSS JOIN participant q
CROSS JOIN identity y
WHERE q.log = :log AND q.revision = m.revision AND y.log = q.log AND y.identifier = q.identifier AND y.person <> :ego
  AND (m.sender = 1 OR q.role = 1)
ORDER BY m.seconds, m.key, y.person
