-- channels: through which channels this log has seen anything.
SELECT 1 AS channel WHERE EXISTS (SELECT 1 FROM interaction i WHERE i.log = :log AND i.channel = 1)
UNION ALL
SELECT 2 AS channel WHERE EXISTS (SELECT 1 FROM interaction i WHERE i.log = :log AND i.channel = 2)
UNION ALL
SELECT 3 AS channel WHERE EXISTS (SELECT 1 FROM interaction i WHERE i.log = :log AND i.channel = 3)
UNION ALL
SELECT 4 AS channel WHERE EXISTS (SELECT 1 FROM interaction i WHERE i.log = :log AND i.channel = 4)
UNION ALL
SELECT 5 AS channel WHERE EXISTS (SELECT 1 FROM interaction i WHERE i.log = :log AND i.channel = 5)
ORDER BY 1
