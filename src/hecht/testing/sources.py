"""What intake relies on of every source, as a test class to inherit."""

import io
import re
from abc import ABC, abstractmethod
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import ClassVar, cast

from hecht.core.model import (
    Card,
    Channel,
    Interaction,
    Item,
    LeftOut,
    Reported,
    Role,
    Series,
    Unreadable,
)
from hecht.sources import Source

NOW = 1_767_225_600
"""1 January 2026, the moment at which contracts read."""

SAMPLES = {
    "mbox": b"From ann@example.org Mon Jan  6 10:00:00 2025\nFrom: ann@example.org\nTo: bob@example.org\n"
    b"Date: Mon, 6 Jan 2025 10:00:00 +0100\nSubject: plan\n\nhello\n",
    "eml": b"From: ann@example.org\r\nTo: bob@example.org\r\nDate: Mon, 6 Jan 2025 10:00:00 +0100\r\n"
    b"Subject: plan\r\n\r\nhello\r\n",
    "ics": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\nDTSTART:20250106T100000Z\r\n"
    b"ATTENDEE:mailto:bob@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "vcard": b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bob\r\nEMAIL:bob@example.org\r\nEND:VCARD\r\n",
    "plain": b"at,from,to\n2025-01-06T10:00:00Z,ann@example.org,bob@example.org\n",
    "parquet": b"PAR1\x15\x04\x15",
    "picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "whatsapp": b"18-08-2026 09:16 - Anna Bos: hallo\n18-08-2026 09:17 - Bob: dag\n",
    "telegram": b'{"name": "Anna", "type": "personal_chat", "id": 5, "messages": []}',
    "phone": b'<?xml version="1.0" encoding="UTF-8"?>\n<smses count="1">\n</smses>',
    "meta": b'{"participants": [{"name": "Anna"}], "messages": [{"sender_name": "Anna", "timestamp_ms": 1787040960000}]}',
    "slack": b'[{"type": "message", "text": "hi", "user": "U012AB", "ts": "1787040960.000100"}]',
    "discord": b'{"guild": {"id": "0", "name": "Direct Messages"}, "channel": {"id": "9", "type": "DirectTextChat"}',
    "signal": b'{"date": "2026-08-18T09:16:00", "sender": "Me", "body": "hi", "quote": "", "sticker": ""}\n',
    "share": b'{"schema": "hecht.share/1", "collaboration": "Dijk", "from": "mailto:ann@example.org", "until": "2026-01-01"}\n',
    "letter": b"From here on it went well: the plan\nwas done.\n",
    "table": b"name,address\nann,ann@example.org\n",
    "nothing": b"",
}
"""The beginning of one file of each kind, and of files of no kind."""

_IDENTIFIER = re.compile(
    r"mailto:[^\s@A-Z<>,;\"]+@[^\s@A-Z<>,;\"]+|tel:\+[1-9]\d{3,14}|[a-z]+:[^\s\x00-\x1f\x7f](?:[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f])?"
)


class Forward(io.RawIOBase):
    """A stream as from an archive: it can only be read forward, in pieces that may be short."""

    def __init__(self, data: bytes, most: int = 1 << 30) -> None:
        super().__init__()
        self._opened = io.BytesIO(data)
        self._most = most

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def read(self, size: int = -1) -> bytes:
        return self._opened.read(min(size, self._most) if size >= 0 else size)


class SourceContract(ABC):
    """What intake relies on of every source.

    `data` is a file of its kind with at least two kept items, in which the words of `marks` stand wherever text
    stands that must not be kept; `broken` is a file with one item that cannot be read, at `broken_at`; `rest` is
    the same file without that item.
    """

    names: ClassVar[Sequence[str]]
    data: ClassVar[bytes]
    marks: ClassVar[Sequence[str]]
    broken: ClassVar[bytes]
    broken_at: ClassVar[int]
    rest: ClassVar[bytes]

    @abstractmethod
    def source(self) -> Source:
        """Give a fresh source."""

    def read(self, data: bytes) -> list[Item]:
        """Read a whole file."""
        return list(self.source().extract(io.BytesIO(data), NOW))

    def test_reading_twice_gives_the_same_items(self) -> None:
        source = self.source()
        first = list(source.extract(io.BytesIO(self.data), NOW))
        assert list(source.extract(io.BytesIO(self.data), NOW)) == first
        assert self.read(self.data) == first
        assert [item for item in first if isinstance(item, Interaction | Card | Reported)]

    def test_it_reads_forward_only(self) -> None:
        opened = cast("io.BytesIO", Forward(self.data))
        assert list(self.source().extract(opened, NOW)) == self.read(self.data)

    def test_items_have_keys_of_their_own_of_63_bits(self) -> None:
        keys = [item.key for item in self.read(self.data) if isinstance(item, Interaction)]
        assert len(set(keys)) == len(keys)
        assert all(0 < key < 1 << 63 for key in keys)

    def test_identifiers_are_in_normal_form(self) -> None:
        identifiers = list(identifiers_of(self.read(self.data)))
        assert identifiers
        assert [one for one in identifiers if not _IDENTIFIER.fullmatch(one)] == []

    def test_people_are_named_once_and_counted(self) -> None:
        for item in self.read(self.data):
            if isinstance(item, Interaction):
                people = [person.identifier for person in item.participants]
                assert len(set(people)) == len(people)
                if item.channel in (Channel.MAIL, Channel.CALL):
                    assert [one.role for one in item.participants].count(Role.SENDER) == 1
                    assert item.recipients == len(people) - 1

    def test_no_field_holds_any_text_of_the_body(self) -> None:
        kept = "\n".join(repr(asdict(item)) for item in self.read(self.data) if not isinstance(item, Series)).casefold()
        for mark in self.marks:
            plain = mark.casefold()
            assert plain.encode() in self.data.lower() or b64encode(mark.encode()) in self.data, f"{mark} not planted"
            assert plain not in kept
            assert b64encode(mark.encode()).decode().rstrip("=").casefold() not in kept

    def test_a_broken_item_is_reported_with_its_place_and_the_rest_goes_on(self) -> None:
        items = self.read(self.broken)
        failed = [item for item in items if isinstance(item, Unreadable)]
        assert [item.offset for item in failed] == [self.broken_at]
        assert failed[0].cause
        assert _kept(items) == _kept(self.read(self.rest))

    def test_what_is_cut_off_anywhere_never_raises(self) -> None:
        for cut in range(0, len(self.data), max(1, len(self.data) // 60)):
            self.read(self.data[:cut])

    def test_it_knows_its_own_files_by_their_content(self) -> None:
        source = self.source()
        for name in self.names:
            assert source.identify(self.data[:4096], name)
            assert source.identify(SAMPLES[source.name], name)

    def test_it_leaves_other_kinds_of_files_alone(self) -> None:
        source = self.source()
        taken = [kind for kind, head in SAMPLES.items() if kind != source.name and source.identify(head, "file")]
        assert taken == []


def identifiers_of(items: Sequence[Item]) -> Iterator[str]:
    """Give every identifier in some items."""
    for item in items:
        if isinstance(item, Interaction):
            yield from (person.identifier for person in item.participants)
        elif isinstance(item, Card):
            yield from item.identifiers
        elif isinstance(item, Reported):
            yield from (item.reporter, item.other)
        elif isinstance(item, LeftOut) and item.sighting:
            yield item.sighting.identifier


def _kept(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if isinstance(item, Interaction | Card | Series | LeftOut | Reported)]
