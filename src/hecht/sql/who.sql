-- who: a small number for every person in the order of their ids, by identifier, and whether they are no person (see the
-- table nobody). What is counted by millions is joined and grouped by these numbers, which take a third of the room.
SELECT i.identifier, CAST(DENSE_RANK() OVER (ORDER BY i.person) AS BIGINT) AS number, i.person,
       CASE WHEN n.person IS NULL THEN 0 ELSE 1 END AS nobody
FROM identity i
LEFT JOIN nobody n ON n.person = i.person
WHERE i.log = :log
