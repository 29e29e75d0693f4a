-- contact_days: every day on which two people (numbers of the table who, a < b) had contact after :since up to :until: how many
-- contacts, how many of them days of chat, how many went from a to b and from b to a (a meeting, visit or day of chat goes both
-- ways), and of how many the relation part is known, and its sum. What counts is what `contact` says; a store keeps that by
-- identifiers, and here it is counted once, from the tables latest (or what `latest_days` gives), participant, ego and who.
WITH item AS (
  SELECT l.revision, l.day, l.channel, l.relation
  FROM latest l
  WHERE l.log = :log AND l.day > :since AND l.day <= :until AND l.status = 1 AND l.suspect = 0 AND l.recipients > 0
    AND ((l.channel IN (1, 3) AND l.recipients <= 5) OR (l.channel IN (2, 4, 5) AND l.recipients <= 7))
), absent AS (
  SELECT DISTINCT m.revision
  FROM participant m
  JOIN ego e ON e.log = m.log AND e.identifier = m.identifier
  WHERE m.log = :log AND m.role = 5 AND m.answer <> 1
), pair AS (
  SELECT CASE WHEN x.number < y.number THEN x.number ELSE y.number END AS a,
         CASE WHEN x.number < y.number THEN y.number ELSE x.number END AS b,
         i.day, i.channel, i.relation,
         CASE WHEN x.number < y.number THEN 1 END AS forth,
         CASE WHEN x.number > y.number THEN 1 END AS back
  FROM item i
  JOIN participant s ON s.log = :log AND s.revision = i.revision AND s.role = 1
  JOIN participant r ON r.log = :log AND r.revision = i.revision AND r.role IN (2, 3)
  JOIN who x ON x.identifier = s.identifier
  JOIN who y ON y.identifier = r.identifier
  WHERE i.channel IN (1, 3) AND x.number <> y.number
  UNION ALL
  SELECT x.number AS a, y.number AS b, i.day, i.channel, i.relation, 1 AS forth, 1 AS back
  FROM item i
  JOIN participant p ON p.log = :log AND p.revision = i.revision AND p.answer <> 3
  JOIN participant q ON q.log = :log AND q.revision = i.revision AND q.answer <> 3
  JOIN who x ON x.identifier = p.identifier
  JOIN who y ON y.identifier = q.identifier
  LEFT JOIN absent n ON n.revision = i.revision
  WHERE i.channel IN (2, 4, 5) AND x.number < y.number AND n.revision IS NULL
)
SELECT x.a, x.b, x.day,
       COUNT(*) AS contacts,
       COUNT(CASE WHEN x.channel = 4 THEN 1 END) AS chats,
       COUNT(x.forth) AS forth,
       COUNT(x.back) AS back,
       COUNT(x.relation) AS known,
       CAST(COALESCE(SUM(x.relation), 0) AS BIGINT) AS relation
FROM pair x
GROUP BY x.a, x.b, x.day
