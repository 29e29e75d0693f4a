"""mbox files: mboxo, mboxrd, CRLF, unescaped "From ", with or without Gmail's labels; read in windows of 4 MB."""

import re
from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from hecht.core.identity import hashed
from hecht.core.model import Cursor, Items, Judge, Unreadable
from hecht.sources.body import BODY, cut_off
from hecht.sources.headers import MOST, split
from hecht.sources.message import Message

WINDOW = 4 * 1024 * 1024
LARGEST = 256 * 1024 * 1024
"""Bytes of one message that are held; of a larger one the rest is passed over."""

_STRICT = re.compile(
    rb"From [^\n]{0,300}?\s?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2} "
    rb"\d\d:\d\d(?::\d\d)?(?: [+-]\d{4}| [A-Z]{3,4})? \d{4}(?: [+-]\d{4})?\s*\n"
)
_LOOSE = re.compile(rb"From (?:-|[^\s@]+@[^\s]+|MAILER-DAEMON)[^\n]{0,200}\r?\n")
_HEADER = re.compile(rb"(?:>*From |[!-9;-~]{1,70}[ \t]*:)")
_FROM = re.compile(rb"\nFrom ")
_LOOKED_AT = 1000
_NEEDED = 1024
"""Bytes that must be in view to tell whether a "From " line begins a message."""


def begins(data: bytes, at: int) -> bool:
    """Say whether a "From " at the start of a line begins a message rather than a sentence.

    Either the line ends in a date as programs write it, or it names an address after a blank line; and the
    line after it must be a header.
    """
    line = _STRICT.match(data, at)
    if not line:
        if at and data[at - 2 : at] != b"\n\n" and data[at - 3 : at] != b"\n\r\n":
            return False
        line = _LOOSE.match(data, at)
    return bool(line) and bool(_HEADER.match(data, line.end() if line else at))


def messages(opened: BinaryIO, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """Yield (offset, raw bytes without the "From " line) of every message, holding one message and one window.

    `opened` stands at `start`, which is the beginning of a message.
    """
    data, base, at, scanned, offset = b"", start, 0, 0, start
    while True:
        window = opened.read(WINDOW)
        data += window
        limit = len(data) if not window else len(data) - _NEEDED
        while True:
            found = _FROM.search(data, scanned, max(limit, 0))
            if not found:
                scanned = max(scanned, limit - len(b"From "))  # one may begin in the last bytes that were looked at
                break
            scanned = found.start() + 1
            if begins(data, scanned):
                yield offset, _message(data, at, scanned)
                at = scanned
                offset = base + at
        if not window:
            if data[at:].strip():
                yield offset, _message(data, at, len(data))
            return
        if at:
            data, base, scanned, at = data[at:], base + at, max(scanned - at, 0), 0
        if len(data) > LARGEST:  # what is kept of an absurd message is enough for its headers and text
            dropped = len(data) - BODY * 8 - _NEEDED
            data = data[: BODY * 8] + data[-_NEEDED:]
            base, scanned = base + dropped, BODY * 8


def _message(data: bytes, start: int, stop: int) -> bytes:
    """Cut out a message without its "From " line; `>From ` in a body is read as a quote would be, so it stays."""
    return data[data.find(b"\n", start) + 1 if data.startswith(b"From ", start) else start : stop]


class MailboxSource:
    """Reads mbox files. A growing mailbox is read on from where an earlier reading ended."""

    name: ClassVar[str] = "mbox"

    def __init__(self, judge: Judge, unwanted: frozenset[str] = frozenset()) -> None:
        """Keep the judge of tone, and the labels of mail that the user wants left out."""
        self._judge = judge
        self._unwanted = unwanted

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise a "From " line followed by a header."""
        del name
        return head.startswith(b"From ") and (begins(head, 0) or bool(_LOOSE.match(head)))

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield every message; at the end whom mail was delivered to, and where to read on."""
        start = self._skip(opened, cursor) if cursor else 0
        reader = Message(self._judge, self._unwanted)
        end, last = start, b""
        for offset, raw in messages(opened, start):
            end, last = offset, raw
            try:
                yield reader.read(raw, offset, now)
            except (ValueError, RecursionError, OverflowError) as error:  # one message must never end the reading
                yield Unreadable(offset, type(error).__name__)
        if cut_off(last):  # what there is of it was read; the rest may still come
            yield Unreadable(end, "the file ends in the middle of this message")
        yield from reader.owners()
        yield Cursor(end, _fingerprint(last))

    def _skip(self, opened: BinaryIO, cursor: Cursor) -> int:
        """Go to where an earlier reading ended (its last message is read again), or 0 when the file is another."""
        if not opened.seekable():
            return 0
        opened.seek(cursor.offset)
        head = opened.read(MOST)
        known = _message(head, 0, len(head))
        if head.startswith(b"From ") and _marked(known, cursor.check & 1023) == cursor.check:
            opened.seek(cursor.offset)
            return cursor.offset
        opened.seek(0)
        return 0


def _fingerprint(message: bytes) -> int:
    """Give a number of a message, by which its place in a file is known again although more mail follows it by then.

    The lowest ten bits hold how many bytes of the body were looked at.
    """
    begin = split(message)[1]
    return _marked(message, min(len(message) - begin, _LOOKED_AT))


def _marked(message: bytes, looked_at: int) -> int:
    block, begin = split(message)
    return hashed(block.hex(), message[begin : begin + looked_at].hex()) >> 10 << 10 | looked_at
