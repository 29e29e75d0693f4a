"""How much room a meeting has: by the rule as it is stated in its own words, worked out by hand for each case."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.model import Channel, Interaction, Participant, Role
from hecht.core.occasion import room

MORNING, TUESDAY, SUNDAY = 10, 1, 6
BASE = Interaction(1, 0, Channel.MEETING, (Participant("mailto:a@example.org", Role.ORGANISER),), 1, duration=3600)


def meeting(title: str, people: int, **facts: object) -> Interaction:
    return replace(BASE, title=title, recipients=people - 1, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "people", "hour", "weekday", "expected"),
    [
        ("Anna en Marit", 2, MORNING, TUESDAY, 50),  # two, nothing said of work
        ("Bila Anna", 2, 12, TUESDAY, 60),  # at lunch time
        ("Voortgang fase 2", 2, MORNING, TUESDAY, 25),  # two, with work on the table
        ("Koffie met Anna", 2, MORNING, TUESDAY, 85),
        ("Lunch Hanneke en Marit", 2, 12, TUESDAY, 95),  # warm, and at lunch time
        ("Planning bij de koffie", 2, MORNING, TUESDAY, 85),  # one warm word wins
        ("Stuurgroep De Wielen", 12, MORNING, TUESDAY, 0),
        ("Kerstborrel", 40, 17, TUESDAY, 40),
        ("Werkbezoek gemaal", 6, MORNING, TUESDAY, 70),
        ("Overleg sensoren", 7, MORNING, TUESDAY, 0),  # 10 - 25, not below nothing
        ("Pompen", 4, MORNING, TUESDAY, 25),
        ("Pompen", 3, MORNING, SUNDAY, 35),
        ("", 2, MORNING, TUESDAY, 50),
        ("", 5, MORNING, TUESDAY, None),
    ],
)
def test_meetings(title: str, people: int, hour: int, weekday: int, expected: int | None) -> None:
    assert room(meeting(title, people), hour, weekday) == expected


def test_calls_and_visits_between_two() -> None:
    call = replace(BASE, channel=Channel.CALL, duration=600)
    assert room(call, MORNING, TUESDAY) == 50
    assert room(call, 20, TUESDAY) == 60
    visit = replace(BASE, channel=Channel.VISIT, duration=4 * 3600)
    assert room(visit, MORNING, TUESDAY) == 70


@pytest.mark.parametrize("channel", [Channel.MAIL, Channel.CHAT])
def test_what_has_a_text_is_judged_by_its_text(channel: Channel) -> None:
    assert room(replace(BASE, channel=channel, title="Koffie?"), MORNING, TUESDAY) is None


@given(st.text(max_size=40), st.integers(1, 60), st.integers(0, 23), st.integers(0, 6))
def test_more_people_never_have_more_room(title: str, people: int, hour: int, weekday: int) -> None:
    fewer, more = (room(meeting(title, count), hour, weekday) for count in (people, people + 1))
    assert more is None or fewer is None or more <= fewer
    assert more is None or 0 <= more <= 95
