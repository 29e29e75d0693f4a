"""Items as Outlook keeps them: properties by number, and mail made of them into the bytes that `sources.message` reads."""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import formatdate
from struct import iter_unpack
from typing import TypeAlias

from hecht.core.cleaning import clean
from hecht.core.errors import BadIdentifierError
from hecht.core.identity import mailto
from hecht.sources.body import BODY
from hecht.sources.headers import charset_text

Value: TypeAlias = str | bytes | int
Values: TypeAlias = dict[int, Value]
Named: TypeAlias = tuple[str, int]
"""A property of a set of its own: the beginning of the set's GUID, and the number in it."""

CLASS = 0x001A
SUBJECT = 0x0037
FLAGS = 0x0E07
UNSENT = 8
HEADERS = 0x007D
PLAIN = 0x1000
HTML = 0x1013
CODEPAGE = 0x3FDE
ROLE = 0x0C15
CHANGED = 0x3008
FOLDER_CLASS = 0x3613
SENDER = (0x5D02, 0x0065, 0x5D01, 0x0C1F)
"""For whom it was sent, then by whom; each as an SMTP address, then as an address of any kind."""
SENDER_NAME = (0x0042, 0x0C1A)
RECEIVER = (0x5D07, 0x5D08, 0x0076)
RECIPIENT = (0x39FE, 0x3003)
RECIPIENT_NAME = (0x3001, 0x5FF6)
_MAIL_TAGS = (CLASS, SUBJECT, FLAGS, HEADERS, PLAIN, HTML, CODEPAGE, 0x3FFD, 0x0039, 0x0E06, 0x1035, 0x1039, 0x1042)
_PEOPLE_TAGS = (ROLE, 0x5FFD, 0x5FFF, *SENDER, *SENDER_NAME, *RECEIVER, *RECIPIENT, *RECIPIENT_NAME)
_MEETING_TAGS = (CHANGED, 0x0060, 0x0061)
_CARD_TAGS = (0x3A06, 0x3A08, 0x3A09, 0x3A11, 0x3A16, 0x3A17, 0x3A1A, 0x3A1B, 0x3A1C, 0x3A1F, 0x3A2F, 0x3A44)
WANTED = frozenset((*_MAIL_TAGS, *_PEOPLE_TAGS, *_MEETING_TAGS, *_CARD_TAGS))
"""Of all other properties nothing is read."""
APPOINTMENT = "00062002"
ADDRESS = "00062004"
MEETING = "6ed8da90"
WANTED_NAMED = frozenset(
    [
        (APPOINTMENT, number)
        for number in (0x8201, 0x8205, 0x820D, 0x820E, 0x8215, 0x8216, 0x8217, 0x8218, 0x8223, 0x8233, 0x8260)
    ]
    + [(ADDRESS, number) for number in (0x8083, 0x8084, 0x8093, 0x8094, 0x80A3, 0x80A4)]
    + [(MEETING, number) for number in (0x0003, 0x0023)]
)
FIRST_NAMED = 0x8000

_INTEGERS = {0x0002: 2, 0x0003: 4, 0x000B: 1, 0x0014: 8}
_TIME = 0x0040
FIXED = frozenset((*_INTEGERS, _TIME))
"""Types of which the value itself stands in the list of properties."""
_TEXT, _OLD_TEXT, _BINARY = 0x001F, 0x001E, 0x0102
_FILETIME = 116_444_736_000_000_000
"""1 January 1970 in units of 100 nanoseconds since 1601."""
_YEAR_10000 = 253_402_300_800
_CODEPAGES = {
    65001: "utf-8",
    20127: "cp1252",
    28591: "latin-1",
    28605: "iso-8859-15",
    20866: "koi8-r",
    1200: "utf-16-le",
}
_FIELD = re.compile(r"([!-9;-~]{1,80})[ \t]{0,8}:")
_OWN_FIELDS = frozenset(("content-type", "content-transfer-encoding", "content-disposition", "mime-version"))
_LONGEST_HEADERS = 200_000
_ID = re.compile(r"<[^<>\s]{1,998}>")


@dataclass(slots=True)
class Entry:
    """One item: its properties by number, those of named sets, and the rows of its table of recipients."""

    values: Values = field(default_factory=dict)
    named: dict[Named, Value] = field(default_factory=dict)
    recipients: list[Values] = field(default_factory=list)

    def kind(self) -> str:
        """Give the class of the item (`ipm.note`), in lower case."""
        return text_in(self.values, CLASS).lower()

    def subject(self) -> str:
        """Give the subject, without the two characters that say how long its prefix is."""
        text = text_in(self.values, SUBJECT)
        return text[2:] if text[:1] == "\x01" else text


def value_of(kind: int, data: bytes, codepage: str) -> Value | None:
    """Read the bytes of a property by its type; times become unix seconds, other types nothing."""
    if kind in _INTEGERS:
        return int.from_bytes(data[: _INTEGERS[kind]], "little", signed=True)
    if kind == _TIME:
        return (int.from_bytes(data[:8], "little") - _FILETIME) // 10_000_000
    if kind == _TEXT:
        return data[: len(data) & ~1].decode("utf-16-le", "replace").rstrip("\0")
    if kind == _OLD_TEXT:
        return charset_text(data, codepage).rstrip("\0")
    return data if kind == _BINARY else None


def codepage_of(number: Value | None) -> str:
    """Give the name of a code page by its Windows number."""
    known = number if isinstance(number, int) and number > 0 else 1252
    return _CODEPAGES.get(known, f"cp{known}")


def named_numbers(sets: bytes, entries: bytes) -> dict[int, Named]:
    """Read which property numbers from 0x8000 on stand for which wanted properties of which set."""
    found: dict[int, Named] = {}
    for number, where, index in iter_unpack("<IHH", entries[: len(entries) // 8 * 8]):
        place = ((where >> 1) - 3) * 16
        if where & 1 or place < 0:  # it has a name and no number, or is of a set that Outlook knows by heart
            continue
        named = (sets[place : place + 4][::-1].hex(), number)
        if named in WANTED_NAMED:
            found[FIRST_NAMED + index] = named
    return found


def text_in(values: Values, *tags: int) -> str:
    """Give the first of some properties that holds a text."""
    return next((value for tag in tags if isinstance(value := values.get(tag), str) and value), "")


def number_in(values: Values, tag: int) -> int:
    """Give a property that is a number, else 0."""
    value = values.get(tag)
    return value if isinstance(value, int) else 0


def address(values: Values, tags: tuple[int, ...]) -> str:
    """Give the identifier in the first usable of some properties; `/o=...` of an Exchange is none."""
    for tag in tags:
        text = text_in(values, tag)
        if "@" in text and not text.startswith("/"):
            try:
                return mailto(text)
            except BadIdentifierError:
                continue
    return ""


def raw_mail(entry: Entry) -> bytes:
    """Give a mail as bytes: the headers it came with, completed from its properties, and its text as UTF-8."""
    transport = list(_transport(text_in(entry.values, HEADERS)))
    had = {name for name, _ in transport}
    kind, text = _text(entry)
    lines = [f"Content-Type: {kind}; charset=utf-8", "Content-Transfer-Encoding: 8bit"]
    lines += [f"{name}: {value}" for name, value in _made(entry) if value and name.lower() not in had]
    lines += [line for name, line in transport if name not in _OWN_FIELDS]
    reported = any(name == "content-type" and "multipart/report" in line.lower() for name, line in transport)
    if (reported or automatic(entry)) and "auto-submitted" not in had:
        lines.append("Auto-Submitted: auto-generated")
    return ("\n".join(lines) + "\n\n" + text).encode("utf-8", "replace")


def automatic(entry: Entry) -> bool:
    """Say whether Outlook itself wrote the item: an absence note, a delivery report."""
    return entry.kind().startswith(("report.", "ipm.note.rules."))


def _transport(text: str) -> Iterator[tuple[str, str]]:
    """Yield (name, field with its folded lines) of the headers that a mail came with, up to the first empty line."""
    name, held = "", list[str]()
    for line in text[:_LONGEST_HEADERS].replace("\r\n", "\n").strip("\n").split("\n"):
        if not line.strip():
            break
        if line[0] in " \t" and held:
            held.append(line)
            continue
        if held:
            yield name, "\n".join(held)
        found = _FIELD.match(line)
        name, held = (found[1].lower(), [line]) if found else ("", [])
    if held:
        yield name, "\n".join(held)


def _made(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield header fields made of properties; no text in them can become an address or another field."""
    values = entry.values
    sender = address(values, SENDER)
    yield "From", _mailbox(sender, text_in(values, *SENDER_NAME)) if sender else ""
    for role, name in ((1, "To"), (2, "Cc")):
        rows = [row for row in entry.recipients if number_in(row, ROLE) & 0xF == role]
        pairs = [(address(row, RECIPIENT), text_in(row, *RECIPIENT_NAME)) for row in rows]
        yield name, ", ".join(_mailbox(who, called) for who, called in pairs if who)
    yield "Subject", _encoded(entry.subject())
    sent = number_in(values, 0x0039) or number_in(values, 0x0E06)
    yield "Date", formatdate(sent) if 0 < sent < _YEAR_10000 else ""
    yield "Delivered-To", address(values, RECEIVER).removeprefix("mailto:") if values.get(HEADERS) else ""
    for tag, name in ((0x1035, "Message-ID"), (0x1042, "In-Reply-To"), (0x1039, "References")):
        yield name, " ".join(_ID.findall(text_in(values, tag)[:_LONGEST_HEADERS]))


def _mailbox(identifier: str, name: str) -> str:
    shown = identifier.removeprefix("mailto:")
    return f"{_encoded(clean(name, 120))} <{shown}>" if name else f"<{shown}>"


def _encoded(text: str) -> str:
    """Give a text as one encoded word (RFC 2047)."""
    kept = clean(text).encode("utf-8", "replace")
    return f"=?utf-8?b?{b64encode(kept).decode()}?=" if kept else ""


def _text(entry: Entry) -> tuple[str, str]:
    """Give the text of an item and its type: the plain one, else the HTML, decoded."""
    plain = text_in(entry.values, PLAIN)
    if plain.strip():
        return "text/plain", plain[:BODY]
    html = entry.values.get(HTML, "")
    if isinstance(html, bytes):
        html = charset_text(html[:BODY], codepage_of(entry.values.get(CODEPAGE)))
    return ("text/html", html[:BODY]) if isinstance(html, str) and html.strip() else ("text/plain", "")
