"""Text messages and calls of an Android telephone, as the app "SMS Backup & Restore" writes them (XML)."""

import re
from collections.abc import Iterator
from datetime import tzinfo
from typing import BinaryIO, ClassVar, NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate

from hecht.core.errors import BadDateError, BadIdentifierError
from hecht.core.identity import hashed, tel
from hecht.core.model import (
    OWNER,
    Channel,
    Cursor,
    Interaction,
    Items,
    Judge,
    LeftOut,
    Participant,
    Role,
    Unreadable,
)
from hecht.sources.chats import TEXT, Chat, Message, fold, milliseconds, number, pair_of, shown

_ROOT = re.compile(rb"<(?:smses|calls)[\s>]")
_PIECE = 1 << 18
_REFERENCE = re.compile(rb"&#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});(?:&#([0-9]{5});)?")
_PAIR = 24
"""Bytes that two references to halves of a character take at most."""
_HIGH = range(0xD800, 0xDC00)
_LOW = range(0xDC00, 0xE000)
_SHORTEST = 7
"""Digits of a number of a person; shorter ones are those of services."""
_UNKNOWN = frozenset(("(unknown)", "null", "onbekend"))
_RECEIVED, _SENT = "1", "2"
_KNOWN_BOXES = ("3", "4", "5", "6")
_INCOMING, _OUTGOING = "1", "2"
_SHOWN_NUMBER = "1"
_LONGEST_CALL = 31 * 86_400


class _Element(NamedTuple):
    """One element with the line on which it begins; `text` is that of the parts of an MMS."""

    line: int
    kind: str
    values: dict[str, str]
    text: str = ""


class _DoctypeError(Exception):
    """The file declares entities or a document type, which no backup does."""


class PhoneSource:
    """Backups `sms-*.xml` and `calls-*.xml`. Texts with one number on one day are one day of chat.

    Missed, refused and unanswered calls, drafts, MMS to several people and messages of services are left out.
    """

    name: ClassVar[str] = "phone"

    def __init__(self, judge: Judge, zone: tzinfo, region: str = "NL") -> None:
        """Judge texts with `judge`, count days in `zone`, read numbers without a country as dialled in `region`."""
        self._judge = judge
        self._zone = zone
        self._region = region

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise the root of the document."""
        del name
        return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and bool(_ROOT.search(head))

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield every call, then every day of texts."""
        del cursor
        texts: dict[str, list[Message]] = {}
        for one in _elements(opened):
            if isinstance(one, Unreadable):
                yield one
                continue
            try:
                if one.kind == "call":
                    yield self._call(one, now)
                elif left_out := self._text(one, now, texts):
                    yield left_out
            except (BadDateError, BadIdentifierError) as error:
                yield Unreadable(one.line, str(error))
        for other, messages in texts.items():
            name = next((one.name for one in messages if one.name), "")
            pair = pair_of(OWNER, other, name)
            yield from fold(Chat("sms", "", pair), messages, self._zone, self._judge)

    def _text(self, one: _Element, now: int, texts: dict[str, list[Message]]) -> LeftOut | None:
        values = one.values
        address = values.get("address", "")
        box = values.get("type" if one.kind == "sms" else "msg_box", "")
        if box in _KNOWN_BOXES:
            return LeftOut("draft")
        if box not in (_RECEIVED, _SENT):
            raise BadDateError(f"no message that was sent or received (type {shown(box, 20)!r})")
        seconds = milliseconds(values.get("date"), now)
        if "~" in address:
            return LeftOut("template")
        other = self._other(address)
        if not isinstance(other, str):
            return other
        body = values.get("body", "") if one.kind == "sms" else one.text
        texts.setdefault(other, []).append(
            Message(seconds, other if box == _RECEIVED else OWNER, _name(values), body[:TEXT])
        )
        return None

    def _call(self, one: _Element, now: int) -> Interaction | LeftOut:
        values = one.values
        seconds = milliseconds(values.get("date"), now)
        duration = number(values.get("duration"))
        if not 0 <= duration <= _LONGEST_CALL:
            raise BadDateError(f"no usable duration (in seconds): {str(duration)[:20]}")
        kind = values.get("type", "")
        if kind not in (_INCOMING, _OUTGOING) or duration == 0:
            return LeftOut("template")
        if values.get("presentation", _SHOWN_NUMBER) != _SHOWN_NUMBER:
            return LeftOut("no_people")
        other = self._other(values.get("number", ""))
        if not isinstance(other, str):
            return other
        name = _name(values)
        incoming = kind == _INCOMING
        return Interaction(
            key=hashed("call", other, values["date"].strip(), kind),
            seconds=seconds,
            channel=Channel.CALL,
            participants=(
                Participant(other if incoming else OWNER, Role.SENDER, name if incoming else ""),
                Participant(OWNER if incoming else other, Role.TO, "" if incoming else name),
            ),
            recipients=1,
            duration=duration,
        )

    def _other(self, address: str) -> str | LeftOut:
        """Give the identifier of a number; services write under a name or a short number, hidden numbers under none."""
        plain = shown(address)
        digits = sum(letter.isdecimal() for letter in plain)
        if not plain or plain.startswith("-") or plain.casefold() in _UNKNOWN:
            return LeftOut("no_people")
        if any(letter.isalpha() for letter in plain) or digits < _SHORTEST:
            return LeftOut("automatic")
        return tel(plain, self._region)


def _name(values: dict[str, str]) -> str:
    name = shown(values.get("contact_name", ""))
    return "" if name.casefold() in _UNKNOWN else name


def _elements(opened: BinaryIO) -> Iterator[_Element | Unreadable]:
    """Give the elements of a backup one by one; where it is no XML any more, it ends with an Unreadable."""
    done: list[_Element] = []
    message: list[_Element] = []
    parts: list[str] = []
    parser = ParserCreate()

    def begin(name: str, values: dict[str, str]) -> None:
        if name in ("sms", "call"):
            done.append(_Element(parser.CurrentLineNumber, name, values))
        elif name == "mms":
            message[:] = [_Element(parser.CurrentLineNumber, name, values)]
            parts.clear()
        elif name == "part" and values.get("ct") == "text/plain":
            parts.append(values.get("text", "")[:TEXT])

    def end(name: str) -> None:
        if name == "mms" and message:
            done.append(message.pop()._replace(text="\n".join(parts)))

    def refuse(*_: object) -> None:
        raise _DoctypeError

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        for piece, last in _pieces(opened):
            parser.Parse(piece, last)
            yield from done
            done.clear()
    except _DoctypeError as error:
        yield Unreadable(parser.CurrentLineNumber, (error.__doc__ or "").strip())
    except (
        ExpatError,
        ValueError,
        LookupError,
    ) as error:  # LookupError: no such encoding; ValueError: one of several bytes
        yield from done
        yield Unreadable(parser.CurrentLineNumber, f"not whole or not XML from here: {error}")


def _pieces(opened: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Give a file in pieces, mending references to halves of characters, in which the app writes emoji."""
    rest = b""
    while piece := opened.read(_PIECE):
        piece = rest + piece
        cut = len(piece)
        if b"&" in piece[-_PAIR:]:  # never cut within a reference or between two halves
            cut = max(piece.rfind(b" "), piece.rfind(b">")) + 1
        rest = piece[cut:]
        yield _REFERENCE.sub(_mended, piece[:cut]), False
    yield _REFERENCE.sub(_mended, rest), True


def _mended(match: re.Match[bytes]) -> bytes:
    """Give a pair of halves as one reference, and a question mark for what is no character of XML."""
    code = int(match[1][1:], 16) if match[1].startswith(b"x") else int(match[1])
    second = match[2] and int(match[2])
    if code in _HIGH and second and second in _LOW:
        return b"&#%d;" % (0x10000 + ((code - 0xD800) << 10) + (second - 0xDC00))
    kept = match[0] if not match[2] else b"&#%s;" % match[1]
    tail = b"" if not match[2] else _REFERENCE.sub(_mended, b"&#%s;" % match[2])
    usable = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0xFFFF < code < 0x110000  # noqa: PLR2004
    return (kept if usable else b"?") + tail
