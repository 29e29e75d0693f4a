-- in_touch: the first day after :since up to :until on which persons :a and :b had contact.
SELECT MIN(c.day) AS first_day
FROM identity i
CROSS JOIN identity o
CROSS JOIN contact c
WHERE i.log = :log AND i.person = :a AND o.log = :log AND o.person = :b AND c.log = :log
  AND c.a = CASE WHEN i.identifier < o.identifier THEN i.identifier ELSE o.identifier END
  AND c.b = CASE WHEN i.identifier < o.identifier THEN o.identifier ELSE i.identifier END
  AND c.day > :since AND c.day <= :until
