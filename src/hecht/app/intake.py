"""Intake: from files to the log, and whose log it is."""

from collections.abc import Callable, Iterable, Sequence
from datetime import tzinfo
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple

from hecht.app.addresses import address_of, fetched, is_address, shortened
from hecht.app.files import DROPPED, Broken, Found, walk, walk_opened
from hecht.app.reading import PLACE, Progress, Reader, Summary
from hecht.app.settings import home_zone
from hecht.app.tone import own_judge
from hecht.app.whose import found_ego
from hecht.core.cleaning import clean
from hecht.core.ego import Ego
from hecht.core.errors import AddressError, NoSuchPathError
from hecht.core.identity import key_of
from hecht.core.model import OWNER
from hecht.sources import Source
from hecht.sources.calendar import CalendarSource
from hecht.sources.cards import CardsSource
from hecht.sources.contacts_csv import ContactsSource
from hecht.sources.discord import DiscordSource
from hecht.sources.eml import EmlSource
from hecht.sources.emlx import EmlxSource
from hecht.sources.linkedin import LinkedInSource
from hecht.sources.mailbox import MailboxSource
from hecht.sources.meta import MetaSource
from hecht.sources.outlook import MsgSource, PstSource
from hecht.sources.parquet import ParquetSource
from hecht.sources.phone import PhoneSource
from hecht.sources.plain import PlainSource, identifier
from hecht.sources.share import ShareSource
from hecht.sources.signal import SignalSource
from hecht.sources.slack import SlackSource
from hecht.sources.telegram import TelegramSource
from hecht.sources.whatsapp import WhatsAppSource
from hecht.sql import query
from hecht.stores.store import Store


class Dropped(NamedTuple):
    """A file that was dropped on the page: its name (below the folder that was dropped), itself, its size and time."""

    name: str
    opened: BinaryIO
    state: tuple[int, int]


def sources_for(zone: tzinfo, unwanted: frozenset[str] = frozenset()) -> list[Source]:
    """Give the list of sources, in the order in which they are tried; mail with an unwanted label is left out."""
    judge = own_judge()
    return [
        MailboxSource(judge, unwanted),
        CalendarSource(zone),
        CardsSource(),
        ShareSource(),
        PlainSource(),
        ParquetSource(),
        WhatsAppSource(judge, zone),
        TelegramSource(judge, zone),
        SignalSource(judge, zone),
        SlackSource(judge, zone),
        DiscordSource(judge, zone),
        MetaSource(judge, zone),
        PhoneSource(judge, zone),
        PstSource(judge, zone),
        MsgSource(judge, zone),
        EmlxSource(judge),
        LinkedInSource(judge, zone),
        ContactsSource(),
        EmlSource(judge, unwanted),
    ]


def read_paths(
    store: Store,
    paths: Iterable[Path | str],
    now: int,
    *,
    me: Sequence[str] = (),
    whole: bool = False,
    again: bool = False,
    leave_out: Sequence[str] = (),
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Import files and folders into the log. What cannot be read is reported, the rest is kept.

    Files that did not change since they were read are passed over; of a grown mailbox only the new mail is read.

    Args:
        store: the log.
        paths: files, folders and archives; addresses of calendars as texts.
        now: unix seconds, for what lies too far ahead.
        me: the user's own addresses; else they are found and said.
        whole: the files hold a whole network and have no ego.
        again: read files anew although they did not change since they were read.
        leave_out: folders, labels, addresses and domains to leave out, now and at every later import of this log.
        progress: called now and then.
    """
    summary = Summary()
    if whole:
        store.set_setting("whole", "1")
    zone = home_zone(store)
    scope = _scope(store, leave_out)
    reader = Reader(store, sources_for(zone, scope), zone, now, summary, progress, again=again, scope=scope)
    for named in paths:
        if isinstance(named, str) and is_address(named):
            _read_address(reader, named, summary)
            continue
        path = Path(named).expanduser().absolute()  # remembered, so it has to mean the same from any folder
        _read(reader, path, walk(path, reader.known), summary)
    summary.whole = store.setting("whole") == "1"
    if not summary.whole:
        summary.ego = _find_ego(store, me)
    return summary


def _read_address(reader: Reader, named: str, summary: Summary) -> None:
    try:
        address = address_of(named)
        reader.begin(address)
        with fetched(address) as found:
            place = shortened(address)
            one = Found(place, found.opened, found.size, Path(address), inside=False, address=address)
            one.state = (found.size, 0)
            reader.read(one, alone=True)
            reader.end()
    except AddressError as error:
        summary.unreadable.append((shortened(named), 0, str(error)))


def read_dropped(
    store: Store,
    files: Iterable[Dropped],
    now: int,
    *,
    me: Sequence[str] = (),
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Import files that were dropped on the page: the same as `read_paths`, but for opened files that have only a name.

    Dropping the same file again passes over it as long as its name, size and time of change are the same.
    """
    summary = Summary()
    zone = home_zone(store)
    scope = _scope(store, ())
    reader = Reader(store, sources_for(zone, scope), zone, now, summary, progress, scope=scope)
    for one in files:
        root, path = Path(DROPPED + PurePath(one.name).parts[0]), Path(DROPPED + one.name)
        if not reader.known_as(path, one.state):
            _read(reader, root, walk_opened(path, one.opened, one.state), summary)
    summary.whole = store.setting("whole") == "1"
    if not summary.whole:
        summary.ego = _find_ego(store, me)
    return summary


def _read(reader: Reader, root: Path, every: Iterable[Found | Broken], summary: Summary) -> None:
    """Read what lies at one path that the user named or dropped."""
    reader.begin(root)
    try:
        for found in every:
            if isinstance(found, Broken):
                reader.report(found)
            else:
                reader.read(found, alone=found.path == root and not found.inside)
    except (NoSuchPathError, OSError) as error:
        summary.unreadable.append((clean(str(root), PLACE), 0, str(error)))
    finally:
        reader.end()


def _scope(store: Store, leave_out: Sequence[str]) -> frozenset[str]:
    """Give the words of what the user wants left out, with those of earlier imports."""
    before = (store.setting("leave_out") or "").splitlines()
    words = sorted({*before, *(word.strip().lower().removeprefix("mailto:") for word in leave_out)} - {""})
    if words != before:
        store.set_setting("leave_out", "\n".join(words))
    return frozenset(words)


def _find_ego(store: Store, me: Sequence[str]) -> Ego:
    if me:
        said = tuple(identifier(address) for address in me)
        store.set_ego({key_of(one): one for one in said}, said=True)
    found = found_ego(store)
    said_before = [str(text) for (text,) in store.rows(query("said_ego"), {"owner": OWNER})]
    if said_before:
        maybe = tuple(who for who in (*found.own, *found.maybe) if who not in said_before)
        return Ego(tuple(said_before), maybe, "said")
    unnamed = store.rows(query("identifier"), {"key": key_of(OWNER)})
    if found.own or unnamed:
        store.set_ego({key_of(who): who for who in found.own or (OWNER,)}, said=False)
    return found
