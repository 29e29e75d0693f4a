"""Thin: with which organisations, and on which topics, the user's contact runs through one or two people."""

from collections.abc import Mapping
from dataclasses import dataclass

from hecht.app.network import Network
from hecht.app.people import Person
from hecht.app.snapshot import nobody
from hecht.app.topics import conversations, threads_of
from hecht.core.network import thin as core
from hecht.core.ties.contact import MEMORY
from hecht.core.topics import COMMON, spoken, stems
from hecht.sql import query
from hecht.stores.store import Store

FEWEST_TITLES = 3
"""Titles in which a word stands, below which it is a conversation or a series and no topic."""
FEWEST_TIMES = 10
"""Days with people on a topic, below which nothing is said of it."""
MOST_TOPICS = 12
"""Topics that are looked at closer, those with most contact first."""


@dataclass(frozen=True, slots=True)
class ThinRow:
    """An organisation or (`topic`) a word of titles, the names of the one or two people through whom contact runs, and all known.

    `share` (0-1) is the part of the contact days with those one or two; `people` counts them and the others.
    """

    about: str
    through: tuple[str, ...]
    share: float
    people: int
    topic: bool = False


def thin(store: Store, seen: Network, known: Mapping[int, Person], house: Mapping[int, str]) -> tuple[ThinRow, ...]:
    """Give the organisations, then the topics, on which the user's contact of 548 days runs through one or two people.

    Args:
        store: the log.
        seen: its network at the day; nothing is said of the log of a whole network.
        known: everybody.
        house: the organisation of everybody.
    """
    if seen.ego is None:
        return ()
    return (*_houses(seen, seen.ego, known, house), *_topics(store, seen.as_of, seen.ego, known))


def _houses(seen: Network, ego: int, known: Mapping[int, Person], house: Mapping[int, str]) -> list[ThinRow]:
    graph = seen.graph
    me = int(graph.index(ego))
    mine = (graph.a == me) | (graph.b == me)
    others = graph.people[graph.a[mine] + graph.b[mine] - me]
    days: dict[str, dict[int, int]] = {}
    for person, count in zip(others.tolist(), seen.active_548[mine].tolist(), strict=True):
        if house.get(person):
            days.setdefault(house[person], {})[person] = count
    found = core.thin({name: days[name] for name in sorted(days)}, own=[house.get(ego, "")])
    return [_row(one.group, one, known, topic=False) for one in found]


def _topics(store: Store, as_of: int, ego: int, known: Mapping[int, Person]) -> list[ThinRow]:
    """Look at words of titles that stand in several of them, but not in one of twenty, and are nobody's name."""
    if not store.rows("SELECT s.stem FROM stem s WHERE s.log = :log LIMIT 1"):
        return []
    since, machines = as_of - MEMORY, nobody(store)
    params = {"ego": ego, "as_of": as_of, "since": since, "fewest": FEWEST_TITLES}
    days: dict[str, dict[int, int]] = {}
    for stem, person, count in store.rows(query("stem_people"), params):
        if int(person or 0) not in machines:
            days.setdefault(str(stem), {})[int(person or 0)] = int(count or 0)
    some = core.thin(days, fewest=FEWEST_TIMES)
    if not some:
        return []
    where, total = threads_of(store, as_of, {one.group for one in some}), conversations(store, as_of)
    names = {word for one in known.values() for language in ("nl", "en") for word in stems(one.name, language)}
    telling = [one for one in some if len(where[one.group]) * COMMON <= total and one.group not in names][:MOST_TOPICS]
    named: dict[str, str | int] = {
        "stems": f"|{'|'.join(one.group for one in telling)}|",
        "as_of": as_of,
        "since": since,
    }
    titles: dict[str, list[str]] = {}
    for stem, title in store.rows(query("stem_titles"), named) if telling else ():
        titles.setdefault(str(stem), []).append(str(title))
    rows: dict[str, ThinRow] = {}
    for one in telling:
        name = spoken(one.group, titles.get(one.group, ()))
        rows.setdefault(name, _row(name, one, known, topic=True))
    longer = {word for name in rows for word in name.split() if " " in name}
    return [row for name, row in rows.items() if name and name not in longer]


def _row(about: str, found: "core.Thin[str]", known: Mapping[int, Person], *, topic: bool) -> ThinRow:
    through = tuple(known[person].name for person in found.through)
    return ThinRow(about, through, round(found.share, 3), found.people, topic)
