"""Layers: ckmeans against trying every partition and a published example, and the bands that are made of it."""

from collections.abc import Sequence
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.ties.layers import bands, ckmeans, layers, layers_before, reference_days


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


# --- staying in a band ---

FIVE = [100, 20, 5, 2, 1]  # bands 1 to 5; edges midway by ratio: sqrt(100 * 20) = 44.7, 10, 3.2, 1.4


@pytest.mark.parametrize(
    ("days", "before", "expected"),
    [
        (44, None, 2),
        (44, 2, 2),
        (44, 1, 1),  # 44.7 / 1.5 = 29.8: a little under the edge, so it stays
        (31, 1, 1),
        (29, 1, 2),
        (25, 1, 2),  # a quarter of 100
        (65, 2, 2),  # 44.7 * 1.5 = 67.1
        (68, 2, 1),
        (14, 3, 3),  # 10 * 1.5
        (16, 3, 2),
        (2, 1, 4),
    ],
)
def test_a_tie_stays_until_it_is_well_outside_its_band(days: int, before: int | None, expected: int) -> None:
    # the five stand for many, so that one tie more leaves the bands where they are
    many = FIVE * 200
    found = layers([*many, days], [None] * len(many) + [before])
    assert found[-1] == expected
    assert found[:-1] == [1, 2, 3, 4, 5] * 200


def test_a_band_that_is_no_longer_there_is_not_kept() -> None:
    assert layers([3, 3, 9], [5, 4, 1]) == [2, 2, 1]


@given(MANY)
def test_who_was_there_already_stays(active_days: list[int]) -> None:
    first = layers(active_days)
    assert layers(active_days, list(first)) == first


@given(MANY, st.data())
def test_no_tie_stays_beyond_half_as_much_again(active_days: list[int], data: st.DataObject) -> None:
    before = data.draw(st.lists(st.integers(1, 5), min_size=len(active_days), max_size=len(active_days)))
    plain = layers(active_days)
    for days, had, now, fresh in zip(active_days, before, layers(active_days, before), plain, strict=True):
        assert now in (had, fresh)
        if now != fresh:
            # the edge lies between the nearest of the band and the nearest of the next
            of_band = [one for one, layer in zip(active_days, plain, strict=True) if layer == had]
            if days > max(of_band):
                assert days <= 1.5 * min(one for one in active_days if one > max(of_band)) * (1 + 1e-9)
            else:
                assert days * 1.5 * (1 + 1e-9) >= max(one for one in active_days if one < min(of_band))


@given(st.integers(0, 30_000))
def test_reference_days_do_not_depend_on_when_one_looks(as_of: int) -> None:
    found = reference_days(as_of)
    assert len(found) == 6
    assert all(day % 30 == 0 for day in found)
    assert [later - earlier for earlier, later in pairwise(found)] == [30] * 5
    assert as_of - 30 <= found[-1] < as_of


DAYS = st.lists(st.sets(st.integers(0, 1200), min_size=1, max_size=12).map(sorted), max_size=8)


@settings(deadline=None)
@given(DAYS, st.integers(600, 1100), st.data())
def test_layers_before_see_no_day_after_the_last_reference(
    days: list[list[int]], as_of: int, data: st.DataObject
) -> None:
    seen = [[day for day in active if day <= reference_days(as_of)[-1]] for active in days]
    known = [active for active in seen if active]
    found = layers_before(days, as_of)
    assert [layer for layer, active in zip(found, seen, strict=True) if active] == layers_before(known, as_of)
    assert all(layer is None for layer, active in zip(found, seen, strict=True) if not active)
    other_day = data.draw(st.integers(reference_days(as_of)[-1] + 1, reference_days(as_of)[-1] + 30))
    assert layers_before(days, other_day) == found


def test_a_tie_keeps_its_band_over_the_reference_days() -> None:
    # five hundred regular ties stand for the bands: every 5, 27, 108, 200, 400 days is 108, 20, 5, 3, 1 in the last 540
    others = [[day for day in range(1, 601) if day % gap == 0] for gap in (5, 27, 108, 200, 400) for _ in range(100)]
    # one had 48 active days at day 450 (band 1: the edge lies at sqrt(108 * 20) = 46.5), and 35 at day 600
    one = [*range(46, 61), *range(417, 450), 500, 590]
    counts = [sum(60 < day <= 600 for day in active) for active in [*others, one]]
    assert (set(counts), counts[-1]) == ({108, 20, 5, 3, 1, 35}, 35)
    assert layers(counts)[-1] == 2
    assert layers_before([*others, one], 601)[-1] == 1  # above 46.5 / 1.5 = 31


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (0, ()),
        (14, ()),
        (15, ((1, 2), (3, 4))),
        (40, ((1, 2), (3, 4))),
        (41, ((1,), (2,), (3,), (4,))),
    ],
)
def test_how_many_bands_are_shown(people: int, expected: tuple[tuple[int, ...], ...]) -> None:
    # docs/numbers.md: none below 15 people, two from 15 to 40
    assert bands(people) == expected
