"""Spread: the same network lies the same at every visit, and who have ties lie nearer each other than who have none."""

import numpy as np

from hecht.core.network.graph import Graph
from hecht.core.network.spread import spread


def two_groups() -> Graph:
    """Two groups of ten in which everybody knows everybody, with one tie between them."""
    pairs = [(a, b) for base in (1, 101) for a in range(base, base + 10) for b in range(a + 1, base + 10)]
    first, second = zip(*pairs, (10, 101), strict=True)
    return Graph.of(first, second, [1.0] * (len(pairs) + 1))


def test_it_is_the_same_at_every_visit() -> None:
    assert np.array_equal(spread(two_groups()), spread(two_groups()))


def test_who_have_ties_lie_near_each_other() -> None:
    places = spread(two_groups())
    assert places.shape == (20, 2)
    distance = np.linalg.norm(places[:, None] - places[None], axis=2)
    within = np.concatenate([distance[:10, :10].ravel(), distance[10:, 10:].ravel()])
    assert within.max() < distance[:9, 11:].min()


def test_nobody_is_nowhere_and_strangers_have_a_place() -> None:
    assert spread(Graph.of([], [], [])).shape == (0, 2)
    assert np.isfinite(spread(Graph.of([], [], [], people=[5, 9]))).all()
