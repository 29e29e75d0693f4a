"""A snapshot: the ties of the user at one day, read once and shared by whatever is asked of that day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hecht.app.active import active
from hecht.app.corrections import with_corrections
from hecht.app.layers import stated_layers, with_stated
from hecht.app.outlook import ONLY_CHAT, own_outlook
from hecht.core.errors import EmptyLogError, NoEgoError, WholeNetworkError
from hecht.core.ties.layers import layers_before
from hecht.core.ties.tie import CHANNELS, Counts, Facts, Tie, assess
from hecht.sql import query
from hecht.stores.store import Store


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The user (`ego`), their ties by person, and the active days of each tie in the last 540 days.

    `nobody` has the persons that are none: machines and mailing lists.
    """

    as_of: int
    ego: int
    ties: Mapping[int, Tie]
    days: Mapping[int, Sequence[int]]
    seen_through: tuple[str, ...]
    nobody: frozenset[int] = frozenset()


def whole(store: Store) -> bool:
    """Say whether the log is that of a whole network, without an ego."""
    return store.setting("whole") == "1"


def ego_of(store: Store) -> int:
    """Give the person that the user is, or NoEgoError."""
    found = store.rows(query("ego"))
    if found[0][0] is None:
        if whole(store):
            raise WholeNetworkError
        if not store.rows(query("anything")):
            raise EmptyLogError
        raise NoEgoError
    return int(found[0][0])


def seen_through(store: Store, as_of: int) -> tuple[str, ...]:
    """Name the channels that this log had anything of up to a day."""
    return tuple(CHANNELS[int(channel or 0) - 1] for (channel,) in store.rows(query("channels"), {"as_of": as_of}))


def facts_of_all(store: Store, as_of: int) -> list[Facts]:
    """Give the facts of every pair, without machines and mailing lists."""
    machines = nobody(store)
    rows = (Facts(*row) for row in store.rows(query("facts"), {"as_of": as_of}))  # type: ignore[arg-type]
    return [fact for fact in rows if fact.a not in machines and fact.b not in machines]


def nobody(store: Store) -> set[int]:
    """Give the persons that are no person: machines and mailing lists."""
    return {int(person or 0) for (person,) in store.rows(query("nobody"))}


def counts_of(store: Store, as_of: int, ego: int) -> dict[tuple[int, int], Counts]:
    """Give the counts of the ties of one person (seen by that person), or of every pair for 0, by pair.

    The relation parts of the user's own ties are as the user corrected them.
    """
    rows = (Counts(*row) for row in store.rows(query("counts"), {"as_of": as_of, "ego": ego}))  # type: ignore[arg-type]
    seen = (count.seen_by(ego) if ego else count for count in rows)
    owner = ego or int(store.rows(query("ego"))[0][0] or 0)
    return with_corrections(store, owner, as_of, {(count.a, count.b): count for count in seen})


def take(store: Store, as_of: int) -> Snapshot:
    """Take the snapshot of a day."""
    ego, machines = ego_of(store), nobody(store)
    facts: list[Facts] = []
    days: dict[int, Sequence[int]] = {}
    every_day: list[Sequence[int]] = []
    channels: list[Sequence[int]] = []
    for alter, every, by in active(store, ego, as_of, machines):
        slow = [one != ONLY_CHAT for one in by] if ONLY_CHAT in by else (True,) * len(by)
        facts.append(Facts.of(ego, alter, every, slow, as_of))
        days[alter] = list(every[-facts[-1].active_540 :]) if facts[-1].active_540 else []
        every_day.append(every)
        channels.append(by)
    outlook = own_outlook(ego, [fact.b for fact in facts], every_day, channels, as_of)
    found = assess(facts, as_of, days=days, before=layers_before(every_day, as_of), outlook=outlook)
    ties = {tie.alter: tie for tie in with_stated(found, stated_layers(store, as_of))}
    return Snapshot(as_of, ego, ties, days, seen_through(store, as_of), frozenset(machines))
