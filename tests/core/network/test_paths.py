"""Paths: against every simple chain that networkx can find, and by hand."""

from itertools import pairwise
from math import prod

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.network.graphs import arcs, same_graph
from hecht.core.network.graph import Graph
from hecht.core.network.paths import LONGEST, paths


def holds(graph: nx.Graph, chain: list[int]) -> float:
    links = [graph[one][other]["weight"] for one, other in pairwise(chain)]
    return float(prod(link / (link + 1) for link in links))


@given(arcs(), st.sets(st.integers(0, 11), max_size=3))
def test_the_first_chain_is_the_strongest_there_is(digraph: nx.DiGraph, targets: set[int]) -> None:
    graph, both = same_graph(digraph)
    found = paths(graph, 0, targets)
    aims = {one for one in targets if one in both and one != 0}
    every = [
        chain
        for aim in aims
        if 0 in both
        for chain in nx.all_simple_paths(both, 0, aim, cutoff=LONGEST)
        if not aims & set(chain[1:-1])
    ]
    if not every:
        assert found == []
        return
    assert found[0].holds == pytest.approx(max(holds(both, chain) for chain in every))
    for one in found:
        assert list(one.people) in every
        assert one.holds == pytest.approx(holds(both, list(one.people)))


@given(arcs(), st.sets(st.integers(1, 11), min_size=1, max_size=3))
def test_chains_share_no_broker_and_grow_weaker(digraph: nx.DiGraph, targets: set[int]) -> None:
    graph, _ = same_graph(digraph)
    found = paths(graph, 0, targets)
    asked = [person for one in found for person in one.brokers]
    assert len(asked) == len(set(asked))
    assert len(found) <= 4
    strengths = [one.holds for one in found]
    assert strengths == sorted(strengths, reverse=True)


def test_a_chain_by_hand() -> None:
    """0-1-2: 3/4 x 1/2 = .375 beats 0-3-2: 1/2 x 1/2; the direct tie 0-2 of .1 is worth .0909 and comes last."""
    graph = Graph.of([0, 1, 0, 3, 0], [1, 2, 3, 2, 2], [3.0, 1.0, 1.0, 1.0, 0.1])
    found = paths(graph, 0, [2])
    assert [one.people for one in found] == [(0, 1, 2), (0, 3, 2), (0, 2)]
    assert [one.holds for one in found] == pytest.approx([0.375, 0.25, 0.1 / 1.1])
    assert [one.weakest for one in found] == [1, 0, 0]
    assert found[0].brokers == (1,)
    assert [one.people for one in paths(graph, 0, [2], without=[1])] == [(0, 3, 2), (0, 2)]


def test_five_ties_are_too_long_and_nobody_is_reached_who_is_not_there() -> None:
    line = Graph.of([0, 1, 2, 3, 4], [1, 2, 3, 4, 5], [1.0] * 5)
    assert [one.people for one in paths(line, 0, [4])] == [(0, 1, 2, 3, 4)]
    assert paths(line, 0, [5]) == []
    assert paths(line, 0, [99]) == []
    assert paths(line, 99, [1]) == []
    assert paths(line, 0, [0]) == []


def test_an_organisation_is_entered_by_whom_one_knows_there_first() -> None:
    """0 knows 1 there (strength 1), and 2 leads to 3 there (3 and 3): 9/16 beats 1/2; then 1 itself."""
    graph = Graph.of([0, 0, 2, 1], [1, 2, 3, 3], [1.0, 3.0, 3.0, 9.0])
    assert [one.people for one in paths(graph, 0, [1, 3])] == [(0, 2, 3), (0, 1)]
