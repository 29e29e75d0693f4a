"""One tie more or less, beside the measures of the whole graph with that tie in it or out of it."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.network.graphs import arcs, same_graph
from hecht.core.network.graph import Graph
from hecht.core.network.holes import holes
from hecht.core.network.what_if import burt, usual_strength


@settings(deadline=None)
@given(arcs(), st.data(), st.sampled_from([0.0, 0.5, 3.0, 1000.0]))
def test_it_is_what_the_whole_graph_gives_with_the_tie_changed(
    digraph: nx.DiGraph, data: st.DataObject, strength: float
) -> None:
    graph, both = same_graph(digraph)
    if len(both) < 2:
        return
    me, other = data.draw(st.permutations(sorted(both)))[:2]
    changed = both.copy()
    if changed.has_edge(me, other):
        changed.remove_edge(me, other)
    if strength:
        changed.add_edge(me, other, weight=strength)
    for network, found in ((both, burt(graph, me)), (changed, burt(graph, me, other, strength))):
        edges = list(network.edges(data="weight"))
        one, two, weight = ([edge[i] for edge in edges] for i in range(3))
        whole = holes(Graph.of(one, two, weight, people=network))
        assert found.degree == whole.degree[me]
        assert found.constraint == pytest.approx(whole.constraint[me], rel=1e-9, nan_ok=True)
        assert found.effective_size == pytest.approx(whole.effective_size[me], rel=1e-9, nan_ok=True)


def test_by_hand() -> None:
    # 1 knows 2 and 3, who know each other: p = 1/2, c = (1/2 + 1/2 * 1/2)^2 = .5625 each, together 1.125; each is
    # redundant for 1/2 (the other's share, at full strength): 2 - 2 * .5 = 1
    graph = Graph.of([1, 1, 2], [2, 3, 3], [1.0, 1.0, 1.0], people=[4])
    assert burt(graph, 1) == pytest.approx((2, 1.125, 1))
    # with 4, who knows nobody else, p = 1/3: twice (1/3 + 1/3 * 1/2)^2 = .25, and (1/3)^2
    assert burt(graph, 1, 4, 1.0) == pytest.approx((3, 0.25 + 0.25 + 1 / 9, 3 - 2 / 3))
    assert burt(graph, 1, 2, 0.0) == pytest.approx((1, 1, 1))
    assert usual_strength(graph, 1) == 1
    assert usual_strength(graph, 4) == 1


def test_what_cannot_be_asked() -> None:
    graph = Graph.of([1], [2], [1.0])
    with pytest.raises(KeyError):
        burt(graph, 1, 3, 1.0)
    for other, strength in ((1, 1.0), (2, -1.0)):
        with pytest.raises(ValueError, match="somebody else"):
            burt(graph, 1, other, strength)
