-- mails: how many mails the log holds.
SELECT COUNT(*) AS mails
FROM latest l
WHERE l.log = :log AND l.channel = 1
