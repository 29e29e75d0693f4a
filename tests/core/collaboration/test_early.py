"""The early sign: its sum by hand, what it takes for it to be asked, and when it rests."""

from collections.abc import Sequence
from math import exp, isclose, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.collaboration.course import Course
from hecht.core.collaboration.early import Early, early, missed, rests
from hecht.core.collaboration.occasions import Occasion, Stretch

EVEN = Course(0.1, 0.45, 0.45, None)


def occasion(day: int, *, room: bool) -> Occasion:
    return Occasion(day, room, 20.0 if room else 0.15, 1.0)


def dried(until: int, as_of: int, every: int = 2) -> list[Occasion]:
    """Contact every other day, of which one in five has room up to a day, and none after it."""
    return [occasion(day, room=day <= until and day % (5 * every) == 0) for day in range(0, as_of + 1, every)]


def test_what_was_missed_by_hand() -> None:
    rooms = [10, 20, 30, 40]
    # four days with room in 40 days: one in ten, so two in the 20 days since; three in 30 up to the last but one: three in 30
    assert missed(rooms, 0, 60, 1) == 2.0
    assert missed(rooms, 0, 60, 2) == 3.0
    assert missed(rooms, 0, 4000, 1) == 15.0  # more says no more
    assert missed([3], 0, 13, 1) == 0.5  # over twenty days at least: 10 / 20
    assert missed([3], 0, 13, 2) == 0.0


def test_the_sum_by_hand() -> None:
    found = dried(100, 150)
    # days with room 0, 10 ... 100: eleven in 100 days; 5.5 missed in 50 days, and of the last but one 10 / 90 * 60 = 6.67
    turn = Course(0.05, 0.8, 0.15, None)
    odds = -2.73 + 0.65 * log(0.8 / 0.2) + 0.78 * log(6.5) + 0.84 * log(1 + 60 / 9)
    sign = early(found, 0, 150, turn, [])
    assert sign is not None
    assert isclose(sign.certainty, 1 / (1 + exp(-odds)), abs_tol=0.0005)
    # 51 occasions up to day 100, of which eleven had room, and 25 from day 101 on
    assert sign == Early(101, sign.certainty, Stretch(51, 11), Stretch(25, 0))
    signed = early(found, 0, 150, turn, [95])
    assert signed is not None
    assert isclose(signed.certainty, 1 / (1 + exp(-odds - 0.82)), abs_tol=0.0005)
    assert early(found, 0, 150, turn, [80]) == sign  # seventy days ago


def test_it_is_quiet_while_there_is_room_at_the_beginning_and_in_work_alone() -> None:
    assert early(dried(150, 150), 0, 150, EVEN, []) is None
    assert early(dried(100, 150), 95, 150, EVEN, []) is None  # 55 days after it began
    assert early(dried(100, 150), 0, 150, Course(0.5, 0.45, 0.05, None), []) is None
    assert early([], 0, 150, EVEN, []) is None


def test_it_is_not_said_of_a_time_with_too_little_contact_to_speak_of() -> None:
    found = [one for one in dried(100, 150) if one.day <= 100] + [occasion(day, room=False) for day in (110, 120)]
    assert early(found, 0, 150, Course(0.0, 0.8, 0.2, None), []) is None
    assert early([*found, occasion(130, room=False)], 0, 150, Course(0.0, 0.8, 0.2, None), []) is not None


def test_after_a_last_stray_occasion_the_stretch_begins_at_the_one_before() -> None:
    found = sorted([*dried(100, 150), occasion(147, room=True)])
    sign = early(found, 0, 150, Course(0.0, 0.97, 0.03, None), [100])
    assert sign is not None
    assert (sign.since, sign.after) == (101, Stretch(26, 1))


@pytest.mark.parametrize(
    ("answer", "day", "rest"), [("usual", 20, True), ("seen", 120, True), ("seen", 90, False), ("", 120, False)]
)
def test_it_rests_when_answered(answer: str, day: int, rest: bool) -> None:
    # the stretch began on day 101: an answer of day 90 was about an earlier sign
    assert rests(Early(101, 0.8, Stretch(51, 11), Stretch(25, 0)), answer, day) is rest


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 300), st.booleans()), max_size=80),
    st.integers(0, 300),
    st.floats(0, 1),
    st.data(),
)
def test_what_it_says_is_true_and_grows_with_the_chance_of_a_turn(
    rows: Sequence[tuple[int, bool]], as_of: int, turned: float, data: st.DataObject
) -> None:
    found = sorted(occasion(day, room=room) for day, room in rows if day <= as_of)
    sign = early(found, 0, as_of, Course(0.0, turned, 1 - turned, None), [])
    if sign is None:
        return
    assert sign.before.occasions + sign.after.occasions == len(found)
    assert sign.after == Stretch(
        sum(one.day >= sign.since for one in found), sum(one.room for one in found if one.day >= sign.since)
    )
    assert sign.after.room * sign.before.occasions * 2 <= sign.before.room * sign.after.occasions
    more = data.draw(st.floats(turned, 1))
    surer = early(found, 0, as_of, Course(0.0, more, 1 - more, None), [])
    assert surer is not None
    assert surer.certainty >= sign.certainty
