-- last_talk: the day of the newest mail or chat up to :as_of; calendars say nothing of how fresh a log is.
SELECT MAX(i.day) AS day
FROM interaction i
WHERE i.log = :log AND i.channel IN (1, 4) AND i.day <= :as_of
