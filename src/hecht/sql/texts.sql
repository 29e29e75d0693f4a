-- texts: every identifier of the log by key, as it reads.
SELECT n.key, n.text FROM identifier n WHERE n.log = :log ORDER BY n.key
