-- seen_lists: people who wrote to a mailing list of :ego's on several days after :since up to :as_of, and with whom there
-- never was any contact.
SELECT y.person, a.name, CAST(COUNT(DISTINCT s.day) AS BIGINT) AS times, MIN(s.day) AS first_day, MAX(s.day) AS last_day
FROM sighting s
JOIN place a ON a.log = s.log AND a.key = s.place
JOIN identity y ON y.log = s.log AND y.identifier = s.identifier
WHERE s.log = :log AND s.day > :since AND s.day <= :as_of AND y.person <> :ego
  AND NOT EXISTS (
        SELECT 1
        FROM identity m
        CROSS JOIN identity i
        CROSS JOIN contact c
        WHERE m.log = :log AND m.person = :ego AND i.log = :log AND i.person = y.person
          AND c.log = :log AND c.a = CASE WHEN m.identifier < i.identifier THEN m.identifier ELSE i.identifier END
          AND c.b = CASE WHEN m.identifier < i.identifier THEN i.identifier ELSE m.identifier END
          AND c.day <= :as_of)
GROUP BY y.person, a.name
HAVING COUNT(DISTINCT s.day) >= 2
ORDER BY y.person, a.name
