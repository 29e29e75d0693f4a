"""How old the files are that a week rests on, and that the week says so before anything else."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hecht.app.age import calendar_age
from hecht.app.library import Hecht
from hecht.core.days import to_day
from hecht.text.tables import week_lines, week_rows

WRITTEN = datetime(2026, 10, 3, 12, tzinfo=UTC)
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\nDTSTAMP:20260901T000000Z\r\n"
    "DTSTART:20261001T090000Z\r\nDTEND:20261001T100000Z\r\nSUMMARY:Pompen\r\nORGANIZER:mailto:me@example.org\r\n"
    "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def log(fresh: Callable[[], Hecht], tmp_path: Path) -> Hecht:
    """Give a log of one calendar that was written on 3 October 2026."""
    calendar = tmp_path / "agenda.ics"
    calendar.write_text(EVENT, newline="")
    os.utime(calendar, (WRITTEN.timestamp(), WRITTEN.timestamp()))
    made = fresh()
    made.store.set_setting("zone", "Europe/Amsterdam")
    made.import_([calendar], me=["me@example.org"])
    return made


def test_the_age_of_a_calendar_is_that_of_its_file(log: Hecht, fresh: Callable[[], Hecht]) -> None:
    assert calendar_age(log.store, to_day(WRITTEN.date())) == 0
    assert calendar_age(log.store, to_day(WRITTEN.date()) + 11) == 11
    assert calendar_age(log.store, to_day(WRITTEN.date()) - 5) == 0
    assert calendar_age(fresh().store, 20_000) is None


@pytest.mark.parametrize(
    ("as_of", "lang", "said"),
    [
        ("2026-10-13", "nl", ""),  # ten days
        (
            "2026-10-14",
            "nl",
            "De agenda hier is van 3 oktober; wat daarna is afgesproken, is hier niet te zien. (hecht import PAD)",
        ),
        (
            "2026-10-14",
            "en",
            "The calendar here is of October 3; what was arranged since is not to be seen. (hecht import PATH)",
        ),
    ],
)
def test_a_week_on_an_old_calendar_says_so_first(log: Hecht, as_of: str, lang: str, said: str) -> None:
    week = log.week(as_of)
    lines = list(week_lines(week, week_rows(week, lang), lang, own_today=as_of))
    told = [line for line in lines if "agenda hier" in line or "calendar here" in line]
    assert told == ([said] if said else [])
    assert not said or lines[2] == said
