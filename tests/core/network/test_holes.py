"""Structural holes: published values, networkx, igraph, and the compiled pass beside the plain one."""

import os
from math import isnan, log

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.network.graphs import arcs, same_graph
from hecht.core.network import oriented, triangles
from hecht.core.network.graph import Graph
from hecht.core.network.holes import Holes, holes
from hecht.core.network.oriented import orient
from hecht.core.network.triangles import add_up

FAST = "fast" in os.environ.get("HECHT_REQUIRE", "").split(",")
WAYS = [
    False,
    pytest.param(
        True, marks=pytest.mark.skipif(not FAST, reason="the compiled pass is tested with HECHT_REQUIRE=fast")
    ),
]


def measured(graph: Graph, *, compiled: bool) -> Holes:
    return holes(graph, add_up(graph, compiled=compiled))


def from_networkx(both: nx.Graph) -> Graph:
    """Give an undirected graph of networkx with numbers as nodes."""
    edges = list(both.edges(data="weight", default=1.0))
    one, two, strength = ([edge[i] for edge in edges] for i in range(3))
    return Graph.of(one, two, strength, people=both)


BURT = ["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"]
"""The network of Borgatti, "Structural Holes: Unpacking Burt's Redundancy Measures", Connections 20(1), 1997."""


@pytest.mark.parametrize("compiled", WAYS)
def test_burts_example(compiled: bool) -> None:
    # what UCINET gives for it, as networkx's own tests report: (effective size, constraint) of G, A and C,
    # first with all ties alike and then weighed
    alike = {"G": (4.67, 0.400), "A": (2.50, 0.595), "C": (1, 1)}
    weighed = {"G": (5.47, 0.299), "A": (2.47, 0.795), "C": (1, 1)}
    one, two = ([ord(pair[i]) for pair in BURT] for i in (0, 1))
    for strengths, expected in ((np.ones(10), alike), ([2, 3, 5, 2, 8, 3, 4, 1, 3, 10], weighed)):
        graph = Graph.of(one, two, strengths)
        found = measured(graph, compiled=compiled)
        for name, (size, constraint) in expected.items():
            i = int(graph.index(ord(name)))
            assert found.effective_size[i] == pytest.approx(size, abs=0.006)
            assert found.constraint[i] == pytest.approx(constraint, abs=0.0006)


@pytest.mark.parametrize("compiled", WAYS)
@settings(deadline=None)
@given(arcs())
def test_every_measure_is_that_of_networkx_and_igraph(compiled: bool, digraph: nx.DiGraph) -> None:
    graph, both = same_graph(digraph)
    found = measured(graph, compiled=compiled)
    reference = igraph.Graph.TupleList(both.edges(data="weight"), weights=True)
    by_igraph = dict(zip(reference.vs["name"], reference.constraint(weights="weight"), strict=True))
    directed = nx.constraint(digraph, weight="weight")
    for i, one in enumerate(graph.people.tolist()):
        neighbours = list(both[one])
        assert found.degree[i] == len(neighbours)
        if not neighbours:
            assert isnan(found.constraint[i])
            assert isnan(found.effective_size[i])
            assert isnan(found.efficiency[i])
            assert found.strength[i] == 0
            continue
        assert found.strength[i] == pytest.approx(both.degree(one, weight="weight"))
        if digraph.out_degree(one):  # networkx gives nan to who has no arc out
            assert found.constraint[i] == pytest.approx(directed[one], rel=1e-9)
        assert found.constraint[i] == pytest.approx(by_igraph[one], rel=1e-9)
        # one person at a time: networkx 3.6 is wrong when it weighs the whole graph at once
        size = nx.effective_size(both, nodes=[one], weight="weight")[one]
        assert found.effective_size[i] == pytest.approx(size, rel=1e-9)
        assert found.efficiency[i] == pytest.approx(size / len(neighbours), rel=1e-9)
        assert hierarchy(both, one) == pytest.approx(found.hierarchy[i], abs=1e-9, nan_ok=True)
        pairs = len(neighbours) * (len(neighbours) - 1) // 2
        assert found.tied_pairs[i] == both.subgraph(neighbours).number_of_edges()
        assert found.open_pairs[i] == pairs - found.tied_pairs[i]
        share = nx.clustering(both, one) if pairs else float("nan")
        assert found.clustering[i] == pytest.approx(share, nan_ok=True)


def hierarchy(both: nx.Graph, one: int) -> float:
    """Work out Burt's hierarchy (1992, 2.9) from networkx's constraint of each tie."""
    parts = [nx.local_constraint(both, one, other, weight="weight") for other in both[one]]
    if len(parts) < 2:
        return float("nan")
    mean = sum(parts) / len(parts)
    return float(sum(part / mean * log(part / mean) for part in parts) / (len(parts) * log(len(parts))))


@pytest.mark.skipif(not FAST, reason="the compiled pass is tested with HECHT_REQUIRE=fast")
@pytest.mark.parametrize("threads", [1, 2, 3])
def test_the_compiled_pass_adds_up_the_same_whatever_the_threads(threads: int) -> None:
    chance = np.random.default_rng(5)
    ends = chance.integers(0, 300, (2, 4_000))
    graph = Graph.of(ends[0], ends[1], chance.random(4_000), chance.integers(0, 2, 4_000), chance.integers(0, 2, 4_000))
    group = chance.integers(-1, 4, len(graph.people))
    plain, fast = add_up(graph, group, compiled=False), add_up(graph, group, compiled=True, threads=threads)
    assert fast.triangles.tolist() == plain.triangles.tolist()
    assert plain.triangles.sum() > 5_000
    np.testing.assert_allclose(fast.product, plain.product, rtol=1e-12)
    np.testing.assert_allclose(fast.shared, plain.shared, rtol=1e-12)
    assert fast.closed is not None
    assert plain.closed is not None
    assert fast.closed.tolist() == plain.closed.tolist()


@pytest.mark.parametrize("chunk", [1, 7, 1000])
def test_pieces_of_any_size_give_the_same_triangles(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    both = nx.barabasi_albert_graph(60, 5, seed=2)
    monkeypatch.setattr(triangles, "_CHUNK", chunk)
    sums = add_up(from_networkx(both), compiled=False)
    assert sums.triangles.sum() == sum(nx.triangles(both).values())  # each triangle has three ties and three people


def test_large_numbers_of_ties_are_sorted_without_packing(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = from_networkx(nx.gnm_random_graph(40, 200, seed=3))
    packed = orient(graph)
    monkeypatch.setattr(oriented, "_BITS", 0)
    plain = orient(graph)
    for one, other in zip((packed.low, packed.high, packed.tie), (plain.low, plain.high, plain.tie), strict=True):
        assert one.tolist() == other.tolist()


def test_the_sums_are_made_for_large_graphs_by_the_compiled_pass_where_it_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graph = from_networkx(nx.gnm_random_graph(40, 200, seed=3))
    monkeypatch.setattr(triangles, "_COMPILED_FROM", 1)
    there, plain = add_up(graph), add_up(graph, compiled=False)
    assert there.triangles.tolist() == plain.triangles.tolist()
    monkeypatch.setitem(__import__("sys").modules, "numba", None)
    assert add_up(graph).triangles.tolist() == plain.triangles.tolist()


def test_odd_cases() -> None:
    # 1-2 and 3-4-5 are two components, 6 stands alone, 7 has only a loop and 8 only a tie of no strength
    graph = Graph.of([1, 3, 4, 7, 8], [2, 4, 5, 7, 1], [2.0, 1.0, 3.0, 9.0, 0.0], people=[6])
    found = holes(graph)
    assert graph.people.tolist() == [1, 2, 3, 4, 5, 6, 7, 8]
    nan = float("nan")
    # 4 has two ties that do not lead to one another: (1/4)^2 + (3/4)^2 = .625
    assert found.constraint.tolist() == pytest.approx([1, 1, 1, 0.625, 1, nan, nan, nan], nan_ok=True)
    assert found.effective_size.tolist() == pytest.approx([1, 1, 1, 2, 1, nan, nan, nan], nan_ok=True)
    # r = c / (C / 2) = .2 and 1.8: (.2 ln .2 + 1.8 ln 1.8) / (2 ln 2) = .5310
    assert found.hierarchy.tolist() == pytest.approx([nan, nan, nan, 0.5310, nan, nan, nan, nan], nan_ok=True, abs=5e-5)
    assert found.clustering.tolist() == pytest.approx([nan, nan, nan, 0, nan, nan, nan, nan], nan_ok=True)
    assert found.open_pairs.tolist() == [0, 0, 0, 1, 0, 0, 0, 0]
    nobody = holes(Graph.of([], [], []))
    assert nobody.constraint.size == 0


@given(arcs(), st.floats(0.001, 1000))
def test_the_unit_of_strength_does_not_matter(digraph: nx.DiGraph, unit: float) -> None:
    graph, _ = same_graph(digraph)
    scaled = Graph(graph.people, graph.a, graph.b, graph.strength * unit, graph.forth * unit, graph.back * unit)
    one, other = holes(graph), holes(scaled)
    np.testing.assert_allclose(one.constraint, other.constraint, rtol=1e-9)
    np.testing.assert_allclose(one.effective_size, other.effective_size, rtol=1e-9)
    np.testing.assert_allclose(one.hierarchy, other.hierarchy, atol=1e-9)
