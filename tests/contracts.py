"""Contracts that every source and every store inherits: what the rest of hecht relies on, tested on each of them.

A test class inherits one and gives what it asks for. `SourceContract` needs a source, a file of its kind with marker
words in every text that must not be kept, and the same file with one item broken. `StoreContract` needs empty stores.
"""

import io
import re
from abc import ABC, abstractmethod
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import ClassVar, cast

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hecht.core.identity import key_of
from hecht.core.model import (
    Answer,
    Card,
    Channel,
    Interaction,
    Item,
    LeftOut,
    Participant,
    Role,
    Series,
    Sighting,
    Status,
    Unreadable,
)
from hecht.core.revision import Entry, revision_of
from hecht.sources import Source
from hecht.stores import tables
from hecht.stores.append import Batch
from hecht.stores.store import Store

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
    "picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
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
        assert [item for item in first if isinstance(item, Interaction | Card)]

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
        elif isinstance(item, LeftOut) and item.sighting:
            yield item.sighting.identifier


def _kept(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if isinstance(item, Interaction | Card | Series | LeftOut)]


PEOPLE = (
    "mailto:ann@example.org",
    "mailto:bob@example.org",
    "mailto:cor@example.com",
    "mailto:dee@example.net",
    "tel:+31612345678",
    "id:erik",
)
EGO = PEOPLE[0]
_FIRST_DAY = 20_000
_LISTS = ("talk.example.org", "news.example.org")


@dataclass(frozen=True)
class History:
    """What happened, in the order in which it was found; `ego` is the user's own identifier."""

    entries: tuple[Entry, ...]
    cards: tuple[Card, ...] = ()
    series: tuple[Series, ...] = ()
    sightings: tuple[tuple[Sighting, int], ...] = ()

    def pieces(self) -> list[Batch]:
        """Give every item as a batch of its own."""
        return [
            *(Batch(entries=[entry]) for entry in self.entries),
            *(Batch(cards=[card]) for card in self.cards),
            *(Batch(series=[one]) for one in self.series),
            *(Batch(sightings=[one]) for one in self.sightings),
        ]

    def batch(self) -> Batch:
        """Give all at once."""
        return joined(self.pieces())


def joined(pieces: Sequence[Batch]) -> Batch:
    """Give several batches as one."""
    whole = Batch()
    for piece in pieces:
        whole.entries += piece.entries
        whole.cards += piece.cards
        whole.series += piece.series
        whole.sightings += piece.sightings
    return whole


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Give a mail, call, meeting, visit or day of chat among a few people, or another version of one."""
    channel = draw(
        st.sampled_from([Channel.MAIL, Channel.MAIL, Channel.MEETING, Channel.MEETING, Channel.CHAT, Channel.CALL])
    )
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=5, unique=True))
    number = draw(st.integers(0, 4))
    day = _FIRST_DAY + draw(st.integers(0, 3))
    if channel in (Channel.MAIL, Channel.CALL):
        roles = [Role.SENDER, *draw(st.lists(st.sampled_from([Role.TO, Role.CC]), min_size=4, max_size=4))]
        answers = [Answer.NONE] * 5
    elif channel is Channel.MEETING:
        roles = [Role.ORGANISER, *[Role.ATTENDEE] * 4]
        answers = [Answer.NONE, *draw(st.lists(st.sampled_from(list(Answer)), min_size=4, max_size=4))]
    else:
        roles, answers = [Role.MEMBER] * 5, [Answer.NONE] * 5
    tone = draw(st.sampled_from([(None, 0), (0, 3), (55, 7), (100, 9)]))
    item = Interaction(
        key=int(channel) * 100 + number,
        seconds=day * 86_400 + draw(st.sampled_from([0, 3_600, 86_399])),
        channel=channel,
        participants=tuple(
            Participant(who, role, draw(st.sampled_from(["", "Ann", "A. Bos"])), answer)
            for who, role, answer in zip(people, roles, answers, strict=False)
        ),
        recipients=draw(st.sampled_from([len(people) - 1, len(people) - 1, 5, 6, 7, 8])),
        thread=draw(st.integers(1, 2)) if channel is Channel.MEETING else number,
        reply_to=draw(st.sampled_from([0, 0, 9])),
        status=draw(st.sampled_from([Status.HELD, Status.HELD, Status.CANCELLED])),
        title=draw(st.sampled_from(["", "dike plan", "budget"])),
        relation=tone[0],
        words=tone[1],
        suspect=draw(st.sampled_from([False, False, False, True])),
        sequence=draw(st.integers(0, 2)),
        stamp=draw(st.integers(0, 1)),
    )
    return Entry(item, day, tuple(item.title.split()), source=draw(st.integers(1, 2)))


def histories() -> st.SearchStrategy[History]:
    """Give small histories with copies, changed and cancelled items, cards, series and people seen on lists."""
    some_cards = st.builds(
        Card,
        st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True).map(tuple),
        st.sampled_from(["Bob Bos", "B. Bos", "Dee Dam", ""]),
        st.sampled_from(["", "Delta"]),
    )
    some_series = st.builds(Series, st.integers(1, 2), st.integers(0, 2), st.integers(0, 1))
    some_sightings = st.builds(
        lambda place, who, day: (Sighting(place, who, day * 86_400, "", f"mailto:all@{place}"), day),
        st.sampled_from(_LISTS),
        st.sampled_from(PEOPLE),
        st.integers(_FIRST_DAY, _FIRST_DAY + 2),
    )
    return st.builds(
        History,
        st.lists(entries(), max_size=8).map(tuple),
        st.lists(some_cards, max_size=3).map(tuple),
        st.lists(some_series, max_size=2).map(tuple),
        st.lists(some_sightings, max_size=2).map(tuple),
    )


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Give every row of every table that follows from what was read, in an order of its own."""
    found: dict[str, list[tuple[object, ...]]] = {}
    for table in tables.metadata.sorted_tables:
        if table.name in ("decay", "schema", "setting", "source", "tombstone"):
            continue
        columns = ", ".join("1" if column.name == "log" else f"t.{column.name}" for column in table.columns)
        rows = store.rows(f"SELECT {columns} FROM {table.name} t WHERE t.log = :log")
        found[table.name] = sorted((tuple(row) for row in rows), key=repr)
    return found


def contact_by_hand(history: History, ego: str) -> dict[tuple[int, int, int, int], tuple[int, ...]]:
    """Work out what counts as contact in plain Python: the rules of the design, without any SQL.

    Gives (a, b, day, channel) -> sent, received, opened by a, opened by b, together, direct, known, relation.
    """
    counts: dict[tuple[int, int, int, int], list[int]] = {}
    for entry in holding(history):
        item = entry.interaction
        mail = item.channel in (Channel.MAIL, Channel.CALL)
        if item.status is Status.CANCELLED or item.suspect or not 1 <= item.recipients <= (5 if mail else 7):
            continue
        mine = [one for one in item.participants if one.identifier == ego]
        if not mail and mine and mine[0].role is Role.ATTENDEE and mine[0].answer is not Answer.ACCEPTED:
            continue
        there = [one for one in item.participants if one.answer is not Answer.DECLINED]
        for one in there:
            for other in there:
                a, b = key_of(one.identifier), key_of(other.identifier)
                if a >= b or (mail and Role.SENDER not in (one.role, other.role)):
                    continue
                sent, received = int(mail and one.role is Role.SENDER), int(mail and other.role is Role.SENDER)
                opened = int(item.reply_to == 0)
                row = counts.setdefault((a, b, entry.day, int(item.channel)), [0] * 8)
                added = (sent, received, sent * opened, received * opened, int(not mail), int(item.recipients == 1))
                for place, value in enumerate((*added, int(item.relation is not None), item.relation or 0)):
                    row[place] += value
    return {pair: tuple(row) for pair, row in counts.items()}


def holding(history: History) -> list[Entry]:
    """Give the one version of every item that holds."""
    best: dict[int, tuple[tuple[int, int, int], Entry]] = {}
    for entry in history.entries:
        item = entry.interaction
        rank = (item.sequence, item.stamp, revision_of(entry))
        if item.key not in best or rank > best[item.key][0]:
            best[item.key] = rank, entry
    newest: dict[int, tuple[int, int]] = {}
    for one in history.series:
        newest[one.thread] = max(newest.get(one.thread, (0, 0)), (one.sequence, one.stamp))
    return [entry for rank, entry in best.values() if rank[:2] >= newest.get(entry.interaction.thread, (0, 0))]


def without(history: History, who: str) -> History:
    """Give what is left of a history when somebody is taken out of it."""
    kept = []
    for entry in history.entries:
        people = tuple(one for one in entry.interaction.participants if one.identifier != who)
        if len(people) > 1:
            kept.append(entry._replace(interaction=replace(entry.interaction, participants=people)))
    return replace(
        history,
        entries=tuple(kept),
        cards=tuple(card for card in history.cards if who not in card.identifiers),
        sightings=tuple(one for one in history.sightings if one[0].identifier != who),
    )


def _quick(examples: int) -> settings:
    return settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow, HealthCheck.data_too_large],
    )


class StoreContract(ABC):
    """What everything above the log relies on of every store."""

    @abstractmethod
    def empty(self) -> Store:
        """Give a store with nothing in it, which the contract closes."""

    def filled(self, batches: Sequence[Batch], ego: str = EGO) -> Store:
        """Give a store to which batches were added one after another."""
        store = self.empty()
        store.set_ego({key_of(ego): ego}, said=True)
        for batch in batches:
            store.append(batch)
        return store

    def dumped(self, batches: Sequence[Batch]) -> dict[str, list[tuple[object, ...]]]:
        """Give all that a store holds after some batches."""
        store = self.filled(batches)
        try:
            return dump(store)
        finally:
            store.close()

    @_quick(25)
    @given(histories())
    def test_adding_twice_changes_nothing(self, history: History) -> None:
        store = self.filled([history.batch()])
        before = dump(store)
        again = store.append(history.batch())
        assert (again.new, again.revised, again.erased) == (0, 0, 0)
        for piece in history.pieces():
            store.append(piece)
        assert dump(store) == before
        store.close()

    @_quick(30)
    @given(histories(), st.data())
    def test_any_order_in_any_pieces_gives_the_same_log(self, history: History, data: st.DataObject) -> None:
        pieces = data.draw(st.permutations(history.pieces()))
        cuts = sorted(data.draw(st.lists(st.integers(0, len(pieces)), max_size=3)))
        split = [joined(pieces[start:end]) for start, end in zip([0, *cuts], [*cuts, len(pieces)], strict=True)]
        assert self.dumped(split) == self.dumped([history.batch()])

    @_quick(30)
    @given(histories())
    def test_contact_is_what_the_rules_say_and_what_a_rebuild_gives(self, history: History) -> None:
        store = self.filled(history.pieces())
        before = dump(store)
        rows = {row[1:5]: row[5:] for row in before["contact"]}
        assert rows == contact_by_hand(history, EGO)
        store.rebuild()
        assert dump(store) == before
        store.close()

    @_quick(20)
    @given(histories(), st.sampled_from(PEOPLE[1:]))
    def test_saying_late_who_one_is_gives_the_same_log(self, history: History, also: str) -> None:
        early, late = self.empty(), self.empty()
        early.set_ego({key_of(EGO): EGO, key_of(also): also}, said=True)
        early.append(history.batch())
        late.append(history.batch())
        late.set_ego({key_of(EGO): EGO, key_of(also): also}, said=True)
        assert dump(early) == dump(late)
        early.close()
        late.close()

    @_quick(20)
    @given(histories(), st.sampled_from(PEOPLE[1:]))
    def test_people_who_were_erased_do_not_come_back(self, history: History, who: str) -> None:
        store = self.empty()
        store.set_ego({key_of(EGO): EGO}, said=True)
        store.write("INSERT INTO tombstone (log, mark) VALUES (:log, :mark)", [{"mark": store.tombstones.mark(who)}])
        done = store.append(history.batch())
        left = without(history, who)
        assert done.erased == len(history.entries) - len(left.entries)
        found = dump(store)
        assert not [row for rows in found.values() for row in rows if key_of(who) in row or who in row]
        assert found == self.dumped([left.batch()])
        store.close()

    def test_values_are_bound_and_never_read_as_sql(self) -> None:
        store = self.empty()
        nasty = "x'; DROP TABLE setting; -- \" \\ :log %s ? \u2028 é 日本"
        store.set_setting(nasty, nasty)
        assert store.setting(nasty) == nasty
        assert store.rows("SELECT s.value FROM setting s WHERE s.log = :log AND s.value = :v", {"v": nasty}) == [
            (nasty,)
        ]
        assert store.rows("SELECT CAST(:one AS BIGINT) + CAST(:two AS BIGINT)", {"one": 1 << 61, "two": 1}) == [
            ((1 << 61) + 1,)
        ]
        store.close()

    def test_the_logs_of_two_owners_are_kept_apart(self) -> None:
        store = self.empty()
        other = Store(store.engine, log=store.log + 1_000_000)
        item = Interaction(
            1, _FIRST_DAY * 86_400, Channel.MAIL, (Participant(EGO, Role.SENDER), Participant(PEOPLE[1], Role.TO)), 1
        )
        assert other.append(Batch(entries=[Entry(item, _FIRST_DAY)])).new == 1
        assert not any(dump(store).values())
        assert store.append(Batch(entries=[Entry(item, _FIRST_DAY)])).new == 1
        assert dump(store)["contact"] == [(1, *row[1:]) for row in dump(other)["contact"]]
        assert len(dump(other)["contact"]) == 1
        store.close()
