"""What reports on a folder of an analysis have shown: remembered, and held by one report at a time."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any


class Published:
    """The memory of a folder while it is locked: the least number of people that was shown, and the cell of each person."""

    def __init__(self, place: Path) -> None:
        """Read what there is."""
        self._path = place / "published.json"
        held: dict[str, Any] = {"least": 0, "cells": {}}
        if self._path.exists():
            held = json.loads(self._path.read_text(encoding="utf-8"))
        self.least = int(held["least"])
        self.cells = {int(one): int(cell) for one, cell in held["cells"].items()}

    def remember(self, least: int, cells: Mapping[int, int]) -> None:
        """Keep what a report shows, whole or not at all."""
        held = {"least": least, "cells": {str(one): cell for one, cell in sorted(cells.items())}}
        unfinished = self._path.with_suffix(".part")
        unfinished.write_text(json.dumps(held) + "\n", encoding="utf-8")
        unfinished.replace(self._path)


@contextmanager
def published(place: Path) -> Iterator[Published]:
    """Give the memory of a folder, to one report at a time: two that began together would not know of each other.

    The operating system lets go of the lock when the process ends, in whatever way.
    """
    with (place / "published.lock").open("a+b") as held:
        _lock(held)
        yield Published(place)


def _lock(held: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        held.seek(0)
        msvcrt.locking(held.fileno(), msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX)
