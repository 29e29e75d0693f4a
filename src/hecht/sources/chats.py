"""Chat days: the messages of one chat folded into one interaction a day, after which their texts are gone."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import BinaryIO, NamedTuple

from hecht.core.cleaning import clean
from hecht.core.days import MAIL_AHEAD, day_of, to_date
from hecht.core.errors import BadDateError, BadIdentifierError
from hecht.core.identity import hashed, mailto, tel
from hecht.core.model import Channel, Interaction, Judge, LeftOut, Participant, Role, Unreadable

MOST = 24 * 1024 * 1024
"""Bytes of an export that is read at once (WhatsApp); the program itself writes at most 40,000 messages."""
TOO_LARGE = "this export is larger than 24 MB"
TEXT = 65_536
"""Characters of one day's texts that are judged."""
_KEPT = 4 * TEXT
"""Characters of one day's texts that are held until it is judged; of the rest only the number of messages counts."""
CROWD = 100
"""A day on which more people wrote is that of a place, not of a chat."""
_PIECE = 1 << 20
_NAME = 120
_LONGEST = 240
_MILLISECONDS = 1_000
_DIGITS = 20


class Message(NamedTuple):
    """One message with its text, which lives until its day is judged; `who` is an identifier."""

    seconds: int
    who: str
    name: str
    text: str


class Chat(NamedTuple):
    """One chat: `identity` is equal in every export of it; `pair` are the two people of a one-to-one chat."""

    service: str
    identity: str
    pair: tuple[Participant, Participant] | None = None


@dataclass(slots=True)
class _Day:
    """What was written in one chat on one day."""

    texts: list[tuple[int, str]] = field(default_factory=list)
    writers: dict[str, str] = field(default_factory=dict)
    size: int = 0


def fold(
    chat: Chat, messages: Iterable[Message], zone: tzinfo, judge: Judge, *, day: str = ""
) -> Iterator[Interaction | LeftOut]:
    """Give one interaction for every day of a chat, in the order in which the days are met.

    Args:
        chat: the chat; without a pair, those who wrote on a day are its members.
        messages: its messages in any order.
        zone: where days are counted.
        judge: judges the texts of a day, both sides, once.
        day: the one day (ISO 8601) that all messages are of, where the export keeps a file a day.
    """
    days: dict[str, _Day] = {}
    for seconds, who, name, text in messages:
        held = days.setdefault(day or to_date(day_of(seconds, zone)).isoformat(), _Day())
        held.texts.append((seconds, text[:TEXT] if held.size < _KEPT else ""))
        held.size += len(text)
        if not held.writers.get(who):
            held.writers[who] = name
    while days:
        date = next(iter(days))
        yield _folded(chat, date, days.pop(date), judge)


def _folded(chat: Chat, date: str, day: _Day, judge: Judge) -> Interaction | LeftOut:
    """Judge one day and let go of its texts."""
    people: tuple[Participant, ...]
    other = ""
    if chat.pair:
        people = chat.pair
        other = people[1].identifier
    else:
        people = tuple(Participant(who, Role.MEMBER, name) for who, name in sorted(day.writers.items()))
    if len(people) < 2:  # noqa: PLR2004 - one who wrote to nobody that is known
        return LeftOut("no_people")
    if len(people) > CROWD:
        return LeftOut("list")
    texts = sorted(day.texts)
    tone = judge("\n".join(text[:TEXT] for _, text in texts)[:TEXT], "")
    return Interaction(
        key=hashed("chat", chat.service, chat.identity, other, date),
        seconds=texts[0][0],
        channel=Channel.CHAT,
        participants=people,
        recipients=len(people) - 1,
        relation=tone.relation,
        friction=tone.friction,
        language=tone.language,
        tone_version=tone.version,
        sequence=len(texts),
    )


def pair_of(one: str, other: str, name: str = "", own_name: str = "") -> tuple[Participant, Participant]:
    """Give the two people of a one-to-one chat."""
    return Participant(one, Role.MEMBER, own_name), Participant(other, Role.MEMBER, name)


def believed(seconds: int, now: int) -> int:
    """Give the moment of a message, or BadDateError when it lies before 1970 or too far ahead."""
    if not 0 <= seconds <= now + MAIL_AHEAD:
        raise BadDateError(str(seconds)[:_DIGITS])
    return seconds


def milliseconds(value: object, now: int) -> int:
    """Read unix milliseconds (a number, or digits in a text) as seconds, or BadDateError."""
    return believed(number(value) // _MILLISECONDS, now)


def number(value: object) -> int:
    """Read a whole number, or digits in a text; BadDateError for anything else."""
    if isinstance(value, str) and value.isascii() and value.lstrip("-").isdecimal() and len(value) <= _DIGITS:
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    told = repr(value[:_DIGITS]) if isinstance(value, str) else type(value).__name__
    raise BadDateError(told)


def shown(value: object, length: int = _NAME) -> str:
    """Give a name from an export, safe to show; anything but a text is no name."""
    return clean(value.encode("utf-8", "replace").decode(), length) if isinstance(value, str) else ""


def account(service: str, name: object) -> str:
    """Give the identifier of an account by its id or handle, or BadIdentifierError where there is none."""
    plain = str(name) if isinstance(name, int) and not isinstance(name, bool) else shown(name, _LONGEST)
    if not plain:
        raise BadIdentifierError(f"{service}: no name or number")
    return f"{service}:{plain}"


def by_name(service: str, name: object) -> str:
    """Give the identifier of somebody who is known by display name only: without case, spaces as one."""
    return account(service, shown(name, _LONGEST).casefold())


def number_of(text: object) -> str:
    """Give `tel:` for a text that is a telephone number, else nothing."""
    try:
        return tel(shown(text)) if shown(text) else ""
    except BadIdentifierError:
        return ""


def address_of(text: object) -> str:
    """Give `mailto:` for a text that is a mail address, else nothing."""
    try:
        return mailto(shown(text)) if "@" in shown(text) else ""
    except BadIdentifierError:
        return ""


def whole(opened: BinaryIO) -> bytes | None:
    """Read a whole export, or None when it is larger than is believed."""
    pieces: list[bytes] = []
    size = 0
    while piece := opened.read(_PIECE):
        size += len(piece)
        if size > MOST:
            return None
        pieces.append(piece)
    return b"".join(pieces)


def parsed(data: bytes) -> object:
    """Read JSON; what cannot be read gives an Unreadable in its place."""
    try:
        read: object = json.loads(data)
    except json.JSONDecodeError as error:
        return Unreadable(error.pos, f"not whole or not JSON: {error.msg}")
    except UnicodeDecodeError as error:
        return Unreadable(error.start, "not UTF-8")
    except (ValueError, RecursionError):
        return Unreadable(0, "this JSON is nested too deep, or holds a number without end")
    return read


def table(value: object) -> dict[str, object]:
    """Give a JSON object; anything else counts as an empty one."""
    return value if isinstance(value, dict) else {}


def rows(value: object) -> list[object]:
    """Give a JSON array; anything else counts as an empty one."""
    return value if isinstance(value, list) else []


def written(value: object) -> str:
    """Give the text of a message, of which part may be marked up (a list of texts and of objects with `text`)."""
    if isinstance(value, str):
        return value
    parts = (part if isinstance(part, str) else table(part).get("text") for part in rows(value))
    return "".join(part for part in parts if isinstance(part, str))
