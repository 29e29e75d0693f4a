-- stamp: counts that change whenever the log or who is who does, to see whether what was derived still holds.
SELECT 'interaction' AS part, CAST(COUNT(*) AS BIGINT) AS counted, CAST(0 AS BIGINT) AS summed
FROM interaction i WHERE i.log = :log
UNION ALL
SELECT 'identity', CAST(COUNT(*) AS BIGINT), CAST(COALESCE(SUM(y.person % 1000003), 0) AS BIGINT)
FROM identity y WHERE y.log = :log
UNION ALL
SELECT 'contact', CAST(COUNT(*) AS BIGINT), CAST(COALESCE(MAX(c.day), 0) AS BIGINT)
FROM contact c WHERE c.log = :log
UNION ALL
SELECT 'card', CAST(COUNT(*) AS BIGINT), CAST(COALESCE(SUM(d.key % 1000003), 0) AS BIGINT)
FROM card d WHERE d.log = :log
UNION ALL
SELECT 'alias', CAST(COUNT(*) AS BIGINT), CAST(COALESCE(SUM(a.month), 0) AS BIGINT)
FROM alias a WHERE a.log = :log
UNION ALL
SELECT 'ego', CAST(COUNT(*) AS BIGINT), CAST(COALESCE(SUM(e.identifier % 1000003), 0) AS BIGINT)
FROM ego e WHERE e.log = :log
UNION ALL
SELECT 'said', CAST(COUNT(*) AS BIGINT), CAST(COALESCE(SUM(s.undone % 1000003), 0) AS BIGINT)
FROM said s WHERE s.log = :log
UNION ALL
SELECT 'setting', CAST(COUNT(*) AS BIGINT), CAST(COALESCE(SUM(LENGTH(t.value)), 0) AS BIGINT)
FROM setting t WHERE t.log = :log
ORDER BY 1
