-- acquainted: everybody who took part with :person in a mail or meeting of at most 25 people up to :as_of.
SELECT DISTINCT y.person
FROM identity i
CROSS JOIN participant p
CROSS JOIN latest l
CROSS JOIN participant q
CROSS JOIN identity y
WHERE i.log = :log AND i.person = :person AND p.log = i.log AND p.identifier = i.identifier AND p.answer <> 3
  AND l.log = p.log AND l.revision = p.revision AND l.day <= :as_of AND l.recipients <= 24
  AND l.status = 1 AND l.suspect = 0
  AND q.log = l.log AND q.revision = l.revision AND q.answer <> 3
  AND y.log = q.log AND y.identifier = q.identifier AND y.person <> :person
ORDER BY 1
