"""Files to read: walks folders, zip and tar archives as streams, and recognises each file by its content."""

import gzip
import lzma
import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from hecht.core.errors import HechtError, NoSuchPathError, UnsafeArchiveError
from hecht.sources import Source

HEAD = 4_096
RATIO = 200
FREE = 100 * 1024 * 1024
"""An archive may unpack to this much, or to RATIO times its own size when that is more."""
TROUBLE = (
    HechtError,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
)
"""What opening and reading files and archives may raise; RuntimeError is how a locked zip is told."""
DROPPED = "page:"
"""How the remembered path of a file begins that was dropped on the page: it cannot be read again by itself."""
_PASSED = frozenset((".ds_store", "thumbs.db", "desktop.ini"))


def state_of(path: Path) -> tuple[int, int]:
    """Give the size of a file and when it changed, in nanoseconds."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns


@dataclass(slots=True)
class Found:
    """One file to read: `place` is what is shown (a path, with ` > ` into an archive); `address` is where it was fetched."""

    place: str
    opened: BinaryIO
    size: int
    path: Path
    inside: bool
    address: str = ""
    state: tuple[int, int] | None = None
    """Size and time of change, of a file that is not on this disk."""


class _Counted:
    """A stream that stops an archive which unpacks to absurd sizes."""

    def __init__(self, opened: BinaryIO, allowed: list[int], place: str) -> None:
        self._opened = opened
        self._allowed = allowed
        self._place = place

    def read(self, size: int = -1) -> bytes:
        data = self._opened.read(size if size >= 0 else self._allowed[0] + 1)
        self._allowed[0] -= len(data)
        if self._allowed[0] < 0:
            raise UnsafeArchiveError(self._place)
        return data

    def seekable(self) -> bool:
        return False


class Headed:
    """A stream whose first bytes were looked at already and are given again."""

    def __init__(self, head: bytes, opened: BinaryIO) -> None:
        """Put the head back before the rest."""
        self._head = head
        self._opened = opened

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes."""
        if not self._head:
            return self._opened.read(size)
        if size < 0:
            data, self._head = self._head + self._opened.read(), b""
            return data
        data, self._head = self._head[:size], self._head[size:]
        return data if len(data) == size else data + self._opened.read(size - len(data))

    def seekable(self) -> bool:
        """Say no: a source that must seek gets a real file."""
        return False


@dataclass(slots=True)
class Broken:
    """A file or archive that could not be opened or read on, and why."""

    place: str
    cause: str


def walk(path: Path, known: Callable[[Path], bool] = lambda _path: False) -> Iterator[Found | Broken]:
    """Yield every file at a path: itself, those of a folder in order of name, or those inside an archive.

    Files on disk of which `known` says that they were read before are passed over.

    Nothing is unpacked to disk, links are not followed, archives within archives are given as they are. A
    broken, locked or absurdly large archive gives one Broken, and the rest goes on.

    Raises:
        NoSuchPathError: there is nothing at the path.
    """
    if path.is_dir():
        closed: list[OSError] = []
        for folder, folders, names in os.walk(path, onerror=closed.append):
            folders.sort()
            for name in sorted(names):
                one = Path(folder) / name
                try:
                    wanted = name.lower() not in _PASSED and not one.is_symlink() and one.is_file() and not known(one)
                except OSError as error:
                    yield Broken(str(one), error.strerror or "")
                    continue
                if wanted:
                    yield from _file(one)
        yield from (Broken(str(error.filename), error.strerror or "") for error in closed)
    elif path.is_file():
        if not known(path):
            yield from _file(path)
    else:
        raise NoSuchPathError(str(path))


def _file(path: Path) -> Iterator[Found | Broken]:
    try:
        with path.open("rb") as opened:
            yield from _contents(path, opened, path.stat().st_size)
    except Exception as error:  # noqa: BLE001 - see walk_opened
        yield Broken(str(path), str(error) or type(error).__name__)


def walk_opened(path: Path, opened: BinaryIO, state: tuple[int, int]) -> Iterator[Found | Broken]:
    """Yield what an opened file holds that is not on this disk under its name: itself, or the files of an archive.

    Args:
        path: the name by which it is known and remembered.
        opened: the file, which can seek.
        state: its size and when it changed.
    """
    try:
        for found in _contents(path, opened, state[0]):
            if isinstance(found, Found):
                found.state = state
            yield found
    except Exception as error:  # noqa: BLE001 - archives are made by strangers, and their readers raise all sorts
        yield Broken(str(path), str(error) or type(error).__name__)


def _contents(path: Path, opened: BinaryIO, size: int) -> Iterator[Found | Broken]:
    head = opened.read(512)
    opened.seek(0)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from _zip(path, opened, size)
    elif head.startswith(b"\x1f\x8b") and not _is_tar(opened):
        yield from _gzip(path, opened, size)
    elif head.startswith(b"\x1f\x8b") or head[257:262] == b"ustar":
        yield from _tar(path, opened, size)
    else:
        yield Found(str(path), opened, size, path, inside=False)


def _is_tar(opened: BinaryIO) -> bool:
    with gzip.open(opened) as unpacked:
        found = unpacked.read(512)[257:262] == b"ustar"
    opened.seek(0)
    return found


def _zip(path: Path, opened_archive: BinaryIO, size: int) -> Iterator[Found | Broken]:
    allowed = [max(FREE, RATIO * size)]
    with zipfile.ZipFile(opened_archive) as archive:
        for info in archive.infolist():
            place = f"{path} > {info.filename}"
            if info.filename.endswith("/") or PurePath(info.filename).name.lower() in _PASSED:
                continue
            try:
                with archive.open(info) as opened:
                    yield Found(place, _counted(opened, allowed, place), info.file_size, path, inside=True)
            except Exception as error:  # noqa: BLE001 - see _file
                yield Broken(place, str(error) or type(error).__name__)


def _gzip(path: Path, packed: BinaryIO, size: int) -> Iterator[Found]:
    with gzip.open(packed) as opened:
        place = f"{path} > {path.stem}"
        yield Found(place, _counted(opened, [max(FREE, RATIO * size)], place), size, path, inside=True)


def _tar(path: Path, opened: BinaryIO, size: int) -> Iterator[Found]:
    allowed = [max(FREE, RATIO * size)]
    with tarfile.open(fileobj=opened, mode="r|*") as archive:
        for info in archive:
            content = archive.extractfile(info) if info.isfile() else None
            if content is None or PurePath(info.name).name.lower() in _PASSED:
                continue
            place = f"{path} > {info.name}"
            yield Found(place, _counted(content, allowed, place), info.size, path, inside=True)


def _counted(opened: object, allowed: list[int], place: str) -> BinaryIO:
    return cast("BinaryIO", _Counted(cast("BinaryIO", opened), allowed, place))


def recognise(found: Found, sources: Sequence[Source]) -> tuple[Source | None, BinaryIO]:
    """Give the source that reads a file, by its first bytes and name, and the stream at its start."""
    head = found.opened.read(HEAD)
    source = next((one for one in sources if one.identify(head, found.place)), None)
    if not found.inside:
        found.opened.seek(0)
        return source, found.opened
    return source, cast("BinaryIO", Headed(head, found.opened))
