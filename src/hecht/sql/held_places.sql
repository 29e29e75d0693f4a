-- held_places: the mailing lists on which a person was seen.
SELECT DISTINCT a.name
FROM identity i
JOIN sighting s ON s.log = i.log AND s.identifier = i.identifier
JOIN place a ON a.log = s.log AND a.key = s.place
WHERE i.log = :log AND i.person = :person
ORDER BY a.name
