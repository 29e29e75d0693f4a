-- used: the first and last day up to :as_of on which identifiers were used by their owner, who wrote (also to many at
-- once, as one does from a new address) or met; of one person (:person), or with 0 of everybody who has more than one
-- identifier.
SELECT u.person, u.identifier, MIN(u.first) AS first, MAX(u.last) AS last
FROM (
    SELECT i.person, c.a AS identifier, MIN(c.day) AS first, MAX(c.day) AS last
    FROM identity i
    CROSS JOIN contact c
    WHERE c.log = i.log AND c.a = i.identifier AND i.log = :log AND c.day <= :as_of AND (c.sent > 0 OR c.together > 0)
      AND i.person IN (SELECT s.person FROM identity s WHERE s.log = :log
           AND (s.person = :person OR (:person = 0 AND s.person <> s.identifier)))
    GROUP BY i.person, c.a
    UNION ALL
    SELECT i.person, c.b AS identifier, MIN(c.day) AS first, MAX(c.day) AS last
    FROM identity i
    CROSS JOIN contact c
    WHERE c.log = i.log AND c.b = i.identifier AND i.log = :log AND c.day <= :as_of AND (c.received > 0 OR c.together > 0)
      AND i.person IN (SELECT s.person FROM identity s WHERE s.log = :log
           AND (s.person = :person OR (:person = 0 AND s.person <> s.identifier)))
    GROUP BY i.person, c.b
    UNION ALL
    SELECT i.person, p.identifier, MIN(x.day) AS first, MAX(x.day) AS last
    FROM identity i
    CROSS JOIN participant p
    CROSS JOIN interaction x
    WHERE p.log = i.log AND p.identifier = i.identifier AND x.log = p.log AND x.revision = p.revision AND i.log = :log AND p.role = 1 AND x.channel = 1 AND x.suspect = 0 AND x.day <= :as_of
      AND i.person IN (SELECT s.person FROM identity s WHERE s.log = :log
           AND (s.person = :person OR (:person = 0 AND s.person <> s.identifier)))
    GROUP BY i.person, p.identifier
) u
GROUP BY u.person, u.identifier
ORDER BY u.person, u.identifier
