"""Betweenness, PageRank, k-core, ego betweenness: published values and networkx."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from core.network.graphs import arcs, same_graph
from core.network.test_holes import from_networkx
from hecht.core.network import ego_betweenness as own
from hecht.core.network.centrality import betweenness, core, pagerank
from hecht.core.network.ego_betweenness import ego_betweenness
from hecht.core.network.graph import Graph
from hecht.core.network.holes import holes


def test_the_kite_of_krackhardt() -> None:
    # Krackhardt, "Assessing the political landscape", ASQ 35 (1990), p. 351: betweenness of Andre, Beverly, Carol, Diane,
    # Ed, Fernando, Garth, Heather, Ike and Jane
    found = betweenness(from_networkx(nx.krackhardt_kite_graph()))
    assert found.share.tolist() == pytest.approx([0.023, 0.023, 0, 0.102, 0, 0.231, 0.231, 0.389, 0.222, 0], abs=5e-4)
    assert found.error is None


def test_the_families_of_florence() -> None:
    # Padgett's marriages; betweenness as in Wasserman and Faust (1994), table 5.3, and Newman (2010)
    families = nx.florentine_families_graph()
    names = sorted(families)
    found = betweenness(from_networkx(nx.relabel_nodes(families, {name: i for i, name in enumerate(names)})))
    by_name = dict(zip(names, found.share.tolist(), strict=True))
    expected = {
        "Medici": 0.522,
        "Guadagni": 0.255,
        "Albizzi": 0.212,
        "Salviati": 0.143,
        "Ridolfi": 0.114,
        "Strozzi": 0.103,
    }
    for name, value in expected.items():
        assert by_name[name] == pytest.approx(value, abs=5e-4)
    assert by_name["Pazzi"] == 0


@settings(deadline=None)
@given(arcs())
def test_centrality_is_that_of_networkx(digraph: nx.DiGraph) -> None:
    graph, both = same_graph(digraph)
    assert core(graph).tolist() == list(nx.core_number(both).values())
    assert betweenness(graph).share.tolist() == pytest.approx(list(nx.betweenness_centrality(both).values()))
    if len(digraph):
        found = pagerank(graph)  # the one share of each that a step along networkx's matrix does not change
        assert (found @ nx.google_matrix(digraph, alpha=0.85)).tolist() == pytest.approx(found.tolist(), abs=1e-9)
        assert found.sum() == pytest.approx(1)


@settings(deadline=None)
@given(arcs())
def test_ego_betweenness_is_betweenness_in_the_network_around_a_person(digraph: nx.DiGraph) -> None:
    graph, both = same_graph(digraph)
    for size in (1, 5, 1 << 22):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(own, "_AT_ONCE", size)
            found = ego_betweenness(graph)
        assert found is not None
        for i, one in enumerate(graph.people.tolist()):
            around = nx.ego_graph(both, one)
            assert found[i] == pytest.approx(nx.betweenness_centrality(around, normalized=False)[one], abs=1e-9)


def test_ego_betweenness_stops_where_there_is_too_much_to_look_at() -> None:
    # in a clique of 6 each of 6 x 5 ties seen from an end has 4 triangles: 30 x (4 x 3 / 2) = 180 pairs
    clique = from_networkx(nx.complete_graph(6))
    assert ego_betweenness(clique, most=179) is None
    assert ego_betweenness(clique, most=180) == pytest.approx(np.zeros(6))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(own, "_LARGEST", 6**3 - 1)
        assert ego_betweenness(clique) is None


def test_sampled_betweenness_is_near_the_exact_one_by_its_error() -> None:
    graph = from_networkx(nx.barabasi_albert_graph(400, 3, seed=1))
    exact, sampled = betweenness(graph), betweenness(graph, exact=1)
    assert sampled.error is not None
    assert exact.error is None
    apart = np.abs(sampled.share - exact.share) / np.maximum(sampled.error, 1e-12)
    large = exact.share > 0.01
    assert large.sum() > 10
    assert (apart[large] < 2).mean() > 0.8  # about 95 in a hundred by the normal law; sixteen batches are fewer
    assert betweenness(graph, exact=1).share.tolist() == sampled.share.tolist()


def test_a_sample_of_everybody_is_exact() -> None:
    graph = from_networkx(nx.barabasi_albert_graph(64, 3, seed=1))
    sampled = betweenness(graph, exact=1)
    assert sampled.share.tolist() == pytest.approx(betweenness(graph).share.tolist())
    assert sampled.error is not None
    assert sampled.error.max() == 0


@pytest.mark.parametrize("people", [0, 1, 2])
def test_with_too_few_people_nobody_is_between(people: int) -> None:
    graph = Graph.of([], [], [], people=range(people))
    assert betweenness(graph).share.tolist() == [0] * people
    assert core(graph).tolist() == [0] * people
    assert pagerank(graph).tolist() == pytest.approx([1 / people] * people if people else [])
    found = ego_betweenness(graph)
    assert found is not None
    assert found.tolist() == [0] * people
    assert holes(graph).degree.tolist() == [0] * people
