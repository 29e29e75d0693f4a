"""Messages as Apple Mail keeps them (.emlx, .partial.emlx): a count of bytes, the message, and a list with its flags."""

import re
from typing import BinaryIO, ClassVar, NamedTuple

from hecht.core.model import Cursor, Item, Items, Judge, LeftOut, Owner, Unreadable
from hecht.sources.body import BODY
from hecht.sources.message import Message

_COUNT = re.compile(rb"(\d{1,12})[ \t]*\r?\n")
_HEADER = re.compile(rb"(?:>*From |[!-9;-~]{1,70}[ \t]*:)")
_FLAGS = re.compile(rb"<key>flags</key>\s{0,64}<integer>(\d{1,19})</integer>")
_LIST = 65_536
"""Bytes behind the message in which its flags are looked for."""
_CHUNK = 1 << 20
_DELETED = 1 << 0
_DRAFT = 1 << 6
_JUNK = 1 << 24
_NOT_JUNK = 1 << 25


class _Kept(NamedTuple):
    """What is held of a file: the beginning of its message, its flags, and whether all of it was there."""

    raw: bytes
    flags: int
    whole: bool


class EmlxSource:
    """Reads one message a file; what its flags call junk, deleted or a draft is left out."""

    name: ClassVar[str] = "emlx"

    def __init__(self, judge: Judge) -> None:
        """Keep the judge of tone."""
        self._judge = judge

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise a line with a number, followed by a mail header."""
        del name
        count = _COUNT.match(head)
        return bool(count) and bool(_HEADER.match(head, count.end() if count else 0))

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield the message and whom it was delivered to; of a large one only the beginning is held."""
        del cursor
        kept = _kept(opened)
        reader = Message(self._judge)
        yield _item(reader, kept, now)
        for identifier, count in reader.delivered.items():
            yield Owner(identifier, "delivered", count)


def _item(reader: Message, kept: _Kept | None, now: int) -> Item:
    if kept is None:
        return Unreadable(0, "it does not begin with the size of its message")
    if not kept.whole:
        return Unreadable(0, "the message is cut off")
    try:
        item = reader.read(kept.raw, 0, now)
    except (ValueError, RecursionError, OverflowError) as error:
        return Unreadable(0, type(error).__name__)
    if kept.flags & _DRAFT:
        return LeftOut("draft")
    if kept.flags & _DELETED or (kept.flags & _JUNK and not kept.flags & _NOT_JUNK):
        return LeftOut("spam")
    return item


def _kept(opened: BinaryIO) -> _Kept | None:
    """Read a file forward, holding the beginning of the message and the list behind it; None when it is no such file."""
    data = opened.read(4 * BODY)
    count = _COUNT.match(data)
    if count is None:
        return None
    size, begin = int(count[1]), count.end()
    raw, behind = data[begin : begin + size], data[begin + size :]
    left = size - (len(data) - begin)
    while left > 0 and (chunk := opened.read(_CHUNK)):
        behind = chunk[left:]
        left -= len(chunk)
    while len(behind) < _LIST and (chunk := opened.read(_LIST)):
        behind += chunk
    flags = _FLAGS.search(behind[:_LIST])
    return _Kept(raw, int(flags[1]) if flags else 0, left <= 0)
