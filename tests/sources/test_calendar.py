"""Calendars: real files with golden outputs beside them, recurrence against an oracle, and anything at all."""

import io
import re
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.days import MEETING_AHEAD
from hecht.core.identity import hashed
from hecht.core.model import Answer, Interaction, Item, LeftOut, Role, Series, Status, Unreadable
from hecht.sources import Source
from hecht.sources.calendar import CalendarSource
from hecht.sources.moments import offset_of, seconds_of
from hecht.sources.recurrence import MOST_STARTS, Rule
from hecht.testing import SourceContract

DATA = Path(__file__).parent / "data" / "calendar"
FILES = sorted(DATA.glob("*.ics"))
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = int(datetime(2026, 11, 16, 12, tzinfo=UTC).timestamp())
PEOPLE = "ORGANIZER;CN=Anna:mailto:anna@example.org\nATTENDEE;CN=Bob:mailto:bob@example.org\n"


def read(data: bytes | str, zone: Any = AMSTERDAM, now: int = NOW) -> list[Item]:
    data = data if isinstance(data, bytes) else data.encode()
    return list(CalendarSource(zone).extract(io.BytesIO(data), now))


def event(lines: str, people: str = PEOPLE, around: str = "") -> str:
    body = f"BEGIN:VEVENT\nUID:a\nDTSTAMP:20260101T000000Z\n{lines}\n{people}END:VEVENT\n"
    return f"BEGIN:VCALENDAR\n{around}{body}END:VCALENDAR\n"


def meetings(items: list[Item]) -> list[Interaction]:
    return [item for item in items if isinstance(item, Interaction)]


def starts(items: list[Item]) -> list[str]:
    """Give when the meetings are that hold."""
    held = [item for item in meetings(items) if item.status is Status.HELD]
    return [f"{datetime.fromtimestamp(item.seconds, UTC):%Y%m%dT%H%M%SZ}" for item in held]


def render(item: Item, uids: list[str], marks: list[str]) -> str:
    """Write an item as one line; its hashed key and thread are named again by trying `uids` and `marks`."""
    if isinstance(item, Series):
        uid = next((uid for uid in uids if hashed("uid", uid) == item.thread), "?")
        return f"series {uid} rank {item.sequence}/{item.stamp}"
    if isinstance(item, Interaction):
        names = ((uid, mark) for uid in uids for mark in ("", *marks) if hashed("event", uid, mark) == item.key)
        uid, mark = next(names, ("?", "?"))
        thread = "" if hashed("uid", uid) == item.thread else " in another thread"
        when = f"{datetime.fromtimestamp(item.seconds, UTC):%Y-%m-%d %H:%M}Z for {item.duration // 60} min"
        people = "".join(
            f" | {person.role.name.lower()} {person.identifier} ({person.name}, {person.answer.name.lower()})"
            for person in item.participants
        )
        occurrence = f" occurrence {mark}" if mark else ""
        rank = f"rank {item.sequence}/{item.stamp}"
        status = item.status.name.lower()
        return f"{status} {when} «{item.title}» {uid}{occurrence}{thread} {rank} recipients {item.recipients}{people}"
    return f"left out: {item.reason}" if isinstance(item, LeftOut) else str(item)


def rendered(path: Path) -> str:
    data = path.read_bytes()
    uids = [uid.decode() for uid in re.findall(rb"(?im)^UID:(\S+)", data)]
    golden = path.with_name(path.name + ".golden")
    marks = re.findall(r"occurrence (\S+)", golden.read_text("utf-8")) if golden.exists() else []
    return "".join(render(item, uids, marks) + "\n" for item in read(data))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    # every line of the golden files was worked out by hand from the file beside it and RFC 5545
    assert rendered(path) == path.with_name(path.name + ".golden").read_text("utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_writing_of_a_file_says_the_same(path: Path) -> None:
    text = path.read_text("utf-8")
    plain = [item for item in read(text) if not isinstance(item, Unreadable)]
    writings = (
        b"\xef\xbb\xbf" + text.encode(),
        text.encode("utf-16"),
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        text.replace("\n", "\r\n").encode(),
        text.replace("\n", "\r").encode(),
    )
    for writing in writings:
        assert CalendarSource().identify(writing[:4096], "")
        assert [item for item in read(writing) if not isinstance(item, Unreadable)] == plain


def test_offsets_are_those_of_the_file() -> None:
    text = "BEGIN:VCALENDAR\r\nX-A:é\r\nBEGIN:VEVENT\r\nDTSTART:nooit\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    for codec in ("utf-8", "utf-16-le", "utf-16-be"):
        data = text.encode(codec)
        place = data.index("BEGIN:VEVENT".encode(codec))
        assert read(data) == [Unreadable(place, "a time is not written as one")]
    marked = b"\xef\xbb\xbf" + text.encode()
    assert read(marked) == [Unreadable(marked.index(b"BEGIN:VEVENT"), "a time is not written as one")]


def test_it_keeps_the_contract_of_a_source() -> None:
    source: Source = CalendarSource()
    assert source.name == "ics"
    assert source.identify(b"\n \xef\xbb\xbf"[1:] + b"begin:vcalendar\r\n", "x.txt") is False
    assert source.identify(b"\r\n \tbegin:vcalendar\r\n", "x.txt")
    assert not source.identify(b"BEGIN:VCARD\r\n", "calendar.ics")
    assert not source.identify(b"", "calendar.ics")


@pytest.mark.parametrize(
    ("start", "rule"),
    [
        ("20250106T100000", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("20250106T100000", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU"),
        ("20250131T233000", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=17"),
        ("20250128T100000", "FREQ=MONTHLY;BYDAY=-1TU"),
        ("20250131T100000", "FREQ=MONTHLY"),
        ("20240229T100000", "FREQ=YEARLY"),
        ("20250110T100000", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=8"),
        ("20250330T023000", "FREQ=DAILY;UNTIL=20250402T003000Z"),
        ("20261024T023000", "FREQ=DAILY;COUNT=4"),
        ("20250101T090000", "FREQ=DAILY;BYHOUR=9,13;COUNT=11"),
        ("20260101T090000", "FREQ=HOURLY;INTERVAL=6;COUNT=30"),
        ("20250106T100000", "FREQ=YEARLY;BYWEEKNO=2,30;BYDAY=MO"),
        ("20250101T100000", "FREQ=YEARLY;BYYEARDAY=1,100,200"),
    ],
)
def test_recurrence_against_dateutil(start: str, rule: str) -> None:
    # the clock on the wall repeats: dateutil is run on wall times, the zone is put on afterwards
    first = datetime.strptime(start, "%Y%m%dT%H%M%S")  # noqa: DTZ007
    limit = datetime.fromtimestamp(NOW + MEETING_AHEAD, UTC)
    walls = rrulestr(re.sub(r";UNTIL=\w+", "", rule), dtstart=first)
    expected = []
    for wall in walls:
        moment = wall.replace(tzinfo=AMSTERDAM).astimezone(UTC)
        if moment > limit or ("UNTIL" in rule and moment > datetime(2025, 4, 2, 0, 30, tzinfo=UTC)):
            break
        expected.append(f"{moment:%Y%m%dT%H%M%SZ}")
    items = read(event(f"DTSTART;TZID=Europe/Amsterdam:{start}\nRRULE:{rule}"))
    assert starts(items) == expected


@st.composite
def series(draw: st.DrawFn) -> str:
    first = draw(st.datetimes(datetime(2024, 1, 1), datetime(2026, 1, 1))).replace(second=0, microsecond=0)  # noqa: DTZ001
    days = draw(st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), unique=True, max_size=3))
    rule = f"FREQ={draw(st.sampled_from(['DAILY', 'WEEKLY', 'MONTHLY']))};INTERVAL={draw(st.integers(1, 5))}"
    rule += f";COUNT={draw(st.integers(1, 40))}" if draw(st.booleans()) else ";UNTIL=20260601T000000Z"
    if days:  # the start must fit the rule: what happens if not is left open by the RFC
        rule += f";BYDAY={','.join(days)}"
        while ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][first.weekday()] not in days:
            first += timedelta(days=1)
    out = draw(st.lists(st.integers(0, 60), max_size=4))
    gone = "".join(f"\nEXDATE;TZID=Europe/Amsterdam:{first + timedelta(days=day):%Y%m%dT%H%M%S}" for day in out)
    length = f"DTEND;TZID=Europe/Amsterdam:{first + timedelta(hours=1):%Y%m%dT%H%M%S}"
    return event(f"DTSTART;TZID=Europe/Amsterdam:{first:%Y%m%dT%H%M%S}\n{length}\nRRULE:{rule}{gone}")


@settings(deadline=None, max_examples=60)
@given(series())
def test_recurrence_against_recurring_ical_events(text: str) -> None:
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(
        datetime(2023, 1, 1, tzinfo=UTC), datetime.fromtimestamp(NOW + MEETING_AHEAD, UTC)
    )
    expected = sorted(f"{one['DTSTART'].dt.astimezone(UTC):%Y%m%dT%H%M%SZ}" for one in found)
    assert starts(read(text)) == expected


@pytest.mark.parametrize("frequency", ["SECONDLY", "MINUTELY", "HOURLY"])
@pytest.mark.parametrize("more", ["", ";BYMONTH=2;BYMONTHDAY=30", ";BYHOUR=3;BYMINUTE=3;BYSECOND=3", ";INTERVAL=7"])
def test_a_bomb_stops(frequency: str, more: str) -> None:
    rule = Rule(f"FREQ={frequency}{more}", datetime(2010, 1, 1))  # noqa: DTZ001 - walls have no zone
    assert len(list(islice(rule.walls(datetime(2026, 1, 1)), MOST_STARTS))) <= MOST_STARTS  # noqa: DTZ001
    assert rule.work <= 200_000 + MOST_STARTS
    items = read(event(f"DTSTART:20100101T000000Z\nRRULE:FREQ={frequency}{more}"))
    assert 1 <= len(meetings(items)) <= 2_000
    assert any(isinstance(item, Unreadable) and "more than 2000" in item.cause for item in items)
    assert meetings(items)[0].seconds == int(datetime(2010, 1, 1, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=" + ",".join(map(str, range(60))),
        "FREQ=YEARLY;BYWEEKNO=53;BYDAY=1MO",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=99999999999999999999",
        "FREQ=DAILY;COUNT=99999999999999999999",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=DAILY;BYHOUR=99",
        "FREQ=MONTHLY;BYSETPOS=0",
        "FREQ=MONTHLY;BYDAY=9999999999MO",
        "FREQ=DAILY;UNTIL=99999999T000000Z",
        "FREQ=DAILY;UNTIL=00010101T000000Z",
        "FREQ=YEARLY;RSCALE=CHINESE",
        "FREQ=" + "9" * 5_000,
        "INTERVAL=" + "9" * 5_000,
        "COUNT",
        ";;;=;",
    ],
)
def test_an_odd_rule_neither_hangs_nor_raises(rule: str) -> None:
    items = read(event(f"DTSTART:20200101T000000Z\nRRULE:{rule}"))
    assert len(meetings(items)) <= 2_000


def test_of_a_daily_meeting_of_many_years_the_last_2000_are_kept() -> None:
    items = read(event("DTSTART:20120101T100000Z\nRRULE:FREQ=DAILY"))
    horizon = datetime.fromtimestamp(NOW + MEETING_AHEAD, UTC)  # 2027-12-17 12:00
    last = datetime(2027, 12, 17, 10, tzinfo=UTC)
    assert last <= horizon < last + timedelta(days=1)
    assert len(meetings(items)) == 2_000
    assert meetings(items)[-1].seconds == int(last.timestamp())
    assert meetings(items)[0].seconds == int((last - timedelta(days=1_999)).timestamp())


def test_a_start_that_does_not_fit_the_rule_counts_as_the_first() -> None:
    # RFC 5545, 3.3.10: "The DTSTART property value SHOULD be synchronized with the recurrence rule"; COUNT counts it
    items = read(event("DTSTART:20260106T100000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3"))
    assert starts(items) == ["20260106T100000Z", "20260112T100000Z", "20260119T100000Z"]


def override(lines: str, people: str = PEOPLE) -> str:
    return f"BEGIN:VEVENT\nUID:a\n{lines}\n{people}END:VEVENT\n"


def test_exceptions_of_another_kind_than_their_event_still_fit() -> None:
    timed = "DTSTART;TZID=Europe/Amsterdam:20260105T100000\nRRULE:FREQ=DAILY;COUNT=4"
    moved = override("RECURRENCE-ID;VALUE=DATE:20260107\nDTSTART:20260107T150000Z")
    items = read(event(timed + "\nEXDATE;VALUE=DATE:20260106", around=moved))
    assert starts(items) == ["20260105T090000Z", "20260108T090000Z", "20260107T150000Z"]
    assert [one.key for one in meetings(items)][3] == hashed("event", "a", "20260107T090000Z")
    # midnight of 1 February in Amsterdam is written by some as a time in UTC, by others as that date with a time
    whole = "DTSTART;VALUE=DATE:20260131\nRRULE:FREQ=DAILY;COUNT=4"
    items = read(event(whole + "\nEXDATE:20260131T230000Z,20260202T000000"))
    held = [one.key for one in meetings(items) if one.status is Status.HELD]
    assert held == [hashed("event", "a", mark) for mark in ("20260131", "20260203")]


@pytest.mark.parametrize(
    ("start", "until", "days"),
    [
        (";TZID=Europe/Amsterdam:20260105T003000", "20260106T233000Z", 3),  # 00:30 on the 7th in Amsterdam
        (";TZID=Europe/Amsterdam:20260105T003000", "20260106T232959Z", 2),
        (";TZID=Europe/Amsterdam:20260105T003000", "20260107T003000", 3),  # without Z: on the event's own clock
        (";TZID=Europe/Amsterdam:20260105T003000", "20260107", 3),
        (";TZID=Europe/Amsterdam:20260105T003000", "20260104", 0),  # before the start: nothing
        (";VALUE=DATE:20260105", "20260107", 3),
        (";VALUE=DATE:20260105", "20260106T230000Z", 3),  # midnight of the 7th in Amsterdam
        (";VALUE=DATE:20260105", "20260107T000000Z", 3),  # the date with a time behind it
        (";VALUE=DATE:20260105", "20260107T235959", 3),
    ],
)
def test_until(start: str, until: str, days: int) -> None:
    assert len(meetings(read(event(f"DTSTART{start}\nRRULE:FREQ=DAILY;UNTIL={until}")))) == days


def test_an_excluded_override_is_no_meeting() -> None:
    text = "DTSTART:20260105T100000Z\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:20260106T100000Z"
    moved = override("RECURRENCE-ID:20260106T100000Z\nDTSTART:20260107T150000Z")
    assert starts(read(event(text, around=moved))) == ["20260105T100000Z"]


def test_a_series_alone_with_one_occurrence_in_company() -> None:
    company = override("RECURRENCE-ID:20260106T100000Z\nDTSTART:20260106T100000Z")
    items = read(event("DTSTART:20260105T100000Z\nRRULE:FREQ=SECONDLY", people="", around=company))
    assert [type(item) for item in items] == [Series, LeftOut, Interaction]
    assert items[1] == LeftOut("alone")


def test_from_one_occurrence_on_nobody_comes_any_more() -> None:
    alone = override("RECURRENCE-ID;RANGE=THISANDFUTURE:20260107T100000Z\nDTSTART:20260107T100000Z", people="")
    items = read(event("DTSTART:20260105T100000Z\nRRULE:FREQ=DAILY;COUNT=9", around=alone))
    assert starts(items) == ["20260105T100000Z", "20260106T100000Z"]
    called_off = [one.seconds for one in meetings(items) if one.status is Status.CANCELLED]
    assert len(called_off) == len(set(called_off)) == 7  # 7 to 13 January, also where an earlier export had guests


def test_an_occurrence_from_before_1970_is_said_once() -> None:
    items = read(event("DTSTART:19681231T100000Z\nRRULE:FREQ=DAILY;UNTIL=19700102T100000Z"))
    assert [item for item in items if isinstance(item, Unreadable)] == [Unreadable(16, "it lies before 1970")]
    assert starts(items) == ["19700101T100000Z", "19700102T100000Z"]


def test_a_series_that_begins_after_the_horizon() -> None:
    assert read(event("DTSTART:20290101T100000Z\nRRULE:FREQ=DAILY"))[1:] == [LeftOut("scope")]


def test_zones_of_the_file_that_are_bombs_or_broken_do_no_harm() -> None:
    for lines in ("RRULE:FREQ=SECONDLY", "RRULE:FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2", "RDATE:x", "TZOFFSETTO:+9900"):
        zone = f"BEGIN:VTIMEZONE\nTZID:Eigen\nBEGIN:STANDARD\nDTSTART:16010101T000000\n{lines}\nTZOFFSETFROM:+0100\n"
        zone += "TZOFFSETTO:+0200\nEND:STANDARD\nEND:VTIMEZONE\n"
        assert len(meetings(read(event("DTSTART;TZID=Eigen:20260101T100000", around=zone)))) == 1


def test_the_hour_that_does_not_exist_and_the_hour_that_comes_twice() -> None:
    # RFC 5545, 3.3.5: 02:30 in the gap is 01:30Z (offset before it); 02:30 in the overlap is the first one, 00:30Z
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Eigen\n"
        "BEGIN:DAYLIGHT\nDTSTART:20260329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n"
        "BEGIN:STANDARD\nDTSTART:20261025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\n"
        "END:VTIMEZONE\n"
    )
    for name in ("Eigen", "Europe/Amsterdam"):
        assert starts(read(event(f"DTSTART;TZID={name}:20260329T023000", around=zone))) == ["20260329T013000Z"]
        assert starts(read(event(f"DTSTART;TZID={name}:20261025T023000", around=zone))) == ["20261025T003000Z"]
        assert starts(read(event(f"DTSTART;TZID={name}:20261025T030000", around=zone))) == ["20261025T020000Z"]


@pytest.mark.parametrize(
    "name", ["", "/", "..", "../../etc/passwd", "/etc/passwd", "Europe", "a" * 5_000, "\x00", "é", "zone.tab"]
)
def test_a_zone_that_is_no_zone_is_read_as_home(name: str) -> None:
    assert starts(read(event(f"DTSTART;TZID={name}:20260701T100000"))) == ["20260701T080000Z"]


def test_a_cancelled_event_calls_off_the_series_it_may_have_been() -> None:
    items = read(event("DTSTART:20260701T100000Z\nSTATUS:CANCELLED\nSEQUENCE:3"))
    stamp = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
    assert items[0] == Series(hashed("uid", "a"), 3, stamp)
    assert [item.status for item in meetings(items)] == [Status.CANCELLED]


def test_ranks_are_clamped() -> None:
    absurd = event(f"DTSTART:20260701T100000Z\nSEQUENCE:{2**62 + 5}\nLAST-MODIFIED:00010101T000000Z")
    assert [(one.sequence, one.stamp) for one in meetings(read(absurd))] == [(2**62, 0)]
    negative = event("DTSTART:20260701T100000Z\nSEQUENCE:-4\nLAST-MODIFIED:gisteren\nCREATED:20250101T000000Z")
    stamp = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
    assert [(one.sequence, one.stamp) for one in meetings(read(negative))] == [(0, stamp)]


def test_durations_are_clamped() -> None:
    for lines, expected in (("DTEND:20260601T000000Z", 0), ("DURATION:P9000D", 31 * 86_400), ("DURATION:-PT1H", 0)):
        assert [one.duration for one in meetings(read(event(f"DTSTART:20260701T100000Z\n{lines}")))] == [expected]


def test_values_by_hand() -> None:
    assert seconds_of("P1W") == 604_800
    assert seconds_of("P1DT2H3M4S") == 86_400 + 7_384
    assert seconds_of("-PT15M") == -900
    assert offset_of("-0330") == timedelta(hours=-3, minutes=-30)
    assert offset_of("+001950") == timedelta(minutes=19, seconds=50)


def test_the_organiser_who_is_also_asked_keeps_the_role_and_the_answer() -> None:
    people = "ATTENDEE;PARTSTAT=DECLINED;CN=Anna:mailto:anna@example.org\nORGANIZER:mailto:anna@example.org\n"
    people += "ATTENDEE:mailto:bob@example.org\n"
    (one,) = meetings(read(event("DTSTART:20260701T100000Z", people)))
    assert one.participants[0][:] == ("mailto:anna@example.org", Role.ORGANISER, "Anna", Answer.DECLINED)
    assert one.recipients == 1


def test_a_file_too_large_to_hold_is_read_up_to_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hecht.sources.calendar._MOST_HELD", 10_000)
    one = event("DTSTART:20260701T100000Z")
    many = one.replace("UID:a\n", "").replace("20260701", "2026070{}")
    data = "".join(many.format(day % 9 + 1) for day in range(500))
    items = read(data)
    assert isinstance(items[0], Unreadable)
    assert "larger than hecht can hold" in items[0].cause
    assert 10 < len(meetings(items)) < 500


def test_a_description_of_many_megabytes_is_not_held() -> None:
    long = "DESCRIPTION:" + "geheim " * 3_000_000 + "\n"
    assert starts(read(event(long + "DTSTART:20260701T100000Z"))) == ["20260701T100000Z"]


def test_an_event_without_uid_has_the_same_key_in_every_reading() -> None:
    text = event("DTSTART:20260701T100000Z\nSUMMARY:Zonder UID").replace("UID:a\n", "")
    (one,), (again,) = meetings(read(text)), meetings(read("BEGIN:VCALENDAR\n" + text.partition("\n")[2]))
    assert one == again
    other = text.replace("Zonder UID", "Iets anders")
    assert meetings(read(other))[0].key != one.key


def test_control_characters_and_length_of_titles() -> None:
    (one,) = meetings(read(event("DTSTART:20260701T100000Z\nSUMMARY:A\x1b[31m\x07\u202eB\\nC" + "é" * 400)))
    assert one.title.startswith("A[31mB Cé")
    assert len(one.title) == 300


MARKER = "zeergeheim"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(
    st.lists(st.sampled_from(["DESCRIPTION", "LOCATION", "COMMENT", "X-ALT-DESC", "ATTACH", "URL", "CONTACT"])), TEXT
)
def test_what_was_written_about_it_is_in_no_field(names: list[str], text: str) -> None:
    secret = text.replace("\n", "").replace("\r", "") + MARKER
    lines = "\n".join(f"{name}:{secret}" for name in names)
    items = read(event(f"{lines}\nDTSTART:20260701T100000Z\nSUMMARY:Titel"))
    assert items
    assert MARKER not in str(items)


NAMES = ["DTSTART", "DTEND", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "ATTENDEE", "ORGANIZER", "SUMMARY", "UID"]
NAMES += ["STATUS", "SEQUENCE", "DURATION", "DTSTAMP", "BEGIN", "END", "TZID", "TZOFFSETTO", "METHOD"]
VALUES = [
    "20260701T100000Z",
    "20260701",
    "00010101T000000",
    "99991231T235959Z",
    "FREQ=DAILY",
    "FREQ=WEEKLY;COUNT=3",
    "P1D",
]
VALUES += [
    "mailto:a@example.org",
    "mailto:b@example.org",
    "VEVENT",
    "VCALENDAR",
    "VTIMEZONE",
    "CANCELLED",
    "+0100",
    "X",
]
LINE = st.builds(
    lambda name, parameters, value: f"{name}{parameters}:{value}".encode("utf-8", "surrogatepass"),
    st.sampled_from(NAMES),
    st.sampled_from(
        [
            "",
            ";TZID=Europe/Amsterdam",
            ";TZID=X",
            ";VALUE=DATE",
            ";RANGE=THISANDFUTURE",
            ';CN="',
            ";ENCODING=QUOTED-PRINTABLE",
        ]
    ),
    st.sampled_from(VALUES) | TEXT,
)


@settings(deadline=None)
@given(st.lists(LINE | st.binary(max_size=60), max_size=25))
def test_anything_between_begin_and_end_is_read_twice_the_same(lines: list[bytes]) -> None:
    inside = b"\n".join([b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", b"UID:a", *lines, b"END:VEVENT", b"END:VCALENDAR"])
    items = read(inside)
    assert items == read(inside)
    assert all(0 <= one.seconds <= NOW + MEETING_AHEAD and one.participants for one in meetings(items))


@given(st.binary(max_size=300))
def test_any_bytes_never_raise(data: bytes) -> None:
    CalendarSource().identify(data, "")
    assert read(data) == read(data)


def _event(number: int, start: str = "DTSTART:20250106T100000Z\r\n") -> bytes:
    return (
        f"BEGIN:VEVENT\r\nUID:{number}@example.org\r\n{start}DURATION:PT1H\r\nSUMMARY:overleg {number}\r\n"
        "DESCRIPTION:zebrabeschrijving\r\nLOCATION:giraflokaal\r\nCOMMENT:pandaopmerking\r\n"
        "ORGANIZER;CN=Ann:mailto:ann@example.org\r\nATTENDEE;CN=Bob;PARTSTAT=ACCEPTED:mailto:bob@example.org\r\n"
        "END:VEVENT\r\n"
    ).encode()


_HEAD, _TAIL = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", b"END:VCALENDAR\r\n"


class TestContract(SourceContract):
    names = ("agenda.ics", "export", "x.txt")
    data = _HEAD + _event(1) + _event(2) + _TAIL
    marks = ("zebrabeschrijving", "giraflokaal", "pandaopmerking")
    broken = _HEAD + _event(1) + _event(3, start="") + _event(2) + _TAIL
    broken_at = len(_HEAD + _event(1))
    rest = data

    def source(self) -> Source:
        return CalendarSource()


def test_a_line_of_a_description_that_looks_like_a_title_is_no_title() -> None:
    """Some programs do not fold what they write; text must never come into the log."""
    start = "DTSTART:20260105T100000Z\n"
    for lines in (
        "SUMMARY:Overleg\nDESCRIPTION:Dag\nSUMMARY: geheim",
        "DESCRIPTION:Dag\nzie hieronder\nSUMMARY: geheim\nSUMMARY:Overleg",
        "DESCRIPTION:Dag\nAgenda: dit\nSUMMARY: geheim",
    ):
        (meeting,) = meetings(read(event(start + lines)))
        assert meeting.title == ""
    (meeting,) = meetings(read(event(start + "SUMMARY:Overleg\nDESCRIPTION:Dag\nzie hieronder\nSUMMARY: geheim")))
    assert meeting.title == "Overleg"
    (meeting,) = meetings(read(event(start + "X-ALT-DESC;FMTTYPE=text/html:x\nDESCRIPTION:Dag\n zie\nSUMMARY:Overleg")))
    assert meeting.title == "Overleg"


def test_the_rules_of_one_file_have_a_common_bound() -> None:
    """A thousand rules that look at 47,000 days each; the first sixty or so are read."""
    one = (
        "BEGIN:VEVENT\nUID:{}\nDTSTART:19000101T100000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\n"
        + PEOPLE
        + "END:VEVENT\n"
    )
    items = read("BEGIN:VCALENDAR\n" + "".join(one.format(number) for number in range(300)) + "END:VCALENDAR\n")
    refused = [item for item in items if isinstance(item, Unreadable) and "works out" in item.cause]
    assert 220 < len(refused) < 290
    many = "RRULE:FREQ=DAILY;BYSETPOS=1;" + ";".join(
        f"{name}={','.join(map(str, range(most)))}"
        for name, most in (("BYHOUR", 24), ("BYMINUTE", 60), ("BYSECOND", 60))
    )
    items = read(event(f"DTSTART:20200101T000000Z\n{many}"))  # looks at 86,400 moments a day
    assert any(isinstance(item, Unreadable) for item in items)
