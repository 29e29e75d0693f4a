"""The plain log: a CSV table of who had contact with whom and when, by which other systems come in."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from io import TextIOWrapper
from typing import BinaryIO, ClassVar, NamedTuple

from hecht.core.cleaning import clean
from hecht.core.days import DAY, MAIL_AHEAD, MEETING_AHEAD
from hecht.core.errors import BadDateError, BadIdentifierError
from hecht.core.identity import hashed, mailto, tel
from hecht.core.model import (
    Card,
    Channel,
    Cursor,
    Interaction,
    Items,
    LeftOut,
    Participant,
    Role,
    Unreadable,
)
from hecht.sources.joined import joined, lines_up_to

REQUIRED = ("at", "from", "to")
OPTIONAL = ("cc", "channel", "duration", "organisation_from", "organisation_to", "thread")
HELD = 400_000
"""Messages of a table that are held to join their rows."""

_CHANNELS = {channel.name.lower(): channel for channel in Channel} | {"": Channel.MAIL, "email": Channel.MAIL}
_SECONDS = re.compile(r"-?\d{1,15}(?:\.\d{1,9})?")
_LONGEST = 200
_LONGEST_LINE = 65_536
_LONGEST_MEETING = 31 * 86_400
_CROWD = 100


class Row(NamedTuple):
    """One usable row; `line` is where it stands."""

    line: int
    seconds: int
    sender: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    channel: Channel
    duration: int
    thread: str


class PlainSource:
    """Reads a plain log. Rows of mail with equal `at`, `from` and `thread` are one message to several people.

    In a table of up to 400,000 messages they may stand anywhere; in a larger one, rows that are more than a day
    out of order are reported and not read. Days of a plain log are counted in UTC.
    """

    name: ClassVar[str] = "plain"

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise the header row."""
        del name
        columns = _columns(_line(head))
        return columns is not None

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield every message, meeting, call and chat day, and a card for each stated organisation."""
        del cursor
        head = opened.read(4_096)
        first = _line(head)
        columns = _columns(first) or ()
        text = TextIOWrapper(joined(head, opened), encoding=_encoding(head), errors="replace", newline="")
        organisations: set[tuple[str, str]] = set()
        yield from grouped(_rows(text, _delimiter(first), columns, now, organisations))
        for identifier, organisation in sorted(organisations):
            yield Card((identifier,), organisation=organisation)


def _line(head: bytes) -> str:
    text = head.decode(_encoding(head), errors="replace").lstrip("\ufeff")
    return text.splitlines()[0] if text.strip() else ""


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"


def _delimiter(line: str) -> str:
    return next((mark for mark in (",", "\t", ";") if mark in line), ",")


def _columns(line: str) -> tuple[str, ...] | None:
    """Give the column names of a header row, or None when it is not that of a plain log."""
    names = tuple(name.strip().strip('"').lower() for name in line.split(_delimiter(line)))
    return names if all(name in names for name in REQUIRED) and len(set(names)) == len(names) else None


def _rows(
    text: TextIOWrapper, delimiter: str, columns: tuple[str, ...], now: int, organisations: set[tuple[str, str]]
) -> Iterator[Row | LeftOut | Unreadable]:
    """Read line by line: no field of a plain log holds a line break, so a stray quote spoils its own line only."""
    place = {name: columns.index(name) for name in (*REQUIRED, *OPTIONAL) if name in columns}
    for line, written in enumerate(lines_up_to(text, _LONGEST_LINE, "\n"), 1):
        if line == 1 or (written and not written.strip()):
            continue
        if written is None:
            yield Unreadable(line, f"longer than {_LONGEST_LINE} characters")
            continue
        try:
            values = (
                next(csv.reader((written,), delimiter=delimiter, strict=True))
                if '"' in written
                else written.split(delimiter)
            )
            if len(values) < len(columns):
                yield Unreadable(line, f"{len(values)} columns instead of {len(columns)}")
                continue
            yield row_of(line, {name: values[index].strip() for name, index in place.items()}, now, organisations)
        except (BadIdentifierError, BadDateError, ValueError, OverflowError, csv.Error) as error:
            yield Unreadable(line, str(error))


def row_of(line: int, value: dict[str, str], now: int, organisations: set[tuple[str, str]]) -> Row | LeftOut:
    """Read one row, given as texts by column; stated organisations are added to `organisations`."""
    channel = _CHANNELS.get(value.get("channel", "").lower())
    if channel is None:
        raise ValueError(f"no such channel: {clean(value['channel'], 40)!r}")
    seconds = _seconds(value["at"])
    if not 0 <= seconds <= now + (MEETING_AHEAD if channel in (Channel.MEETING, Channel.VISIT) else MAIL_AHEAD):
        raise BadDateError(repr(value["at"][:40]))
    sender = identifier(value["from"])
    to = _people(value["to"])
    cc = _people(value.get("cc", ""))
    for column, people in (("organisation_from", (sender,)), ("organisation_to", to)):
        if value.get(column):
            organisations.update((who, clean(value[column], _LONGEST)) for who in people)
    if not set(to + cc) - {sender}:
        return LeftOut("no_people")
    duration = int(float(value.get("duration") or 0))
    if not 0 <= duration <= _LONGEST_MEETING:
        raise ValueError(f"no usable duration (in seconds): {duration}")
    return Row(line, seconds, sender, to, cc, channel, duration, value.get("thread", "")[:_LONGEST])


def identifier(text: str) -> str:
    """Give the identifier for an address, a telephone number (`tel:`) or any other opaque id (`id:`)."""
    plain = clean(text, 254)
    if not plain:
        raise BadIdentifierError(repr(text[:40]))
    if "@" in plain:
        return mailto(plain)
    if plain.startswith("tel:"):
        return tel(plain)
    return "id:" + plain


def _people(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(identifier(part) for part in text.split(";") if part.strip()))


def _seconds(text: str) -> int:
    """Read ISO 8601 (UTC when it names no zone) or unix seconds."""
    if _SECONDS.fullmatch(text):
        return int(float(text)) if "." in text else int(text)
    try:
        moment = datetime.fromisoformat(text)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError) as error:
        raise BadDateError(repr(text[:40])) from error


def grouped(rows: Iterator[Row | LeftOut | Unreadable]) -> Items:
    """Join rows of one message, wherever they stand within a day of each other (in small tables: anywhere)."""
    held: dict[tuple[int, str, str], list[Row]] = {}
    equal: Counter[int] = Counter()
    latest = given_before = 0
    for row in rows:
        if not isinstance(row, Row):
            yield row
        elif row.channel is not Channel.MAIL:
            yield _interaction([row], equal)
        elif row.seconds < given_before:
            yield Unreadable(row.line, "more than a day out of order in a large table; sort it by `at`")
        else:
            held.setdefault((row.seconds, row.sender, row.thread), []).append(row)
            latest = max(latest, row.seconds)
            if len(held) > HELD and latest - DAY > given_before:
                given_before = latest - DAY
                for key in [key for key in held if key[0] < given_before]:
                    yield _interaction(held.pop(key), equal)
    for group in held.values():
        yield _interaction(group, equal)


def _interaction(rows: list[Row], equal: Counter[int]) -> Interaction | LeftOut:
    first = rows[0]
    people: dict[str, Participant] = {}
    meeting = first.channel in (Channel.MEETING, Channel.VISIT, Channel.CHAT)
    people[first.sender] = Participant(first.sender, Role.ORGANISER if meeting else Role.SENDER)
    for row in rows:
        for who, role in (*((one, Role.TO) for one in row.to), *((one, Role.CC) for one in row.cc)):
            people.setdefault(who, Participant(who, Role.MEMBER if meeting else role))
    if len(people) > _CROWD + 1:
        return LeftOut("list")
    facts = hashed(
        "plain",
        str(first.seconds),
        first.channel.name,
        first.thread,
        str(first.duration),
        *sorted(people),
        first.sender,
    )
    ordinal = equal[facts]
    equal[facts] += 1
    return Interaction(
        key=hashed("plain", str(facts), str(ordinal)),
        seconds=first.seconds,
        channel=first.channel,
        participants=tuple(people.values()),
        recipients=len(people) - 1,
        thread=hashed("plain thread", first.thread) if first.thread else 0,
        duration=first.duration,
        utc=True,
    )
