"""Links between groups, by hand; and who is none."""

import math

import numpy as np
import pytest

from hecht.core.network.graph import Graph
from hecht.core.network.links import links


def small(extra: list[tuple[int, int, float]]) -> tuple[Graph, np.ndarray]:
    """Five groups of ten who all have 10 with everybody of their own, and some ties more."""
    pairs = [(i, j, 10.0) for i in range(50) for j in range(i + 1, 50) if i // 10 == j // 10]
    one, two, strength = zip(*pairs, *extra, strict=True)
    return Graph.of(one, two, strength), np.repeat(np.arange(5), 10)


def test_times_the_usual_by_hand() -> None:
    """0 has 20 with each of 10, 11 and 12; nobody else has contact with another group.

    S is 90 for most, and 150 for 0. Of the others of 0's group none has contact with group 1: the habit is that of all for
    five people of usual contact, 450 x 60 / (46 x 90 + 150 + 3 x 110 = 4,620), over 9 x 90 + 450 = 1,260. Expected is
    150 x 450 x (60 / 4,620) / 1,260 = 0.69573, and times (60 + 1/2) / 1.19573 = 50.597.
    """
    graph, group = small([(0, 10, 20.0), (0, 11, 20.0), (0, 12, 20.0)])
    found = links(graph, group, 5)
    mine = found.person == 0
    assert found.group[mine].tolist() == [1]
    usual = 150 * 450 * (60 / 4_620) / 1_260
    times = 60.5 / (usual + 0.5)
    reach = math.exp(1.96 / math.sqrt(60.5))
    assert (found.times[mine][0], found.low[mine][0], found.high[mine][0]) == pytest.approx(
        (times, times / reach, times * reach)
    )
    assert found.share[0] == pytest.approx((60 - usual) / 150)  # 0.395 of 0's contact, with one group: enough
    assert np.flatnonzero(found.found).tolist() == [0]


def test_contact_with_one_or_two_people_is_no_contact_with_a_group() -> None:
    """60 with one, or 30 with each of two: (sum w)^2 / sum w^2 is 1 and 2, below 3."""
    for extra in ([(0, 10, 60.0)], [(0, 10, 30.0), (0, 11, 30.0)]):
        assert not links(*small(extra), 5).found.any()


def test_who_does_as_everybody_around_does_is_no_link() -> None:
    extra = [(i, 10 + j, 5.0) for i in range(10) for j in range(4)]
    assert not links(*small(extra), 5).found[:10].any()


def test_contact_everywhere_with_little_of_it_stronger_is_no_link() -> None:
    """0 has 6 with each of three in group 1, as little as in twelve more people over three groups: 18 of their contact.

    That is a part of what they have elsewhere (18 of 18 + 3 x 60 = 198 is 9 %), below two fifths.
    """
    wide = [(0, 10 * g + j, 30.0) for g in (2, 3, 4) for j in range(2)]  # two people a group: no contact with the group
    deep = [(0, 10 + j, 6.0) for j in range(3)]
    found = links(*small([*wide, *deep]), 5)
    assert not found.found[0]
    assert found.person.tolist().count(0) == 1
    assert links(*small([(0, 10 + j, 20.0) for j in range(3)]), 5).found[0]


def test_nobody_and_nothing() -> None:
    empty = Graph.of([], [], [], people=[1, 2])
    assert not links(empty, np.array([0, 1]), 2).found.any()
