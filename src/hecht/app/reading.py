"""Reading files into batches: which source reads what, what is counted, and what is remembered of each file."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path, PurePath
from typing import BinaryIO

from hecht.app.collaboration.sharing import receive
from hecht.app.files import TROUBLE, Broken, Found, recognise, state_of
from hecht.app.topics_kept import kept
from hecht.core.cleaning import clean
from hecht.core.days import day_of
from hecht.core.ego import Ego
from hecht.core.errors import StoreBusyError, StoreUnusableError, TooBrokenError
from hecht.core.identity import hashed
from hecht.core.model import Card, Channel, Cursor, Interaction, LeftOut, Owner, Reported, Role, Series, Unreadable
from hecht.core.occasion import room
from hecht.core.revision import Entry
from hecht.core.tone import VERSION as TONE_VERSION
from hecht.core.topics import stems
from hecht.sources import Source
from hecht.sql import query
from hecht.stores.append import Batch, ReadFile
from hecht.stores.store import Store

BATCH = 2_000
VERSION = 1000 * TONE_VERSION + 2
"""Raised when the same file would be read differently: files are then read again although they did not change."""
PLACE = 400
_JUDGED = frozenset((Channel.MAIL, Channel.CHAT))
"""What has a text, whose tone says how much room it had for the other; of the rest `core.occasion` says it."""
MOST_BROKEN = 10_000
"""Items of one file that are reported one by one; of more only the number."""
MOST_TRIED = 500_000
"""Items of one file that cannot be read, after which the rest of it is not tried."""
_FOLDERS = {
    "sent": "sent|sent items|sent messages|sent mail|verzonden|verzonden items|verzonden berichten|gesendet",
    "spam": "spam|junk|junk e-mail|junk email|ongewenst|ongewenste e-mail|ongewenste reclame"
    "|trash|prullenbak|verwijderd|verwijderde items|deleted items|deleted messages",
    "draft": "draft|drafts|concept|concepten",
}
_FOLDER = {name: folder for folder, names in _FOLDERS.items() for name in names.split("|")}


@dataclass(slots=True)
class Summary:
    """What an import did: counts a source, and every item that could not be read with its place and cause."""

    new: Counter[str] = field(default_factory=Counter)
    revised: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    cards: int = 0
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)
    unreadable: list[tuple[str, int, str]] = field(default_factory=list)
    unknown_files: int = 0
    unchanged: int = 0
    files: int = 0
    whole: bool = False
    ego: Ego = field(default_factory=lambda: Ego((), (), ""))


@dataclass(slots=True)
class Progress:
    """How far an import is: the file, bytes read of it and its size, items so far."""

    place: str
    read: int
    size: int
    items: int


class Reader:
    """Reads one file after another into batches."""

    def __init__(
        self,
        store: Store,
        sources: Sequence[Source],
        zone: tzinfo,
        now: int,
        summary: Summary,
        progress: Callable[[Progress], None] | None,
        *,
        again: bool = False,
        scope: frozenset[str] = frozenset(),
    ) -> None:
        self._store = store
        self._sources = sources
        self._zone = zone
        self._now = now
        self._summary = summary
        self._progress = progress
        self._batch = Batch()
        self._kind = ""
        self._items = 0
        self._root, self._named = "", Path()
        self._scope = scope
        self._floor = int(store.setting("floor") or 0)
        self._topics = kept(store)
        self._owners: Counter[tuple[int, str, str]] = Counter()
        self._held = (
            {}
            if again
            else {
                int(key or 0): ReadFile(int(key or 0), "", "", "", 0, *(int(one or 0) for one in rest))
                for key, _, _, _, _, *rest in store.rows(query("files"))
            }
        )
        self._archive: tuple[Path, str, tuple[int, int] | None] | None = None
        self._broken = 0
        self._reported: list[Reported] = []

    def begin(self, root: Path | str) -> None:
        """Begin with a path, or an address, that the user named."""
        self._root, self._named = storable(str(root)), Path(root)

    def known(self, path: Path) -> bool:
        """Say whether a file was read before and has not changed since; it is counted."""
        held = self._held.get(hashed("source", str(path)))
        return self._same(held, state_of(path))

    def known_as(self, path: Path, state: tuple[int, int]) -> bool:
        """Say the same of a file that is not on this disk, by its name, size and time of change."""
        return self._same(self._held.get(hashed("source", str(path))), state)

    def _same(self, held: ReadFile | None, state: tuple[int, int]) -> bool:
        same = held is not None and (held.size, held.changed, held.version) == (*state, VERSION)
        self._summary.unchanged += same
        return same

    def end(self) -> None:
        """End with a path: write what was read, and remember the archive that was read to its end."""
        if self._archive:
            self._remember(*self._archive)
        self.flush()
        if self._reported:
            kept, left, strange = receive(self._store, self._reported, self._now)
            self._summary.new["share"] += kept
            self._summary.left_out += Counter({("share", "elsewhere"): left, ("share", "other_key"): strange})
            self._reported = []

    def report(self, broken: Broken) -> None:
        """Report what could not be opened, unless the same trouble was met inside it just before."""
        self._archive = None  # what broke off is read again next time
        place, said = clean(broken.place, PLACE), self._summary.unreadable
        if not said or not said[-1][0].startswith(f"{place} > "):
            said.append((place, 0, clean(broken.cause)))

    def read(self, found: Found, *, alone: bool) -> None:
        """Read one file; a file of no known kind is counted, and reported when it was named by itself."""
        place = clean(found.place, PLACE)
        if self._archive and self._archive[0] != found.path:
            self._remember(*self._archive)
        self._archive = None
        try:
            source, opened = recognise(found, self._sources)
            if source is None:
                self._summary.unknown_files += 1
                if alone:
                    self._summary.unreadable.append((place, 0, "of no kind that hecht reads"))
            elif self._scope & {part.lower() for part in PurePath(found.place.replace(" > ", "/")).parts}:
                self._summary.left_out[source.name, "scope"] += 1
            else:
                self._items_of(source, opened, found, place)
        except TROUBLE as error:
            self._summary.unreadable.append((place, 0, clean(str(error) or type(error).__name__)))

    def _items_of(self, source: Source, opened: BinaryIO, found: Found, place: str) -> None:  # noqa: PLR0912 - a kind of item a branch
        self._summary.files += 1
        if source.name != self._kind:
            self.flush()
            self._kind = source.name
        self._broken = 0
        where = hashed("source", found.address or str(found.path))
        folder = _folder(found, self._named)
        owners: Counter[tuple[str, str]] = Counter()
        cursor = None
        try:
            for item in source.extract(opened, self._now, self._cursor(where, found)):
                match item:
                    case Owner():
                        owners[item.identifier, item.how] += item.count
                    case Cursor():
                        cursor = item
                    case Reported():
                        self._reported.append(item)
                    case _:
                        self._take(item, found, where, folder, owners)
                self._items += 1
                if self._progress and self._items % 500 == 0:
                    self._progress(Progress(place, _told(opened), found.size, self._items))
        except (StoreBusyError, StoreUnusableError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever one file does, the others are read
            # what an error that nobody foresaw says of itself may be what was being read
            said = str(error) if isinstance(error, TROUBLE) else ""
            self._summary.unreadable.append((place, 0, clean(said or type(error).__name__)))
            return  # it was not read to its end, so it is not remembered
        for (who, how), count in owners.items():
            self._owners[where, who, how] += count
            self._batch.owners[where, who, how] = self._owners[where, who, how]
        if found.inside:
            self._archive = found.path, source.name, found.state
        else:
            self._remember(found.path, source.name, found.state, cursor, found.address)
        if len(self._batch) >= BATCH:
            self.flush()

    def _cursor(self, where: int, found: Found) -> Cursor | None:
        """Give where to read on in a file that was read before and may have grown; a source checks that it did."""
        held = self._held.get(where)
        if held is None or found.inside or not held.fingerprint or held.version != VERSION or held.size > found.size:
            return None
        return Cursor(held.position, held.fingerprint)

    def _remember(
        self,
        path: Path,
        kind: str,
        state: tuple[int, int] | None,
        cursor: Cursor | None = None,
        address: str = "",
    ) -> None:
        """Note that a file was read to its end, in the same transaction as what was in it."""
        self._archive = None
        try:
            size, changed = state or state_of(path)
        except OSError:
            return
        place = address or str(path)
        self._batch.sources.append(
            ReadFile(
                key=hashed("source", place),
                path=storable(place),
                root=self._root,
                kind=kind,
                read_at=self._now,
                position=cursor.offset if cursor else 0,
                fingerprint=cursor.check if cursor else 0,
                size=size,
                changed=changed,
                version=VERSION,
            )
        )

    def _take(
        self,
        item: Interaction | Series | Card | LeftOut | Unreadable,
        found: Found,
        where: int,
        folder: str,
        owners: Counter[tuple[str, str]],
    ) -> None:
        batch = self._batch
        if isinstance(item, Unreadable):
            self._report(item, clean(found.place, PLACE))
        elif isinstance(item, LeftOut):
            self._summary.left_out[self._kind, item.reason] += 1
            if item.sighting and day_of(item.sighting.seconds, self._zone) >= self._floor:
                batch.sightings.append((item.sighting, day_of(item.sighting.seconds, self._zone)))
        elif self._scope and _names(item) & self._scope:
            self._summary.left_out[self._kind, "scope"] += 1
        elif isinstance(item, Card):
            self._summary.cards += 1
            batch.cards.append(item)
        elif isinstance(item, Series):
            batch.series.append(item)
        elif folder in ("spam", "draft") and item.channel is Channel.MAIL:
            self._summary.left_out[self._kind, folder] += 1
        else:
            day = day_of(item.seconds, UTC if item.utc else self._zone)
            if day < self._floor:
                self._summary.left_out[self._kind, "retained"] += 1
                return
            if folder == "sent":
                owners.update((one.identifier, "sent") for one in item.participants if one.role is Role.SENDER)
            if item.relation is None and item.channel not in _JUDGED:
                begin = datetime.fromtimestamp(item.seconds, UTC if item.utc else self._zone)
                item = replace(item, relation=room(item, begin.hour, begin.weekday()))
            batch.entries.append(Entry(item, day, stems(item.title, item.language) if self._topics else (), where))
        if len(batch) >= BATCH:
            self.flush()

    def _report(self, item: Unreadable, place: str) -> None:
        """Report an item that could not be read; of a file in which there are very many, the last line counts the rest."""
        self._broken += 1
        more = self._broken - MOST_BROKEN
        if more > 1:
            self._summary.unreadable.pop()
        cause = f"{more} more items could not be read" if more > 0 else clean(item.cause)
        self._summary.unreadable.append((place, 0 if more > 0 else item.offset, cause))
        if self._broken == MOST_TRIED:
            raise TooBrokenError

    def flush(self) -> None:
        """Write what was read so far."""
        if not len(self._batch):
            return
        done = self._store.append(self._batch)
        self._summary.new[self._kind] += done.new
        self._summary.revised[self._kind] += done.revised
        self._summary.known[self._kind] += len(self._batch.entries) - done.new - done.revised - done.erased
        if done.erased:
            self._summary.left_out[self._kind, "erased"] += done.erased
        self._batch = Batch()


def _names(item: Interaction | Series | Card) -> set[str]:
    """Give the addresses of an item and every domain they lie under, as the user would name them."""
    if isinstance(item, Series):
        return set()
    identifiers = item.identifiers if isinstance(item, Card) else [one.identifier for one in item.participants]
    found = {one.partition(":")[2] for one in identifiers}
    for domain in {one.rpartition("@")[2] for one in found if "@" in one}:
        labels = domain.split(".")
        found |= {".".join(labels[start:]) for start in range(len(labels) - 1)}
    return found


def storable(path: str) -> str:
    """Give a path as text that can be stored, also when its name is not in UTF-8 (as from old archives)."""
    return path.encode("utf-8", "backslashreplace").decode()


def _folder(found: Found, root: Path) -> str:
    """Tell whether a file is sent mail, spam or drafts, from the names below the path that the user named.

    Knows the folders of Dutch and English programs, Maildir's (`.Sent/cur`) and Maildir's flags for drafts and
    thrown-away mail (`:2,DT`).
    """
    inside = found.place.partition(" > ")[2]
    path = PurePath(inside) if found.inside else found.path.relative_to(root.parent)
    if len(path.parts) > 1 and path.parts[-2] in ("cur", "new"):
        flags = path.name.rpartition(":2,")[2] if ":2," in path.name else ""
        if "T" in flags or "D" in flags:
            return "spam" if "T" in flags else "draft"
    for part in reversed(path.parts):
        plain = part.lower().lstrip(".")
        names = (plain, PurePath(plain).stem, plain.rpartition(".")[2])
        folder = next((_FOLDER[name] for name in names if name in _FOLDER), "")
        if folder:
            return folder
    return ""


def _told(opened: BinaryIO) -> int:
    return opened.tell() if opened.seekable() else 0
