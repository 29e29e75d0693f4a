"""Groups: means, differences and intervals by hand, and nothing of too few people."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.network.graph import Graph
from hecht.core.network.groups import SMALL, beside_line, change, folded, mean, ties_by_group


def test_small_groups_are_put_together() -> None:
    labels = ["a"] * 6 + ["b"] * 5 + ["c"] * 3 + ["d"] * 2 + [""]
    assert folded(labels, 5) == ["a"] * 6 + ["b"] * 5 + [SMALL] * 5 + [""]


def test_a_small_group_cannot_be_worked_out_from_the_rest() -> None:
    labels = ["a"] * 9 + ["b"] * 5 + ["c"] * 2
    assert folded(labels, 5) == ["a"] * 9 + [SMALL] * 7
    assert folded(["c"] * 2, 5) == [SMALL] * 2


@given(st.lists(st.sampled_from(["", *"abcdef"]), max_size=40), st.integers(1, 8))
def test_no_group_that_is_shown_is_small_unless_all_are(labels: list[str], least: int) -> None:
    found = folded(labels, least)
    assert [one == "" for one in found] == [one == "" for one in labels]
    everybody = sum(one != "" for one in labels)
    for label in set(found) - {""}:
        assert found.count(label) >= min(least, everybody)


def test_a_mean_needs_enough_people_of_whom_there_is_a_value() -> None:
    values = np.array([1.0, 2.0, np.nan, 6.0])
    assert mean(values, np.arange(4), 3) == 3
    assert mean(values, np.arange(4), 4) is None
    assert mean(values, np.arange(0), 0) is None


def test_a_change_with_its_interval() -> None:
    chance = np.random.default_rng(8)
    then = chance.normal(10, 3, 400)
    now = then + chance.normal(1, 2, 400)
    found = change(now, then, 5)
    assert found is not None
    assert found.change == pytest.approx((now - then).mean())
    # by the normal law the interval is the mean -+ 1.96 s / sqrt(n)
    half = 1.96 * (now - then).std(ddof=1) / 20
    assert (found.change - found.low, found.high - found.change) == pytest.approx((half, half), rel=0.12)
    assert change(now, then, 5) == found
    now[:396] = np.nan
    assert change(now, then, 5) is None


def test_ties_by_group() -> None:
    graph = Graph.of([1, 1, 3, 1], [2, 3, 4, 5], np.ones(4))
    inside, outside = ties_by_group(graph, np.array([0, 0, 1, 1, -1]), 2)
    assert (inside.tolist(), outside.tolist()) == ([1, 1], [1, 1])


def test_contact_beside_the_formal_line() -> None:
    # 1 manages 2 and 3; 3 is of another department; 2 has contact with 1 (2), 3 (1) and 4 (1), who is of neither
    graph = Graph.of([1, 2, 2], [2, 3, 4], [2.0, 1.0, 1.0], people=[5])
    with_manager, beside = beside_line(graph, np.array([0, 0, 1, 2, -1]), np.array([-1, 0, 0, -1, -1]))
    assert with_manager.tolist() == pytest.approx([np.nan, 1, 0, np.nan, np.nan], nan_ok=True)
    # of 2's four parts two go to the manager; 3 and 4 are beside the line
    assert beside.tolist() == pytest.approx([0, 0.5, 1, 1, np.nan], nan_ok=True)
