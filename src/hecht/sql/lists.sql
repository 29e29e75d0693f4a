-- lists: who wrote to which mailing list on at least two days after :since up to :as_of.
SELECT a.name, y.person
FROM sighting s
JOIN place a ON a.log = s.log AND a.key = s.place
JOIN identity y ON y.log = s.log AND y.identifier = s.identifier
WHERE s.log = :log AND s.day > :since AND s.day <= :as_of
GROUP BY a.name, y.person
HAVING COUNT(DISTINCT s.day) >= 2
ORDER BY a.name, y.person
