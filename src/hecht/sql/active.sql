-- active: the days on which the person :ego had contact with others up to :as_of, by person and in order, each with its
-- channel, or 9 for chat. A day of several channels or addresses stands there more than once, the lowest channel first;
-- app.active makes one of them, since grouping here would sort everything anew. Facts follow from it (core.ties.tie.Facts.of),
-- as `facts` gives them for all.
SELECT y.person, c.day, CASE WHEN c.channel = 4 THEN 9 ELSE c.channel END AS channel
FROM identity y
CROSS JOIN identity m
CROSS JOIN contact c
WHERE y.log = :log AND m.log = :log AND m.person = :ego AND y.person <> :ego
  AND c.log = :log AND c.a = CASE WHEN m.identifier < y.identifier THEN m.identifier ELSE y.identifier END
  AND c.b = CASE WHEN m.identifier < y.identifier THEN y.identifier ELSE m.identifier END
  AND c.day <= :as_of
ORDER BY y.person, c.day, channel
