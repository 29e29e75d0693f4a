-- position_strengths: the table tie that positions are worked out from: strengths for the weights of the table day_tie (what
-- `day_ties` gives), which are parts of 2^40.
SELECT t.a, t.b, t.weight / 1099511627776e0 AS strength, t.weight_forth / 1099511627776e0 AS forth,
       t.weight_back / 1099511627776e0 AS back, t.last_day, t.active_548
FROM day_tie t
