"""Jobs: long work that the page begins; a child process of the same command does it and writes in a row how far it is.

The row survives a reload of the page and the end of the server. States: `receiving` (files are coming in), `waiting`,
`running`, `done` and `failed`.
"""

import json
import os
import secrets
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from hecht.app.settings import now
from hecht.core.cleaning import clean
from hecht.core.ego import Ego
from hecht.core.errors import NoSuchJobError
from hecht.sql import query
from hecht.stores.store import Store

if TYPE_CHECKING:
    from hecht.app.reading import Progress, Summary

KINDS = ("import", "demo")
ENDED = ("done", "failed")
_EVERY = 0.3
"""Seconds between two writings of how far a job is."""
_KEPT = 20
"""Ended jobs that are remembered."""
_MOST_UNREADABLE = 200


@dataclass(frozen=True, slots=True)
class Job:
    """How far a job is: bytes read of size and items of the file `name`; `result` is what it did, as JSON."""

    id: int
    started: int
    changed: int
    pid: int
    read: int
    size: int
    items: int
    kind: str
    name: str
    state: str
    result: str


def begin(store: Store, kind: str, state: str = "waiting") -> Job:
    """Write down a new job, and forget the oldest that ended."""
    job = Job(secrets.randbits(62), now(), now(), os.getpid(), 0, 0, 0, kind, "", state, "")
    store.write(
        "INSERT INTO job (log, id, started, changed, pid, read, size, items, kind, name, state, result) VALUES"
        " (:log, :id, :started, :changed, :pid, :read, :size, :items, :kind, :name, :state, :result)",
        [asdict(job)],
    )
    ended = [one for one in jobs(store) if one.state in ENDED]
    store.write("DELETE FROM job WHERE log = :log AND id = :id", [{"id": one.id} for one in ended[_KEPT:]])
    return job


def jobs(store: Store) -> list[Job]:
    """Give every job that is remembered, the newest first."""
    return [Job(*row) for row in store.rows(query("jobs"), {"id": 0})]  # type: ignore[arg-type]


def job(store: Store, number: int) -> Job:
    """Give one job.

    Raises:
        NoSuchJobError: there is none with this number.
    """
    found = store.rows(query("jobs"), {"id": number})
    if not found or not number:
        raise NoSuchJobError
    return Job(*found[0])  # type: ignore[arg-type]


def say(store: Store, number: int, **facts: int | str) -> None:
    """Write in a job's row how far it is."""
    columns = ", ".join(f"{name} = :{name}" for name in facts)  # names of parameters of this module, never of a request
    store.write(
        f"UPDATE job SET changed = :changed, {columns} WHERE log = :log AND id = :id",  # noqa: S608
        [{"id": number, "changed": now(), **facts}],
    )


def mend(store: Store) -> None:
    """Say of jobs whose process is gone that they broke off."""
    for one in jobs(store):
        if one.state not in ENDED and not _lives(one.pid):
            say(store, one.id, state="failed")


def _lives(pid: int) -> bool:
    with suppress(ProcessLookupError):
        try:
            os.kill(pid, 0)
        except PermissionError:
            return False  # the number went to a process of somebody else
        return True
    return False


def start(url: str, number: int, given: BinaryIO | None) -> "subprocess.Popen[bytes]":
    """Start the child process that does a job, and hand it what was dropped; its log is named where others cannot read."""
    return subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, "-P", "-m", "hecht.cli", "job", str(number)],  # -P: run no file of the folder one stands in
        stdin=given or subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HECHT_DB": url},
    )


def run(store: Store, number: int, given: BinaryIO, clock: Callable[[], float]) -> bool:
    """Do a job; gives whether it ended well. What could not be read is part of its result and not a failure."""
    from hecht.app.demo import make_demo
    from hecht.app.intake import read_dropped
    from hecht.app.spool import files_of

    found = job(store, number)
    say(store, number, state="running", pid=os.getpid())
    told = [clock()]

    def progress(so_far: "Progress") -> None:
        if clock() - told[0] < _EVERY:
            return
        told[0] = clock()
        name = clean(_shown(so_far.place), 120)
        say(store, number, name=name, read=so_far.read, size=so_far.size, items=so_far.items)

    try:
        if found.kind == "demo":
            made = make_demo(_demo_folder(store), progress)
            made.log.close()
            summary = made.summary
        else:
            summary = read_dropped(store, files_of(given), now(), progress=progress)
    except BaseException:
        say(store, number, state="failed")
        raise
    say(store, number, state="done", result=_written(summary))
    return True


def _demo_folder(store: Store) -> Path | None:
    """Give the folder of the demo world: beside the log when that is a file, so that one may have several."""
    name = store.engine.url.database
    return Path(name).parent / "demo" if store.engine.dialect.name == "sqlite" and name else None


def demo_database(store: Store) -> Path:
    """Give where the demo world's log lies that belongs to this log."""
    from platformdirs import user_data_path

    folder = _demo_folder(store) or user_data_path("hecht", appauthor=False) / "demo"
    return folder / "demo.db"


def _shown(place: str) -> str:
    """Give the last part of a place, which is enough for who dropped it."""
    from hecht.app.files import DROPPED

    return Path(place.removeprefix(DROPPED)).name


def _written(summary: "Summary") -> str:
    held: dict[str, Any] = {
        "new": dict(summary.new),
        "revised": dict(summary.revised),
        "known": dict(summary.known),
        "cards": summary.cards,
        "left_out": [[kind, reason, count] for (kind, reason), count in summary.left_out.items()],
        "unreadable": [
            [_shown(place), offset, cause] for place, offset, cause in summary.unreadable[:_MOST_UNREADABLE]
        ],
        "unreadable_count": len(summary.unreadable),
        "unknown_files": summary.unknown_files,
        "unchanged": summary.unchanged,
        "files": summary.files,
        "whole": summary.whole,
        "ego": [list(summary.ego.own), list(summary.ego.maybe), summary.ego.how],
    }
    return json.dumps(held, ensure_ascii=False)


def summary_of(result: str) -> "Summary":
    """Give back what a job did from the result in its row."""
    from hecht.app.reading import Summary

    held = json.loads(result)
    own, maybe, how = held["ego"]
    return Summary(
        new=Counter(held["new"]),
        revised=Counter(held["revised"]),
        known=Counter(held["known"]),
        cards=held["cards"],
        left_out=Counter({(kind, reason): count for kind, reason, count in held["left_out"]}),
        unreadable=[(place, offset, cause) for place, offset, cause in held["unreadable"]],
        unknown_files=held["unknown_files"],
        unchanged=held["unchanged"],
        files=held["files"],
        whole=held["whole"],
        ego=Ego(tuple(own), tuple(maybe), how),
    )
