"""What counts as contact, rule by rule as the design states it, and how long a log keeps it right."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from hecht.core.identity import key_of
from hecht.core.model import Answer, Channel, Interaction, Participant, Role, Series, Status
from hecht.core.revision import Entry
from hecht.stores.append import Batch
from hecht.stores.store import Store, open_store
from hecht.testing.histories import EGO, PEOPLE
from hecht.testing.stores import dump

ANN, BOB, COR, DEE = EGO, *PEOPLE[1:4]
DAY = 20_000


@pytest.fixture
def store() -> Iterator[Store]:
    made = open_store("sqlite://")
    made.set_ego({key_of(ANN): ANN}, said=True)
    yield made
    made.close()


def pairs(store: Store) -> set[frozenset[str]]:
    names = {key: str(text) for key, text in store.rows("SELECT n.key, n.text FROM identifier n WHERE n.log = :log")}
    rows = store.rows("SELECT c.a, c.b FROM contact c WHERE c.log = :log")
    return {frozenset((names[a], names[b])) for a, b in rows}


def pair(*people: str) -> frozenset[str]:
    return frozenset(people)


def add(store: Store, *items: Interaction) -> None:
    store.append(Batch(entries=[Entry(item, DAY) for item in items]))


def mail(*others: str, recipients: int | None = None, **facts: Any) -> Interaction:
    people = (Participant(ANN, Role.SENDER), *(Participant(one, Role.TO) for one in others))
    made = Interaction(1, DAY * 86_400, Channel.MAIL, people, len(others) if recipients is None else recipients)
    return replace(made, **facts)


def meeting(
    *others: str, mine: Answer = Answer.ACCEPTED, theirs: Answer = Answer.ACCEPTED, recipients: int = 2, **facts: Any
) -> Interaction:
    invited = [Participant(one, Role.ATTENDEE, "", theirs) for one in others]
    people = (Participant(DEE, Role.ORGANISER), Participant(ANN, Role.ATTENDEE, "", mine), *invited)
    return replace(Interaction(2, DAY * 86_400, Channel.MEETING, people, recipients, thread=7), **facts)


def test_mail_counts_between_the_sender_and_everybody_it_went_to(store: Store) -> None:
    add(store, mail(BOB, COR))
    assert pairs(store) == {pair(ANN, BOB), pair(ANN, COR)}


@pytest.mark.parametrize(("recipients", "counts"), [(1, True), (5, True), (6, False), (100, False)])
def test_mail_to_more_than_five_is_no_contact(store: Store, recipients: int, counts: bool) -> None:
    add(store, mail(BOB, recipients=recipients))
    assert bool(pairs(store)) is counts


def test_mail_that_is_suspect_is_no_contact(store: Store) -> None:
    add(store, mail(BOB, suspect=True))
    assert pairs(store) == set()


@pytest.mark.parametrize(("recipients", "counts"), [(2, True), (7, True), (8, False), (24, False)])
def test_a_meeting_of_more_than_eight_is_no_contact(store: Store, recipients: int, counts: bool) -> None:
    add(store, meeting(BOB, recipients=recipients))
    assert bool(pairs(store)) is counts


@pytest.mark.parametrize(("mine", "counts"), list(zip(Answer, (False, True, False, False), strict=True)))
def test_an_invitation_counts_once_the_user_accepted(store: Store, mine: Answer, counts: bool) -> None:
    add(store, meeting(BOB, mine=mine))
    assert pairs(store) == ({pair(ANN, BOB), pair(ANN, DEE), pair(BOB, DEE)} if counts else set())


@pytest.mark.parametrize(("theirs", "counts"), list(zip(Answer, (True, True, True, False), strict=True)))
def test_others_count_unless_they_declined(store: Store, theirs: Answer, counts: bool) -> None:
    add(store, meeting(BOB, theirs=theirs))
    assert (pair(ANN, BOB) in pairs(store)) is counts
    assert pair(ANN, DEE) in pairs(store)


def test_a_meeting_of_others_counts_for_them_and_one_of_the_user_without_any_answer(store: Store) -> None:
    people = (Participant(ANN, Role.ORGANISER), Participant(BOB, Role.ATTENDEE), Participant(COR, Role.ATTENDEE))
    add(
        store,
        Interaction(3, DAY * 86_400, Channel.MEETING, people, 2),
        Interaction(4, DAY * 86_400, Channel.MEETING, people[1:], 1),
    )
    assert pairs(store) == {pair(ANN, BOB), pair(ANN, COR), pair(BOB, COR)}


def test_a_cancelled_meeting_no_longer_counts_whichever_is_read_first(store: Store) -> None:
    other = open_store("sqlite://")
    other.set_ego({key_of(ANN): ANN}, said=True)
    held, cancelled = meeting(BOB), meeting(BOB, status=Status.CANCELLED, sequence=1)
    add(store, held)
    assert pairs(store) != set()
    add(store, cancelled)
    assert pairs(store) == set()
    add(other, cancelled)
    add(other, held)
    assert dump(other) == dump(store)
    other.close()


def test_occurrences_of_an_older_rule_no_longer_count(store: Store) -> None:
    add(store, meeting(BOB, sequence=1))
    store.append(Batch(series=[Series(7, 1, 0)]))
    assert pairs(store) != set()
    store.append(Batch(series=[Series(7, 2, 0)]))
    assert pairs(store) == set()
    add(store, meeting(BOB, sequence=2))
    assert pairs(store) != set()
