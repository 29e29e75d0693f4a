"""Remembered sources: what was imported, how old it is, reading again what changed, and removing one."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hecht.app.addresses import is_address, shortened
from hecht.app.files import DROPPED, state_of
from hecht.app.settings import home_zone
from hecht.core.days import to_date
from hecht.core.errors import NoSuchPathError
from hecht.sql import query
from hecht.stores.erase import finish, forget_source
from hecht.stores.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from hecht.app.reading import Progress, Summary


@dataclass(frozen=True, slots=True)
class Remembered:
    """A path, or an address (shortened), that the user imported.

    Kinds and number of its files, its newest item, when it was read, and whether it is still there.
    """

    path: str
    kinds: str
    files: int
    newest: str
    read: str
    there: bool


def sources(store: Store, as_of: int) -> list[Remembered]:
    """Give every imported path, with the newest day (up to `as_of`) of anything that came from it."""
    zone = home_zone(store)
    newest = {str(root): int(day or 0) for root, day in store.rows(query("newest"), {"as_of": as_of})}
    found: dict[str, list[tuple[str, int]]] = {}
    for _, _, root, kind, read_at, *_ in store.rows(query("files")):
        found.setdefault(str(root), []).append((str(kind), int(read_at or 0)))
    return [
        Remembered(
            path=shortened(root) if is_address(root) else root,
            kinds=", ".join(dict.fromkeys(kind for kind, _ in files)),
            files=len(files),
            newest=to_date(newest[root]).isoformat() if root in newest else "",
            read=datetime.fromtimestamp(max(at for _, at in files), zone).date().isoformat(),
            there=is_address(root) or root.startswith(DROPPED) or Path(root).exists(),
        )
        for root, files in found.items()
    ]


def refresh(store: Store, now: int, progress: "Callable[[Progress], None] | None" = None) -> "Summary | None":
    """Read again the imported paths in which a file changed; a look at each file's size and time decides.

    Returns:
        What reading again gave, or None when nothing had changed.
    """
    held = {
        str(path): (int(size or 0), int(changed or 0))
        for _, path, _, _, _, _, _, size, changed, _ in store.rows(query("files"))
    }
    changed = [root for root in map(Path, _roots(store)) if _changed(root, held)]
    if not changed:
        return None
    from hecht.app.intake import read_paths  # every reader of files is loaded only when there is something to read

    return read_paths(store, changed, now, progress=progress)


def fetch(store: Store, now: int, progress: "Callable[[Progress], None] | None" = None) -> "Summary | None":
    """Fetch the calendars at the addresses that were imported; None when there are none."""
    addresses = _roots(store, addresses=True)
    if not addresses:
        return None
    from hecht.app.intake import read_paths

    return read_paths(store, addresses, now, progress=progress)


def _roots(store: Store, *, addresses: bool = False) -> list[str]:
    """Give what the user imported: the paths, or the addresses."""
    roots = dict.fromkeys(str(row[2]) for row in store.rows(query("files")))
    return [root for root in roots if is_address(root) is addresses]


def _changed(root: Path, held: dict[str, tuple[int, int]]) -> bool:
    """Say whether a known file at a path changed; new files in a folder show in the folder's own time of change."""
    for path, state in held.items():
        if path == str(root) or Path(path).is_relative_to(root):
            try:
                if state_of(Path(path)) != state:
                    return True
            except OSError:
                continue  # gone: what it brought stays
    return False


def remove(store: Store, path: str, *, contents: bool) -> int:
    """Forget an imported path, and with `contents` what came from nowhere else; gives how many interactions went.

    Raises:
        NoSuchPathError: nothing was imported from that path.
    """
    known = {
        shortened(one) if is_address(one) else one: one for one in (*_roots(store), *_roots(store, addresses=True))
    }
    chosen = known.get(path) or (path if path in known.values() else str(Path(path).expanduser().absolute()))
    if chosen not in known.values():
        raise NoSuchPathError(shortened(path) if is_address(path) else path)
    count = forget_source(store, chosen, contents=contents)
    if contents or is_address(chosen):
        finish(store)
    return count
