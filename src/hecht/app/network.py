"""The network as a graph: everybody in the log and the ties between them at one day, and who were seen together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from hecht.app.people import Person, people
from hecht.app.snapshot import ego_of, nobody, seen_through, whole
from hecht.core.model import Value
from hecht.core.network.graph import Graph, Ints
from hecht.core.ties.contact import MEMORY
from hecht.core.ties.strength import HALF_LIFE_CHAT, HALF_LIFE_SLOW, ONE
from hecht.sql import query
from hecht.stores.store import Store

if TYPE_CHECKING:
    from hecht.app.pool import Member

WEEK = 7


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """What a log shows of a network at one day.

    `ego` is the user's person, None in the log of a whole network. `graph` has a tie for every pair with contact;
    `last` (day) and `active_548` (days) are of those ties, in the graph's order. In one person's log the ties among
    others are only what went through shared mail and meetings, which `seen_through` says. `before` is the graph of a week
    earlier, undirected. `pooled` names the owners of other logs that it was seen through as well.
    """

    as_of: int
    ego: int | None
    graph: Graph
    before: Graph
    last: Ints
    active_548: Ints
    seen_through: tuple[str, ...]
    pooled: tuple[str, ...] = ()


def network(
    store: Store, as_of: int, *, memory: int = MEMORY, pace: int = 1, pooled: "Sequence[Member]" = ()
) -> Network:
    """Load the graph of every tie with contact in the last `memory` days (default 548) up to a day.

    Strength is that of `core.ties.strength` (D_90; D_14 for days of nothing but chat), with days that age `pace` times
    as fast: 3 gives D_30. A tie whose strength has decayed to nothing is none. Machines and mailing lists are left out.
    People without a tie in that time are not in it, but the user always is. A tie that several logs see (`pooled`, see
    `app.pool`) has the largest of their strengths: each sees a part of the same days.

    Raises:
        EmptyLogError: nothing was imported.
        NoEgoError: it is not clear whose log this is.
    """
    ego = None if whole(store) else ego_of(store)
    params = {"as_of": as_of, "since": as_of - memory - WEEK, "pace": pace}
    table = _ties(store, params)
    if pooled:
        from hecht.app.pool import seen_by

        table = _together([table, *(seen_by(member, _ties(member.store, params)) for member in pooled)])
    everyone = [] if ego is None else [ego]
    then = table[table[:, 7] > params["since"]]
    younger, chat = (2.0 ** (pace * WEEK / half_life) for half_life in (HALF_LIFE_SLOW, HALF_LIFE_CHAT))
    before = Graph.of(then[:, 0], then[:, 1], (then[:, 8] * younger + then[:, 9] * chat) / ONE, people=everyone)
    table = table[table[:, 2] > as_of - memory]
    strength, forth, back = (table[:, column] / ONE for column in (4, 5, 6))
    graph = Graph.of(table[:, 0], table[:, 1], strength, forth, back, people=everyone)
    return Network(as_of, ego, graph, before, table[:, 2], table[:, 3], seen_through(store, as_of))


def network_and_people(store: Store, as_of: int, *, pooled: bool = True) -> tuple[Network, dict[int, Person]]:
    """Load the network and everybody in it; `pooled` with what the logs show that are pooled with this one, where it is."""
    known = people(store, as_of=as_of)
    if not (pooled and store.setting("pool")):
        return network(store, as_of), known
    from hecht.app.pool import members

    others = members(store, known)
    for member in others:
        known = {**member.people, **known}
    owners = tuple(sorted(known[member.owner].name for member in others))
    return replace(network(store, as_of, pooled=others), pooled=owners), known


def copresence(store: Store, as_of: int, *, memory: int = MEMORY, pace: int = 1) -> Graph:
    """Load who were in one mail or meeting that is no contact between them, by the strength of those days.

    Such a pair may know each other, or only of each other; circles of more than 25 people say nothing and are left out.
    """
    table = table_of(store.rows(query("copresence"), {"as_of": as_of, "since": as_of - memory, "pace": pace}), 5)
    left_out = np.array(sorted(nobody(store)), dtype=np.int64)
    table = table[~(np.isin(table[:, 0], left_out) | np.isin(table[:, 1], left_out))]
    return Graph.of(table[:, 0], table[:, 1], table[:, 4] / ONE)


def _ties(store: Store, params: Mapping[str, int]) -> Ints:
    """Give the rows of `sql/graph.sql` that have strength, without machines and mailing lists."""
    table = table_of(store.rows(query("graph"), params), 10)
    none = np.array(sorted(nobody(store)), dtype=np.int64)
    return table[~(np.isin(table[:, 0], none) | np.isin(table[:, 1], none)) & (table[:, 4] > 0)]


def _together(tables: Sequence[Ints]) -> Ints:
    """Make one of the ties of several logs: of each tie the strongest row, with the last day and the most active days of all."""
    table = np.concatenate(tables)
    turned = table[:, 0] > table[:, 1]
    table[turned] = table[turned][:, [1, 0, 2, 3, 4, 6, 5, 7, 8, 9]]
    table = table[np.lexsort((-table[:, 4], table[:, 1], table[:, 0]))]
    first = np.flatnonzero(np.append(True, (np.diff(table[:, :2], axis=0) != 0).any(axis=1))[: len(table)])
    one = table[first]
    for column in (2, 3, 7):
        one[:, column] = np.maximum.reduceat(table[:, column], first) if len(first) else one[:, column]
    return one


def table_of(rows: Sequence[tuple[Value, ...]], columns: int) -> Ints:
    """Give rows of whole numbers as an array; none of them is ever absent."""
    every: Iterable[int] = chain.from_iterable(rows)  # type: ignore[arg-type]
    return np.fromiter(every, dtype=np.int64, count=len(rows) * columns).reshape(-1, columns)
