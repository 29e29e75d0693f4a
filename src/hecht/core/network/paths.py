"""Paths: through whom one reaches a person or an organisation, the strongest chain first."""

from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from hecht.core.network.graph import Flags, Floats, Graph, Ints, Rows

LONGEST = 4
"""Ties in a chain: an introduction that has to be passed on by more than three people does not arrive."""
HALF = 1.0
"""Strength (D_90, active days) at which a link holds in half of the cases."""
ALTERNATIVES = 3


class Chain(NamedTuple):
    """A chain of persons (ids) from the one who asks to the one who is reached.

    `holds` is the product over its links of w / (w + 1), w the strength in decayed active days: an order among chains,
    no chance. `weakest` is the index of the weakest link: that between `people[weakest]` and the next.
    """

    people: tuple[int, ...]
    holds: float
    weakest: int

    @property
    def brokers(self) -> tuple[int, ...]:
        """Give those in between."""
        return self.people[1:-1]


def paths(
    graph: Graph, start: int, targets: Collection[int], *, without: Collection[int] = (), most: int = 1 + ALTERNATIVES
) -> list[Chain]:
    """Give the strongest chain from a person to any of some others, and alternatives that share no broker.

    Each alternative is the strongest chain that is left when the brokers of those before it are set aside; a direct
    tie sets aside the person it leads to. So two chains may end at one person, but nobody is asked twice. A chain
    passes through no target before its end: who is in the organisation is the one who is reached.

    Args:
        graph: the tie graph, by D_90.
        start: the id of who asks.
        targets: ids of who may be reached; those not in the graph fall away.
        without: ids of people who are not to be asked (to a person one knows already, nobody else).
        most: how many chains.

    Returns:
        Chains of at most four ties, strongest first; among equals the shorter, then the one of lower ids. None where
        nobody is reached, or where the one who asks is not in the graph.
    """
    ends = np.unique(np.fromiter(targets, dtype=np.int64))
    ends = ends[np.isin(ends, graph.people) & (ends != start)]
    if not len(ends) or not np.isin(start, graph.people):
        return []
    me = int(graph.index([start])[0])
    aims = np.zeros(len(graph.people), dtype=np.bool_)
    aims[graph.index(ends)] = True
    rows, usable = graph.rows, np.ones(len(graph.people), dtype=np.bool_)
    usable[np.isin(graph.people, np.fromiter(without, dtype=np.int64))] = False
    usable[me] = True
    usable |= aims
    found: list[Chain] = []
    while len(found) < most and aims.any():
        places = _strongest(graph, rows, me, aims, usable)
        if places is None:
            break
        found.append(_chain(graph, rows, places))
        if len(places) > 2:  # noqa: PLR2004 - both ends alone are a direct tie
            usable[places[1:-1]] = False
        else:
            aims[places[1]] = usable[places[1]] = False
    return found


def _strongest(graph: Graph, rows: Rows, start: int, aims: Flags, usable: Flags) -> list[int] | None:
    """Find the strongest chain of at most four ties by relaxing all arcs once for each length (Bellman and Ford)."""
    n = len(graph.people)
    cost = -np.log(graph.strength / (graph.strength + HALF))
    here = np.repeat(np.arange(n), np.diff(rows.start))
    # arrive at `there` from `here`; nobody passes through a target, and nobody returns to the start
    open_ = usable[here] & ~aims[here] & usable[rows.other] & (rows.other != start)
    here, there, price = here[open_], rows.other[open_], cost[rows.tie][open_]
    reach = np.full(n, np.inf)
    reach[start] = 0.0
    steps: list[Ints] = []
    best, length = np.inf, 0
    everyone: list[Floats] = [reach]
    for step in range(1, LONGEST + 1):
        total = everyone[-1][here] + price
        order = np.lexsort((here, total, there))
        first = np.append(True, np.diff(there[order]) != 0)[: len(order)]
        lead = order[first]
        after, came = np.full(n, np.inf), np.full(n, -1, dtype=np.int64)
        after[there[lead]], came[there[lead]] = total[lead], here[lead]
        everyone.append(after)
        steps.append(came)
        least = float(after[aims].min())
        if least < best:
            best, length = least, step
    if not np.isfinite(best):
        return None
    end = int(np.flatnonzero(aims & (everyone[length] == best))[0])
    places = [end]
    for came in reversed(steps[:length]):
        places.append(int(came[places[-1]]))
    return places[::-1]


def _chain(graph: Graph, rows: Rows, places: list[int]) -> Chain:
    links = []
    for one, other in pairwise(places):
        arcs = slice(rows.start[one], rows.start[one + 1])
        links.append(float(graph.strength[rows.tie[arcs][np.searchsorted(rows.other[arcs], other)]]))
    holds = float(np.prod([link / (link + HALF) for link in links]))
    return Chain(tuple(int(graph.people[place]) for place in places), holds, int(np.argmin(links)))
