-- contacts: everybody with whom :person had contact up to :as_of.
SELECT y.person
FROM identity m
CROSS JOIN contact c
CROSS JOIN identity y
WHERE m.log = :log AND m.person = :person AND c.log = :log AND c.a = m.identifier AND c.day <= :as_of
  AND y.log = :log AND y.identifier = c.b AND y.person <> :person
UNION
SELECT y.person
FROM identity m
CROSS JOIN contact c
CROSS JOIN identity y
WHERE m.log = :log AND m.person = :person AND c.log = :log AND c.b = m.identifier AND c.day <= :as_of
  AND y.log = :log AND y.identifier = c.a AND y.person <> :person
ORDER BY 1
