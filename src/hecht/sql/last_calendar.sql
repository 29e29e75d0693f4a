-- last_calendar: when the newest calendar file that was read was written, in nanoseconds of unix time; nothing without one.
SELECT MAX(f.changed) AS changed
FROM source f
WHERE f.log = :log AND f.kind = 'ics'
