-- said_ego: the addresses that the user said are their own, but for :owner, which stands for whoever a file belongs to.
SELECT n.text
FROM ego e
JOIN identifier n ON n.log = e.log AND n.key = e.identifier
WHERE e.log = :log AND e.said = 1 AND n.text <> :owner
ORDER BY n.text
