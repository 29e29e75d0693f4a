"""Communities: found where they are clear, the same for the same seed, and numbered as before."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.network.graphs import arcs, same_graph
from core.network.test_holes import from_networkx
from hecht.core.network.communities import called_after, communities, numbered
from hecht.core.network.graph import Graph


def test_clear_groups_are_found_and_the_largest_is_number_one() -> None:
    # cliques of 4, 6 and 5 in a ring of single ties
    made = nx.disjoint_union_all([nx.complete_graph(size) for size in (4, 6, 5)])
    made.add_edges_from([(0, 4), (5, 10), (11, 1)])
    assert communities(from_networkx(made)).tolist() == [3] * 4 + [1] * 6 + [2] * 5


def test_zacharys_club_falls_apart_as_well_as_is_known() -> None:
    # .4198 is the highest modularity there is for the club (Brandes et al. 2008, "On modularity clustering")
    club = nx.karate_club_graph()
    found = communities(from_networkx(nx.Graph(club.edges)))
    groups = [{one for one in club if found[one] == number} for number in range(1, found.max() + 1)]
    assert nx.community.modularity(nx.Graph(club.edges), groups) == pytest.approx(0.4198, abs=5e-4)


def test_numbers_stay_from_one_week_to_the_next() -> None:
    made = nx.disjoint_union_all([nx.complete_graph(size) for size in (4, 6, 5)])
    made.add_edges_from([(0, 4), (5, 10), (11, 1)])
    before = {**dict.fromkeys(range(4), 7), **dict.fromkeys(range(4, 10), 2)}
    assert communities(from_networkx(made), before).tolist() == [7] * 4 + [2] * 6 + [8] * 5


def test_a_number_goes_to_who_share_most_people() -> None:
    found, earlier = np.array([0, 0, 0, 1, 1, 2, 2]), np.array([5, 5, 9, 5, 9, 0, 0])
    # 0 shares two people with 5 and takes it; 1 shares one with each, and 9 is free; 2 is new
    assert numbered(found, earlier, np.ones(7, dtype=np.int64)).tolist() == [5, 5, 5, 9, 9, 10, 10]


@settings(deadline=None)
@given(arcs(), st.integers(0, 5))
def test_the_same_seed_gives_the_same_and_only_people_without_ties_have_none(digraph: nx.DiGraph, seed: int) -> None:
    graph, both = same_graph(digraph)
    found = communities(graph, seed=seed)
    assert found.tolist() == communities(graph, seed=seed).tolist()
    assert [number == 0 for number in found.tolist()] == [both.degree(one) == 0 for one in both]
    again = communities(graph, dict(zip(graph.people.tolist(), found.tolist(), strict=True)), seed=seed)
    assert set(again[found > 0]) <= set(range(1, 2 * len(both) + 2))


def test_nobody() -> None:
    assert communities(Graph.of([], [], [], people=[4])).tolist() == [0]


@pytest.mark.parametrize(
    ("people", "most", "expected"),
    [
        (["A", "A", "A", "B"], 2, ("A",)),  # three of four
        (["A", "A", "B", "B"], 2, ("A", "B")),  # half is not more than half
        (["A", "A", "B", "B"], 1, ()),
        (["A", "A", "B", "B", "C", "C", "D", "E"], 2, ()),  # four of eight
        (["A", "A", "B", "C"], 2, ()),  # three of four, but any of B and C would do
        (["A", "A", "", "", ""], 2, ()),  # who is not known counts among the people
        (["B", "A", "B", "A", "C"], 2, ("A", "B")),  # equals by name
        ([], 2, ()),
    ],
)
def test_what_a_group_is_called_after(people: list[str], most: int, expected: tuple[str, ...]) -> None:
    assert called_after(people, most) == expected
