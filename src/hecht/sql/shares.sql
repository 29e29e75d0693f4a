-- shares: by person how many interactions have a known relation part, and its sum, from the table share (what `day_shares`
-- gave).
SELECT s.person, s.known, s.relation FROM share s ORDER BY s.person
