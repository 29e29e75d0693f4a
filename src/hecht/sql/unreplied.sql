-- unreplied: how many mails :ego sent to :person alone, up to :as_of, after the last day on which anything came back.
WITH pair AS (
  SELECT c.day, c.channel, c.direct, c.together, CASE WHEN c.a = m.identifier THEN c.received ELSE c.sent END AS back
  FROM identity m
  CROSS JOIN identity i
  CROSS JOIN contact c
  WHERE m.log = :log AND m.person = :ego AND i.log = :log AND i.person = :person AND c.log = :log
    AND c.a = CASE WHEN m.identifier < i.identifier THEN m.identifier ELSE i.identifier END
    AND c.b = CASE WHEN m.identifier < i.identifier THEN i.identifier ELSE m.identifier END
    AND c.day <= :as_of
)
SELECT CAST(COALESCE(SUM(p.direct), 0) AS BIGINT) AS mails
FROM pair p
WHERE p.channel = 1
  AND p.day > (SELECT COALESCE(MAX(q.day), -1) FROM pair q WHERE q.back > 0 OR q.together > 0)
