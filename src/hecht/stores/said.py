"""What the user states about people (a merge, an organisation, a note): small records that hang on identifiers.

Nothing is overwritten: a statement is added, and taken back by marking it as undone. One table serves every kind, so
that erasing, undoing and history are one thing.
"""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection, bindparam, text

from hecht.core.identity import hashed
from hecht.sql import query
from hecht.stores.append import people_of, resolve_people
from hecht.stores.store import Store

if TYPE_CHECKING:
    from hecht.core.model import Value


class Said(NamedTuple):
    """One statement: of an identifier key (0: of nobody in particular), perhaps with another, from and until a day."""

    id: int
    seconds: int
    identifier: int
    other: int
    value: str
    since: int | None
    until: int | None


class Statement(NamedTuple):
    """What is stated: its kind, of an identifier key, perhaps with another, a value, from and until a day."""

    kind: str
    identifier: int
    other: int = 0
    value: str = ""
    since: int | None = None
    until: int | None = None


class Decision(NamedTuple):
    """Everything that was stated at one moment, which is undone as one; `undone` says whether it was."""

    moment: int
    statements: tuple[Statement, ...]
    undone: bool


_ADD = (
    "INSERT INTO said (log, id, seconds, identifier, other, undone, kind, value, since, until)"
    " VALUES (:log, :id, :seconds, :identifier, :other, 0, :kind, :value, :since, :until) ON CONFLICT DO NOTHING"
)


def state(
    store: Store,
    kind: str,
    identifier: int,
    seconds: int,
    *,
    other: int = 0,
    value: str = "",
    since: int | None = None,
    until: int | None = None,
) -> int:
    """Add a statement and give its id; stating the same at the same second adds nothing."""
    row = _row(Statement(kind, identifier, other, value, since, until), seconds)
    store.write(_ADD, [row])
    return int(row["id"] or 0)


def _row(one: Statement, seconds: int) -> "dict[str, Value]":
    facts = (one.identifier, one.other, one.value, one.since, one.until, seconds)
    return {"id": hashed("said", one.kind, *map(str, facts)), "seconds": seconds, **one._asdict()}


def take_back(store: Store, number: int, seconds: int) -> None:
    """Mark a statement as undone."""
    store.write("UPDATE said SET undone = :seconds WHERE log = :log AND id = :id", [{"id": number, "seconds": seconds}])


def stated(store: Store, kind: str) -> list[Said]:
    """Give the statements of a kind that hold, oldest first."""
    return [Said(*row) for row in store.rows(query("said"), {"kind": kind})]  # type: ignore[arg-type]


def decide(store: Store, now: int, new: Iterable[Statement], taken_back: Iterable[int] = ()) -> int:
    """State several things and take others back (by id) in one transaction, and work out again who is who.

    Returns:
        the moment of the decision, which names it: `now`, or later when something was decided that second.
    """
    with store.writing() as connection:
        moment = _moment(connection, store.log, now)
        rows = [{"log": store.log, **_row(one, moment)} for one in new]
        if rows:
            connection.execute(text(_ADD), rows)
        back = [{"log": store.log, "moment": moment, "id": number} for number in taken_back]
        if back:
            connection.execute(text("UPDATE said SET undone = :moment WHERE log = :log AND id = :id"), back)
        resolve_people(connection, store.log)
    return moment


def undo(store: Store, moment: int, now: int, kinds: Collection[str]) -> None:
    """Undo the decision of a moment: what it stated of some kinds holds no longer, and what it took back holds again."""
    with store.writing() as connection:
        params = {"log": store.log, "moment": moment, "now": _moment(connection, store.log, now), "kinds": list(kinds)}
        for sql in (
            "UPDATE said SET undone = 0 WHERE log = :log AND undone = :moment AND kind IN :kinds",
            "UPDATE said SET undone = :now WHERE log = :log AND seconds = :moment AND undone = 0 AND kind IN :kinds",
        ):
            connection.execute(text(sql).bindparams(bindparam("kinds", expanding=True)), params)
        resolve_people(connection, store.log)


def _moment(connection: Connection, log: int, now: int) -> int:
    """Give a moment at which nothing was decided yet, so that each decision can be undone by itself."""
    sql = "SELECT MAX(s.seconds), MAX(s.undone) FROM said s WHERE s.log = :log"
    last = connection.execute(text(sql), {"log": log}).one()
    return max(now, 1 + int(last[0] or 0), 1 + int(last[1] or 0))


def decisions(store: Store, kinds: Collection[str]) -> list[Decision]:
    """Give the decisions that stated something of some kinds, the last first."""
    found: dict[int, tuple[list[Statement], bool]] = {}
    for seconds, kind, undone, *rest in store.rows(query("decided")):
        if kind in kinds:
            statements, _ = found.setdefault(int(seconds or 0), ([], bool(undone)))
            statements.append(Statement(str(kind), *rest))  # type: ignore[arg-type]
    return [Decision(moment, tuple(some), undone) for moment, (some, undone) in found.items()]


def without_merges(store: Store) -> dict[int, int]:
    """Give who is who by cards and splits alone, as `resolve` does: without what the user said belongs together."""
    with store.writing() as connection:
        return people_of(connection, store.log, merged=False)
