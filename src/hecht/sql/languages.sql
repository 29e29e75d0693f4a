-- languages: in which languages :person wrote mail after :since up to :as_of, the most used first.
SELECT l.language, CAST(COUNT(*) AS BIGINT) AS mails
FROM identity y
CROSS JOIN participant p
CROSS JOIN latest l
WHERE y.log = :log AND y.person = :person AND p.log = y.log AND p.identifier = y.identifier AND p.role = 1
  AND l.log = p.log AND l.revision = p.revision AND l.channel = 1 AND l.day > :since AND l.day <= :as_of
  AND l.suspect = 0 AND l.language <> ''
GROUP BY l.language
ORDER BY 2 DESC, 1
