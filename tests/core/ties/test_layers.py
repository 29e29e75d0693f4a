"""Layers: ckmeans against trying every partition and a published example, and the bands that are made of it."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.ties.layers import ckmeans, layers


def spread(values: Sequence[float], labels: Sequence[int]) -> float:
    """Give the sum of squares to the mean of each cluster."""
    total = 0.0
    for cluster in set(labels):
        inside = [value for value, label in zip(values, labels, strict=True) if label == cluster]
        mean = sum(inside) / len(inside)
        total += sum((value - mean) ** 2 for value in inside)
    return total


def least(values: Sequence[float], k: int) -> float:
    """Give the least spread of all ways to put values into at most k clusters."""
    return min(spread(values, labels) for labels in product(range(k), repeat=len(values)))


def test_the_example_of_the_r_package() -> None:
    # the manual of Ckmeans.1d.dp: x <- c(-1, 2, -1, 2, 4, 5, 6, -1, 2, -1) with k = 3 gives 1 2 1 2 3 3 3 1 2 1
    found = ckmeans([-1, 2, -1, 2, 4, 5, 6, -1, 2, -1], 3)
    assert [one + 1 for one in found] == [1, 2, 1, 2, 3, 3, 3, 1, 2, 1]


VALUES = st.lists(st.integers(-20, 20), min_size=1, max_size=7)


@settings(max_examples=60, deadline=None)
@given(VALUES, st.integers(1, 3))
def test_no_partition_is_better(values: list[int], k: int) -> None:
    found = ckmeans(values, k)
    assert spread(values, found) == pytest.approx(least(values, k), abs=1e-9)
    assert set(found) == set(range(min(k, len(set(values)))))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.floats(0, 10), min_size=1, max_size=5))
def test_no_partition_in_five_is_better(values: list[float]) -> None:
    assert spread(values, ckmeans(values, 5)) == pytest.approx(least(values, 5), abs=1e-9)


MANY = st.lists(st.integers(1, 500), min_size=1, max_size=40)


@given(MANY, st.integers(1, 6))
def test_clusters_follow_the_line(values: list[int], k: int) -> None:
    found = ckmeans(values, k)
    pairs = sorted(zip(values, found, strict=True))
    assert [label for _, label in pairs] == sorted(found)
    assert len(dict(pairs)) == len(set(pairs))  # equal values share a cluster
    assert set(found) == set(range(min(k, len(set(values)))))


@given(MANY, st.integers(1, 6), st.data())
def test_the_order_of_the_values_does_not_matter(values: list[int], k: int, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(values))))
    shuffled = ckmeans([values[index] for index in order], k)
    assert shuffled == [ckmeans(values, k)[index] for index in order]


@given(MANY, st.integers(1, 6), st.integers(-(10**6), 10**6))
def test_a_shift_does_not_matter(values: list[int], k: int, shift: int) -> None:
    # where two partitions are equally good either may come; their spread is the same
    moved = ckmeans([value + shift for value in values], k)
    assert spread(values, moved) == pytest.approx(spread(values, ckmeans(values, k)), rel=1e-9, abs=1e-6)


def test_far_from_zero_it_stays_exact() -> None:
    # sums of squares around 1e18 would drown the differences of a few units
    near = [1, 2, 3, 50, 51, 53, 90, 91]
    assert ckmeans([10**9 + value for value in near], 3) == [0, 0, 0, 1, 1, 1, 2, 2]


def test_nothing_has_no_clusters() -> None:
    assert ckmeans([], 5) == []
    assert layers([]) == []


@pytest.mark.parametrize(
    ("active_days", "expected"),
    [
        ([100, 20, 5, 2, 1], [1, 2, 3, 4, 5]),
        ([1, 2, 5, 20, 100], [5, 4, 3, 2, 1]),
        ([7], [1]),
        ([7, 7, 7], [1, 1, 1]),
        ([1, 30], [2, 1]),
        # pairs by ratio; by difference 1000 and 1100 would part, and 1, 2, 10 and 11 be one
        ([1, 2, 10, 11, 100, 110, 1000, 1100, 10_000], [5, 5, 4, 4, 3, 3, 2, 2, 1]),
    ],
)
def test_bands(active_days: list[int], expected: list[int]) -> None:
    assert layers(active_days) == expected


@given(MANY)
def test_more_contact_is_never_a_wider_band(active_days: list[int]) -> None:
    found = layers(active_days)
    pairs = sorted(zip(active_days, found, strict=True), key=lambda pair: (-pair[0], pair[1]))
    assert [layer for _, layer in pairs] == sorted(found)
    assert set(found) == set(range(1, min(5, len(set(active_days))) + 1))


def test_a_tie_without_active_days_has_no_layer() -> None:
    with pytest.raises(ValueError, match="no layer"):
        layers([3, 0, 5])
