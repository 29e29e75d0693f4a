-- latest_days: the versions that hold, as `latest` says, with what `table_days`, `seats` and `seen` need of them, for a whole log at
-- once: only items of which there are several versions are compared, and a store, which asks for a few, has its indexes.
WITH several AS (
  SELECT i.log, i.key FROM interaction i GROUP BY i.log, i.key HAVING COUNT(*) > 1
), beaten AS (
  SELECT i.log, i.revision
  FROM several v
  JOIN interaction i ON i.log = v.log AND i.key = v.key
  JOIN interaction n ON n.log = v.log AND n.key = v.key
  WHERE n.sequence > i.sequence
     OR (n.sequence = i.sequence AND n.stamp > i.stamp)
     OR (n.sequence = i.sequence AND n.stamp = i.stamp AND n.revision > i.revision)
  UNION
  SELECT i.log, i.revision
  FROM series s
  JOIN interaction i ON i.log = s.log AND i.thread = s.thread
  WHERE s.sequence > i.sequence OR (s.sequence = i.sequence AND s.stamp > i.stamp)
)
SELECT i.log, i.revision, i.day, i.channel, i.status, i.duration, i.recipients, i.relation, i.suspect
FROM interaction i
LEFT JOIN beaten b ON b.log = i.log AND b.revision = i.revision
WHERE b.revision IS NULL
