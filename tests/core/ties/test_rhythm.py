"""Rhythm: gaps counted by hand, nearest rank by its definition, and when "meestal" is true."""

from fractions import Fraction
from itertools import accumulate
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.ties.rhythm import SAID, gaps, median_gap, percentile_gap, rhythm, said_rhythm, usual


def days(*between: int) -> list[int]:
    """Give active days with these gaps between them."""
    return list(accumulate(between, initial=20_000))


GAPS = st.lists(st.integers(1, 400), min_size=1, max_size=40)


def test_rhythm_is_the_mean_gap() -> None:
    assert rhythm(100, 130, 4) == 10.0
    assert rhythm(100, 101, 2) == 1.0
    assert rhythm(100, 107, 3) == 3.5
    assert rhythm(100, 100, 1) is None


@given(GAPS)
def test_rhythm_is_the_mean_of_the_gaps(between: list[int]) -> None:
    active = days(*between)
    assert gaps(active) == between
    assert rhythm(active[0], active[-1], len(active)) == pytest.approx(sum(between) / len(between))


def test_gaps_need_two_days() -> None:
    assert gaps([]) == []
    assert gaps([5]) == []
    assert percentile_gap([5]) is None
    assert median_gap([5]) is None
    assert said_rhythm([5]) is None


@pytest.mark.parametrize(
    ("between", "longest"),
    [
        (range(1, 11), 9),  # nine of the ten gaps 1-10 are at most 9
        (range(1, 12), 10),  # nine tenths of eleven is 9.9: the tenth
        (range(1, 10), 9),  # 8.1: the ninth
        ([7], 7),
        ([30, 7], 30),
    ],
)
def test_the_usual_longest_gap(between: list[int], longest: int) -> None:
    assert percentile_gap(days(*between)) == longest


@given(GAPS)
def test_nearest_rank(between: list[int]) -> None:
    # the least gap that is not exceeded by at least nine tenths of them
    least = min(one for one in between if 10 * sum(other <= one for other in between) >= 9 * len(between))
    assert percentile_gap(days(*between)) == least


@given(GAPS)
def test_the_middle_gap(between: list[int]) -> None:
    assert median_gap(days(*between)) == median(between)


@pytest.mark.parametrize(
    ("between", "said", "true"),
    [
        ([14, 14, 14, 14], 14, True),
        ([7, 21, 6, 22], 14, True),  # 7 and 21 are the ends of 0.5-1.5 times 14: two of four
        ([7, 22, 6, 23], 14, False),  # one of four
        ([14, 14, 60, 61, 62], 14, False),  # two of five
        ([14, 14, 14, 60, 61, 62], 14, True),  # three of six
        ([14, 14, 14], 14, False),  # three gaps are too few to call anything usual
        ([], 14, False),
    ],
)
def test_when_usually_is_true(between: list[int], said: int, true: bool) -> None:
    assert usual(days(*between), said) is true


@pytest.mark.parametrize(
    ("between", "said"),
    [
        ([14] * 4, 14),
        ([7, 7, 8, 6, 7], 7),
        ([1] * 10, 1),
        ([2] * 4, 3),  # 3 is 1.5 times 2, 1 is half of it
        ([10] * 4, 14),  # 14 is 1.4 times 10, 10 is 1.43 times 7; and 10 lies within 7-21
        ([17, 17, 18, 18], 21),  # 21 / 17.5 = 1.2, 17.5 / 14 = 1.25
        ([30, 31, 29, 30], 30),
        ([91] * 5, 90),
        ([183] * 4, 180),
        ([270] * 4, 180),  # 1.5 times 180
        ([271] * 4, None),  # nothing sayable is near
        ([400] * 4, None),
        ([1, 1, 60, 60], None),  # the middle, 30.5, is no gap at all
        ([14] * 3, None),
        ([14, 14, 14, 100, 100, 100, 100], None),  # the middle is 100, sayable is 90: four of seven lie in 45-135
    ],
)
def test_the_rhythm_one_may_name(between: list[int], said: int | None) -> None:
    if between[-1] == 100:
        said = 90
    assert said_rhythm(days(*between)) == said


@given(GAPS)
def test_what_is_said_is_true_of_at_least_half_of_the_gaps(between: list[int]) -> None:
    said = said_rhythm(days(*between))
    if said is not None:
        assert said in SAID
        near = [one for one in between if Fraction(1, 2) <= Fraction(one, said) <= Fraction(3, 2)]
        assert 2 * len(near) >= len(between) >= 4


@given(GAPS, st.integers(0, 10_000))
def test_the_date_does_not_matter(between: list[int], later: int) -> None:
    moved = [day + later for day in days(*between)]
    assert said_rhythm(moved) == said_rhythm(days(*between))
    assert percentile_gap(moved) == percentile_gap(days(*between))
