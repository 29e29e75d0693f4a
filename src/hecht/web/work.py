"""Work: takes in dropped files and starts one child process at a time, in a thread of its own."""

from pathlib import Path
from queue import Queue
from tempfile import gettempdir
from threading import Lock, Thread
from typing import BinaryIO

from hecht.app import jobs
from hecht.app.desks import Desks
from hecht.app.spool import Spool
from hecht.core.errors import HechtError, NoSuchJobError


class NoRoomError(HechtError):
    """There is too little room on the disk."""


class Work:
    """Jobs that wait for their turn. Ending the server does not end a job that runs: its row goes on."""

    def __init__(self, desks: Desks) -> None:
        """Wait for work for the user's own log."""
        self._desks = desks
        self._taking: dict[int, Spool] = {}
        self._lock = Lock()
        self._waiting: Queue[tuple[int, BinaryIO | None] | None] = Queue()
        self._thread = Thread(target=self._run, daemon=True, name="work")
        self._thread.start()

    def receive(self) -> int:
        """Begin to take in files; gives the number of the job."""
        with self._lock:
            for number, spool in self._taking.items():
                spool.close()
                jobs.say(self._desks.store, number, state="failed")
            self._taking.clear()
            job = jobs.begin(self._desks.store, "import", "receiving")
            self._taking[job.id] = Spool(self._desks.where() or Path(gettempdir()))
            return job.id

    def spool(self, number: int) -> Spool:
        """Give where the files of a job are taken in.

        Raises:
            NoSuchJobError: no files are taken in under this number.
        """
        try:
            return self._taking[number]
        except KeyError:
            raise NoSuchJobError from None

    def begin(self, number: int) -> None:
        """Let a job begin when its turn comes; what was taken in goes with it.

        Raises:
            NoSuchJobError: no files were taken in under this number.
            FileComingError: a file is still coming in.
        """
        with self._lock:
            spool = self.spool(number)
            names = spool.seal()
            del self._taking[number]
        jobs.say(self._desks.store, number, state="waiting", name=names[0].rpartition("/")[2] if names else "")
        self._waiting.put((number, spool.file))

    def demo(self) -> int:
        """Let the demo world be made."""
        job = jobs.begin(self._desks.store, "demo")
        self._waiting.put((job.id, None))
        return job.id

    def close(self) -> None:
        """Start nothing more."""
        self._waiting.put(None)
        with self._lock:
            for spool in self._taking.values():
                spool.close()

    def _run(self) -> None:
        store = self._desks.store
        while (next_one := self._waiting.get()) is not None:
            number, given = next_one
            try:
                if given:
                    given.seek(0)
                jobs.start(self._desks.url, number, given).wait()
            except OSError:  # no process can be made now; those that wait may have better luck
                pass
            finally:
                if given:
                    given.close()
            try:
                if jobs.job(store, number).state not in jobs.ENDED:
                    jobs.say(store, number, state="failed")
            except HechtError:
                continue  # the row was erased, or another process writes: `mend` says so at the next start
