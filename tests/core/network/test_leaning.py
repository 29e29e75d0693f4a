"""On whom much rests, by hand; and who only writes much."""

import math

import numpy as np
import pytest

from hecht.core.network.graph import Graph
from hecht.core.network.leaning import leaning


def star(strong: float, towards: float = 0.5) -> tuple[Graph, np.ndarray]:
    """Group 0: 0 has `strong` with each of 1 to 10, who have 1 with both neighbours in a ring; group 1: a ring of ten."""
    rings = [(1 + i, 1 + (i + 1) % 10, 1.0, 0.5) for i in range(10)]
    rings += [(11 + i, 11 + (i + 1) % 10, 1.0, 0.5) for i in range(10)]
    ties = [(0, 1 + i, strong, 1 - towards) for i in range(10)] + rings
    one, two, strength, forth = (np.array(part) for part in zip(*ties, strict=True))
    graph = Graph.of(one, two, strength, strength * forth, strength * (1 - forth))
    return graph, np.array([0] * 11 + [1] * 10)


def test_the_figures_by_hand() -> None:
    """With 8 each, S is 80 for 0, 10 for 1 to 10 and 2 for 11 to 20; each of the ten gives 0 8/10 of their attention.

    The median of group 0 is 10 and that of all 21 is 10: usual is exp((11 ln 11 + 5 ln 11) / 16) = 11, and times 80 / 11.
    The mean tie of each of the ten is 10 / 3, twice that 20/3 < 8: 0 is a main contact of all of them.
    """
    graph, group = star(8.0)
    found = leaning(graph, group, 2)
    assert (found.times[0], found.drawn[0], found.main[0]) == pytest.approx((80 / 11, 8.0, 1.0))
    assert (found.low[0], found.high[0]) == pytest.approx((80 / 11 / math.exp(1.96 / 9), 80 / 11 * math.exp(1.96 / 9)))
    # 1 has 8 of the 80 of 0, and 1 of the 10 of each neighbour
    assert found.drawn[1] == pytest.approx(8 / 80 + 2 / 10)
    assert found.drawn.sum() == pytest.approx(21)
    assert np.flatnonzero(found.found).tolist() == [0]


def test_what_comes_in_against_what_goes_out() -> None:
    """Three quarters of 80 come to 0: (60 + 1) / (20 + 1), beside the median of all; that of a ring is (1 + 1) / (1 + 1) = 1."""
    found = leaning(*star(8.0, towards=0.75), 2)
    assert found.asked[0] == pytest.approx(61 / 21)
    assert found.asked_low[0] == pytest.approx(61 / 21 / math.exp(1.96 * math.sqrt(1 / 61 + 1 / 21)))


def test_much_contact_with_people_who_have_it_with_others_too_is_no_load() -> None:
    """0 has 10 with each of thirty who have 10 with each other: three times the contact of a small group, and nobody's main one."""
    ties = [(0, i) for i in range(1, 31)] + [(i, j) for i in range(1, 31) for j in range(i + 1, 31)]
    ties += [(i, j) for i in range(31, 42) for j in range(i + 1, 42)]
    one, two = (np.array(part) for part in zip(*ties, strict=True))
    graph = Graph.of(one, two, np.full(len(ties), 10.0))
    group = np.array([1] + [0] * 30 + [1] * 11)
    found = leaning(graph, group, 2)
    assert found.times[0] > 2
    assert found.main[0] == 0
    assert not found.found.any()


def test_heads_are_put_beside_heads() -> None:
    """Five stars: of all people their middles have far more contact; beside one another they have what is usual."""
    one: list[int] = []
    two: list[int] = []
    strength: list[float] = []
    group: list[int] = []
    rank: list[int] = []
    for at in range(0, 55, 11):
        one += [at] * 10
        two += range(at + 1, at + 11)
        strength += [8.0] * 10
        group += [at // 11] * 11
        rank += [1] + [2] * 10
    graph = Graph.of(one, two, strength)
    groups, ranks = np.array(group), np.array(rank)
    assert np.flatnonzero(leaning(graph, groups, 5).times > 2).tolist() == [0, 11, 22, 33, 44]
    assert leaning(graph, groups, 5, ranks).times[::11].tolist() == pytest.approx([1] * 5)


def test_nobody_and_nothing() -> None:
    assert not leaning(Graph.of([], [], [], people=[1, 2]), np.array([0, 1]), 2).found.any()
