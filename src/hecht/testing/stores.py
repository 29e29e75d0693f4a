"""What everything above the log relies on of every store, as a test class to inherit."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hecht.core.identity import key_of
from hecht.core.model import (
    Answer,
    Card,
    Channel,
    Interaction,
    Participant,
    Role,
    Series,
    Sighting,
    Status,
)
from hecht.core.revision import Entry, revision_of
from hecht.stores import tables
from hecht.stores.append import Batch
from hecht.stores.said import Said, state, stated, take_back
from hecht.stores.store import Store

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
            same = len(people) == len(entry.interaction.participants)
            kept.append(entry if same else entry._replace(interaction=entry.interaction.among(people), stems=()))
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

    def test_what_the_user_stated_stays_until_it_is_taken_back(self) -> None:
        store = self.empty()
        first = state(store, "note", 5, 100, value="likes to walk")
        assert state(store, "note", 5, 100, value="likes to walk") == first
        second = state(store, "note", 5, 101, other=6, value="x'; --", since=3)
        state(store, "merge", 5, 102, other=7)
        assert stated(store, "note") == [
            Said(first, 100, 5, 0, "likes to walk", None, None),
            Said(second, 101, 5, 6, "x'; --", 3, None),
        ]
        take_back(store, first, 103)
        assert [one.id for one in stated(store, "note")] == [second]
        store.close()
