"""iCalendar files as meetings: who met when, in which series and version; never what was written about it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from operator import itemgetter
from typing import BinaryIO, ClassVar

from hecht.core.days import MEETING_AHEAD
from hecht.core.errors import HechtError
from hecht.core.identity import hashed
from hecht.core.model import (
    Answer,
    Channel,
    Cursor,
    Interaction,
    Item,
    Items,
    LeftOut,
    Series,
    Status,
    Unreadable,
)
from hecht.sources.contentlines import begins_with, edge_of, line_of, unfolded
from hecht.sources.events import MOST_RANK, Event, bounded, event_of
from hecht.sources.moments import Clock, Raw, Time
from hecht.sources.recurrence import OLDEST_RULE, BrokenEventError

_MOST_HELD = 64 << 20
"""Bytes of raw lines that are held until the end of a file, where an override or a time zone may still come."""
_MOST_OCCURRENCES = 2_000
_KEPT = re.compile(
    rb"\s{0,64}(?:DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|UID|ORGANIZER|ATTENDEE|SUMMARY|STATUS"
    rb"|TRANSP|SEQUENCE|LAST-MODIFIED|DTSTAMP|CREATED|TZID|TZOFFSETFROM|TZOFFSETTO|BEGIN|END)\s{0,64}[;:]",
    re.IGNORECASE,
)
_TITLE = re.compile(rb"\s{0,64}SUMMARY\s{0,64}[;:]", re.IGNORECASE)
_PROPERTY = re.compile(
    rb"\s{0,64}(?:[\w-]{1,64}\.)?(?:X-[\w-]{1,64}|ATTACH|CATEGORIES|CLASS|COMMENT|DESCRIPTION|GEO|LOCATION|PERCENT-COMPLETE|PRIORITY"
    rb"|RESOURCES|COMPLETED|DUE|FREEBUSY|TZNAME|TZURL|TZUNTIL|CONTACT|RELATED-TO|URL|EXRULE|ACTION|REPEAT|TRIGGER|REQUEST-STATUS"
    rb"|NAME|REFRESH-INTERVAL|SOURCE|COLOR|IMAGE|CONFERENCE|STRUCTURED-DATA|STYLED-DESCRIPTION|PARTICIPANT|LINK|CONCEPT|REFID"
    rb"|LOCATION-TYPE|PARTICIPANT-TYPE|RESOURCE-TYPE|CALSCALE|PRODID|VERSION|METHOD|ACKNOWLEDGED|PROXIMITY|DALARM|AALARM|MALARM"
    rb"|PALARM|RNUM|DCREATED|SEQUENCE|DAYLIGHT|TZ)\s{0,64}[;:]",
    re.IGNORECASE,
)
"""Properties of which nothing is kept; a line that is none of these is text that was not folded."""
_METHOD = re.compile(rb"\s{0,64}METHOD\s{0,64}[;:]", re.IGNORECASE)
_OUTER = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"})
_DEEPEST = 16
_MOST_RULES = 4
_NO_EVENT = frozenset({"REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER"})


class _Splitter:
    """Cuts the lines of a file into events with their UID, puts its time zones aside, and leaves the rest out."""

    def __init__(self, described: dict[str, Raw]) -> None:
        self.described = described
        self.method = ""
        self.start = 0
        self.inside: list[str] = []
        """The component being read and those nested in it."""
        self.kept: list[bytes] = []
        self.loose = False
        """Whether lines of a text were met that should have been folded: then a title may be one of them."""

    def split(self, opened: BinaryIO) -> Iterator[tuple[str, Raw] | LeftOut | Unreadable]:
        """Yield every component of a stream; a broken one gives one Unreadable."""
        held = 0
        for offset, data in unfolded(opened):
            if edge := edge_of(data):
                item = self._begun(offset, data, edge[1]) if edge[0] else self._ended(edge[1])
                if item:
                    yield item
            elif not self.inside and _METHOD.match(data) and (line := line_of(data)):
                self.method = line.raw.upper()
            elif (len(self.inside) == 1 or self.inside[:1] == ["VTIMEZONE"]) and _KEPT.match(data):
                if self.loose and _TITLE.match(data):
                    continue
                self.kept.append(data)
                held += len(data)
                if held > _MOST_HELD:
                    yield Unreadable(
                        offset, "this calendar is larger than hecht can hold; from here on it was not read"
                    )
                    return
            elif not _PROPERTY.match(data):
                self.loose = True
        if item := self._unended("is cut off"):
            yield item

    def _unended(self, cause: str) -> Unreadable | None:
        inside, self.inside = self.inside, []
        return Unreadable(self.start, f"{inside[0]} {cause}") if inside and inside[0] in _OUTER else None

    def _begun(self, offset: int, data: bytes, component: str) -> Unreadable | None:
        broken = self._unended("does not end") if component == "VCALENDAR" or component in _OUTER else None
        if component == "VCALENDAR":
            self.method = ""
            return broken
        if not self.inside:
            self.start, self.kept, self.loose = offset, [], False
        elif self.inside[0] == "VTIMEZONE":
            self.kept.append(data)
        self.inside = [*self.inside, component][:_DEEPEST]
        return broken

    def _ended(self, component: str) -> tuple[str, Raw] | LeftOut | Unreadable | None:
        if component == "VCALENDAR":
            return self._unended("does not end")
        if component not in self.inside:
            return None
        self.inside = self.inside[: self.inside.index(component)]
        if self.inside:
            return None
        raw = Raw(self.start, self.method, b"\n".join(self.kept))
        if component == "VTIMEZONE":
            self.described.setdefault(self._value(b"TZID"), raw)
            return None
        if component != "VEVENT" or self.method in _NO_EVENT:
            return LeftOut("template")
        return self._value(b"UID") or "\0" + raw.data.decode("latin-1"), raw

    def _value(self, name: bytes) -> str:
        lines = (line_of(data) for data in self.kept if data.lstrip()[: len(name)].upper() == name)
        return next((line.text() for line in lines if line and line.name.encode() == name), "")


class CalendarSource:
    """Calendars: meetings with others, each occurrence by itself; descriptions and places are never looked at."""

    name: ClassVar[str] = "ics"

    def __init__(self, zone: tzinfo = UTC) -> None:
        """Read whole days, and times without a zone, as in `zone`."""
        self.zone = zone

    def identify(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the content alone decides
        """Say whether the file begins with a calendar."""
        return begins_with(head, "VCALENDAR")

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:  # noqa: ARG002
        """Yield what is no event as it comes, then the events in the order in which each was first named.

        An override or a time zone may stand after what it belongs to, so raw lines are held until the end.
        """
        clock = Clock(self.zone, now + MEETING_AHEAD)
        groups: dict[str, list[Raw]] = {}
        for item in _Splitter(clock.described).split(opened):
            if isinstance(item, tuple):
                uid, raw = item
                groups.setdefault(uid, []).append(raw)
            else:
                yield item
        for uid, group in groups.items():
            events: list[Event] = []
            for raw in group:
                try:
                    events.append(event_of(raw, clock))
                except (HechtError, OverflowError) as error:
                    yield _unreadable(raw.offset, error)
            if events:
                yield from _series(uid, events, clock)


def _series(uid: str, events: list[Event], clock: Clock) -> Items:
    """Yield all meetings of one UID, and its Series where a version of it repeats or is called off as a whole."""
    masters = [event for event in events if event.original is None]
    overrides = [event for event in events if event.original is not None]
    if not masters:
        yield from (_meeting(uid, event, event.original, clock) for event in overrides)
        return
    newest = max(masters, key=lambda event: (event.rank, event.raw.data))
    if newest.recurring or overrides:
        try:
            yield from _occurrences(uid, newest, overrides, clock)
        except (HechtError, OverflowError) as error:
            yield _unreadable(newest.raw.offset, error)
        return
    if newest.status is Status.CANCELLED or any(event.recurring for event in masters):
        yield Series(hashed("uid", uid), *newest.rank)
    elif newest.left and any(newest.settled):  # an earlier version may have had guests
        yield Series(hashed("uid", uid), *newest.settled)
    yield from (_meeting(uid, event, None, clock) for event in masters if not event.recurring)


def _occurrences(uid: str, master: Event, overrides: list[Event], clock: Clock) -> Items:
    """Yield the occurrences of a recurring event that its rule gives, then those that stand by themselves."""
    silent = bool(master.left) and not any(event.for_all_later for event in overrides)
    starts, cut = ({}, False) if silent else _all_starts(master, clock)
    lines = master.lines.get("EXDATE", ())
    excluded = {_aligned(time, master, clock).unix for line in lines for time, _ in clock.times(line)}
    own: dict[int, list[Event]] = {}
    for override in overrides:
        event = _adopted(override, master, clock)
        own.setdefault(event.original.unix if event.original else 0, []).append(event)
    yield Series(
        hashed("uid", uid), *(master.settled if master.left else master.rank)
    )  # not before the rule is known to be readable
    if not starts:
        yield LeftOut(master.left or "scope")
    regular = [unix for unix in sorted(starts) if unix not in excluded and unix not in own]
    if cut or len(regular) > _MOST_OCCURRENCES:
        yield Unreadable(
            master.raw.offset, f"it has more than {_MOST_OCCURRENCES} occurrences; the others were not read"
        )
    changes = [(unix, event) for unix in sorted(own) for event in own[unix] if event.for_all_later]
    said = set[str]()
    # a bomb has no last occurrences, so its first are kept; of a daily meeting of many years the last matter most
    for unix in regular[:_MOST_OCCURRENCES] if cut else regular[-_MOST_OCCURRENCES:]:
        time, length = starts[unix]
        event, start = master, time
        if place := bisect_right(changes, unix, key=itemgetter(0)):
            since, event = changes[place - 1]
            shift = event.start.wall - starts.get(since, (event.original or event.start,))[0].wall
            start = event.start._replace(wall=time.wall + shift)
        duration = event.duration if length is None else bounded(length)
        event = replace(event, start=start, duration=duration, rank=max(event.rank, master.rank))
        item = _meeting(uid, event, time, clock)
        if isinstance(item, Interaction) or str(item) not in said:  # why not is said once for all of them
            said.add("" if isinstance(item, Interaction) else str(item))
            yield item
    if not master.left:
        yield from _excluded(uid, master, [starts[unix] for unix in sorted(excluded) if unix in starts], clock)
    for unix, events in own.items():
        if unix not in excluded:
            yield from (_meeting(uid, event, event.original, clock) for event in events)


def _excluded(uid: str, master: Event, starts: list[tuple[Time, int | None]], clock: Clock) -> Items:
    """Yield the occurrences that were taken out as cancelled for good, since an earlier export may have moved them.

    Taking one out changes the series, but in many programs not its SEQUENCE, which a move had raised.
    """
    rank = (MOST_RANK, master.rank[1])
    for time, _ in starts[-_MOST_OCCURRENCES:]:
        event = replace(master, start=time, status=Status.CANCELLED, rank=rank)
        yield _meeting(uid, event, time, clock)


def _adopted(override: Event, master: Event, clock: Clock) -> Event:
    """Give an override the rank of its series at least, and what a cancellation may leave out: who it was with."""
    event = replace(override, rank=max(override.rank, master.rank))
    if override.original is not None:
        event = replace(event, original=_aligned(override.original, master, clock))
    if event.left and (event.status is Status.CANCELLED or not master.left):  # the others were taken off this one
        event = replace(event, people=master.people, left=master.left, title=event.title or master.title)
        event = replace(event, status=Status.CANCELLED)
        event = replace(event, duration=event.duration or master.duration)
    return event


def _all_starts(master: Event, clock: Clock) -> tuple[dict[int, tuple[Time, int | None]], bool]:
    """Give every start of a recurring event by its moment, with its own duration if it has one; and whether cut off."""
    first, cut = master.start, False
    if first.wall.year < OLDEST_RULE:
        raise BrokenEventError("it repeats from before 1900")
    starts: dict[int, tuple[Time, int | None]] = {}
    if "RRULE" not in master.lines and first.unix <= clock.horizon:
        starts[first.unix] = (first, None)
    for line in master.lines.get("RRULE", ())[:_MOST_RULES]:
        walls, bounded = clock.starts(line.raw, first)
        cut = cut or bounded
        starts.update((time.unix, (time, None)) for time in (first._replace(wall=wall) for wall in walls))
    for line in master.lines.get("RDATE", ()):
        for extra, length in clock.times(line):
            time = _aligned(extra, master, clock)
            if time.unix <= clock.horizon:
                starts[time.unix] = (time, length)
    return starts, cut


def _aligned(time: Time, master: Event, clock: Clock) -> Time:
    """Give an exception's time in the kind of its event: some write a date for a time, others a time for a date."""
    start = master.start
    if time.whole_day == start.whole_day:
        return time
    if time.whole_day:
        return start._replace(wall=datetime.combine(time.wall, start.wall.time()))
    local = time.wall
    if time.zone is UTC and 0 <= time.unix <= clock.horizon:
        local = datetime.fromtimestamp(time.unix, clock.home).replace(tzinfo=None)
    return start._replace(wall=local.replace(hour=0, minute=0, second=0))


def _meeting(uid: str, event: Event, original: Time | None, clock: Clock) -> Item:
    """Give one occurrence, or the event itself where it has no `original` start, as an interaction."""
    if event.left:
        return LeftOut(event.left)
    seconds = event.start.unix
    if seconds < 0:
        return Unreadable(event.raw.offset, "it lies before 1970")
    if seconds > clock.horizon:
        return LeftOut("scope")
    first, *others = event.people
    return Interaction(
        key=hashed("event", uid, original.mark if original else ""),
        seconds=seconds,
        channel=Channel.MEETING,
        participants=(first, *others),
        recipients=sum(person.answer is not Answer.DECLINED for person in others),
        thread=hashed("uid", uid),
        status=event.status,
        duration=event.duration,
        title=event.title,
        sequence=event.rank[0],
        stamp=event.rank[1],
    )


def _unreadable(offset: int, error: Exception) -> Unreadable:
    """Give the cause without any word of the file in it."""
    return Unreadable(offset, error.detail if isinstance(error, BrokenEventError) else "a number or time is too large")
