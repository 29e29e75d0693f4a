"""A spool: files that were dropped on the page, one after another in one unlinked file, for a child process to read.

The bytes of somebody's mail lie on disk only while they are read, under no name, in a folder of the user alone.
"""

import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock
from typing import BinaryIO, NamedTuple, cast

from hecht.app.intake import Dropped
from hecht.core.errors import FileComingError, NoSuchJobError

ROOM = 256 * 1024 * 1024
"""Bytes that stay free on the disk."""
_LENGTH = 8


class Part(NamedTuple):
    """One file in a spool: its name, where it begins, its length, and when it was changed (in nanoseconds)."""

    name: str
    offset: int
    length: int
    changed: int


class Spool:
    """Takes files in, one at a time, and is then handed to the process that reads them.

    Bytes may come from several threads, and one who sends may break off while a thread still writes. So each file has a
    ticket, and bytes of a ticket that is over are refused: they would land within the next file.
    """

    def __init__(self, folder: Path) -> None:
        """Open an unlinked file in a folder."""
        self.file: BinaryIO = cast("BinaryIO", TemporaryFile(dir=folder))  # noqa: SIM115 - it lives until it is handed over
        self._folder = folder
        self._parts: list[Part] = []
        self._begun = 0
        self._lock = Lock()
        self._tickets = 0
        self._open = 0
        self._over = False

    def room(self) -> bool:
        """Say whether there is room on the disk for more."""
        return shutil.disk_usage(self._folder).free > ROOM

    def begin(self) -> int:
        """Begin a file; gives its ticket.

        Raises:
            FileComingError: another file is coming in.
            NoSuchJobError: nothing is taken in here any more.
        """
        with self._lock:
            if self._over:
                raise NoSuchJobError
            if self._open:
                raise FileComingError
            self._tickets += 1
            self._open = self._tickets
            return self._open

    def add(self, ticket: int, data: bytes) -> None:
        """Take in the next bytes of a file.

        Raises:
            NoSuchJobError: the file was given up, or everything was.
        """
        with self._lock:
            self._check(ticket)
            self.file.write(data)

    def end(self, ticket: int, name: str, changed: int) -> None:
        """End a file, which carries this name."""
        with self._lock:
            self._check(ticket)
            self._parts.append(Part(name, self._begun, self.file.tell() - self._begun, changed))
            self._begun = self.file.tell()
            self._open = 0

    def drop(self, ticket: int) -> None:
        """Forget a file of which not everything came."""
        with self._lock:
            if self._open != ticket:
                return
            self._open = 0
            if not self._over:
                self.file.seek(self._begun)
                self.file.truncate()

    def seal(self) -> list[str]:
        """Write down at the end what is in it, and give the names; nothing is taken in after this.

        Raises:
            FileComingError: a file is still coming in.
            NoSuchJobError: it was sealed or given up before.
        """
        with self._lock:
            if self._over:
                raise NoSuchJobError
            if self._open:
                raise FileComingError
            self._over = True
            index = json.dumps(self._parts).encode()
            self.file.write(index)
            self.file.write(len(index).to_bytes(_LENGTH, "big"))
            self.file.flush()
            return [part.name for part in self._parts]

    def close(self) -> None:
        """Let go of the bytes, which leaves nothing of them."""
        with self._lock:
            self._over = True
            self.file.close()

    def _check(self, ticket: int) -> None:
        if self._over or ticket != self._open:
            raise NoSuchJobError


def files_of(opened: BinaryIO) -> Iterator[Dropped]:
    """Give the files of a sealed spool."""
    end = opened.seek(-_LENGTH, io.SEEK_END)
    length = int.from_bytes(opened.read(_LENGTH), "big")
    opened.seek(end - length)
    for name, offset, size, changed in json.loads(opened.read(length)):
        yield Dropped(name, cast("BinaryIO", _Slice(opened, offset, size)), (size, changed))


class _Slice(io.RawIOBase):
    """A part of a file as a file of its own."""

    def __init__(self, opened: BinaryIO, offset: int, size: int) -> None:
        self._opened, self._offset, self._size = opened, offset, size
        self._told = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._told

    def seek(self, where: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._told, io.SEEK_END: self._size}[whence]
        self._told = max(0, base + where)
        return self._told

    def read(self, size: int | None = -1) -> bytes:
        left = max(0, self._size - self._told)
        wanted = left if size is None or size < 0 else min(size, left)
        self._opened.seek(self._offset + self._told)
        data = self._opened.read(wanted)
        self._told += len(data)
        return data

    def readall(self) -> bytes:
        return self.read()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
