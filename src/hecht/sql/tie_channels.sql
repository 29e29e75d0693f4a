-- tie_channels: through which channels :ego and :person had contact up to :as_of: the first and last day, and how much of it
-- was between the two alone.
SELECT c.channel, MIN(c.day) AS first_day, MAX(c.day) AS last_day, CAST(SUM(c.direct) AS BIGINT) AS direct
FROM identity m
CROSS JOIN identity i
CROSS JOIN contact c
WHERE m.log = :log AND m.person = :ego AND i.log = :log AND i.person = :person AND c.log = :log
  AND c.a = CASE WHEN m.identifier < i.identifier THEN m.identifier ELSE i.identifier END
  AND c.b = CASE WHEN m.identifier < i.identifier THEN i.identifier ELSE m.identifier END
  AND c.day <= :as_of
GROUP BY c.channel
ORDER BY 3 DESC, c.channel
