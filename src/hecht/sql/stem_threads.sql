-- stem_threads: the conversations (threads, and items without one) up to :as_of in whose titles each stem of the text :stems
-- ('|one|two|') stands.
SELECT DISTINCT s.stem, CASE WHEN i.thread = 0 THEN i.key ELSE i.thread END AS thread
FROM stem s
JOIN interaction i ON i.log = s.log AND i.revision = s.revision
WHERE s.log = :log AND :stems LIKE '%|' || s.stem || '|%' AND i.day <= :as_of
ORDER BY 1, 2
