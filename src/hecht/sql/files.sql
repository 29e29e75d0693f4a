-- files: every file that was read: what the user named, and what is remembered of it.
SELECT s.key, s.path, s.root, s.kind, s.read_at, s.position, s.fingerprint, s.size, s.changed, s.version
FROM source s
WHERE s.log = :log
ORDER BY s.root, s.kind, s.path
