-- answered: mails after :since up to :as_of to :ego, which :bridge wrote or in which they stood: who wrote, when, and the title.
SELECT y.person, l.day, COALESCE(t.text, '') AS title
FROM identity i
CROSS JOIN participant p
CROSS JOIN latest l
CROSS JOIN participant w
CROSS JOIN identity y
CROSS JOIN participant m
CROSS JOIN identity x
LEFT JOIN title t ON t.log = l.log AND t.revision = l.revision
WHERE i.log = :log AND i.person = :bridge AND p.log = i.log AND p.identifier = i.identifier
  AND l.log = p.log AND l.revision = p.revision AND l.channel = 1 AND l.day > :since AND l.day <= :as_of
  AND l.status = 1 AND l.suspect = 0
  AND w.log = l.log AND w.revision = l.revision AND w.role = 1
  AND y.log = w.log AND y.identifier = w.identifier AND y.person <> :ego
  AND m.log = l.log AND m.revision = l.revision AND m.role <> 1
  AND x.log = m.log AND x.identifier = m.identifier AND x.person = :ego
GROUP BY y.person, l.day, COALESCE(t.text, ''), l.seconds, l.key
ORDER BY l.seconds, l.key, y.person
