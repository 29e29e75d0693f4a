"""The file of one round of questions: an SQLite file of its own, with only what the round needs and nothing of the log.

Of an anonymous round there is one row with its counts. Whatever order the answers came in, the same answers leave the same
bytes: the row is written whole and in a fixed order, what was there before is overwritten, and the file is packed anew.
"""

import json
import os
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

from hecht.core.collaboration.pulse import EMPTY, Answers, Kind, Mode, Question, Tally
from hecht.core.collaboration.release import Release
from hecht.core.errors import NoSuchRoundError, StoreBusyError, StoreUnusableError

ENDING = ".round"
UNFINISHED = ".part"
"""The ending of a round that was being made; it is left behind only when that broke off."""
VERSION = 1
_TABLES = """
CREATE TABLE round (id TEXT PRIMARY KEY, name TEXT NOT NULL, whole TEXT NOT NULL, mode TEXT NOT NULL, lang TEXT NOT NULL,
  opened INTEGER NOT NULL, closes INTEGER NOT NULL, last TEXT NOT NULL, questions TEXT NOT NULL, key BLOB NOT NULL,
  at TEXT NOT NULL, closed INTEGER, released TEXT) STRICT;
CREATE TABLE seat (number INTEGER PRIMARY KEY, name TEXT NOT NULL, organisation TEXT NOT NULL, identifiers TEXT NOT NULL) STRICT;
CREATE TABLE answer (seat INTEGER PRIMARY KEY, given TEXT NOT NULL, seconds INTEGER NOT NULL) STRICT;
CREATE TABLE counts (one INTEGER PRIMARY KEY CHECK (one = 1), held TEXT NOT NULL) STRICT;
"""


class Seat(NamedTuple):
    """Somebody whom a round goes to: a number within it, name, organisation, and all their identifiers."""

    number: int
    name: str
    organisation: str
    identifiers: tuple[str, ...]


class Head(NamedTuple):
    """What a round is: everything that was settled at its start, and when it closed.

    `whole` is the id of the collaboration; `opened`, `closes` and `closed` are unix seconds, `last` is the last day in
    ISO; `key` signs its links; `at` is the address that its links begin with, or nothing.
    """

    id: str
    name: str
    whole: str
    mode: Mode
    lang: str
    opened: int
    closes: int
    last: str
    questions: tuple[Question, ...]
    key: bytes
    at: str
    closed: int | None = None


class Given(NamedTuple):
    """What somebody answered by name, and when in unix seconds."""

    answers: Answers
    seconds: int


class Counts(NamedTuple):
    """What an anonymous round keeps while it is open: the counts, marks of used links, marks of slips that hold."""

    tally: Tally
    used: frozenset[str]
    slips: frozenset[str]


NOTHING = Counts(EMPTY, frozenset(), frozenset())


class RoundFile:
    """One round on disk. Every change is one transaction; several processes may have it open."""

    def __init__(self, path: Path) -> None:
        """Open a round that exists.

        Raises:
            NoSuchRoundError: there is no such file.
            StoreUnusableError: it is not a round.
        """
        self.path = path
        if not path.is_file():
            raise NoSuchRoundError(path.name)
        with _said(path):
            self._db = sqlite3.connect(path, timeout=5, isolation_level=None)
            for pragma in ("secure_delete=ON", "synchronous=FULL", "temp_store=MEMORY"):
                self._db.execute(f"PRAGMA {pragma}")
            found = self._db.execute("PRAGMA user_version").fetchone()
        if found != (VERSION,):
            self._db.close()
            raise StoreUnusableError(str(path))

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the database in a transaction that writes; it holds from the first line, so that what is read stays so."""
        with _said(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def pack(self) -> None:
        """Write the file anew, so that its bytes follow from what it holds alone."""
        with _said(self.path):
            self._db.execute("VACUUM")

    def head(self) -> Head:
        """Give what the round is."""
        with _said(self.path):
            row = self._db.execute(
                "SELECT id, name, whole, mode, lang, opened, closes, last, questions, key, at, closed FROM round"
            ).fetchone()
        asked = tuple(Question(one[0], Kind(one[1]), one[2], one[3]) for one in json.loads(row[8]))
        number, name, whole, mode, lang, opened, closes, last, _, key, at, closed = row
        return Head(number, name, whole, Mode(mode), lang, opened, closes, last, asked, key, at, closed)

    def seats(self) -> tuple[Seat, ...]:
        """Give whom it went to, in the order of their numbers."""
        with _said(self.path):
            rows = self._db.execute(
                "SELECT number, name, organisation, identifiers FROM seat ORDER BY number"
            ).fetchall()
        return tuple(Seat(number, name, house, tuple(held.split("\n"))) for number, name, house, held in rows)

    def answers(self) -> dict[int, Given]:
        """Give what was answered by name, by seat."""
        with _said(self.path):
            rows = self._db.execute("SELECT seat, given, seconds FROM answer ORDER BY seat").fetchall()
        return {seat: Given(_read(given), seconds) for seat, given, seconds in rows}

    def put(self, seat: int, answers: Answers, seconds: int) -> None:
        """Keep what somebody answered by name, in the place of what they answered before; within `writing`."""
        said = json.dumps(answers, ensure_ascii=False, sort_keys=True)
        self._db.execute("INSERT OR REPLACE INTO answer VALUES (?,?,?)", (seat, said, seconds))

    def counts(self) -> Counts:
        """Give what an anonymous round holds."""
        with _said(self.path):
            row = self._db.execute("SELECT held FROM counts").fetchone()
        held: dict[str, Any] = json.loads(row[0]) if row else {}
        if not held:
            return NOTHING
        steps = {one: tuple(counts) for one, counts in held["steps"].items()}
        texts = {one: tuple(said) for one, said in held["texts"].items()}
        return Counts(Tally(steps, texts), frozenset(held["used"]), frozenset(held["slips"]))

    def count(self, counts: Counts) -> None:
        """Keep the counts of an anonymous round; within `writing`, and `pack` afterwards."""
        self._db.execute("UPDATE counts SET held = ?", (_written(counts),))

    def shut(self, seconds: int, released: Release | None) -> None:
        """Close the round, with what an anonymous one lets out; its counts are gone then. Within `writing`; then `pack`."""
        self._db.execute("UPDATE round SET closed = ?", (seconds,))
        self._db.execute("DELETE FROM counts")
        if released is not None:
            self.release(released)

    def release(self, released: Release) -> None:
        """Keep what an anonymous round lets out; within `writing`."""
        said = json.dumps(released._asdict(), ensure_ascii=False, sort_keys=True)
        self._db.execute("UPDATE round SET released = ?", (said,))

    def released(self) -> Release | None:
        """Give what an anonymous round let out; None while it is open, and of a round by name."""
        with _said(self.path):
            (said,) = self._db.execute("SELECT released FROM round").fetchone()
        if said is None:
            return None
        held = json.loads(said)
        texts = {question: tuple(one) for question, one in held["texts"].items()}
        return Release(held["halves"], texts, enough=held["enough"], caution=held["caution"])

    def set_seat(self, seat: Seat) -> None:
        """Change what is held of somebody whom it went to; within `writing`."""
        self._db.execute(
            "UPDATE seat SET name = ?, organisation = ?, identifiers = ? WHERE number = ?",
            (seat.name, seat.organisation, "\n".join(seat.identifiers), seat.number),
        )

    def remove_answer(self, seat: int) -> None:
        """Remove what somebody answered by name; within `writing`."""
        self._db.execute("DELETE FROM answer WHERE seat = ?", (seat,))


def make_round(path: Path, head: Head, seats: Sequence[Seat]) -> RoundFile:
    """Write a new round, readable by the user alone, and open it.

    Raises:
        StoreUnusableError: it cannot be written, or there is one already.
    """
    asked = json.dumps([list(one) for one in head.questions], ensure_ascii=False)
    with _said(path), closing(sqlite3.connect(":memory:")) as db:
        db.executescript(_TABLES)
        db.execute(f"PRAGMA user_version={VERSION}")
        db.execute(
            "INSERT INTO round VALUES (?,?,?,?,?,?,?,?,?,?,?,NULL,NULL)",
            (*head[:3], str(head.mode), *head[4:8], asked, head.key, head.at),
        )
        db.executemany(
            "INSERT INTO seat VALUES (?,?,?,?)",
            [(one.number, one.name, one.organisation, "\n".join(one.identifiers)) for one in seats],
        )
        db.execute("INSERT INTO counts VALUES (1, ?)", (_written(NOTHING),))
        db.commit()
        whole = db.serialize()
    if path.exists():
        raise StoreUnusableError(str(path))
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}{UNFINISHED}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as opened:
            opened.write(whole)
            opened.flush()
            os.fsync(opened.fileno())
        unfinished.replace(path)  # there at once and whole, or not at all
    except OSError as error:
        raise StoreUnusableError(f"{path}: {error.strerror}") from error
    return RoundFile(path)


def _written(counts: Counts) -> str:
    held = {**counts.tally._asdict(), "used": sorted(counts.used), "slips": sorted(counts.slips)}
    return json.dumps(held, ensure_ascii=False, sort_keys=True)


def _read(given: str) -> Answers:
    return {one: tuple(value) if isinstance(value, list) else value for one, value in json.loads(given).items()}


@contextmanager
def _said(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StoreBusyError from error
        raise StoreUnusableError(f"{path}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise StoreUnusableError(f"{path}: {error}") from error
