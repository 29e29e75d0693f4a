"""One VEVENT, read: who was asked and answered what, when, and which version it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from hecht.core.days import DAY
from hecht.core.errors import BadIdentifierError, HechtError
from hecht.core.identity import automatic
from hecht.core.model import OWNER, Answer, Participant, Role, Status
from hecht.sources.contentlines import Line, address_of, cleaned, unescaped
from hecht.sources.moments import Clock, Raw, Time, seconds_of
from hecht.sources.recurrence import BrokenEventError

_ANSWERS = {
    "ACCEPTED": Answer.ACCEPTED,
    "TENTATIVE": Answer.TENTATIVE,
    "DECLINED": Answer.DECLINED,
    "DELEGATED": Answer.DECLINED,  # somebody else comes instead
}
_NOBODY = frozenset({"ROOM", "RESOURCE", "GROUP"})
_CALENDARS = ("calendar.google.com", "@virtual")
"""What Google writes where an organiser or attendee is a calendar and no person."""
MOST_RANK = 1 << 62
_LONGEST_MEETING = 31 * DAY


@dataclass(frozen=True, slots=True)
class Event:
    """One VEVENT, read: an event, a recurring one, or another version of one of its occurrences."""

    raw: Raw
    lines: dict[str, list[Line]]
    start: Time
    duration: int
    original: Time | None
    rank: tuple[int, int]
    status: Status
    people: tuple[Participant, ...]
    left: str
    title: str

    @property
    def recurring(self) -> bool:
        """Whether it repeats."""
        return "RRULE" in self.lines or "RDATE" in self.lines

    @property
    def settled(self) -> tuple[int, int]:
        """Its rank by what does not change with every export: some programs write the time of export as DTSTAMP."""
        return self.rank if "LAST-MODIFIED" in self.lines else (self.rank[0], 0)

    @property
    def for_all_later(self) -> bool:
        """Whether it changes its own occurrence and all that follow."""
        return any(line.parameter("RANGE").upper() == "THISANDFUTURE" for line in self.lines["RECURRENCE-ID"])


def _people(lines: dict[str, list[Line]]) -> tuple[Participant, ...]:
    """Give the organiser (or the owner of the calendar) and everybody who was asked to come."""
    organiser = next(filter(None, map(_identifier, lines.get("ORGANIZER", ()))), OWNER)
    people: dict[str, Participant] = {}
    everybody = [(Role.ORGANISER, line) for line in lines.get("ORGANIZER", ())]
    everybody += [(Role.ATTENDEE, line) for line in lines.get("ATTENDEE", ())]
    if organiser == OWNER:
        people[OWNER] = Participant(OWNER, Role.ORGANISER)
    for role, line in everybody:
        if identifier := _identifier(line):
            name = cleaned((line.parameter("CN") or line.text().rpartition("<")[0]).strip("' "))
            name = "" if "@" in name and " " not in name else name
            answer = _ANSWERS.get(line.parameter("PARTSTAT").upper(), Answer.NONE)
            known = people.setdefault(identifier, Participant(identifier, role, name, answer))
            people[identifier] = known._replace(name=known.name or name, answer=known.answer or answer)
    return tuple(people.values())


def _identifier(line: Line) -> str:
    """Give the identifier of an organiser or attendee; rooms, groups, machines and calendars have none."""
    if line.parameter("CUTYPE").upper() in _NOBODY or line.parameter("ROLE").upper() == "NON-PARTICIPANT":
        return ""
    value = line.text().strip("\"'")
    if value[:7].lower() == "mailto:":
        value = unquote(value[7:])
    for text in (value, line.parameter("EMAIL")):
        try:
            identifier = address_of(text)
        except BadIdentifierError:
            continue
        if automatic(identifier) or identifier.endswith(_CALENDARS):
            return ""
        return identifier
    return ""


def event_of(raw: Raw, clock: Clock) -> Event:
    """Read the lines of one event."""
    lines = raw.lines()

    def time(name: str) -> Time | None:
        line = next((line for line in lines.get(name, ()) if line.raw), None)
        return clock.read(line.raw, line) if line else None

    original = time("RECURRENCE-ID")
    start = time("DTSTART") or original  # a cancellation may leave the start out
    if start is None:
        raise BrokenEventError("it has no start")
    if end := time("DTEND"):
        duration = end.unix - start.unix
        if start.whole_day and end.whole_day:  # a day in which the clock changes is a day
            duration = (end.wall - start.wall).days * DAY
    elif "DURATION" in lines:
        duration = seconds_of(lines["DURATION"][0].raw)
    else:
        duration = DAY if start.whole_day else 0
    words = {name: lines[name][0].raw.upper() for name in ("STATUS", "TRANSP") if name in lines}
    people = _people(lines)
    unasked = len(people) < 2 or (start.whole_day and words.get("TRANSP") == "TRANSPARENT")  # noqa: PLR2004
    return Event(
        raw=raw,
        lines=lines,
        start=start,
        duration=bounded(duration),
        original=original,
        rank=_rank(lines, clock),
        status=Status.CANCELLED if raw.method == "CANCEL" or words.get("STATUS") == "CANCELLED" else Status.HELD,
        people=people,
        left="alone" if unasked else "",
        title=_title(lines.get("SUMMARY", ())),
    )


def _title(lines: Sequence[Line]) -> str:
    """Give the title; none where several differ, since then a line of a description passes for one."""
    texts = {line.text() for line in lines}
    return cleaned(unescaped(texts.pop())) if len(texts) == 1 else ""


def _rank(lines: dict[str, list[Line]], clock: Clock) -> tuple[int, int]:
    """Give SEQUENCE and the last change, which order the versions of an event; what cannot be read is 0."""
    text = lines["SEQUENCE"][0].raw if "SEQUENCE" in lines else ""
    sequence = int(text) if text.isascii() and text.isdigit() and len(text) < 20 else 0  # noqa: PLR2004
    for name in ("LAST-MODIFIED", "DTSTAMP", "CREATED"):
        try:
            stamp = clock.read(lines[name][0].raw, lines[name][0]).unix
        except (KeyError, HechtError):
            continue
        return min(sequence, MOST_RANK), max(0, min(stamp, MOST_RANK))
    return min(sequence, MOST_RANK), 0


def bounded(duration: int) -> int:
    """Give a duration between nothing and 31 days."""
    return max(0, min(duration, _LONGEST_MEETING))
