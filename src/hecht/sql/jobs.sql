-- jobs: the jobs that the page began (one with :id, or all with 0), the newest first.
SELECT j.id, j.started, j.changed, j.pid, j.read, j.size, j.items, j.kind, j.name, j.state, j.result
FROM job j
WHERE j.log = :log AND (:id = 0 OR j.id = :id)
ORDER BY j.started DESC, j.id
