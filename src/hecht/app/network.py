"""The network as a graph: everybody in the log and the ties between them at one day, and who were seen together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from hecht.app.snapshot import ego_of, nobody, seen_through, whole
from hecht.core.model import Value
from hecht.core.network.graph import Graph, Ints
from hecht.core.ties.contact import MEMORY
from hecht.core.ties.strength import HALF_LIFE_CHAT, HALF_LIFE_SLOW, ONE
from hecht.sql import query
from hecht.stores.store import Store

WEEK = 7


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """What a log shows of a network at one day.

    `ego` is the user's person, None in the log of a whole network. `graph` has a tie for every pair with contact;
    `last` (day) and `active_548` (days) are of those ties, in the graph's order. In one person's log the ties among
    others are only what went through shared mail and meetings, which `seen_through` says. `before` is the graph of a week
    earlier, undirected.
    """

    as_of: int
    ego: int | None
    graph: Graph
    before: Graph
    last: Ints
    active_548: Ints
    seen_through: tuple[str, ...]


def network(store: Store, as_of: int, *, memory: int = MEMORY, pace: int = 1) -> Network:
    """Load the graph of every tie with contact in the last `memory` days (default 548) up to a day.

    Strength is that of `core.ties.strength` (D_90; D_14 for days of nothing but chat), with days that age `pace` times
    as fast: 3 gives D_30. A tie whose strength has decayed to nothing is none. Machines and mailing lists are left out.
    People without a tie in that time are not in it, but the user always is.

    Raises:
        EmptyLogError: nothing was imported.
        NoEgoError: it is not clear whose log this is.
    """
    ego = None if whole(store) else ego_of(store)
    since = as_of - memory
    table = _table(store.rows(query("graph"), {"as_of": as_of, "since": since - WEEK, "pace": pace}), 10)
    left_out = np.array(sorted(nobody(store)), dtype=np.int64)
    table = table[~(np.isin(table[:, 0], left_out) | np.isin(table[:, 1], left_out)) & (table[:, 4] > 0)]
    everyone = [] if ego is None else [ego]
    then = table[table[:, 7] > since - WEEK]
    younger, chat = (2.0 ** (pace * WEEK / half_life) for half_life in (HALF_LIFE_SLOW, HALF_LIFE_CHAT))
    before = Graph.of(then[:, 0], then[:, 1], (then[:, 8] * younger + then[:, 9] * chat) / ONE, people=everyone)
    table = table[table[:, 2] > since]
    strength, forth, back = (table[:, column] / ONE for column in (4, 5, 6))
    graph = Graph.of(table[:, 0], table[:, 1], strength, forth, back, people=everyone)
    return Network(as_of, ego, graph, before, table[:, 2], table[:, 3], seen_through(store, as_of))


def copresence(store: Store, as_of: int, *, memory: int = MEMORY, pace: int = 1) -> Graph:
    """Load who were in one mail or meeting that is no contact between them, by the strength of those days.

    Such a pair may know each other, or only of each other; circles of more than 25 people say nothing and are left out.
    """
    table = _table(store.rows(query("copresence"), {"as_of": as_of, "since": as_of - memory, "pace": pace}), 5)
    left_out = np.array(sorted(nobody(store)), dtype=np.int64)
    table = table[~(np.isin(table[:, 0], left_out) | np.isin(table[:, 1], left_out))]
    return Graph.of(table[:, 0], table[:, 1], table[:, 4] / ONE)


def _table(rows: Sequence[tuple[Value, ...]], columns: int) -> Ints:
    """Give rows of whole numbers as an array; none of them is ever absent."""
    every: Iterable[int] = chain.from_iterable(rows)  # type: ignore[arg-type]
    return np.fromiter(every, dtype=np.int64, count=len(rows) * columns).reshape(-1, columns)
