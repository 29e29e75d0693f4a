-- own: the user's own addresses, found or said.
SELECT n.text
FROM ego e
JOIN identifier n ON n.log = e.log AND n.key = e.identifier
WHERE e.log = :log
ORDER BY n.text
