-- sightings: who was seen on which mailing list after :since up to :as_of (:ego left out), on how many days, and when first and
-- last.
SELECT y.person, a.name, CAST(COUNT(DISTINCT s.day) AS BIGINT) AS times, MIN(s.day) AS first_day, MAX(s.day) AS last_day
FROM sighting s
JOIN place a ON a.log = s.log AND a.key = s.place
JOIN identity y ON y.log = s.log AND y.identifier = s.identifier
WHERE s.log = :log AND s.day > :since AND s.day <= :as_of AND y.person <> :ego
GROUP BY y.person, a.name
ORDER BY y.person, a.name
