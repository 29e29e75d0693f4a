-- crowded: with whom :ego sat in meetings of 9 to 25 people, too many to count as contact, after :since up to :as_of, and when
-- last.
SELECT y.person, MAX(l.day) AS last_day
FROM latest l
CROSS JOIN participant m
CROSS JOIN identity x
CROSS JOIN participant q
CROSS JOIN identity y
WHERE l.log = :log AND l.channel IN (2, 5) AND l.day > :since AND l.day <= :as_of
  AND l.status = 1 AND l.recipients >= 8 AND l.recipients <= 24
  AND m.log = l.log AND m.revision = l.revision AND m.answer <> 3
  AND x.log = m.log AND x.identifier = m.identifier AND x.person = :ego
  AND q.log = l.log AND q.revision = l.revision AND q.answer <> 3
  AND y.log = q.log AND y.identifier = q.identifier AND y.person <> :ego
GROUP BY y.person
ORDER BY y.person
