"""The tie graph: joined by key, in any order, with odd cases."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.network.graphs import arcs, same_graph
from hecht.core.network.graph import Graph

IDS = st.integers(-(2**62), 2**62)
PAIRS = st.lists(st.tuples(IDS, IDS, st.floats(0, 1e6), st.floats(0, 1e6)), max_size=30)


def by_hand(ties: list[tuple[int, int, float, float]]) -> dict[tuple[int, int], tuple[float, float]]:
    """Sum what went either way by pair in a plain dict."""
    summed: dict[tuple[int, int], tuple[float, float]] = {}
    for one, two, to, fro in ties:
        pair, amounts = ((one, two), (to, fro)) if one < two else ((two, one), (fro, to))
        held = summed.get(pair, (0.0, 0.0))
        summed[pair] = held[0] + amounts[0], held[1] + amounts[1]
    return {pair: both for pair, both in summed.items() if pair[0] != pair[1] and sum(both) > 0}


@given(PAIRS, st.randoms(use_true_random=False))
def test_labels_are_joined_by_key_whatever_the_order(ties: list[tuple[int, int, float, float]], chance: object) -> None:
    chance.shuffle(ties)  # type: ignore[attr-defined]
    graph = Graph.of(*(np.array([tie[i] for tie in ties]) for i in (0, 1)), *amounts(ties))
    found = {
        (int(graph.people[a]), int(graph.people[b])): (forth, back)
        for a, b, forth, back in zip(graph.a, graph.b, graph.forth, graph.back, strict=True)
    }
    expected = by_hand(ties)
    assert found.keys() == expected.keys()
    for pair, both in expected.items():
        assert found[pair] == pytest.approx(both)
    assert sorted({one for tie in ties for one in tie[:2]}) == graph.people.tolist()


def amounts(ties: list[tuple[int, int, float, float]]) -> list[np.ndarray]:
    """Give strength, forth and back as arrays."""
    forth, back = (np.array([tie[i] for tie in ties], dtype=float) for i in (2, 3))
    return [forth + back, forth, back]


@given(arcs())
def test_degree_and_total_are_those_of_networkx(digraph: nx.DiGraph) -> None:
    graph, both = same_graph(digraph)
    assert dict(zip(graph.people.tolist(), graph.degree.tolist(), strict=True)) == dict(both.degree)
    expected = dict(both.degree(weight="weight"))
    assert graph.total.tolist() == pytest.approx([expected[one] for one in graph.people.tolist()])


@given(arcs())
def test_rows_hold_every_tie_seen_from_both_ends(digraph: nx.DiGraph) -> None:
    graph, both = same_graph(digraph)
    rows = graph.rows
    for i, person in enumerate(graph.people.tolist()):
        mine = slice(rows.start[i], rows.start[i + 1])
        assert graph.people[rows.other[mine]].tolist() == sorted(both[person])
        ends = zip(graph.a[rows.tie[mine]], graph.b[rows.tie[mine]], rows.other[mine], strict=True)
        assert all({i, int(other)} == {int(a), int(b)} for a, b, other in ends)


@given(arcs(), st.sets(st.integers(0, 12)))
def test_a_part_is_what_networkx_calls_the_induced_subgraph(digraph: nx.DiGraph, some: set[int]) -> None:
    graph, both = same_graph(digraph)
    for part, expected in ((graph.among(some), some), (graph.without(some), set(both) - some)):
        left = both.subgraph(expected)
        assert part.people.tolist() == sorted(left)
        pairs = zip(part.people[part.a].tolist(), part.people[part.b].tolist(), part.strength, strict=True)
        assert {(a, b): w for a, b, w in pairs} == pytest.approx(
            {(min(e), max(e)): left.edges[e]["weight"] for e in left.edges}
        )
    for person in both:
        assert graph.around(person).people.tolist() == sorted(nx.ego_graph(both, person))


def test_loops_and_ties_without_strength_are_no_ties_but_their_people_stay() -> None:
    graph = Graph.of([1, 1, 2], [1, 2, 3], [5.0, 0.0, 2.0], people=[9])
    assert graph.people.tolist() == [1, 2, 3, 9]
    assert graph.degree.tolist() == [0, 1, 1, 0]
    assert graph.index([9, 1]).tolist() == [3, 0]


def test_nothing_at_all() -> None:
    graph = Graph.of([], [], [])
    assert (graph.people.size, graph.degree.size, graph.rows.start.tolist()) == (0, 0, [0])


@pytest.mark.parametrize("strength", [[-1.0], [float("nan")], [float("inf")], [1.0, 2.0]])
def test_what_is_no_strength_is_refused(strength: list[float]) -> None:
    with pytest.raises(ValueError, match="strength"):
        Graph.of([1], [2], strength)


@pytest.mark.parametrize("person", [0, 2, 4])
def test_somebody_who_is_not_there_is_said(person: int) -> None:
    with pytest.raises(KeyError):
        Graph.of([1], [3], [1.0]).index([1, person])
