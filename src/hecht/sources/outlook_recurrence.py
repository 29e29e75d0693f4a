"""When an appointment of Outlook repeats: its recurrence pattern (MS-OXOCAL 2.2.1.44) put into iCalendar's words.

The blob counts in minutes since 1601 on the clock of the appointment's own zone. What is made of it holds numbers, a
UID and the name of a zone only: titles and people never pass through here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from struct import Struct
from struct import error as StructError  # noqa: N812 - the name that such errors have here

_EPOCH = datetime(1601, 1, 1)  # noqa: DTZ001 - a clock on the wall
_DAILY, _WEEKLY, _MONTHLY, _YEARLY = range(0x200A, 0x200E)
_DAY, _WEEK, _MONTH, _NTH, _MONTH_END = range(5)
_BY_DATE, _BY_COUNT = 0x2021, 0x2022
_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_MINUTES = 1440
_LAST = 5
_SHORT_MONTH = 28
_MOST = 2_000
"""Exceptions that are read of one appointment."""
_TEXT, _LOCATION = 0x0001, 0x0010
_NUMBERS = 0x0002 | 0x0004 | 0x0008 | 0x0020 | 0x0040 | 0x0080 | 0x0100
"""Flags of exceptions that are followed by a number of four bytes."""
_PLAIN = re.compile(r"[!-~]{1,300}")
_ZONE = re.compile(r"[A-Za-z0-9 .()+_/-]{1,80}")
_FORMAT = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class Repeated:
    """An appointment that repeats: its rule, first start and length in minutes, what was taken out, and what was moved."""

    rule: str
    start: datetime
    length: int
    removed: tuple[datetime, ...]
    moved: tuple[tuple[datetime, datetime, datetime], ...]
    """(original start, start, end)"""


class _Bytes:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def read(self, form: str) -> tuple[int, ...]:
        shape = Struct("<" + form)
        values: tuple[int, ...] = shape.unpack_from(self._data, self._at)
        self._at += shape.size
        return values

    def number(self) -> int:
        return self.read("I")[0]

    def numbers(self) -> tuple[int, ...]:
        count = self.number()
        if count > _MOST:
            raise ValueError("more exceptions than are believed")
        return self.read(f"{count}I")

    def skip(self, count: int) -> None:
        self._at += count


def repeated(blob: bytes) -> Repeated:
    """Read an AppointmentRecurrencePattern, or ValueError where it is none or counts by another calendar."""
    try:
        return _repeated(_Bytes(blob))
    except (StructError, OverflowError) as error:
        raise ValueError("its recurrence is not whole") from error


def _repeated(data: _Bytes) -> Repeated:
    reader, _, frequency, kind, _ = data.read("5H")
    _, period, _ = data.read("3I")
    if reader != 0x3004 or frequency not in (_DAILY, _WEEKLY, _MONTHLY, _YEARLY) or kind > _MONTH_END:  # noqa: PLR2004
        raise ValueError("its recurrence is of no known kind")
    rule = _rule(data, frequency, kind, period)
    ends, count, first_day = data.read("3I")
    rule += f";WKST={_DAYS[first_day % 7]}"
    touched, changed = data.numbers(), data.numbers()
    begin, end, _, _, from_minute, to_minute = data.read("6I")
    if ends == _BY_COUNT:
        rule += f";COUNT={count}"
    elif ends == _BY_DATE:
        rule += f";UNTIL={_moment(end):%Y%m%d}"
    exceptions = tuple(_exceptions(data, len(changed)))
    originals = {original // _MINUTES for original, _, _ in exceptions}
    return Repeated(
        rule=rule,
        start=_moment(begin - begin % _MINUTES + from_minute),
        length=max(0, to_minute - from_minute),
        removed=tuple(
            _moment(day - day % _MINUTES + from_minute) for day in touched if day // _MINUTES not in originals
        ),
        moved=tuple((_moment(one), _moment(two), _moment(three)) for one, two, three in exceptions),
    )


def _rule(data: _Bytes, frequency: int, kind: int, period: int) -> str:
    if kind == _DAY:
        return f"FREQ=DAILY;INTERVAL={max(1, period // _MINUTES)}"
    mask = data.number()
    days = ",".join(day for at, day in enumerate(_DAYS) if mask >> at & 1)
    if kind == _WEEK:
        every = 1 if frequency == _DAILY else max(1, period)  # "every weekday" is kept as a daily one
        return f"FREQ=WEEKLY;INTERVAL={every};BYDAY={days}"
    monthly = f"FREQ=MONTHLY;INTERVAL={max(1, period)}"
    if kind == _NTH:
        place = data.number()
        return f"{monthly};BYDAY={days};BYSETPOS={-1 if place >= _LAST else place}"
    if kind == _MONTH_END or mask > 30:  # noqa: PLR2004 - the 31st is the last day where there is none
        return f"{monthly};BYMONTHDAY=-1"
    if mask > _SHORT_MONTH:
        return f"{monthly};BYMONTHDAY={','.join(map(str, range(_SHORT_MONTH, mask + 1)))};BYSETPOS=-1"
    return f"{monthly};BYMONTHDAY={mask}"


def _exceptions(data: _Bytes, most: int) -> Iterator[tuple[int, int, int]]:
    """Yield (original start, start, end) of every exception; texts in between are passed over unread."""
    (count,) = data.read("H")
    for _ in range(min(count, most)):
        start, end, original = data.read("3I")
        (flags,) = data.read("H")
        for flag in (_TEXT, *(1 << bit for bit in range(1, 9))):
            if not flags & flag:
                continue
            if flag in (_TEXT, _LOCATION):
                _, length = data.read("2H")
                data.skip(length)
            elif flag & _NUMBERS:
                data.skip(4)
        yield original, start, end


def _moment(minutes: int) -> datetime:
    return _EPOCH + timedelta(minutes=minutes)


def as_calendar(one: Repeated, uid: str, zone: str, rules: bytes, rank: tuple[int, str], *, whole_day: bool) -> bytes:
    """Give an appointment as a calendar file, with somebody who stands for everybody.

    Args:
        one: the appointment.
        uid: what its meeting is called in calendar files.
        zone: the Windows name of its zone, where it is known.
        rules: its zone as bytes (a TZREG), used when there is no name.
        rank: its SEQUENCE, and when it last changed, as iCalendar writes it.
        whole_day: whether it is a matter of days.
    """
    if not _PLAIN.fullmatch(uid):
        raise ValueError("its meeting has no usable number")
    known = zone if _ZONE.fullmatch(zone) else ""
    lines = ["BEGIN:VCALENDAR"]
    if not known and (described := tuple(_described(rules))):
        known = "own"
        lines += ["BEGIN:VTIMEZONE", "TZID:own", *described, "END:VTIMEZONE"]

    def time(moment: datetime) -> str:
        if whole_day:
            return f";VALUE=DATE:{moment:%Y%m%d}"
        return f";TZID={known}:{moment:{_FORMAT}}" if known else f":{moment:{_FORMAT}}Z"

    def event(start: datetime, minutes: int, *more: str) -> list[str]:
        made = f"DTSTART{time(start)}"
        long = f"DURATION:P{max(1, minutes // _MINUTES)}D" if whole_day else f"DURATION:PT{minutes}M"
        told = [f"UID:{uid}", f"SEQUENCE:{rank[0]}", *([f"LAST-MODIFIED:{rank[1]}"] if rank[1] else [])]
        return ["BEGIN:VEVENT", *told, made, long, *more, "ATTENDEE:mailto:all@example.org", "END:VEVENT"]

    lines += event(one.start, one.length, f"RRULE:{one.rule}", *(f"EXDATE{time(day)}" for day in one.removed))
    for original, start, end in one.moved:
        minutes = max(0, int((end - start).total_seconds() // 60))
        lines += event(start, minutes, f"RECURRENCE-ID{time(original)}")
    return ("\r\n".join([*lines, "END:VCALENDAR"]) + "\r\n").encode("ascii")


def zone_name(definition: bytes) -> str:
    """Give the Windows name of a zone from PidLidAppointmentTimeZoneDefinitionRecur (MS-OXOCAL 2.2.1.41), if it can be read."""
    length = int.from_bytes(definition[6:8], "little")
    return definition[8 : 8 + 2 * length].decode("utf-16-le", "replace") if length <= 100 else ""  # noqa: PLR2004


def _described(rules: bytes) -> Iterator[str]:
    """Give the lines of a VTIMEZONE from PidLidTimeZoneStruct (MS-OXOCAL 2.2.1.39): offset, and when summer time begins."""
    try:
        bias, standard, daylight, _, *dates = Struct("<3iH8HH8H").unpack_from(rules)
    except StructError:
        return
    winter, summer = dates[:8], dates[9:]
    parts = [
        ("STANDARD", winter, bias + daylight, bias + standard),
        ("DAYLIGHT", summer, bias + standard, bias + daylight),
    ]
    for name, (_, month, weekday, place, hour, minute, *_), before, after in parts if winter[1] else parts[:1]:
        made = (_offset(bias if not month else before), _offset(bias if not month else after))
        yield from (f"BEGIN:{name}", f"DTSTART:19700101T{hour % 24:02}{minute % 60:02}00")
        yield from (f"TZOFFSETFROM:{made[0]}", f"TZOFFSETTO:{made[1]}")
        if month:
            nth = -1 if place >= _LAST else place
            yield f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{_DAYS[weekday % 7]}"
        yield f"END:{name}"


def _offset(bias: int) -> str:
    """Give an offset from UTC; Windows counts minutes to the west."""
    hours, minutes = divmod(abs(bias) % _MINUTES, 60)
    return f"{'-' if bias > 0 else '+'}{hours:02}{minutes:02}"
