"""A spool: files that were dropped on the page, one after another in one unlinked file, for a child process to read.

The bytes of somebody's mail lie on disk only while they are read, under no name, in a folder of the user alone.
"""

import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, NamedTuple, cast

from hecht.app.intake import Dropped

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
    """Takes files in, and is then handed to the process that reads them."""

    def __init__(self, folder: Path) -> None:
        """Open an unlinked file in a folder."""
        self.file: BinaryIO = cast("BinaryIO", TemporaryFile(dir=folder))  # noqa: SIM115 - it lives until it is handed over
        self._folder = folder
        self._parts: list[Part] = []
        self._begun = 0

    @property
    def size(self) -> int:
        """Give how many bytes were taken in."""
        return self.file.tell()

    def room(self) -> bool:
        """Say whether there is room on the disk for more."""
        return shutil.disk_usage(self._folder).free > ROOM

    def add(self, data: bytes) -> None:
        """Take in the next bytes of the file at hand."""
        self.file.write(data)

    def end(self, name: str, changed: int) -> None:
        """End the file at hand, which carries this name."""
        self._parts.append(Part(name, self._begun, self.file.tell() - self._begun, changed))
        self._begun = self.file.tell()

    def drop(self) -> None:
        """Forget the file at hand, of which not everything came."""
        self.file.seek(self._begun)
        self.file.truncate()

    def seal(self) -> list[str]:
        """Write down at the end what is in it, and give the names; nothing is taken in after this."""
        index = json.dumps(self._parts).encode()
        self.file.write(index)
        self.file.write(len(index).to_bytes(_LENGTH, "big"))
        self.file.flush()
        return [part.name for part in self._parts]

    def close(self) -> None:
        """Let go of the bytes, which leaves nothing of them."""
        self.file.close()


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
