"""JSON read as a stream: only the wanted parts of a document are built, one at a time, whatever its size or nesting."""

import codecs
import json
import re
from collections.abc import Collection, Iterator
from typing import BinaryIO, TypeAlias

from hecht.core.model import Unreadable

Path: TypeAlias = tuple[str, ...]
EACH = "*"
"""In a path: every element of an array."""
CLOSED = object()
"""The value given for an object on the way to wanted parts, when it ends."""
MOST = 512 * 1024 * 1024
"""Bytes of one document that are read."""
TOO_LARGE = "this export is larger than 512 MB"
LARGEST = 1 << 20
"""Characters of one part that are built, and of a name; a message has a few hundred."""
_LONGEST = 1 << 24
"""Characters of one text that is passed over (a picture)."""
_PIECE = 1 << 18
_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_TOKEN = re.compile(rf'(?:[^"\[\]{{}}]+|{_STRING.pattern})+|[\[{{]+|[\]}}]+', re.DOTALL)
_PLAIN = re.compile(r"[^,\]}\s]*")
_AFTER_NUMBER = frozenset(",]} \t\r\n")
_decode = json.JSONDecoder().raw_decode


class _BrokenError(Exception):
    """Why a document cannot be read on."""


class _Text:
    """The text of a stream: what was read and not yet used, from `at` on."""

    def __init__(self, opened: BinaryIO) -> None:
        self._opened = opened
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._read = 0
        self._base = 0
        self.text = ""
        self.at = 0
        self.ended = False

    @property
    def offset(self) -> int:
        """How many characters of the document lie before `at`."""
        return self._base + self.at

    def more(self, wanted: int = _PIECE) -> None:
        """Read on; what was used is let go."""
        data = self._opened.read(wanted)
        self._read += len(data)
        self.ended = not data
        if self._read > MOST:
            raise _BrokenError(TOO_LARGE)
        try:
            text = self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            raise _BrokenError("not UTF-8") from error
        self._base += self.at
        self.text, self.at = self.text[self.at :] + text, 0

    def next(self) -> str:
        """Give the next character that is no white space, without using it; nothing at the end."""
        while True:
            match = _SPACE.match(self.text, self.at)
            self.at = match.end() if match else self.at
            if self.at < len(self.text) or self.ended:
                return self.text[self.at : self.at + 1]
            self.more()

    def take(self, wanted: str) -> str:
        """Use the next character, which must be one of some."""
        found = self.next()
        if not found or found not in wanted:
            raise _BrokenError("not whole or not JSON: " + ("it ends too early" if not found else f"no {wanted[0]!r}"))
        self.at += 1
        return found

    def build(self) -> object:
        """Build the value that begins here."""
        self.next()
        size = _PIECE
        while True:
            cause = "it ends too early"
            try:
                value, end = _decode(self.text, self.at)
            except json.JSONDecodeError as error:
                cause = error.msg
            except (ValueError, RecursionError) as error:
                raise _BrokenError("this JSON is nested too deep, or holds a number without end") from error
            else:
                number = isinstance(value, int | float)  # it may go on, as 1.5 does before e+10
                if (self.text[end : end + 1] in _AFTER_NUMBER) if number else (end < len(self.text) or self.ended):
                    self.at = end
                    return value
            if self.ended:
                raise _BrokenError(f"not whole or not JSON: {cause}")
            if len(self.text) - self.at > LARGEST:
                raise _BrokenError("a part of this JSON is larger than any message, or not JSON")
            self.more(size)
            size *= 2

    def skip(self) -> None:
        """Pass over the value that begins here without building it."""
        first = self.next()
        if first in ("[", "{"):
            depth = 0
            while True:
                run = self._match(_TOKEN)
                if run[0] in "[{":
                    depth += len(run)
                elif run[0] in "]}":
                    if len(run) >= depth:  # what is left of the run closes what this stands in
                        self.at -= len(run) - depth
                        return
                    depth -= len(run)
        if first == '"':
            self._match(_STRING)
            return
        if not first:
            raise _BrokenError("not whole or not JSON: it ends too early")
        while self.at < len(self.text):
            match = _PLAIN.match(self.text, self.at)
            self.at = match.end() if match else self.at
            if self.at < len(self.text):
                return
            self.more()

    def _match(self, pattern: re.Pattern[str]) -> str:
        """Use what a pattern matches here; it fits nothing only where a text goes on."""
        size = _PIECE
        while not (match := pattern.match(self.text, self.at)):
            if self.ended:
                raise _BrokenError("not whole or not JSON: it ends too early")
            if len(self.text) - self.at > _LONGEST:
                raise _BrokenError("a text in this JSON has no end")
            self.more(size)
            size *= 2
        self.at = match.end()
        return match[0]


def parts(opened: BinaryIO, wanted: Collection[Path]) -> Iterator[tuple[Path, object] | Unreadable]:
    """Yield (path, value) of every wanted part of a document, in its order; all else is passed over.

    An object on the way to wanted parts yields (path, CLOSED) at its end. Where the document cannot be read on, the
    last item is an Unreadable with the place in characters; what came before it stands.

    Args:
        opened: the stream, in UTF-8.
        wanted: paths of names, with EACH for the elements of an array, as in ("messages", EACH).
    """
    ways = {path[:length] for path in wanted for length in range(len(path))}
    text = _Text(opened)
    try:
        yield from _value(text, (), wanted, ways)
    except _BrokenError as error:
        yield Unreadable(text.offset, str(error))


def _value(
    text: _Text, path: Path, wanted: Collection[Path], ways: Collection[Path]
) -> Iterator[tuple[Path, object] | Unreadable]:
    if path in wanted:
        yield path, text.build()
        return
    first = text.next()
    if path not in ways or first not in ("[", "{"):
        text.skip()
        return
    text.at += 1
    ends = "]" if first == "[" else "}"
    if text.next() == ends:
        text.at += 1
    else:
        while True:
            name = EACH
            if first == "{":
                if text.next() != '"':
                    raise _BrokenError("not whole or not JSON: a name is missing")
                name = str(text.build())
                text.take(":")
            yield from _value(text, (*path, name), wanted, ways)
            if text.take("," + ends) == ends:
                break
    if first == "{" and path:
        yield path, CLOSED
