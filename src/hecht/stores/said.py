"""What the user states about people (a merge, an organisation, a note): small records that hang on identifiers.

Nothing is overwritten: a statement is added, and taken back by marking it as undone. One table serves every kind, so
that erasing, undoing and history are one thing.
"""

from typing import TYPE_CHECKING, NamedTuple

from hecht.core.identity import hashed
from hecht.sql import query
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
    number = hashed("said", kind, *map(str, (identifier, other, value, since, until, seconds)))
    row: dict[str, Value] = {
        "id": number,
        "seconds": seconds,
        "identifier": identifier,
        "other": other,
        "kind": kind,
        "value": value,
        "since": since,
        "until": until,
    }
    store.write(
        "INSERT INTO said (log, id, seconds, identifier, other, undone, kind, value, since, until)"
        " VALUES (:log, :id, :seconds, :identifier, :other, 0, :kind, :value, :since, :until) ON CONFLICT DO NOTHING",
        [row],
    )
    return number


def take_back(store: Store, number: int, seconds: int) -> None:
    """Mark a statement as undone."""
    store.write("UPDATE said SET undone = :seconds WHERE log = :log AND id = :id", [{"id": number, "seconds": seconds}])


def stated(store: Store, kind: str) -> list[Said]:
    """Give the statements of a kind that hold, oldest first."""
    return [Said(*row) for row in store.rows(query("said"), {"kind": kind})]  # type: ignore[arg-type]
