-- channels: through which channels this log had seen anything up to :as_of.
SELECT 1 AS channel
WHERE EXISTS (SELECT 1 FROM interaction i WHERE i.log = :log AND i.channel = 1 AND i.day <= :as_of)
UNION ALL
SELECT 2 AS channel
WHERE EXISTS (SELECT 1 FROM interaction i WHERE i.log = :log AND i.channel = 2 AND i.day <= :as_of)
UNION ALL
SELECT 3 AS channel
WHERE EXISTS (SELECT 1 FROM interaction i WHERE i.log = :log AND i.channel = 3 AND i.day <= :as_of)
UNION ALL
SELECT 4 AS channel
WHERE EXISTS (SELECT 1 FROM interaction i WHERE i.log = :log AND i.channel = 4 AND i.day <= :as_of)
UNION ALL
SELECT 5 AS channel
WHERE EXISTS (SELECT 1 FROM interaction i WHERE i.log = :log AND i.channel = 5 AND i.day <= :as_of)
ORDER BY 1
