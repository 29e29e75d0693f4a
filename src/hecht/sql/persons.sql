-- persons: the person of every identifier that something is recorded of, or :identifier itself when it is not 0.
SELECT i.identifier, i.person
FROM identity i
WHERE i.log = :log AND (i.identifier = :identifier
   OR (:identifier = 0 AND (i.identifier IN (SELECT r.about FROM record r WHERE r.log = :log)
                            OR i.identifier IN (SELECT r.other FROM record r WHERE r.log = :log))))
ORDER BY i.identifier
