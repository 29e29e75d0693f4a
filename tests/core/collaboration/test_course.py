"""The weighing of courses: against a sum over every path by hand, and what an occasion says."""

from itertools import product
from math import isclose, prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.collaboration.items import item
from hecht.core.collaboration import course as subject
from hecht.core.collaboration.course import BLOCK, Course, course
from hecht.core.collaboration.occasions import Occasion, occasions

WARM, COLD, EITHER = 20.0, 0.15, 1.0


def marks(*blocks: str) -> list[Occasion]:
    """Give an occasion for every letter of every block: w with room, c that sounds like work, e that says nothing."""
    times = {"w": WARM, "c": COLD, "e": EITHER}
    return [
        Occasion(block * BLOCK + place, letter == "w", times[letter], 1.0)
        for block, letters in enumerate(blocks)
        for place, letter in enumerate(letters)
    ]


def by_every_path(blocks: list[str], agreed: list[int]) -> tuple[float, float, float]:
    """Sum over the levels, and over every path of states through the blocks: the definition, without any recursion."""
    times = {"w": WARM, "c": COLD, "e": EITHER}
    levels, beforehand = subject._levels()
    steps = [subject._step(block * BLOCK, agreed) for block in range(len(blocks))]
    first = [
        subject.WORK_FIRST,
        (1 - subject.WORK_FIRST) * (1 - subject.LULL_FIRST),
        (1 - subject.WORK_FIRST) * subject.LULL_FIRST,
        0.0,
    ]
    sums = [0.0] * 4
    for pair, weight in enumerate(beforehand):
        shown = [
            [
                sum(
                    spread * prod(1 + chance * (times[letter] - 1) for letter in letters)
                    for spread, chance in zip(levels[state, pair], subject._CHANCES, strict=True)
                )
                for letters in blocks
            ]
            for state in range(4)
        ]
        for path in product(range(4), repeat=len(blocks)):
            value = weight * first[path[0]] * shown[path[0]][0]
            for block in range(1, len(blocks)):
                value *= steps[block][path[block - 1], path[block]] * shown[path[block]][block]
            sums[path[-1]] += value
    whole = sum(sums)
    return sums[0] / whole, sums[3] / whole, (sums[1] + sums[2]) / whole


@pytest.mark.parametrize("agreed", [[], [BLOCK]])
def test_the_recursion_is_the_sum_over_every_path(agreed: list[int]) -> None:
    blocks = ["wcwc", "ccw", "ccccc", "cc"]
    found = course(marks(*blocks), 0, 4 * BLOCK - 1, agreed)
    for value, expected in zip(found[:3], by_every_path(blocks, agreed), strict=True):
        assert isclose(value, expected, rel_tol=1e-9)


def test_each_step_goes_somewhere_and_the_levels_are_distributions() -> None:
    for agreed in ([], [0]):
        assert np.allclose(subject._step(10, agreed).sum(axis=1), 1)
    levels, beforehand = subject._levels()
    assert np.allclose(levels.sum(axis=2), 1)
    assert isclose(beforehand.sum(), 1)


def test_without_occasions_it_is_what_was_thought_beforehand() -> None:
    found = course([], 0, 0, [])
    assert isclose(found.work, subject.WORK_FIRST)
    assert isclose(found.room, 1 - subject.WORK_FIRST)
    assert (found.turned, found.since) == (0.0, None)


def test_a_turn_is_dated_by_its_block_and_is_likelier_after_an_agreement() -> None:
    blocks = [*["wccwccwcc"] * 6, *["ccccccccc"] * 3]
    plain = course(marks(*blocks), 0, 9 * BLOCK - 1, [])
    signed = course(marks(*blocks), 0, 9 * BLOCK - 1, [6 * BLOCK - 5])
    assert plain.since == signed.since == 6 * BLOCK
    assert signed.turned > plain.turned > 0.7


def test_a_lull_that_passed_is_no_turn_and_a_level_is_held_against_the_own_months() -> None:
    passed = [*["wccwccwcc"] * 6, *["ccccccccc"] * 2, *["wccwccwcc"] * 2]
    assert course(marks(*passed), 0, 10 * BLOCK - 1, []).room > 0.95
    # one in nine: little where it was one in three, and room where it never was more
    faded = [*["wcwcwcwcw"] * 6, *["ccccwcccc"] * 4]
    steady = ["ccccwcccc"] * 10
    assert course(marks(*faded), 0, 10 * BLOCK - 1, []).turned > course(marks(*steady), 0, 10 * BLOCK - 1, []).turned


def test_an_occasion_says_what_its_kind_and_relation_part_say() -> None:
    mail, written = 1, 70
    (heard,) = occasions([item(3, 1, 2, relation=written, channel=mail)])
    assert heard.room
    assert heard.times > 10
    (plain,) = occasions([item(3, 1, 2, relation=0, channel=mail)])
    assert not plain.room
    assert 0.1 < plain.times < 1  # mails with room that sound like work
    (many,) = occasions([item(3, 1, 2, 3, 4, 5, relation=0, channel=2)])
    assert many.counts < 1
    (dinner,) = occasions([item(3, 1, 2, 3, 4, 5, relation=70, channel=2)])
    assert (dinner.room, dinner.counts) == (True, 1.0)
    assert occasions([item(3, 1, 2, relation=None)]) == []


def test_of_one_day_between_the_same_people_the_warmest_counts_once() -> None:
    both = [item(3, 1, 2, relation=0, key=1), item(3, 2, 1, relation=90, key=2)]
    assert occasions(both) == occasions(both[1:]) == occasions(list(reversed(both)))


BLOCKS = st.lists(st.text("wce", max_size=6), min_size=1, max_size=8)


@settings(deadline=None, max_examples=50)
@given(BLOCKS, st.integers(0, 40))
def test_chances_add_up_and_the_order_of_occasions_does_not_matter(blocks: list[str], later: int) -> None:
    found = marks(*blocks)
    as_of = len(blocks) * BLOCK + later
    seen: Course = course(found, 0, as_of, [])
    assert isclose(sum(seen[:3]), 1)
    assert all(
        isclose(a, b, abs_tol=1e-12) for a, b in zip(seen[:3], course(found[::-1], 0, as_of, [])[:3], strict=True)
    )
    assert seen.since is None or 0 < seen.since <= as_of
