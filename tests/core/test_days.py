"""Days: the date on the calendar of the home zone, checked against dates of the Python library and of the tz database."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.days import day_of, to_date, to_day

HOME = ZoneInfo("Europe/Amsterdam")


def _seconds(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-16T23:59:59+01:00", "2026-11-16"),
        ("2026-11-17T00:00:00+01:00", "2026-11-17"),
        ("2026-11-16T23:30:00+00:00", "2026-11-17"),  # in winter Amsterdam is an hour ahead
        ("2026-07-16T21:59:59+00:00", "2026-07-16"),  # and in summer two
        ("2026-07-16T22:00:00+00:00", "2026-07-17"),
        ("2026-03-29T00:59:59+00:00", "2026-03-29"),  # the clock goes from 2 to 3 in the second after this
        ("2026-03-29T21:59:59+00:00", "2026-03-29"),  # a day of 23 hours: it ends here
        ("2026-03-29T22:00:00+00:00", "2026-03-30"),
        ("2026-10-24T22:00:00+00:00", "2026-10-25"),  # a day of 25 hours: from here
        ("2026-10-25T22:59:59+00:00", "2026-10-25"),
        ("2026-10-25T23:00:00+00:00", "2026-10-26"),
        ("1969-12-31T22:59:59+00:00", "1969-12-31"),
        ("1969-12-31T23:00:00+00:00", "1970-01-01"),
    ],
)
def test_the_day_at_home(moment: str, day: str) -> None:
    assert day_of(_seconds(moment), HOME) == (date.fromisoformat(day) - date(1970, 1, 1)).days


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-16T23:59:59+00:00", "2026-11-16"),
        ("2026-11-17T00:00:00+00:00", "2026-11-17"),
        ("1969-12-31T23:59:59+00:00", "1969-12-31"),
    ],
)
def test_the_day_in_utc(moment: str, day: str) -> None:
    assert to_date(day_of(_seconds(moment), UTC)).isoformat() == day
    assert to_date(day_of(_seconds(moment), ZoneInfo("UTC"))).isoformat() == day


def test_the_first_day_is_nought() -> None:
    assert to_day(date(1970, 1, 1)) == 0
    assert to_date(-1) == date(1969, 12, 31)
    # 30 years with 7 leap days: 1972, 76, 80, 84, 88, 92, 96
    assert to_day(date(2000, 1, 1)) == 30 * 365 + 7


SECONDS = st.integers(-(2**31), 2**33)


@given(SECONDS, st.integers(-14 * 60, 14 * 60))
def test_a_fixed_offset_only_shifts(seconds: int, minutes: int) -> None:
    zone = timezone(timedelta(minutes=minutes))
    assert day_of(seconds, zone) == day_of(seconds + 60 * minutes, UTC)


@given(SECONDS, st.integers(0, 10**6))
def test_time_does_not_run_back(seconds: int, later: int) -> None:
    assert day_of(seconds, HOME) <= day_of(seconds + later, HOME)


@given(st.dates())
def test_a_day_and_its_date(value: date) -> None:
    assert to_date(to_day(value)) == value
    assert to_day(value + timedelta(days=1) if value != date.max else value) - to_day(value) == (value != date.max)
