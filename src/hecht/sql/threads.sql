-- threads: how many conversations (threads, and items without one) up to :as_of have a title.
SELECT CAST(COUNT(DISTINCT CASE WHEN i.thread = 0 THEN i.key ELSE i.thread END) AS BIGINT) AS threads
FROM title t
JOIN interaction i ON i.log = t.log AND i.revision = t.revision
WHERE t.log = :log AND i.day <= :as_of
