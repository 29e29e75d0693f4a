-- asked_often: to whom the person :ego put questions by mail after :since up to :as_of, and how many: mails with a question
-- to at most two people, to that person in To. Only of these it can be that one took and gave nothing (app.ledger).
SELECT y.person, CAST(COUNT(DISTINCT l.key) AS BIGINT) AS times
FROM latest l
CROSS JOIN participant s
CROSS JOIN identity x
CROSS JOIN participant q
CROSS JOIN identity y
WHERE l.log = :log AND l.channel = 1 AND l.day > :since AND l.day <= :as_of AND l.status = 1 AND l.suspect = 0
  AND l.asks <> 0 AND l.recipients <= 2
  AND s.log = l.log AND s.revision = l.revision AND s.role = 1
  AND x.log = s.log AND x.identifier = s.identifier AND x.person = :ego
  AND q.log = l.log AND q.revision = l.revision AND q.role = 2 AND q.answer <> 3
  AND y.log = q.log AND y.identifier = q.identifier AND y.person <> :ego
GROUP BY y.person
ORDER BY y.person
