-- newest: the last day up to :as_of of anything that came from each imported path.
SELECT f.root, MAX(i.day) AS last_day
FROM source f
CROSS JOIN origin o
CROSS JOIN interaction i
WHERE f.log = :log AND o.log = f.log AND o.source = f.key AND i.log = o.log AND i.revision = o.revision AND i.day <= :as_of
GROUP BY f.root
ORDER BY f.root
