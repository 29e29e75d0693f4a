"""Intake: from files to the log, batch by batch, with a summary of what was kept, left out and unreadable."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from importlib.resources import files as resources
from pathlib import Path, PurePath
from typing import BinaryIO

from hecht.app.files import TROUBLE, Broken, Found, recognise, walk
from hecht.app.settings import home_zone
from hecht.core.cleaning import clean
from hecht.core.days import day_of
from hecht.core.ego import Ego, find_ego
from hecht.core.errors import NoSuchPathError, StoreBusyError, StoreUnusableError
from hecht.core.identity import hashed, key_of
from hecht.core.model import (
    OWNER,
    Card,
    Channel,
    Cursor,
    Interaction,
    LeftOut,
    Owner,
    Role,
    Series,
    Unreadable,
)
from hecht.core.revision import Entry
from hecht.core.tone import judge_with, read_lexicon
from hecht.core.topics import stems
from hecht.sources import Source
from hecht.sources.calendar import CalendarSource
from hecht.sources.cards import CardsSource
from hecht.sources.eml import EmlSource
from hecht.sources.mailbox import MailboxSource
from hecht.sources.plain import PlainSource, identifier
from hecht.sql import query
from hecht.stores.append import Batch, ReadFile
from hecht.stores.store import Store

BATCH = 2_000
_PLACE = 400
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
    files: int = 0
    ego: Ego = field(default_factory=lambda: Ego((), (), ""))


@dataclass(slots=True)
class Progress:
    """How far an import is: the file, bytes read of it and its size, items so far."""

    place: str
    read: int
    size: int
    items: int


def sources_for(zone: tzinfo) -> list[Source]:
    """Give the list of sources, in the order in which they are tried."""
    text = resources("hecht.core").joinpath("data/tone.tsv").read_text(encoding="utf-8")
    judge = judge_with(read_lexicon(text.splitlines()))
    return [MailboxSource(judge), CalendarSource(zone), CardsSource(), PlainSource(), EmlSource(judge)]


def read_paths(
    store: Store,
    paths: Iterable[Path],
    now: int,
    *,
    me: Sequence[str] = (),
    whole: bool = False,
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Import files and folders into the log. What cannot be read is reported, the rest is kept.

    Args:
        store: the log.
        paths: files, folders and archives.
        now: unix seconds, for what lies too far ahead.
        me: the user's own addresses; else they are found and said.
        whole: the files hold a whole network and have no ego.
        progress: called now and then.
    """
    summary = Summary()
    if whole:
        store.set_setting("whole", "1")
    zone = home_zone(store)
    reader = _Reader(store, sources_for(zone), zone, now, summary, progress)
    for path in paths:
        reader.begin(path)
        try:
            for found in walk(path):
                if isinstance(found, Broken):
                    reader.report(found)
                else:
                    reader.read(found, alone=found.path == path and not found.inside)
        except (NoSuchPathError, OSError) as error:
            summary.unreadable.append((clean(str(path), _PLACE), 0, str(error)))
        finally:
            reader.flush()
    if store.setting("whole") != "1":
        summary.ego = _find_ego(store, me)
    return summary


def _find_ego(store: Store, me: Sequence[str]) -> Ego:
    if me:
        said = tuple(identifier(address) for address in me)
        store.set_ego({key_of(one): one for one in (*said, OWNER)}, said=True)
    signs = [
        Owner(str(text), str(how), int(count or 0))
        for text, how, count in store.rows(
            "SELECT n.text, o.how, CAST(SUM(o.count) AS BIGINT) FROM owner o JOIN identifier n ON n.log = o.log AND n.key = o.identifier"
            " WHERE o.log = :log GROUP BY n.text, o.how ORDER BY n.text, o.how"
        )
    ]
    present = [(str(text), int(count or 0)) for text, count in store.rows(query("presence"))]
    mails = int(store.rows("SELECT COUNT(*) FROM latest l WHERE l.log = :log AND l.channel = 1")[0][0] or 0)
    found = find_ego(signs, present, mails)
    said_before = [
        str(text)
        for (text,) in store.rows(
            "SELECT n.text FROM ego e JOIN identifier n ON n.log = e.log AND n.key = e.identifier"
            " WHERE e.log = :log AND e.said = 1 AND n.text <> :owner ORDER BY n.text",
            {"owner": OWNER},
        )
    ]
    if said_before:
        maybe = tuple(who for who in (*found.own, *found.maybe) if who not in said_before)
        return Ego(tuple(said_before), maybe, "said")
    unnamed = store.rows(
        "SELECT n.key FROM identifier n WHERE n.log = :log AND n.key = :owner", {"owner": key_of(OWNER)}
    )
    if found.own or unnamed:
        store.set_ego({key_of(who): who for who in (*found.own, OWNER)}, said=False)
    return found


class _Reader:
    """Reads one file after another into batches."""

    def __init__(
        self,
        store: Store,
        sources: Sequence[Source],
        zone: tzinfo,
        now: int,
        summary: Summary,
        progress: Callable[[Progress], None] | None,
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
        self._root = ""
        self._owners: Counter[tuple[int, str, str]] = Counter()

    def begin(self, root: Path) -> None:
        """Begin with a path that the user named."""
        self._root = str(root)

    def report(self, broken: Broken) -> None:
        """Report what could not be opened, unless the same trouble was met inside it just before."""
        place, said = clean(broken.place, _PLACE), self._summary.unreadable
        if not said or not said[-1][0].startswith(f"{place} > "):
            said.append((place, 0, clean(broken.cause)))

    def read(self, found: Found, *, alone: bool) -> None:
        """Read one file; a file of no known kind is counted, and reported when it was named by itself."""
        place = clean(found.place, _PLACE)
        try:
            source, opened = recognise(found, self._sources)
            if source is None:
                self._summary.unknown_files += 1
                if alone:
                    self._summary.unreadable.append((place, 0, "of no kind that hecht reads"))
            else:
                self._items_of(source, opened, found, place)
        except TROUBLE as error:
            self._summary.unreadable.append((place, 0, clean(str(error) or type(error).__name__)))

    def _items_of(self, source: Source, opened: BinaryIO, found: Found, place: str) -> None:
        self._summary.files += 1
        if source.name != self._kind:
            self.flush()
            self._kind = source.name
        where = hashed("source", str(found.path))
        folder = _folder(found.place)
        owners: Counter[tuple[str, str]] = Counter()
        cursor = None
        try:
            for item in source.extract(opened, self._now):
                if isinstance(item, Owner):
                    owners[item.identifier, item.how] += item.count
                elif isinstance(item, Cursor):
                    cursor = item
                else:
                    self._take(item, found, where, folder, owners)
                self._items += 1
                if self._progress and self._items % 500 == 0:
                    self._progress(Progress(place, _told(opened), found.size, self._items))
        except (StoreBusyError, StoreUnusableError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever one file does, the others are read
            self._summary.unreadable.append((place, 0, clean(str(error) or type(error).__name__)))
        for (who, how), count in owners.items():
            self._owners[where, who, how] += count
            self._batch.owners[where, who, how] = self._owners[where, who, how]
        if not found.inside:
            self._batch.sources.append(
                ReadFile(
                    key=where,
                    path=str(found.path),
                    root=self._root,
                    kind=source.name,
                    read_at=self._now,
                    position=cursor.offset if cursor else 0,
                    fingerprint=cursor.check if cursor else 0,
                )
            )
        if len(self._batch) >= BATCH:
            self.flush()

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
            self._summary.unreadable.append((clean(found.place, _PLACE), item.offset, clean(item.cause)))
        elif isinstance(item, LeftOut):
            self._summary.left_out[self._kind, item.reason] += 1
            if item.sighting:
                batch.sightings.append((item.sighting, day_of(item.sighting.seconds, self._zone)))
        elif isinstance(item, Card):
            self._summary.cards += 1
            batch.cards.append(item)
        elif isinstance(item, Series):
            batch.series.append(item)
        elif folder in ("spam", "draft") and item.channel is Channel.MAIL:
            self._summary.left_out[self._kind, folder] += 1
        else:
            if folder == "sent":
                owners.update((one.identifier, "sent") for one in item.participants if one.role is Role.SENDER)
            zone = UTC if item.utc else self._zone
            batch.entries.append(Entry(item, day_of(item.seconds, zone), stems(item.title, item.language), where))
        if len(batch) >= BATCH:
            self.flush()

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


def _folder(place: str) -> str:
    """Tell from the last two names of a path whether it is sent mail, spam or drafts (Dutch and English programs)."""
    for part in PurePath(place.replace(" > ", "/")).parts[-2:]:
        folder = _FOLDER.get(PurePath(part).stem.lower()) or _FOLDER.get(part.lower())
        if folder:
            return folder
    return ""


def _told(opened: BinaryIO) -> int:
    return opened.tell() if opened.seekable() else 0
