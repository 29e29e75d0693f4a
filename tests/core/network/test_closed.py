"""Closed groups, by hand; and that neither activity, nor one person, nor the order of people decides."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.network.closed import busiest, closed, ends, expected, openness
from hecht.core.network.graph import Graph


def test_contact_inside_and_outside() -> None:
    """0 and 1 are one group, 2 another: 0-1 (3) is inside at both ends, 0-2 (2) and 1-2 (1) outside."""
    graph = Graph.of([0, 0, 1], [1, 2, 2], [3.0, 2.0, 1.0])
    group = np.array([0, 0, 1])
    inside, outside = ends(graph, group)
    assert (inside.tolist(), outside.tolist()) == ([3, 3, 0], [2, 1, 3])
    inside, outside = ends(graph, group, np.array([True, False, False]))
    assert (inside.tolist(), outside.tolist()) == (
        [0, 0, 0],
        [0, 1, 3],
    )  # of 2, contact with 0 stays: it is not 2's doing


def test_a_line_that_few_points_cannot_move() -> None:
    """Slopes of 0-1, 0-2, 1-2 are 2, 2, 2 without the last point; with it (-10, -3.5, -16) the median is 0 of 2, 2, 2, -10 ...

    Points (0, 1), (1, 3), (2, 5), (3, 7), (4, -100): six slopes are 2 and four are far below; the median of ten is 2, and
    y - 2 x is 1, 1, 1, 1, -108, of which the median is 1.
    """
    x, y = np.arange(5.0), np.array([1.0, 3, 5, 7, -100])
    assert expected(x, y, np.ones(5, dtype=bool)).tolist() == [1, 3, 5, 7, 9]
    assert expected(np.ones(2), np.array([1.0, 3]), np.ones(2, dtype=bool)).tolist() == [2, 2]  # no slope to be seen


def test_openness_by_hand() -> None:
    """Three groups of two, each person with 4 inside, so that I + 1 = 9; outside 4 + 4, 4 + 4 and 1 + 0.

    y = ln(9/9) = 0 twice and ln(2/9); sizes are equal, so that the median 0 is expected and the ratios are 1, 1 and 2/9.
    Of the third, s^2 = 2/1 ((1/2 - 4/9)^2 + (0 - 4/9)^2) = 2 (1/324 + 64/324) = 65/162.
    """
    outside = np.array([4.0, 4, 4, 4, 1, 0])
    found = openness(np.full(6, 4.0), outside, np.array([0, 0, 1, 1, 2, 2]), 3)
    assert found.ratio.tolist() == pytest.approx([1, 1, 2 / 9])
    reach = math.exp(1.96 * math.sqrt(65 / 162))
    assert (found.low[2], found.high[2]) == pytest.approx((2 / 9 / reach, 2 / 9 * reach))
    # the median distance of the groups is 0, so that t^2 is the least there is, 0.01
    assert found.apart[2] == pytest.approx(math.log(2 / 9) / math.sqrt(0.01 + 65 / 162))


def test_the_busiest_tenth_is_rounded_up() -> None:
    total, group = np.array([1.0, 9, 3, 5, 2, *range(11)]), np.array([0] * 5 + [1] * 11)
    assert np.flatnonzero(busiest(total, group, 2)).tolist() == [1, 14, 15]


def made(seed: int, shut: int = -1, keep: float = 0.2) -> tuple[Graph, np.ndarray]:
    """Ten groups of 30 with equally much contact inside and with the rest, people differing in how much; one keeps a part."""
    dice = np.random.default_rng(seed)
    group = np.repeat(np.arange(10), 30)
    pull = dice.lognormal(0, 0.7, 300)
    one, two = np.triu_indices(300, 1)
    mean = pull[one] * pull[two] * np.where(group[one] == group[two], 0.9, 0.1)
    mean[(group[one] == shut) != (group[two] == shut)] *= keep
    return Graph.of(one, two, dice.poisson(mean), people=range(300)), group


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_closed_group_is_found_and_no_other(seed: int) -> None:
    """By construction: groups differ by chance alone, but for the one that keeps a fifth of its contact with others."""
    assert np.flatnonzero(closed(*made(seed, shut=4), 10)).tolist() == [4]
    assert not closed(*made(seed), 10).any()


def test_one_person_to_whom_all_come_does_not_close_a_group() -> None:
    graph, group = made(5)
    own = np.arange(31, 60)
    more = Graph.of(
        [*graph.a, *np.full(29, 30)], [*graph.b, *own], [*graph.strength, *np.full(29, 60.0)], people=range(300)
    )
    whole = openness(*ends(more, group), group, 10)
    assert whole.ratio[1] < 0.5
    assert whole.high[1] < 1
    assert not closed(more, group, 10)[1]


def test_few_groups_have_no_usual() -> None:
    graph, group = made(1, shut=4, keep=0.0)
    assert not closed(graph, group % 5, 5).any()


@given(st.integers(0, 1_000), st.floats(0.5, 20))
def test_how_much_everybody_writes_falls_out(seed: int, times: float) -> None:
    dice = np.random.default_rng(seed)
    group = dice.integers(0, 9, 60)
    inside, outside = dice.random(60) * 1e6, dice.random(60) * 1e6  # so much that the 1 that is added is nothing
    one, two = (openness(inside * by, outside * by, group, 9).ratio for by in (1.0, times))
    assert np.allclose(one, two, rtol=1e-4, equal_nan=True)
