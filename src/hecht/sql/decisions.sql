-- decisions: what the user decided of moves, in order of time, with the person it is about (0 where there is none).
SELECT d.move, COALESCE(i.person, 0) AS person, d.identifier, d.verdict, d.until, d.kind, d.because
FROM decision d
LEFT JOIN identity i ON i.log = d.log AND i.identifier = d.identifier
WHERE d.log = :log
ORDER BY d.seconds, d.move
