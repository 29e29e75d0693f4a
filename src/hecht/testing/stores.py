"""What everything above the log relies on of every store, as a test class to inherit."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hecht.core.identity import key_of
from hecht.core.model import Channel, Interaction, Participant, Role
from hecht.core.revision import Entry
from hecht.stores import tables
from hecht.stores.append import Batch
from hecht.stores.erase import erase
from hecht.stores.said import Said, Statement, decide, state, stated, take_back, undo
from hecht.stores.store import Store
from hecht.testing.histories import (
    EGO,
    FIRST_DAY,
    PEOPLE,
    History,
    contact_by_hand,
    histories,
    joined,
    who_is_who,
    without,
)


def identity(store: Store) -> list[tuple[object, ...]]:
    """Give the person of every identifier."""
    return [
        tuple(row) for row in store.rows("SELECT i.identifier, i.person FROM identity i WHERE i.log = :log ORDER BY 1")
    ]


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
            1, FIRST_DAY * 86_400, Channel.MAIL, (Participant(EGO, Role.SENDER), Participant(PEOPLE[1], Role.TO)), 1
        )
        assert other.append(Batch(entries=[Entry(item, FIRST_DAY)])).new == 1
        assert not any(dump(store).values())
        assert store.append(Batch(entries=[Entry(item, FIRST_DAY)])).new == 1
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

    @_quick(25)
    @given(histories(), who_is_who(), st.data())
    def test_what_the_user_said_of_who_is_who_holds_whatever_is_read_when(
        self, history: History, said: tuple[Statement, ...], data: st.DataObject
    ) -> None:
        steps: list[Batch | Statement] = data.draw(st.permutations([*history.pieces(), *said]))
        early, late = self.empty(), self.filled([history.batch()])
        early.set_ego({key_of(EGO): EGO}, said=True)
        early.append(Batch(identifiers={key_of(one): one for one in PEOPLE}))
        late.append(Batch(identifiers={key_of(one): one for one in PEOPLE}))
        for step in steps:
            if isinstance(step, Batch):
                early.append(step)
            else:
                decide(early, 100, [step])
        for statement in (step for step in steps if isinstance(step, Statement)):
            decide(late, 100, [statement])
        assert dump(early) == dump(late)
        early.rebuild()
        assert dump(early) == dump(late)
        early.close()
        late.close()

    @_quick(25)
    @given(histories(), who_is_who(), who_is_who())
    def test_undoing_what_was_said_gives_what_was_before(
        self, history: History, before: tuple[Statement, ...], said: tuple[Statement, ...]
    ) -> None:
        store = self.filled([history.batch()])
        for statement in before:
            decide(store, 100, [statement])
        held = [one.id for kind in ("merge", "split") for one in stated(store, kind)]
        was = identity(store)
        moment = decide(store, 100, said, held[:1])
        undo(store, moment, 200, ("merge", "split"))
        assert identity(store) == was
        assert sorted(one.id for kind in ("merge", "split") for one in stated(store, kind)) == sorted(held)
        undo(store, moment, 200, ("merge", "split"))
        assert identity(store) == was
        store.close()

    @_quick(20)
    @given(histories(), st.sampled_from(PEOPLE[1:]), st.sampled_from(PEOPLE[1:]))
    def test_erasing_one_of_a_merged_person_erases_all_of_them(self, history: History, who: str, other: str) -> None:
        store = self.filled([history.batch()])
        store.append(Batch(identifiers={key_of(one): one for one in PEOPLE}))
        decide(store, 100, [Statement("merge", key_of(who), key_of(other), "x"), Statement("sphere", key_of(other))])
        people = {int(str(key)): int(str(person)) for key, person in identity(store)}
        theirs = {key for key, person in people.items() if person == people[key_of(who)]}
        assert {key_of(who), key_of(other)} <= theirs
        erase(store, people[key_of(who)], ())
        left = [cell for rows in dump(store).values() for row in rows for cell in row]
        assert not theirs.intersection(left)
        store.append(history.batch())
        assert not theirs.intersection(key for key, _ in identity(store))
        store.close()
