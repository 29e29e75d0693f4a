-- last_decision: the second of the last decision on :move.
SELECT MAX(d.seconds) AS seconds FROM decision d WHERE d.log = :log AND d.move = :move
