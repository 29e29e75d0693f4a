-- anything: one row when the log holds any interaction at all.
SELECT 1 AS found
WHERE EXISTS (SELECT 1 FROM interaction i WHERE i.log = :log)
