-- latest: the one version of every item that holds: the highest sequence, stamp, then revision (hash of the facts),
-- and for occurrences of a recurring event not one of an older version of its rule.
SELECT i.log, i.key, i.revision, i.seconds, i.day, i.channel, i.status, i.duration, i.thread, i.reply_to,
       i.recipients, i.relation, i.friction, i.asks, i.words, i.language, i.suspect
FROM interaction i
WHERE NOT EXISTS (
        SELECT 1 FROM interaction n
        WHERE n.log = i.log AND n.key = i.key
          AND (n.sequence > i.sequence
               OR (n.sequence = i.sequence AND n.stamp > i.stamp)
               OR (n.sequence = i.sequence AND n.stamp = i.stamp AND n.revision > i.revision)))
  AND NOT EXISTS (
        SELECT 1 FROM series s
        WHERE s.log = i.log AND s.thread = i.thread
          AND (s.sequence > i.sequence OR (s.sequence = i.sequence AND s.stamp > i.stamp)))
