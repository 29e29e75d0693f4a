"""Who is in contact with whom, in this log and in those pooled with it: what introductions, paths and dependence rest on."""

from dataclasses import dataclass

import numpy as np

from hecht.app.network import table_of
from hecht.app.people import Person, people
from hecht.app.pool import members, seen_by
from hecht.app.position import houses
from hecht.app.snapshot import ego_of, nobody, seen_through, whole
from hecht.core.network.graph import Flags, Floats, Graph, Ints
from hecht.core.network.introductions import Seen
from hecht.core.ties.contact import MEMORY
from hecht.core.ties.strength import ONE
from hecht.sql import query
from hecht.stores.store import Store

_EVER = -(1 << 30)
"""A day before everything."""


@dataclass(frozen=True, slots=True, eq=False)
class Acquaintance:
    """Ties by D_90 (`pace` 1) or D_30 (3) over everybody seen, every tie there ever was (`known`), and who they are.

    `days` has the active days of the last 548. `last` is the day of each person's last contact, in the graph's order;
    `whole` says of whom all contact is seen.
    `ego` is None in a whole network's log. `pooled` is how many other logs are in it.
    """

    as_of: int
    ego: int | None
    graph: Graph
    known: Graph
    days: Graph
    last: Ints
    whole: Flags
    people: dict[int, Person]
    pooled: int
    seen_through: tuple[str, ...]

    def organisation(self, person: int) -> str:
        """Give somebody's organisation, or nothing."""
        return self.people[person].organisation if person in self.people else ""


def acquaintance(store: Store, as_of: int, *, pace: int = 1, known: dict[int, Person] | None = None) -> Acquaintance:
    """Load who is in contact with whom up to a day; with the logs that are pooled with this one, when it is pooled.

    A tie that several logs see has the largest of their strengths: each sees a part of the same days.

    Raises:
        EmptyLogError: nothing was imported.
        NoEgoError: it is not clear whose log this is.
    """
    ego = None if whole(store) else ego_of(store)
    known = known or people(store, as_of=as_of)
    others = members(store, known) if ego is not None else []
    tables = [_ties(store, as_of, pace), *(seen_by(member, _ties(member.store, as_of, pace)) for member in others)]
    a, b, last, weight, active = (np.concatenate([table[:, i] for table in tables]) for i in range(5))
    everyone = [] if ego is None else [ego]
    known_ties = Graph.of(a, b, np.ones(len(a)), people=everyone)
    graph = _largest(a, b, weight / ONE, known_ties.people)
    days = _largest(a, b, active.astype(np.float64), known_ties.people)
    latest = np.full(len(known_ties.people), _EVER, dtype=np.int64)
    for ends in (a, b):
        np.maximum.at(latest, known_ties.index(ends), last)
    owners = {ego, *(member.owner for member in others)}
    whole_of = np.array([ego is None or int(one) in owners for one in known_ties.people], dtype=np.bool_)
    for member in others:
        known = {**member.people, **known}
    house = houses(known)
    known = {person: one._replace(organisation=house[person]) for person, one in known.items()}
    return Acquaintance(
        as_of, ego, graph, known_ties, days, latest, whole_of, known, len(others), seen_through(store, as_of)
    )


def seen_for_introductions(store: Store, found: Acquaintance) -> Seen:
    """Give what introductions look at: `found` by D_30, with who stood in one mail or meeting in this log."""
    params = {"as_of": found.as_of, "since": found.as_of - MEMORY, "pace": 3}
    table = table_of(store.rows(query("copresence"), params), 5)
    here = np.isin(table[:, 0], found.graph.people) & np.isin(table[:, 1], found.graph.people)
    table = table[here]
    people_ = found.graph.people.tolist()
    beside = Graph.of(table[:, 0], table[:, 1], table[:, 4] / ONE, people=people_)
    days = Graph.of(table[:, 0], table[:, 1], table[:, 3], people=people_)
    return Seen(found.graph, found.known, found.days, beside, days, found.as_of - found.last, found.whole)


def _ties(store: Store, as_of: int, pace: int) -> Ints:
    """Give (a, b, last day, weight, active days) of every tie there ever was up to a day, without machines and lists."""
    rows = store.rows(query("graph"), {"as_of": as_of, "since": _EVER, "pace": pace})
    table = table_of(rows, 10)[:, [0, 1, 2, 4, 3]]
    none = np.array(sorted(nobody(store)), dtype=np.int64)
    return table[~(np.isin(table[:, 0], none) | np.isin(table[:, 1], none))]


def _largest(a: Ints, b: Ints, strength: Floats, everyone: Ints) -> Graph:
    low, high = np.minimum(a, b), np.maximum(a, b)
    order = np.lexsort((-strength, high, low))
    low, high, strength = low[order], high[order], strength[order]
    first = np.append(True, (np.diff(low) != 0) | (np.diff(high) != 0))[: len(low)]
    return Graph.of(low[first], high[first], strength[first], people=everyone.tolist())
