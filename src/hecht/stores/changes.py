"""Changes: how a process that keeps things at hand sees that the log was written to, by itself or by another."""

from typing import Any

from hecht.sql import query
from hecht.stores.store import Store

_ASKED = {"sqlite": "PRAGMA data_version", "postgresql": "SELECT CAST(pg_current_snapshot() AS text)"}


class Changes:
    """Watches one log over a connection of its own that never writes."""

    def __init__(self, store: Store) -> None:
        """Begin to watch."""
        self._store = store
        self._watching: Any = store.engine.raw_connection()
        self._seen: object = None
        self._stamp: object = None

    def since(self) -> str:
        """Say what changed since the last time this was asked: `log`, `small` (only small records), or nothing.

        The database says cheaply whether anything was committed; only then the log is counted.
        """
        cursor = self._watching.cursor()
        cursor.execute(_ASKED[self._store.engine.dialect.name])
        seen = cursor.fetchone()
        cursor.close()
        self._watching.rollback()
        if seen == self._seen:
            return ""
        stamp = self._store.rows(query("stamp"))
        changed = "log" if stamp != self._stamp else "small"
        self._seen, self._stamp = seen, stamp
        return changed

    def close(self) -> None:
        """Stop watching."""
        self._watching.close()
