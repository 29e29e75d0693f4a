"""Position: every measure of everybody together, each asked once."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hecht.core.network.brokerage import e_i_index, roles
from hecht.core.network.centrality import EXACT, Betweenness, betweenness, core, pagerank
from hecht.core.network.communities import communities
from hecht.core.network.ego_betweenness import ego_betweenness
from hecht.core.network.graph import Floats, Graph, Ints
from hecht.core.network.holes import Holes, holes
from hecht.core.network.triangles import add_up

MOST_PAIRS = 50_000_000
"""Pairs of ties that ego betweenness looks at; a denser network goes without."""


@dataclass(frozen=True, slots=True, eq=False)
class Position:
    """The measures of everybody in the graph's order; see the module that each comes from.

    `ego_betweenness` is None where it would take too long, both betweennesses where they were not asked, `roles` and `e_i`
    where no group is known.
    """

    graph: Graph
    holes: Holes
    ego_betweenness: Floats | None
    betweenness: Betweenness | None
    pagerank: Floats
    core: Ints
    community: Ints
    roles: Ints | None
    e_i: Floats | None


def position(
    graph: Graph,
    group: Ints,
    *,
    ego: int | None = None,
    before: Mapping[int, int] | None = None,
    exact: int = EXACT,
    between: bool = True,
) -> Position:
    """Work out where everybody stands.

    Args:
        graph: the tie graph.
        group: the group of everybody for brokerage roles and the E-I index, -1 where it is not known.
        ego: whose own log this is; communities are then those among the others (the ego is in none, 0), since the ego is
            tied to everybody and would bind them together.
        before: communities a week earlier, see `communities`.
        exact: see `betweenness`.
        between: whether betweenness and ego betweenness are asked, which take longer than all the rest.
    """
    known = bool((group >= 0).any())
    sums = add_up(graph, group if known else None)
    return Position(
        graph,
        holes(graph, sums),
        ego_betweenness(graph, most=MOST_PAIRS) if between else None,
        betweenness(graph, exact=exact) if between else None,
        pagerank(graph),
        core(graph),
        groups_of(graph, ego, before),
        roles(graph, group, sums) if known else None,
        e_i_index(graph, group) if known else None,
    )


def groups_of(graph: Graph, ego: int | None = None, before: Mapping[int, int] | None = None) -> Ints:
    """Give the communities in the graph's order, without the ego."""
    if ego is None:
        return communities(graph, before)
    others = graph.without([ego])
    found = np.zeros(len(graph.people), dtype=np.int64)
    found[graph.index(others.people)] = communities(others, before)
    return found


def concentration(graph: Graph, person: int) -> int:
    """Give the least number of people with whom somebody has half of their contact, by strength; 0 without a tie."""
    me = int(graph.index(person))
    mine = np.sort(graph.strength[(graph.a == me) | (graph.b == me)])[::-1]
    return int(np.searchsorted(np.cumsum(mine), mine.sum() / 2) + 1) if mine.size else 0
