"""A snapshot: the ties of the user at one day, read once and shared by whatever is asked of that day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hecht.core.errors import NoEgoError
from hecht.core.ties.rhythm import WINDOW
from hecht.core.ties.tie import Facts, Tie, assess
from hecht.sql import query
from hecht.stores.store import Store

_CHANNELS = {1: "mail", 2: "meeting", 3: "call", 4: "chat", 5: "visit"}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The user (`ego`), their ties by person, and the active days of each tie in the last 540 days."""

    as_of: int
    ego: int
    ties: Mapping[int, Tie]
    days: Mapping[int, Sequence[int]]
    seen_through: tuple[str, ...]


def whole(store: Store) -> bool:
    """Say whether the log is that of a whole network, without an ego."""
    return store.setting("whole") == "1"


def ego_of(store: Store) -> int:
    """Give the person that the user is, or NoEgoError."""
    found = store.rows(
        "SELECT MIN(i.person) FROM ego e JOIN identity i ON i.log = e.log AND i.identifier = e.identifier WHERE e.log = :log"
    )
    if found[0][0] is None:
        raise NoEgoError
    return int(found[0][0])


def seen_through(store: Store) -> tuple[str, ...]:
    """Name the channels that this log has anything of."""
    found = store.rows("SELECT DISTINCT c.channel FROM contact c WHERE c.log = :log ORDER BY 1")
    return tuple(_CHANNELS[int(channel or 0)] for (channel,) in found)


def facts_of(store: Store, as_of: int, ego: int) -> list[Facts]:
    """Give the facts of the ties of one person, or of every pair for 0. Addresses of lists are nobody."""
    lists = {person for (person,) in store.rows(query("lists"))}
    rows = (Facts(*row) for row in store.rows(query("facts"), {"as_of": as_of, "ego": ego}))  # type: ignore[arg-type]
    return [fact for fact in rows if fact.a not in lists and fact.b not in lists]


def take(store: Store, as_of: int) -> Snapshot:
    """Take the snapshot of a day."""
    ego = ego_of(store)
    days: dict[int, list[int]] = {}
    for person, day, *_ in store.rows(query("days"), {"as_of": as_of, "since": as_of - WINDOW, "ego": ego}):
        days.setdefault(int(person or 0), []).append(int(day or 0))
    facts = [fact.seen_by(ego) for fact in facts_of(store, as_of, ego)]
    ties = {tie.alter: tie for tie in assess(facts, as_of, days=days)}
    return Snapshot(as_of, ego, ties, days, seen_through(store))
