"""The desks: that of the user's own log and that of the demo world's; one of them lies open."""

from pathlib import Path
from threading import Lock

from hecht.app import jobs
from hecht.app.desk import Desk
from hecht.app.library import open_hecht
from hecht.core.errors import EmptyLogError
from hecht.stores.store import Store


class Desks:
    """Who makes a reply takes the desk that lies open once, and so tells of one log though another is laid open meanwhile."""

    def __init__(self, url: str) -> None:
        """Open the user's log."""
        self.url = url
        self._own = Desk(open_hecht(url))
        jobs.mend(self.store)
        self._demo: Desk | None = None
        self._lock = Lock()

    @property
    def store(self) -> Store:
        """Give the store of the user's own log: long work and where the demo world lies stand there, whatever lies open."""
        return self._own.log.store

    @property
    def open(self) -> Desk:
        """Give the desk that lies open."""
        return self._demo or self._own

    def show(self, *, demo: bool) -> Desk:
        """Lay the demo world's log open, as it is now, or the user's own; gives its desk.

        Raises:
            EmptyLogError: the demo world was not made yet.
        """
        with self._lock:
            place = jobs.demo_database(self.store)
            if demo and not place.exists():
                raise EmptyLogError
            before, self._demo = self._demo, Desk(open_hecht(place, 1)) if demo else None
            if before:
                before.close()
            return self.open

    def warm(self) -> None:
        """Make what the page asks first before it asks."""
        self.open.warm()

    def hurry(self) -> None:
        """Begin nothing new of what nobody asked for: the logs will be closed."""
        self._own.hurry()
        self.open.hurry()

    def close(self) -> None:
        """Let go of the logs."""
        with self._lock:
            if self._demo:
                self._demo.close()
            self._own.close()

    def where(self) -> Path | None:
        """Give the folder of the user's log, or None for a database elsewhere."""
        name = self.store.engine.url.database
        return Path(name).parent if self.store.engine.dialect.name == "sqlite" and name else None
