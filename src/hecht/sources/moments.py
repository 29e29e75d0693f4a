"""Times, durations and time zones as iCalendar writes them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from hecht.core.days import DAY
from hecht.core.errors import HechtError
from hecht.sources.contentlines import Line, line_of
from hecht.sources.recurrence import MOST_STARTS, OLDEST_RULE, BrokenEventError, Rule

_TIME = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d{1,9})?)?)?(Z|[+-]\d\d:?\d\d)?")
_DURATION = re.compile(r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9})S)?)?")
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d):?(\d\d)?")
_BARE = Line("", {}, "")
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - walls have no zone


class Time(NamedTuple):
    """A moment as it stands in the file: what the clock on the wall says, and where that wall is."""

    wall: datetime
    zone: tzinfo
    whole_day: bool

    @property
    def unix(self) -> int:
        """The moment in unix seconds."""
        return int(self.wall.replace(tzinfo=self.zone).timestamp())

    @property
    def mark(self) -> str:
        """The moment as a RECURRENCE-ID: a date, or a time in UTC; a year of five digits has none."""
        if self.whole_day:
            return self.wall.strftime("%Y%m%d")
        return f"{_EPOCH + timedelta(seconds=self.unix):%Y%m%dT%H%M%SZ}"


class Raw(NamedTuple):
    """The lines of one event or time zone that matter, not yet read."""

    offset: int
    method: str
    data: bytes

    def lines(self) -> dict[str, list[Line]]:
        """Read the lines, by name."""
        lines: dict[str, list[Line]] = {}
        for data in self.data.split(b"\n"):
            if line := line_of(data):
                lines.setdefault(line.name, []).append(line)
        return lines


class _FileZone(tzinfo):
    """A time zone as a VTIMEZONE describes it, up to the horizon."""

    def __init__(self, changes: list[tuple[datetime, timedelta]], before: timedelta) -> None:
        self._walls = [wall for wall, _ in changes]
        self._offsets = [before, *(offset for _, offset in changes)]

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """Give the offset after the last change before a time on the wall."""
        return self._offsets[bisect_right(self._walls, moment.replace(tzinfo=None)) if moment else 0]

    def dst(self, moment: datetime | None) -> None:
        """Leave open which part of the offset is summer time."""

    def tzname(self, moment: datetime | None) -> None:
        """Give no name: nobody is shown it."""


@dataclass(slots=True)
class Clock:
    """How the times of one file are read: its zones, the zone of times without one, and the horizon."""

    home: tzinfo
    horizon: int
    work: int = 3_000_000
    """Days and moments that the rules of one file may look at together: 60 that repeat on every day since 1900."""
    described: dict[str, Raw] = field(default_factory=dict)
    _known: dict[str, tzinfo] = field(default_factory=dict)

    def times(self, line: Line) -> Iterator[tuple[Time, int | None]]:
        """Read a line that holds several times; a period comes with its duration."""
        for text in line.raw.replace(";", ",").split(","):
            begin, _, end = text.strip().partition("/")
            if begin:
                start = self.read(begin, line)
                length = None
                if end:
                    length = seconds_of(end) if "P" in end.upper() else self.read(end, line).unix - start.unix
                yield start, length

    def read(self, text: str, line: Line = _BARE) -> Time:
        """Read one time, with the parameters of the line it stands in."""
        found = _TIME.fullmatch(text.upper())
        if not found:
            raise BrokenEventError("a time is not written as one")
        year, month, day, hour, minute, second, offset = found.groups()
        try:
            if not hour or line.parameter("VALUE").upper() == "DATE":
                return Time(datetime(int(year), int(month), int(day)), self.home, True)  # noqa: DTZ001, FBT003
            wall = datetime(int(year), int(month), int(day), int(hour), int(minute), min(int(second or 0), 59))  # noqa: DTZ001
            if offset and offset != "Z":
                wall -= offset_of(offset)
        except (ValueError, OverflowError) as error:
            raise BrokenEventError("a time does not exist") from error
        return Time(wall, UTC if offset else self._zone(line.parameter("TZID")), False)  # noqa: FBT003

    def starts(self, text: str, first: Time) -> tuple[list[datetime], bool]:
        """Compute the starts of a recurrence rule up to the horizon as wall times, and whether a bound cut them off.

        Only UNTIL and the horizon are moments. The start itself always counts as the first, unless UNTIL lies before it.
        """
        if self.work <= 0:
            raise BrokenEventError("this calendar repeats more than hecht works out")
        rule = Rule(text, first.wall)
        count, until = rule.number("COUNT"), rule.parts.get("UNTIL")
        last = min(self.horizon, self._until(until, first)) if until else self.horizon
        end = _EPOCH + timedelta(seconds=max(last, 0), days=2)
        walls = list(islice(rule.walls(end), min(count or MOST_STARTS, MOST_STARTS)))
        self.work -= rule.work + len(walls)
        cut = rule.exhausted or len(walls) >= MOST_STARTS
        if not walls or walls[0] != first.wall:
            walls.insert(0, first.wall)
        walls = walls[: count or None]
        return [wall for wall in walls if first._replace(wall=wall).unix <= last], cut and len(walls) != count

    def _until(self, text: str, first: Time) -> int:
        """Give the last moment of a rule; a date is the whole of that day, a time without Z is the event's own."""
        limit = self.read(text)
        if limit.whole_day:
            return limit._replace(wall=limit.wall + timedelta(seconds=DAY - 1), zone=first.zone, whole_day=False).unix
        if not text.endswith("Z"):
            return limit._replace(zone=first.zone).unix
        if first.whole_day:  # some write the midnight of that day in UTC, others the date with a time behind it
            return max(limit.unix, first._replace(wall=limit.wall.replace(hour=0, minute=0, second=0)).unix)
        return limit.unix

    def _zone(self, name: str) -> tzinfo:
        if name not in self._known:
            self._known[name] = self._find(name) if name else self.home
        return self._known[name]

    def _find(self, name: str) -> tzinfo:
        """Find a zone by its IANA or Windows name, in the file, or by the end of /example.org/Europe/Amsterdam."""
        plain = name.strip("/")
        tail = plain.split("/")
        found = _iana(WINDOWS_TO_OLSON.get(plain, plain))
        if not found and name in self.described:
            found = self._described(self.described[name])
        for length in (3, 2):
            found = found or (_iana("/".join(tail[-length:])) if len(tail) > length else None)
        return found or self.home  # unknown, so as good as a time without a zone

    def _described(self, raw: Raw) -> tzinfo | None:
        changes: list[tuple[datetime, timedelta, timedelta]] = []
        for part in re.split(rb"(?i)\n\s{0,64}BEGIN\s{0,64}:[^\n]*", raw.data)[1:]:
            lines = Raw(raw.offset, "", part).lines()
            try:
                before, after = (offset_of(lines[name][0].raw) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
                first = self.read(lines["DTSTART"][0].raw)._replace(zone=timezone(before))
                if first.wall.year < OLDEST_RULE:  # Windows writes 1601; 1968 has every day of the year too
                    first = first._replace(wall=first.wall.replace(year=1968))
                walls = {first.wall}.union(time.wall for line in lines.get("RDATE", ()) for time, _ in self.times(line))
                for line in lines.get("RRULE", ()):
                    walls.update(self.starts(line.raw, first)[0])
            except (KeyError, HechtError):
                return None
            # a time in the hour that is skipped does not exist, and is read with the offset before it (RFC 5545 3.3.5)
            changes += ((wall + max(after - before, timedelta(0)), after, before) for wall in walls)
        changes.sort()
        return _FileZone([(wall, after) for wall, after, _ in changes], changes[0][2]) if changes else None


def _iana(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, KeyError, OSError):  # no such zone, or no name of a zone at all
        return None


def offset_of(text: str) -> timedelta:
    """Read an offset from UTC: +0100, -03:30, +001950."""
    if not (found := _OFFSET.fullmatch(text.strip())):
        raise BrokenEventError("an offset from UTC is not written as one")
    length = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    if length >= timedelta(days=1):
        raise BrokenEventError("an offset from UTC is longer than a day")
    return -length if found[1] == "-" else length


def seconds_of(text: str) -> int:
    """Read a duration (PT1H30M, P1W) in seconds."""
    found = _DURATION.fullmatch(text.strip().upper())
    if not found or text.strip().upper()[-1] in "PT":
        raise BrokenEventError("a duration is not written as one")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    total = ((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds
    return -total if found[1] == "-" else total
