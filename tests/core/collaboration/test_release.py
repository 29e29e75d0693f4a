"""What an anonymous round lets out, judged by what an attacker could conclude: every world is tried, none is assumed away."""

from fractions import Fraction
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.collaboration.pulse import EMPTY, Tally, counted
from hecht.core.collaboration.release import (
    APART,
    FEWEST,
    REMEMBERED,
    Past,
    comparable,
    differ_safely,
    free_from,
    halves,
    low_response,
    release,
)

GROUPS = st.frozensets(st.sampled_from([f"p{number}" for number in range(14)]), min_size=5)
PASTS = st.lists(st.builds(Past, GROUPS, st.integers(0, 400), st.booleans(), st.booleans()), max_size=4)


def counts(answers: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(answers.count(step) for step in range(1, 6))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((1, 1, 1, 1, 1), 4),  # 1, said as 2 or lower
        ((1, 2, 2, 3, 3), 4),  # 2.2 -> 2
        ((2, 2, 2, 2, 3), 4),  # 2.2
        ((2, 2, 2, 3, 3), 5),  # 2.4 -> 2.5
        ((3, 3, 3, 3, 3), 6),
        ((3, 3, 3, 4, 4), 7),  # 3.4 -> 3.5
        ((3, 3, 4, 4, 5), 8),  # 3.8 -> 4
        ((5, 5, 5, 5, 5), 8),  # 5, said as 4 or higher
        ((3, 3, 3, 3, 3, 3, 4, 4), 7),  # 3.25: half way goes up
        ((5, 5, 5, 5), None),
        ((), None),
    ],
)
def test_a_mean_in_half_points(answers: tuple[int, ...], said: int | None) -> None:
    assert halves(counts(answers)) == said


@pytest.mark.parametrize("number", [5, 6, 7, 8])
def test_every_answer_of_anybody_fits_everything_that_can_come_out(number: int) -> None:
    """Whoever sees what came out, and knows how many answered, can exclude no answer of any one person."""
    fits: dict[int | None, set[int]] = {}
    for answers in combinations_with_replacement(range(1, 6), number):
        fits.setdefault(halves(counts(answers)), set()).update(answers)
    assert set(fits) == {4, 5, 6, 7, 8}
    assert all(every == {1, 2, 3, 4, 5} for every in fits.values())


@given(st.lists(st.integers(1, 5), min_size=5, max_size=60))
def test_the_mean_is_right_within_a_quarter_between_the_ends(answers: list[int]) -> None:
    said = halves(counts(tuple(answers)))
    mean = Fraction(sum(answers), len(answers))
    assert said is not None
    if said == 4:
        assert mean < Fraction(9, 4)
    elif said == 8:
        assert mean >= Fraction(15, 4)
    else:
        assert abs(mean - Fraction(said, 2)) <= Fraction(1, 4)


def test_a_question_that_fewer_than_five_answered_says_nothing() -> None:
    tally = EMPTY
    for number in range(6):
        tally = counted(tally, {"kept": 4} if number < 4 else {"clear": 4, "kept": 1} if number == 4 else {"clear": 4})
    let_out = release(tally, 6, 8)
    assert let_out.halves == {"kept": 7}  # (4 x 4 + 1) / 5 = 3.4
    assert let_out.texts == {}
    assert let_out.caution is True  # 6 of 8 is 75 %


def test_texts_come_out_from_five_on() -> None:
    assert release(Tally({}, {"term": ("a",) * 4}), 5, 5).texts == {}
    assert release(Tally({}, {"term": ("a", "b", "c", "d", "e")}), 5, 5).texts == {"term": ("a", "b", "c", "d", "e")}


@given(st.integers(0, 4), st.lists(st.integers(1, 5), max_size=4), st.integers(5, 20))
def test_of_fewer_than_five_nothing_comes_out(answered: int, said: list[int], invited: int) -> None:
    tally = Tally({"kept": counts(tuple(said))}, {"term": ("x",) * len(said)})
    assert release(tally, answered, invited) == ({}, {}, False, None)


@pytest.mark.parametrize(
    ("answered", "invited", "low"), [(8, 10, False), (7, 10, True), (4, 5, False), (12, 15, False), (11, 14, True)]
)
def test_below_eighty_percent_is_said(answered: int, invited: int, low: bool) -> None:
    assert low_response(answered, invited) is low


@given(GROUPS, GROUPS)
def test_no_difference_of_two_groups_is_smaller_than_five(one: frozenset[str], other: frozenset[str]) -> None:
    if differ_safely(one, other):
        for difference in (one - other, other - one):
            assert len(difference) not in (1, 2, 3, 4)
    assert differ_safely(one, other) == differ_safely(other, one)
    assert differ_safely(one, one)


@given(GROUPS, PASTS, st.integers(0, 400))
def test_a_round_that_may_begin_can_be_subtracted_from_none_before(
    people: frozenset[str], earlier: list[Past], day: int
) -> None:
    free = free_from(people, earlier, day)
    if free is not None:
        assert free > day
        assert free_from(people, earlier, free) is None
        return
    for one in earlier:
        if one.let_out and one.people & people:
            assert day - one.closes >= APART
            assert one.named or differ_safely(one.people, people) or day - one.closes >= REMEMBERED


@given(GROUPS, PASTS, st.integers(0, 400))
def test_a_round_by_name_keeps_away_from_anonymous_ones_alone(
    people: frozenset[str], earlier: list[Past], day: int
) -> None:
    near = [
        one for one in earlier if one.let_out and not one.named and one.people & people and day - one.closes < APART
    ]
    assert (free_from(people, earlier, day, named=True) is None) is (near == [])


def test_adding_or_leaving_out_people_waits_half_a_year() -> None:
    group = frozenset("abcdefgh")
    before = [Past(group, 100, let_out=True)]
    assert free_from(group, before, 101) == 156
    assert free_from(group, before, 156) is None
    for other in (group - {"a"}, group | {"x"}, group - {"a"} | {"x"}, group - set("abcd")):
        assert free_from(other, before, 156) == 282
        assert free_from(other, before, 282) is None
    assert free_from(group | set("vwxyz"), before, 156) is None
    assert free_from(frozenset("vwxyz"), before, 101) is None
    assert free_from(group - {"a"}, [Past(group, 100, let_out=False)], 101) is None


def test_rounds_stand_side_by_side_only_where_their_difference_hides_five() -> None:
    group = frozenset("abcdefgh")
    one = Past(group, 1, let_out=True)
    assert comparable(one, Past(group, 2, let_out=True))
    assert comparable(one, Past(group | set("vwxyz"), 2, let_out=True))
    assert not comparable(one, Past(group | {"v"}, 2, let_out=True))
    assert not comparable(one, Past(group - {"a"}, 2, let_out=True))
    assert not comparable(one, Past(group, 2, let_out=False))
    assert FEWEST == 5
