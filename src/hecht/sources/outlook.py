"""Files of Outlook: single items (.msg) and whole mailboxes (.pst), read by libraries that are an extra."""

import re
import struct
from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, suppress
from datetime import UTC, tzinfo
from importlib import import_module
from tempfile import TemporaryFile
from typing import Any, BinaryIO, ClassVar, NamedTuple, cast

from hecht.core.model import Cursor, Interaction, Items, Judge, LeftOut, Owner, Role, Unreadable
from hecht.sources import mapi
from hecht.sources.mapi import Entry, Named, Values
from hecht.sources.message import Message
from hecht.sources.outlook_items import items_of

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARK = "__properties_version1.0".encode("utf-16-le")
_STREAM = re.compile(r"__substg1\.0_([0-9A-Fa-f]{4})([0-9A-Fa-f]{4})")
_PST = b"!BDN"
_CLIENTS = (b"SM", b"SO")
"""A mailbox file, and the copy that Outlook keeps of a mailbox on a server (.ost)."""
_PIECE = 1 << 20
_LARGEST = 16 * 1024 * 1024
"""Bytes of one property that are held: texts are smaller."""
_MOST_RECIPIENTS = 2_000
_DEEPEST = 32
_SEARCH = 3
"""The type of a folder that only shows what others hold."""
_ODD = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    struct.error,
)
"""What the libraries raise on broken files."""
_FOLDERS = {
    "spam": "junk e-mail|junk email|junk|spam|ongewenste e-mail|ongewenste email|deleted items|verwijderde items|trash|prullenbak",
    "draft": "drafts|draft|concepten|outbox|postvak uit",
    "sent": "sent items|sent|sent mail|sent messages|verzonden items|verzonden|verzonden berichten",
}
_FOLDER = {name: folder for folder, names in _FOLDERS.items() for name in names.split("|")}


class MsgSource:
    """Reads one item a file."""

    name: ClassVar[str] = "msg"

    def __init__(self, judge: Judge, zone: tzinfo = UTC) -> None:
        """Keep the judge of tone; whole days are read as in `zone`."""
        self._judge = judge
        self._zone = zone

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise a compound file that holds properties of Outlook, or is called .msg."""
        return head.startswith(_OLE) and (_MARK in head or name.lower().endswith((".msg", ".oft")))

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield the item and whom it was delivered to."""
        del cursor
        library = _library("olefile")
        if library is None:
            yield Unreadable(0, "reading .msg needs the extra: pip install 'hecht[outlook]'")
            return
        reader = Message(self._judge)
        try:
            with _seekable(opened) as real, library.OleFileIO(real) as ole:
                entry = _msg_entry(ole)
        except _ODD:
            yield Unreadable(0, "this is no whole Outlook message")
            return
        if not entry.kind():
            yield Unreadable(0, "this is no whole Outlook message")
            return
        yield from items_of(entry, reader, 0, now, frozenset(), self._zone)
        for identifier, count in reader.delivered.items():
            yield Owner(identifier, "delivered", count)


def _msg_entry(ole: Any) -> Entry:  # noqa: ANN401 - the library has no types
    streams: dict[str, dict[str, list[str]]] = {}
    for path in ole.listdir():
        if len(path) == 1 or (len(path) == 2 and path[0].startswith(("__recip", "__nameid"))):  # noqa: PLR2004
            streams.setdefault(path[0] if len(path) > 1 else "", {})[path[-1]] = path

    def stream(storage: str, name: str) -> bytes:
        path = streams.get(storage, {}).get(name)
        return ole.openstream(path).read() if path and ole.get_size(path) <= _LARGEST else b""

    named = mapi.named_numbers(
        stream("__nameid_version1.0", "__substg1.0_00020102"), stream("__nameid_version1.0", "__substg1.0_00030102")
    )

    def values(storage: str, skipped: int, codepage: str) -> Values:
        found: Values = {}
        fixed = stream(storage, "__properties_version1.0")[skipped:]
        for kind, tag, _, data in struct.iter_unpack("<HHI8s", fixed[: len(fixed) // 16 * 16]):
            if kind in mapi.FIXED and (tag in mapi.WANTED or tag in named):
                found[tag] = mapi.value_of(kind, data, "") or 0
        for name in streams.get(storage, {}):
            if match := _STREAM.fullmatch(name):
                tag, kind = int(match[1], 16), int(match[2], 16)
                if tag in mapi.WANTED or tag in named:
                    value = mapi.value_of(kind, stream(storage, name), codepage)
                    if value is not None:
                        found[tag] = value
        return found

    if "__properties_version1.0" not in streams.get("", {}):
        raise ValueError("no properties")
    first = values("", 32, "cp1252")
    codepage = mapi.codepage_of(first.get(0x3FFD) or first.get(mapi.CODEPAGE))
    recipients = [values(storage, 8, codepage) for storage in sorted(streams) if storage.startswith("__recip")]
    return _entry(values("", 32, codepage), named, recipients[:_MOST_RECIPIENTS])


def _entry(found: Values, named: dict[int, Named], recipients: list[Values]) -> Entry:
    """Put the properties of named sets apart."""
    values = {tag: value for tag, value in found.items() if tag not in named}
    return Entry(values, {named[tag]: value for tag, value in found.items() if tag in named}, recipients)


class _Folder(NamedTuple):
    """One folder of a mailbox file, and what it is for by its own name or that of a folder around it."""

    folder: Any
    use: str
    calendar: bool


class PstSource:
    """Reads mailbox files; folders for junk, deleted items and drafts are left out, item by item."""

    name: ClassVar[str] = "pst"

    def __init__(self, judge: Judge, zone: tzinfo = UTC) -> None:
        """Keep the judge of tone; whole days are read as in `zone`."""
        self._judge = judge
        self._zone = zone

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise the magic of a mailbox file."""
        del name
        return head.startswith(_PST) and head[8:10] in _CLIENTS

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield every item, calendars last; then whose mailbox it is."""
        del cursor
        library = _library("pypff")
        if library is None:
            yield Unreadable(0, "reading .pst needs the extra: pip install 'hecht[outlook]'")
            return
        with _seekable(opened) as real:
            pst = library.file()
            try:
                pst.open_file_object(real)
                root = pst.get_root_folder()
            except _ODD:
                yield Unreadable(0, "this mailbox file is broken, or not whole")
                return
            try:
                yield from _Mailbox(pst, Message(self._judge), now, self._zone).items(root)
            finally:
                with suppress(*_ODD):
                    pst.close()


class _Mailbox:
    """The reading of one mailbox file."""

    def __init__(self, pst: Any, reader: Message, now: int, zone: tzinfo) -> None:  # noqa: ANN401 - the library has no types
        self._reader = reader
        self._zone = zone
        self._now = now
        self._sent: Counter[str] = Counter()
        self._seen: set[int] = set()
        self._codepage = "cp1252"
        self._named: dict[int, Named] = {}
        with suppress(*_ODD):
            page = pst.ascii_codepage
            self._codepage = page.decode("ascii", "replace") if isinstance(page, bytes) else str(page or "cp1252")
        with suppress(*_ODD):
            parts = {entry.entry_type: entry.data or b"" for entry in pst.name_to_id_map.get_record_set(0).entries}
            self._named = mapi.named_numbers(parts.get(2, b""), parts.get(3, b""))
        self._wanted = mapi.WANTED | self._named.keys()

    def items(self, root: Any) -> Items:  # noqa: ANN401
        """Yield every item of every folder; a broken one gives one Unreadable with its number in the file."""
        folders: list[_Folder] = []
        for found in self._folders(root, "", 0):
            if isinstance(found, Unreadable):
                yield found
            else:
                folders.append(found)
        for folder in sorted(folders, key=lambda one: one.calendar):  # by then it is known whose mailbox it is
            yield from self._of(folder)
        for how, counts in (("delivered", self._reader.delivered), ("sent", self._sent)):
            for identifier, count in counts.most_common():
                yield Owner(identifier, how, count)

    def _folders(self, folder: Any, use: str, depth: int) -> Iterator[_Folder | Unreadable]:  # noqa: ANN401
        number = 0
        try:
            number = int(folder.identifier)
            if number & 0x1F == _SEARCH or number in self._seen or depth > _DEEPEST:
                return
            self._seen.add(number)
            use = use or _FOLDER.get(" ".join(str(folder.name or "").lower().split()), "")
            kinds = (
                self._values(folder.get_record_set(at), {mapi.FOLDER_CLASS})
                for at in range(folder.number_of_record_sets)
            )
            kind = next((mapi.text_in(one, mapi.FOLDER_CLASS) for one in kinds if mapi.FOLDER_CLASS in one), "")
            inside = int(folder.number_of_sub_folders)
        except _ODD:
            yield Unreadable(number, "a folder could not be read")
            return
        yield _Folder(folder, use, kind.lower().startswith("ipf.appointment"))
        for at in range(inside):
            try:
                sub = folder.get_sub_folder(at)
            except _ODD:
                yield Unreadable(number, "a folder in it could not be read")
                continue
            yield from self._folders(sub, use, depth + 1)

    def _of(self, found: _Folder) -> Items:
        try:
            count = int(found.folder.number_of_sub_messages)
        except _ODD:
            yield Unreadable(int(found.folder.identifier), "what is in this folder could not be read")
            return
        own = frozenset((*self._reader.delivered, *self._sent))
        for at in range(count):
            yield from self._items(found, at, own)

    def _items(self, found: _Folder, at: int, own: frozenset[str]) -> Items:
        number = 0
        try:
            message = found.folder.get_sub_message(at)
            number = int(message.identifier)
            if number in self._seen:
                return
            self._seen.add(number)
            if found.use in ("spam", "draft"):
                yield LeftOut(found.use)
                return
            values = self._values(message.get_record_set(0), self._wanted)
            recipients = self._recipients(message)
        except _ODD:
            yield Unreadable(number, "this item could not be read")
            return
        entry = _entry(values, self._named, recipients)
        for item in items_of(entry, self._reader, number, self._now, own, self._zone):
            if found.use == "sent" and isinstance(item, Interaction):
                self._sent.update(one.identifier for one in item.participants if one.role is Role.SENDER)
            yield item

    def _recipients(self, message: Any) -> list[Values]:  # noqa: ANN401
        rows = getattr(message, "recipients", None)
        if rows is None:
            return []
        most = min(int(rows.number_of_record_sets), _MOST_RECIPIENTS)
        return [self._values(rows.get_record_set(at), mapi.WANTED) for at in range(most)]

    def _values(self, record_set: Any, wanted: AbstractSet[int]) -> Values:  # noqa: ANN401
        values: Values = {}
        for at in range(int(record_set.number_of_entries)):
            entry = record_set.get_entry(at)
            tag = entry.entry_type
            if tag in wanted:
                value = mapi.value_of(entry.value_type or 0, (entry.data or b"")[:_LARGEST], self._codepage)
                if value is not None:
                    values.setdefault(tag, value)
        return values


def _library(name: str) -> Any:  # noqa: ANN401
    """Give a library that may not be installed."""
    try:
        return import_module(name)
    except ImportError:
        return None


@contextmanager
def _seekable(opened: BinaryIO) -> Iterator[BinaryIO]:
    """Give the file itself, or an unlinked copy of a stream that can only be read forward."""
    if opened.seekable():
        yield opened
        return
    with TemporaryFile() as copy:
        while piece := opened.read(_PIECE):
            copy.write(piece)
        copy.seek(0)
        yield cast("BinaryIO", copy)
