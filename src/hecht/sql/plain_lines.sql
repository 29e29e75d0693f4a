-- plain_lines: a plain log with numbers for texts, a row a recipient, from the tables plain (see hecht.engines.plain), named
-- (the number of every text that can be somebody) and calendar (the month of every day). What cannot be read is left out, and
-- counted by `plain_span`: it has no day.
SELECT p.item, p.seconds, p.day, m.month, p.channel, p.duration, s.number AS sender, r.number AS receiver
FROM plain p
JOIN named s ON s.text = p.sender
JOIN named r ON r.text = p.receiver
JOIN calendar m ON m.day = p.day
