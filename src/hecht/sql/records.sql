-- records: every version of what was stated about the collaboration :whole (0: about all), oldest first.
SELECT r.id, r.whole, r.seconds, r.about, r.other, r.undone, r.kind, r.author, r.value, r.since, r.until
FROM record r
WHERE r.log = :log AND (:whole = 0 OR r.whole = :whole)
ORDER BY r.seconds, r.id
