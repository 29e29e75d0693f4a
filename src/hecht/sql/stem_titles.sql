-- stem_titles: the titles among at most eight people after :since up to :as_of in which each stem of the text :stems
-- ('|one|two|') stands.
SELECT DISTINCT s.stem, t.text
FROM latest l
CROSS JOIN stem s
CROSS JOIN title t
WHERE l.log = :log AND l.channel IN (1, 2, 3, 4, 5) AND l.day > :since AND l.day <= :as_of AND l.recipients <= 7 AND l.status = 1
  AND s.log = l.log AND s.revision = l.revision AND :stems LIKE '%|' || s.stem || '|%'
  AND t.log = l.log AND t.revision = l.revision
ORDER BY 1, 2
