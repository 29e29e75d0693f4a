-- own_said: the user's own identifiers by key, and whether the user said so (1) or they were found (0).
SELECT n.key, n.text, e.said
FROM ego e
JOIN identifier n ON n.log = e.log AND n.key = e.identifier
WHERE e.log = :log
ORDER BY n.key
