"""Task and relation of a tie: sums, shares and changes, each worked out by hand beside it."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.ties.amounts import (
    ChannelChange,
    Rubbing,
    Toned,
    by_quarter,
    channel_change,
    months,
    only_task_since,
    rubbings,
    share,
)

JAN = 20_454  # 2026-01-01, by `date -d 2026-01-01 +%s` / 86400
MAIL, MEETING = 1, 2


def tie(*parts: int, begin: int = JAN, step: int = 1, friction: int = 0) -> list[Toned]:
    return [Toned(i, begin + i * step, MAIL, True, part, friction) for i, part in enumerate(parts)]


def test_both_amounts_of_a_month_are_sums_of_hundredths() -> None:
    items = [*tie(100, 20, 60), *tie(0, begin=JAN + 31, friction=80), *tie(0, 0, begin=JAN + 60, friction=80)]
    first, second, third = months(items, 0.0)
    assert (first.month, first.task, first.relation, first.friction) == ("2026-01", 1.2, 1.8, 0)  # 0+80+40, 100+20+60
    assert (second.month, second.task, second.relation) == ("2026-02", 1.0, 0.0)
    assert second.friction == 0  # one alone says too little, and the next is four weeks later
    assert (third.month, third.friction) == ("2026-03", 2)


def test_a_share_is_drawn_to_the_habit_and_has_an_interval() -> None:
    found = share(tie(*[100] * 10, *[0] * 20), habit=0.2)
    mean = (10 * 0.2 + 10) / (10 + 30)  # = 0.3
    half = 1.645 * sqrt(0.3 * 0.7 / 41)
    assert found is not None
    assert found.share == pytest.approx(mean)
    assert found.low == pytest.approx(mean - half)
    assert found.high == pytest.approx(mean + half)
    assert found.count == 30


def test_nineteen_interactions_say_nothing_of_a_share() -> None:
    assert share(tie(*[50] * 19), 0.5) is None
    assert share(tie(*[50] * 20), 0.5) is not None


@pytest.mark.parametrize(
    ("parts", "index"),
    [
        ((60, 10, 70, 20, 80, 0, 0, 10, 0, 20), 5),  # three of five had room, the last on day 4; then five without
        ((60, 10, 70, 20, 80, 0, 0, 10, 0), None),  # four since is too few
        ((0, 0, 0, 0, 80, 0, 0, 0, 0, 0), None),  # one of five is no habit of room
        ((60, 70, 0, 0, 0, 0, 0), None),  # two interactions before say too little
        ((10,) * 12, None),
        ((90,) * 12, None),
        ((), None),
    ],
)
def test_only_about_the_work_since(parts: tuple[int, ...], index: int | None) -> None:
    assert only_task_since(tie(*parts)) == (None if index is None else JAN + index)


def test_a_fifth_of_the_twenty_before_is_enough_and_less_is_not() -> None:
    dry = (0,) * 5
    assert only_task_since(tie(*(0,) * 40, 60, 60, *(0,) * 16, 60, 60, *dry)) == JAN + 60  # 4 of the last 20
    assert only_task_since(tie(*(60,) * 20, 0, *(0,) * 17, 60, 60, *dry)) is None  # 2 of the last 20


@given(st.lists(st.integers(0, 100), max_size=60))
def test_since_then_nothing_had_room_and_before_it_something_had(parts: list[int]) -> None:
    items = tie(*parts)
    since = only_task_since(items)
    if since is not None:
        assert all(item.relation < 50 for item in items if item.day >= since)
        assert any(item.relation >= 50 for item in items if item.day < since)


def test_rubbing_followed_by_contact_and_by_silence() -> None:
    marked = [
        (JAN - 3, 90),
        (JAN, 50),
        (JAN + 26, 60),
        (JAN + 40, 60),
        (JAN + 90, 50),
        (JAN + 100, 80),
        (JAN + 100, 70),
    ]
    items = [Toned(i, day, MAIL, True, 20, friction) for i, (day, friction) in enumerate(marked)]
    days = [JAN - 3, JAN, JAN + 9, JAN + 26, JAN + 40, JAN + 90, JAN + 100]
    assert rubbings(items, days, usual=12, as_of=JAN + 105) == [
        Rubbing(JAN, "went_on"),  # contact nine days later, within twelve
        Rubbing(JAN + 40, "quiet"),  # fifty days later
        Rubbing(JAN + 100, "open"),  # five days ago, still within twelve
    ]
    assert rubbings(items, days, usual=12, as_of=JAN + 113)[-1].after == "quiet"
    assert rubbings(items, days, usual=1, as_of=JAN + 106)[-1].after == "open"  # a week at least is given


def test_one_message_is_never_called_rubbing() -> None:
    alone = [
        Toned(0, JAN, MAIL, True, 20, 100),
        Toned(1, JAN + 15, MAIL, False, 20, 100),
        Toned(2, JAN + 30, MAIL, True, 20, 49),
    ]
    assert rubbings(alone, [JAN, JAN + 15, JAN + 30], usual=12, as_of=JAN + 60) == []


def test_the_last_month_and_the_quarter_before_do_not_overlap() -> None:
    items = [
        Toned(0, JAN - 30, MAIL, True, 80, 0),
        Toned(1, JAN - 29, MAIL, True, 40, 0),
        Toned(2, JAN, MAIL, True, 60, 0),
    ]
    assert by_quarter(items, JAN) == ((0.5, 2), (0.8, 1))  # (40 + 60) / 200 and 80 / 100
    assert by_quarter([], JAN) == ((0.0, 0), (0.0, 0))


def test_mail_replaced_meeting() -> None:
    before = [(JAN - 400 + i, MEETING) for i in range(6)] + [(JAN - 300 + i, MAIL) for i in range(4)]
    since = [(JAN - 100 + i, MAIL) for i in range(10)]
    assert channel_change([*before, *since], JAN) == ChannelChange(MEETING, MAIL, 6, 0)
    assert channel_change([*before, *since[:4]], JAN) is None  # four days since say too little
    assert (
        channel_change([*before, *since, (JAN - 1, MEETING), (JAN - 2, MEETING)], JAN) is None
    )  # 2 of 12 is no farewell
    assert channel_change([], JAN) is None
