"""Appointments of Outlook that repeat. The blobs are written here after MS-OXOCAL 2.2.1.44: from documentation."""
# ruff: noqa: DTZ001 - clocks on the wall have no zone

import io
from datetime import UTC, datetime, timedelta
from struct import pack
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.model import Interaction, Item, Series, Status, Unreadable
from hecht.sources.calendar import CalendarSource
from hecht.sources.mapi import APPOINTMENT, MEETING, Entry, Named, Value, Values
from hecht.sources.message import Message
from hecht.sources.outlook_items import items_of
from hecht.sources.outlook_recurrence import repeated
from sources.mailing import NOW, judge

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
UID = "040000008200E00074C5B7101A82E008" + "00" * 24
START = datetime(2025, 1, 6, 10)  # a Monday
KEY_NAME = "W. Europe Standard Time"
DEFINITION = b"\x02\x01" + pack("<HHH", 6 + 2 * len(KEY_NAME), 2, len(KEY_NAME)) + KEY_NAME.encode("utf-16-le")
WEST_EUROPE = pack("<3iH8HH8H", -60, 0, -60, 0, *(0, 10, 0, 5, 3, 0, 0, 0), 0, *(0, 3, 0, 5, 2, 0, 0, 0))
"""Winter time is one hour east; it ends on the last Sunday of March at two and begins on that of October at three."""


def minutes(moment: datetime) -> int:
    return int((moment - datetime(1601, 1, 1)).total_seconds()) // 60


def day(moment: datetime) -> int:
    return minutes(datetime(moment.year, moment.month, moment.day))


def blob(
    frequency: int,
    kind: int,
    period: int,
    specific: tuple[int, ...] = (),
    *,
    ends: int = 0x2022,
    count: int = 4,
    end: datetime = START,
    start: datetime = START,
    removed: tuple[datetime, ...] = (),
    moved: tuple[tuple[datetime, datetime, bytes], ...] = (),
) -> bytes:
    """Write an AppointmentRecurrencePattern; `moved` are (original, new start, flags and what belongs to them)."""
    touched = sorted([*map(day, removed), *(day(original) for original, _, _ in moved)])
    made = pack("<5H3I", 0x3004, 0x3004, frequency, kind, 0, 0, period, 0)
    made += pack(f"<{len(specific)}I", *specific) + pack("<3I", ends, count, 1)
    made += pack(f"<I{len(touched)}I", len(touched), *touched)
    made += pack(f"<I{len(moved)}I", len(moved), *sorted(day(new) for _, new, _ in moved))
    made += pack("<2I", day(start), day(end))
    made += pack("<4IH", 0x3006, 0x3009, start.hour * 60, start.hour * 60 + 60, len(moved))
    for original, new, more in moved:
        made += pack("<3I", minutes(new), minutes(new + timedelta(hours=1)), minutes(original)) + more
    return made + pack("<2I", 0, 0)


def read(data: bytes, **more: Any) -> list[Item]:
    named: dict[Named, Value | None] = {
        (APPOINTMENT, 0x8216): data,
        (APPOINTMENT, 0x8223): 1,
        (MEETING, 0x0023): bytes.fromhex(UID),
    }
    named[APPOINTMENT, 0x8260] = DEFINITION
    named |= {(APPOINTMENT, int(tag[1:], 16)): value for tag, value in more.items()}
    values: Values = {0x001A: "IPM.Appointment", 0x0065: "ann@example.org", 0x0042: "Ann", 0x0037: "plan"}
    rows: list[Values] = [{0x0C15: 1, 0x39FE: "bob@example.org", 0x3001: "Bob"}]
    entry = Entry(values, {key: value for key, value in named.items() if value is not None}, rows)
    return list(items_of(entry, Message(judge()), 7, NOW, frozenset(), AMSTERDAM))


def held(items: list[Item]) -> list[str]:
    meetings = [one for one in items if isinstance(one, Interaction) and one.status is Status.HELD]
    return [
        f"{datetime.fromtimestamp(one.seconds, UTC):%Y-%m-%d %H:%M}"
        for one in sorted(meetings, key=lambda one: one.seconds)
    ]


@pytest.mark.parametrize(
    ("data", "days"),
    [
        (blob(0x200A, 0, 1440), ["01-06", "01-07", "01-08", "01-09"]),
        (blob(0x200A, 0, 2880), ["01-06", "01-08", "01-10", "01-12"]),
        (blob(0x200A, 1, 1, (0b0111110,), count=6), ["01-06", "01-07", "01-08", "01-09", "01-10", "01-13"]),
        (blob(0x200B, 1, 2, (0b0000110,)), ["01-06", "01-07", "01-20", "01-21"]),
        (blob(0x200C, 2, 1, (6,)), ["01-06", "02-06", "03-06", "04-06"]),
        (blob(0x200C, 2, 1, (31,), start=datetime(2025, 1, 31, 10)), ["01-31", "02-28", "03-31", "04-30"]),
        (blob(0x200C, 2, 1, (30,), start=datetime(2025, 1, 30, 10)), ["01-30", "02-28", "03-30", "04-30"]),
        (blob(0x200C, 3, 1, (0b0000010, 1)), ["01-06", "02-03", "03-03", "04-07"]),
        (blob(0x200C, 3, 1, (0b0100000, 5), start=datetime(2025, 1, 31, 10)), ["01-31", "02-28", "03-28", "04-25"]),
        (blob(0x200C, 4, 1, (31,), start=datetime(2025, 1, 31, 10)), ["01-31", "02-28", "03-31", "04-30"]),
        (blob(0x200B, 1, 1, (0b0000010,), ends=0x2021, end=datetime(2025, 1, 20)), ["01-06", "01-13", "01-20"]),
    ],
)  # fmt: skip
def test_the_patterns_of_the_documentation(data: bytes, days: list[str]) -> None:
    """The days were counted on a calendar of 2025; ten o'clock in Amsterdam is nine, and eight in summer, in UTC."""
    summer = "03-30"
    assert held(read(data)) == [f"2025-{one} {'08' if one >= summer else '09'}:00" for one in days]


def test_a_yearly_one_and_one_without_end() -> None:
    yearly = blob(0x200D, 2, 12, (6,), start=datetime(2023, 1, 6, 10), count=3)
    assert held(read(yearly)) == ["2023-01-06 09:00", "2024-01-06 09:00", "2025-01-06 09:00"]
    endless = held(read(blob(0x200B, 1, 1, (0b10,), ends=0x2023)))
    assert endless[:2] == ["2025-01-06 09:00", "2025-01-13 09:00"]
    assert len(endless) > 60  # up to thirteen months ahead of January 2026


def test_it_gives_what_the_same_meeting_gives_in_a_calendar_file() -> None:
    """One is moved to Tuesday at one, one is taken out; the texts in between are passed over."""
    flags = pack("<H", 0x0001 | 0x0004 | 0x0010 | 0x0200)
    text = pack("<2H", 8, 7) + b"geheim!" + pack("<I", 15) + pack("<2H", 6, 5) + b"kamer"
    moved = (datetime(2025, 1, 13, 10), datetime(2025, 1, 14, 13), flags + text)
    second = (datetime(2025, 1, 27, 10), datetime(2025, 1, 27, 11), pack("<H", 0))
    data = blob(0x200B, 1, 1, (0b10,), removed=(datetime(2025, 1, 20),), moved=(moved, second))
    calendar = f"""BEGIN:VCALENDAR
BEGIN:VEVENT
UID:{UID}
DTSTART;TZID=Europe/Amsterdam:20250106T100000
DURATION:PT1H
RRULE:FREQ=WEEKLY;COUNT=4
EXDATE;TZID=Europe/Amsterdam:20250120T100000
SUMMARY:plan
ORGANIZER;CN=Ann:mailto:ann@example.org
ATTENDEE;CN=Bob:mailto:bob@example.org
END:VEVENT
BEGIN:VEVENT
UID:{UID}
RECURRENCE-ID;TZID=Europe/Amsterdam:20250113T100000
DTSTART;TZID=Europe/Amsterdam:20250114T130000
DURATION:PT1H
SUMMARY:plan
ORGANIZER;CN=Ann:mailto:ann@example.org
ATTENDEE;CN=Bob:mailto:bob@example.org
END:VEVENT
BEGIN:VEVENT
UID:{UID}
RECURRENCE-ID;TZID=Europe/Amsterdam:20250127T100000
DTSTART;TZID=Europe/Amsterdam:20250127T110000
DURATION:PT1H
SUMMARY:plan
ORGANIZER;CN=Ann:mailto:ann@example.org
ATTENDEE;CN=Bob:mailto:bob@example.org
END:VEVENT
END:VCALENDAR
"""
    wanted = list(CalendarSource(AMSTERDAM).extract(io.BytesIO(calendar.encode()), NOW))
    assert read(data) == wanted
    assert held(wanted) == ["2025-01-06 09:00", "2025-01-14 12:00", "2025-01-27 10:00"]


def test_the_zone_by_its_rules_or_not_at_all() -> None:
    data = blob(0x200C, 2, 3, (6,))
    wanted = ["2025-01-06 09:00", "2025-04-06 08:00", "2025-07-06 08:00", "2025-10-06 08:00"]
    assert held(read(data)) == wanted
    assert held(read(data, x8260=None, x8233=WEST_EUROPE)) == wanted
    fixed = pack("<3iH8HH8H", -60, 0, 0, 0, *[0] * 8, 0, *[0] * 8)
    assert held(read(data, x8260=None, x8233=fixed))[1] == "2025-04-06 09:00"
    assert held(read(data, x8260=None))[0] == "2025-01-06 10:00"


def test_whole_days_and_a_series_that_was_called_off() -> None:
    data = blob(0x200B, 1, 1, (0b10,), start=datetime(2025, 1, 6), count=2)
    assert held(read(data, x8215=1)) == ["2025-01-05 23:00", "2025-01-12 23:00"]
    cancelled = read(data, x8217=4)
    assert {type(one) for one in cancelled} == {Series, Interaction}
    assert held(cancelled) == []


@given(
    st.binary(max_size=200)
    | st.builds(lambda cut, put: blob(0x200B, 1, 1, (2,))[:cut] + put, st.integers(0, 90), st.binary(max_size=60))
)
def test_anything_at_all_gives_items_or_one_unreadable(data: bytes) -> None:
    for item in read(data):
        assert not isinstance(item, Unreadable) or item.offset == 7
    try:
        repeated(data)
    except ValueError:
        assert any(isinstance(item, Unreadable) for item in read(data))
