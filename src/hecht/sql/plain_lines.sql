-- plain_lines: a plain log with identifiers for texts, a row a recipient, from the tables plain (see hecht.engines.plain) and
-- named (the identifier of every text that can be one). What cannot be read is left out, and counted by `plain_span`.
SELECT p.item, p.seconds, p.day, p.month, p.channel, p.duration, p.thread, s.identifier AS sender, r.identifier AS receiver
FROM plain p
JOIN named s ON s.text = p.sender
JOIN named r ON r.text = p.receiver
WHERE p.day IS NOT NULL AND p.channel IS NOT NULL
