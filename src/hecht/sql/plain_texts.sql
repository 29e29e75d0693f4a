-- plain_texts: every text that a plain log uses for somebody.
SELECT p.sender AS text FROM plain p WHERE p.sender IS NOT NULL
UNION
SELECT p.receiver AS text FROM plain p WHERE p.receiver <> ''
ORDER BY 1
