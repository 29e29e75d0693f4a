"""Single mail messages as files (.eml, or any file that begins with mail headers)."""

import re
from typing import BinaryIO, ClassVar

from hecht.core.model import Cursor, Items, Judge, Unreadable
from hecht.sources.body import BODY
from hecht.sources.headers import fields
from hecht.sources.message import Message

_HEADS = frozenset(
    (b"from", b"to", b"date", b"subject", b"return-path", b"message-id", b"delivered-to", b"mime-version", b"cc",
     b"x-mozilla-status", b"content-type", b"sender", b"in-reply-to", b"references")
)  # fmt: skip
_RECEIVED = re.compile(rb"^Received:", re.IGNORECASE | re.MULTILINE)
_FIRST = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}[ \t]*:")


class EmlSource:
    """Reads one message a file. A table with a header row or a program's text is not one."""

    name: ClassVar[str] = "eml"

    def __init__(self, judge: Judge, unwanted: frozenset[str] = frozenset()) -> None:
        """Keep the judge of tone, and the labels of mail that the user wants left out."""
        self._judge = judge
        self._unwanted = unwanted

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise at least two well-known mail headers at the start (one when the name ends in .eml)."""
        text = head.lstrip(b"\xef\xbb\xbf\r\n")
        if not _FIRST.match(text):
            return False
        block = re.split(rb"\r?\n\r?\n", text, maxsplit=1)[0]
        known = len(_HEADS & fields(block).keys()) + bool(_RECEIVED.search(block))
        return known >= (1 if name.lower().endswith(".eml") else 2)

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield the message and whom it was delivered to; of a large one only the beginning is read."""
        del cursor
        raw = opened.read(4 * BODY).lstrip(b"\xef\xbb\xbf\r\n")
        reader = Message(self._judge, self._unwanted)
        try:
            yield reader.read(raw, 0, now)
        except (ValueError, RecursionError, OverflowError) as error:
            yield Unreadable(0, type(error).__name__)
        yield from reader.owners()
