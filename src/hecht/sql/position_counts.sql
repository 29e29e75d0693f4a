-- position_counts: how many people have a position (the table found, what `position_holes` gives) and how many ties there are.
SELECT CAST((SELECT COUNT(*) FROM found f) AS BIGINT) AS people, CAST((SELECT COUNT(*) FROM tie t) AS BIGINT) AS ties
