-- new_addresses: identifiers that were first seen after :since up to :as_of, of persons who had others before.
SELECT i.person, n.text, MIN(l.day) AS first_day
FROM identity i
CROSS JOIN identifier n
CROSS JOIN participant p
CROSS JOIN latest l
WHERE i.log = :log AND n.log = i.log AND n.key = i.identifier
  AND EXISTS (
        SELECT 1 FROM identity o WHERE o.log = i.log AND o.person = i.person AND o.identifier <> i.identifier)
  AND NOT EXISTS (
        SELECT 1
        FROM participant e
        JOIN interaction b ON b.log = e.log AND b.revision = e.revision
        WHERE e.log = i.log AND e.identifier = i.identifier AND b.day <= :since)
  AND p.log = i.log AND p.identifier = i.identifier AND p.role = 1
  AND l.log = p.log AND l.revision = p.revision AND l.channel = 1 AND l.day > :since AND l.day <= :as_of AND l.suspect = 0
GROUP BY i.person, n.text
ORDER BY i.person, 3, n.text
