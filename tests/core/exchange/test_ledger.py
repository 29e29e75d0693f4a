"""Ledger, introduction and groups: rules worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.days import to_date, to_day
from hecht.core.exchange.groups import Row, Shared, in_common, years_later
from hecht.core.exchange.introduction import Introduction, Step, read, written
from hecht.core.exchange.ledger import ENOUGH, Turn, only_taken, turns
from hecht.core.exchange.words import Words
from hecht.core.model import Channel
from hecht.core.ties.reciprocity import Event


def mail(day: int, *, mine: bool, asks: bool = False, recipients: int = 1, title: str = "pomp") -> Event:
    return Event(day, day * 86_400, day, Channel.MAIL, 7, int(mine), recipients, int(asks), 1, title)


def meeting(day: int, recipients: int) -> Event:
    return Event(day, day * 86_400, day, Channel.MEETING, 7, 1, recipients, 0, 0, "")


def test_a_question_that_is_answered_is_something_taken_or_given() -> None:
    events = [mail(1, mine=True, asks=True), mail(3, mine=False, asks=True, title="kade"), mail(4, mine=True)]
    assert turns(events) == [Turn(7, 3, False, "pomp"), Turn(7, 4, True, "kade")]


def test_what_nobody_answered_and_what_many_were_asked_is_nothing() -> None:
    assert turns([mail(1, mine=True, asks=True)]) == []
    assert turns([mail(1, mine=True, asks=True, recipients=3), mail(2, mine=False)]) == []


def test_a_meeting_of_the_two_alone_answers_and_a_larger_one_does_not() -> None:
    question = mail(1, mine=True, asks=True)
    assert turns([question, meeting(2, 1)]) == [Turn(7, 2, False, "pomp")]
    assert turns([question, meeting(2, 4)]) == []


@pytest.mark.parametrize(
    ("took", "gave", "spared"),
    [
        ([90, 95, 99], [], True),
        ([90, 99], [], False),
        ([90, 95, 99], [50], False),
        ([90, 95, 99], [-300], True),
        ([-270, 95, 99], [], False),
    ],
)
def test_who_took_three_times_in_a_year_and_gave_nothing_asks_no_more(
    took: list[int], gave: list[int], spared: bool
) -> None:
    done = [Turn(7, day, False, "") for day in took] + [Turn(7, day, True, "") for day in gave]
    assert ENOUGH == 3
    assert only_taken(done, 100) == (frozenset({7}) if spared else frozenset())


@given(st.lists(st.tuples(st.integers(0, 400), st.booleans())), st.integers(0, 400))
def test_what_comes_later_changes_nothing(rows: list[tuple[int, bool]], as_of: int) -> None:
    done = [Turn(7, day, gave, "") for day, gave in rows]
    assert only_taken(done, as_of) == only_taken([one for one in done if one.day <= as_of], as_of)


@pytest.mark.parametrize(
    ("a", "b", "sent", "step"),
    [
        (None, None, None, Step.ASKING),
        (True, None, None, Step.ASKING),
        (True, True, None, Step.READY),
        (True, False, None, Step.STOPPED),
        (None, False, None, Step.STOPPED),
        (True, True, 9, Step.SENT),
    ],
)
def test_only_two_times_yes_makes_an_introduction_ready(
    a: bool | None, b: bool | None, sent: int | None, step: Step
) -> None:
    one = Introduction(5, "id", 1, 2, "x", "y", a, b, 4, sent)
    assert one.step is step
    assert read(5, 1, 2, written(one), 4) == one


def test_words_of_several_organisations_are_what_they_share() -> None:
    rows = [
        Row("A", "De fundatie trilt", "lagers vervangen", "meting"),
        Row("B", "Trillingen in de fundatie.", "", "geld"),
        Row("C", "Lawaai", "fundatie verstijfd", "geld"),
    ]
    words = Words([text for row in rows for text in row[1:]])
    assert in_common(rows, words)[:2] == [Shared("fundatie", 3), Shared("geld", 2)]
    assert in_common(rows[:1], words) == []


def test_looking_back_is_on_the_same_date_in_later_years() -> None:
    """2028 is a leap year, so that two years after 21 January 2027 are 731 days."""
    day = to_day(to_date(0).replace(2027, 1, 21))
    assert to_date(years_later(day, 2)).isoformat() == "2029-01-21"
    assert to_date(years_later(to_day(to_date(0).replace(2028, 2, 29)), 1)).isoformat() == "2029-02-28"
