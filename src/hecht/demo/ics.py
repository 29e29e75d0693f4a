"""Writes the calendar as an iCalendar file (RFC 5545)."""

import datetime as dt
import random
import uuid

from hecht.demo import clock
from hecht.demo.meetings import Change, Meeting, all_meetings, whole_days
from hecht.demo.world import Person

_ZONE_BLOCK = (
    "BEGIN:VTIMEZONE",
    f"TZID:{clock.ZONE}",
    f"X-LIC-LOCATION:{clock.ZONE}",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19700329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19701025T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)


_FOLD = 74
# From this many others on not everybody accepts.
_GROUP = 4


def fold(line: str) -> bytes:
    """One content line, folded at 75 octets without cutting a character in two."""
    parts, piece = [], b""
    for char in line:
        octets = char.encode()
        if len(piece) + len(octets) > _FOLD:
            parts.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*parts, piece]) + b"\r\n"


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _parameter(text: str) -> str:
    return f'"{text}"' if any(char in text for char in ",;: ") else text


def _local(name: str, moment: dt.datetime) -> str:
    return f"{name};TZID={clock.ZONE}:{moment:%Y%m%dT%H%M%S}"


def _stamp(moment: dt.datetime) -> str:
    return f"DTSTAMP:{clock.utc(moment):%Y%m%dT%H%M%SZ}"


def _uid(seed: int, key: str) -> str:
    rng = random.Random(f"{seed}:uid:{key}")
    return f"{uuid.UUID(int=rng.getrandbits(128), version=4)}@agenda.waterschap-veenstroom.example"


def _attendee(person: Person, status: str) -> str:
    role = "REQ-PARTICIPANT" if status != "TENTATIVE" else "OPT-PARTICIPANT"
    name = _parameter(person.name)
    return f"ATTENDEE;CN={name};ROLE={role};PARTSTAT={status};RSVP=TRUE:mailto:{person.address}"


def _people(rng: random.Random, meeting: Meeting, *, settled: bool) -> list[str]:
    if not meeting.members:
        return []
    name = _parameter(meeting.organiser.name)
    found = [f"ORGANIZER;CN={name}:mailto:{meeting.organiser.address}"]
    for person in meeting.attendees:
        status = "ACCEPTED"
        if not settled and person != meeting.organiser and len(meeting.members) >= _GROUP:
            status = rng.choice(("ACCEPTED",) * 8 + ("DECLINED", "TENTATIVE", "NEEDS-ACTION"))
        found.append(_attendee(person, status))
    return found


def _event(seed: int, meeting: Meeting, moment: dt.datetime, sequence: int, change: Change | None = None) -> list[str]:
    rng = random.Random(f"{seed}:event:{meeting.key}:{change.was if change else ''}")
    made = min(moment, dt.datetime.combine(clock.LAST, dt.time(9))) - dt.timedelta(days=9)
    cancelled = change.cancelled if change else meeting.cancelled
    end = moment + dt.timedelta(minutes=meeting.minutes)
    # A series is accepted as a whole, and what lies ahead is sure; answers differ per occasion.
    settled = (meeting.rule != "once" and not change) or moment.date() >= clock.TODAY
    return [
        "BEGIN:VEVENT",
        f"UID:{_uid(seed, meeting.key)}",
        *([_local("RECURRENCE-ID", change.was)] if change else []),
        _stamp(made),
        f"CREATED:{clock.utc(made):%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{sequence}",
        _local("DTSTART", moment),
        _local("DTEND", end),
        *([f"RRULE:{meeting.rrule}"] if meeting.rule != "once" and not change else []),
        *([_local("EXDATE", skipped) for skipped in meeting.skipped] if not change else []),
        f"SUMMARY:{_escape(meeting.title)}",
        *([f"LOCATION:{_escape(meeting.place)}"] if meeting.place else []),
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        *_people(rng, meeting, settled=settled),
        "TRANSP:OPAQUE",
        "END:VEVENT",
    ]


def _whole_day(seed: int, number: int, title: str, first: dt.date, last: dt.date) -> list[str]:
    made = dt.datetime.combine(first, dt.time(8)) - dt.timedelta(days=60)
    return [
        "BEGIN:VEVENT",
        f"UID:{_uid(seed, f'day {number}')}",
        _stamp(min(made, dt.datetime.combine(clock.LAST, dt.time(8)))),
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{last + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escape(title)}",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def calendar(seed: int) -> bytes:
    """The bytes of the calendar file."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//hecht//demo world//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Marit Hoekstra",
        f"X-WR-TIMEZONE:{clock.ZONE}",
        *_ZONE_BLOCK,
    ]
    for meeting in all_meetings(seed):
        lines += _event(seed, meeting, meeting.start, 2 if meeting.cancelled else 0)
        for change in meeting.exceptions:
            lines += _event(seed, meeting, change.now, 1, change)
    for number, (title, first, last) in enumerate(whole_days()):
        lines += _whole_day(seed, number, title, first, last)
    lines.append("END:VCALENDAR")
    return b"".join(fold(line) for line in lines)
