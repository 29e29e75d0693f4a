"""The log and the small records of the user, in SQLite or PostgreSQL."""
