-- trusted: the persons of whom something was seen up to :as_of besides mail whose sender could not be trusted.
SELECT i.person
FROM interaction n
JOIN participant p ON p.log = n.log AND p.revision = n.revision
JOIN identity i ON i.log = p.log AND i.identifier = p.identifier
WHERE n.log = :log AND n.suspect = 0 AND n.day <= :as_of
UNION
SELECT i.person FROM card_identifier m JOIN identity i ON i.log = m.log AND i.identifier = m.identifier WHERE m.log = :log
UNION
SELECT i.person
FROM sighting s
JOIN identity i ON i.log = s.log AND i.identifier = s.identifier
WHERE s.log = :log AND s.day <= :as_of
ORDER BY 1
