"""Streams of which the first bytes were looked at already, and lines of bounded length."""

from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from typing import BinaryIO, Protocol, TypeVar

Text = TypeVar("Text", str, bytes)
Read_co = TypeVar("Read_co", str, bytes, covariant=True)


class _Joined(RawIOBase):
    """A stream that first gives the bytes already read, then the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        """Join the head and the rest."""
        super().__init__()
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        """Fill the buffer with the next bytes; 0 at the end."""
        if not self._head:
            self._head = self._rest.read(1 << 20)
        given = self._head[: len(buffer)]
        self._head = self._head[len(given) :]
        buffer[: len(given)] = given
        return len(given)


def joined(head: bytes, rest: BinaryIO) -> BufferedReader:
    """Give a stream at its start, of which `head` was read from `rest`."""
    return BufferedReader(_Joined(head, rest))


class _Lines(Protocol[Read_co]):
    def readline(self, limit: int, /) -> Read_co:
        """Read up to the end of the line, or so much of it."""
        ...  # pragma: no cover


def lines_up_to(opened: _Lines[Text], longest: int, end: Text) -> Iterator[Text | None]:
    """Yield the lines of a stream with their ends, and None in the place of one that is longer than is believed.

    Args:
        opened: a stream with `readline`.
        longest: what a line may have with its end.
        end: the character by which a line ends.
    """
    while line := opened.readline(longest):
        if len(line) < longest or line.endswith(end):
            yield line
            continue
        while (rest := opened.readline(longest)) and not rest.endswith(end):
            pass
        yield None
