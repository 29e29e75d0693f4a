-- identifier: whether the log knows the identifier with key :key.
SELECT n.key
FROM identifier n
WHERE n.log = :log AND n.key = :key
