"""Brokerage roles by their definition, triple by triple, and the E-I index."""

from itertools import permutations
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.network.graphs import arcs, same_graph
from core.network.test_holes import WAYS
from hecht.core.network import brokerage
from hecht.core.network.brokerage import e_i_index, roles
from hecht.core.network.graph import Graph
from hecht.core.network.oriented import ROLES
from hecht.core.network.triangles import add_up


def role_of(came: int, broker: int, went: int) -> str:
    """Name the role as Gould and Fernandez (1989) define it."""
    if came == broker == went:
        return "coordinator"
    if came == went:
        return "itinerant"
    if broker == went:
        return "gatekeeper"
    return "representative" if came == broker else "liaison"


def by_hand(digraph: nx.DiGraph, group: dict[int, int]) -> dict[int, dict[str, int]]:
    """Count every two-path between two people without a tie from the first to the last."""
    counts = {one: dict.fromkeys(ROLES, 0) for one in digraph}
    for came, broker, went in permutations(digraph, 3):
        known = min(group[one] for one in (came, broker, went)) >= 0
        if (
            known
            and digraph.has_edge(came, broker)
            and digraph.has_edge(broker, went)
            and not digraph.has_edge(came, went)
        ):
            counts[broker][role_of(group[came], group[broker], group[went])] += 1
    return counts


@pytest.mark.parametrize("compiled", WAYS)
@pytest.mark.parametrize("table", [1 << 24, 20])
@settings(deadline=None)
@given(arcs(most=9), st.data())
def test_roles_are_counted_as_they_are_defined(compiled: bool, table: int, digraph: nx.DiGraph, data: Any) -> None:
    graph, _ = same_graph(digraph)
    group = data.draw(st.lists(st.integers(-1, 4), min_size=len(digraph), max_size=len(digraph)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(brokerage, "_TABLE", table)
        patch.setattr(brokerage, "_PASSES", data.draw(st.sampled_from([0, 8])))  # 0: only the cells that hold something
        numbers = np.array(group, dtype=np.int64)
        found = roles(graph, numbers, add_up(graph, numbers, compiled=compiled))
    expected = by_hand(digraph, dict(zip(digraph, group, strict=True)))
    assert [dict(zip(ROLES, row, strict=True)) for row in found.tolist()] == list(expected.values())


def test_the_five_roles_one_by_one() -> None:
    # the figures of Gould and Fernandez (1989), p. 93: 1 -> 2 -> 3 with the groups of each
    for groups, role in (
        ((0, 0, 0), "coordinator"),
        ((0, 1, 0), "itinerant"),
        ((0, 1, 1), "gatekeeper"),
        ((0, 0, 1), "representative"),
        ((0, 1, 2), "liaison"),
    ):
        graph = Graph.of_arcs([1, 2], [2, 3], [1.0, 1.0])
        found = roles(graph, np.array(groups))
        assert found.sum() == 1
        assert found[1, ROLES.index(role)] == 1


def test_roles_are_those_of_sna() -> None:
    # sna 2.7-1 on R 4.2: brokerage(m, g)$raw.nli, its columns w_I, w_O, b_OI, b_IO, b_O in the order of ROLES
    flat = [int(one) for one in ARCS.split()]
    found = roles(
        Graph.of_arcs(flat[::2], flat[1::2], np.ones(len(flat) // 2)), np.array([1, 1, 1, 2, 2, 2, 3, 3, 3, 1])
    )
    assert found.tolist() == [
        [1, 0, 2, 1, 1],
        [1, 0, 2, 1, 0],
        [1, 0, 1, 1, 0],
        [0, 1, 2, 0, 0],
        [1, 0, 1, 1, 1],
        [0, 0, 0, 1, 1],
        [0, 1, 1, 0, 0],
        [1, 1, 1, 1, 0],
        [0, 1, 0, 2, 0],
        [0, 1, 0, 0, 1],
    ]


ARCS = "1 2 2 3 3 1 1 4 4 5 5 2 5 6 6 7 7 5 7 8 8 9 9 10 10 8 3 9 9 3 2 6 6 2 4 1 8 1 10 4"
"""Arcs among ten people, as pairs."""


def test_a_pass_without_groups_has_no_roles() -> None:
    graph = Graph.of_arcs([1], [2], [1.0])
    with pytest.raises(ValueError, match="without groups"):
        roles(graph, np.array([0, 0]), add_up(graph))


def test_e_i_index() -> None:
    # 1 has two ties inside and one outside: (1 - 2) / 3; 4 one outside; 5 only one with somebody of no known group
    graph = Graph.of([1, 1, 1, 5], [2, 3, 4, 6], np.ones(4), people=[7])
    found = e_i_index(graph, np.array([0, 0, 0, 1, 1, -1, 0]))
    assert found.tolist() == pytest.approx([-1 / 3, -1, -1, 1, *[float("nan")] * 3], nan_ok=True)


@given(arcs(), st.data())
def test_e_i_index_of_a_whole_network_weighs_its_ties(digraph: nx.DiGraph, data: Any) -> None:
    graph, both = same_graph(digraph)
    group = np.array(
        data.draw(st.lists(st.integers(0, 2), min_size=len(digraph), max_size=len(digraph))), dtype=np.int64
    )
    found = np.nan_to_num(e_i_index(graph, group)) * graph.degree
    outside = sum(group[one] != group[two] for one, two in both.edges)
    assert found.sum() == pytest.approx(2 * (outside - (both.number_of_edges() - outside)))
