-- pooled: the logs of which something is pooled, among all logs of the database.
SELECT s.log FROM setting s WHERE s.name = 'pool' AND s.value <> '' AND :log > 0 ORDER BY s.log
