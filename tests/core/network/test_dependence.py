"""Dependence: against reach as networkx gives it, by hand, and Chao's estimate by its formula."""

import networkx as nx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.network.graphs import arcs, same_graph
from hecht.core.network.dependence import dependence, unseen
from hecht.core.network.graph import Graph


@given(arcs(), st.sets(st.integers(1, 11), min_size=1, max_size=3))
def test_who_falls_out_of_reach_is_who_networkx_no_longer_reaches(digraph: nx.DiGraph, group: set[int]) -> None:
    graph, both = same_graph(digraph)
    inside = {one for one in group if one in both}
    assume(0 in both and inside)
    found = dependence(graph, 0, group, {})

    def reach(web: nx.Graph) -> set[int]:
        near = {other for one in inside for other in nx.ego_graph(web, one, radius=2)}
        return near - inside - {0}

    rest = both.copy()
    rest.remove_node(0)
    assert set(found.lost) == reach(both) - reach(rest)
    known = {other for one in inside for other in rest[one]}
    assert set(found.held) == set(both[0]) - inside - known
    for one, other in found.opened:
        assert not both.has_edge(one, other)
        assert {one, other} <= set(both[0])
        assert set(nx.common_neighbors(both, one, other)) <= inside | {0}


TEAM = Graph.of([1, 1, 1, 2, 5], [2, 5, 6, 7, 8], [1.0, 3.0, 2.0, 1.0, 1.0])
"""1 and 2 work together; 1 alone knows 5 and 6, and 5 knows 8; 2 knows 7."""


def test_what_rests_on_one_of_a_team_by_hand() -> None:
    houses = {1: "own", 2: "own", 5: "five", 6: "six", 7: "own", 8: "five"}
    found = dependence(TEAM, 1, [2], houses)
    assert found.held == (5, 6)
    assert found.lost == (5, 6)
    assert found.organisations == ("five", "six")
    assert found.opened == ((5, 6),)
    assert found.unseen is None
    assert dependence(TEAM, 7, [2], houses).organisations == ()


def test_who_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        dependence(TEAM, 99, [1], {})
    with pytest.raises(KeyError):
        dependence(TEAM, 1, [99], {})
    with pytest.raises(KeyError):
        dependence(TEAM, 1, [1], {})


def test_the_estimate_of_the_unseen_by_hand() -> None:
    """Four seen once, one twice: 4 x 3 / (2 x 2) = 3.

    Variance 3 + 4 x 49 / 16 + 16 x 1 x 9 / 64 = 17.5; exp(1.96 sqrt(ln(1 + 17.5 / 9))) = 7.6662; 3 / that and 3 x that.
    """
    found = unseen([1, 1, 1, 1, 2, 5])
    assert found is not None
    assert found.estimate == pytest.approx(3)
    assert found.low == pytest.approx(0.3913, abs=1e-4)
    assert found.high == pytest.approx(22.998, abs=1e-3)


def test_nothing_is_estimated_from_one_and_nothing_is_unseen_when_all_come_back() -> None:
    assert unseen([3]) is None
    found = unseen([3, 4, 5])
    assert found is not None
    assert (found.estimate, found.low, found.high) == (0, 0, 0)
