"""Versions: the hash of all facts of an item, whatever the order in which a copy names its people."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.model import Answer, Channel, Interaction, Participant, Role, Status
from hecht.core.revision import Entry, revision_of

PEOPLE = (
    Participant("mailto:anna@example.nl", Role.SENDER, "Anna"),
    Participant("mailto:bram@example.nl", Role.TO, "Bram"),
    Participant("mailto:carla@example.nl", Role.CC, "Carla"),
)
MAIL = Interaction(1, 1_700_000_000, Channel.MAIL, PEOPLE, 2, title="pomp")
ENTRY = Entry(MAIL, 19_675)

# one other value of every fact that is stored
OTHER: dict[str, object] = {
    "key": 2,
    "seconds": 1_700_000_001,
    "channel": Channel.CALL,
    "participants": PEOPLE[:2],
    "recipients": 3,
    "thread": 5,
    "reply_to": 6,
    "status": Status.CANCELLED,
    "duration": 60,
    "title": "pompen",
    "relation": 0,
    "friction": 40,
    "asks": 1,
    "words": 7,
    "language": "nl",
    "tone_version": 1,
    "suspect": True,
    "sequence": 1,
    "stamp": 9,
}
NO_FACTS = {"utc"}  # how the day was counted; the day itself is a fact


def test_every_field_is_looked_at() -> None:
    assert {one.name for one in fields(Interaction)} == OTHER.keys() | NO_FACTS


@pytest.mark.parametrize("name", OTHER)
def test_each_fact_makes_another_version(name: str) -> None:
    changed = replace(MAIL, **{name: OTHER[name]})  # type: ignore[arg-type]
    assert revision_of(Entry(changed, ENTRY.day)) != revision_of(ENTRY)


def test_each_pair_of_changes_makes_another_version() -> None:
    seen = {revision_of(Entry(replace(MAIL, **{name: value}), 19_675)) for name, value in OTHER.items()}  # type: ignore[arg-type]
    assert len(seen) == len(OTHER)


def test_the_day_is_a_fact_and_the_place_of_reading_is_not() -> None:
    assert revision_of(ENTRY._replace(day=19_676)) != revision_of(ENTRY)
    assert revision_of(ENTRY._replace(source=9, stems=("pomp",))) == revision_of(ENTRY)
    assert revision_of(Entry(replace(MAIL, utc=True), ENTRY.day)) == revision_of(ENTRY)


def test_unknown_is_not_nought() -> None:
    assert revision_of(Entry(replace(MAIL, relation=0), 1)) != revision_of(Entry(replace(MAIL, relation=None), 1))


@pytest.mark.parametrize(
    "person",
    [
        PEOPLE[1]._replace(role=Role.CC),
        PEOPLE[1]._replace(answer=Answer.DECLINED),
        PEOPLE[1]._replace(identifier="mailto:dirk@example.nl"),
    ],
)
def test_each_fact_of_a_participant(person: Participant) -> None:
    changed = replace(MAIL, participants=(PEOPLE[0], person, PEOPLE[2]))
    assert revision_of(Entry(changed, ENTRY.day)) != revision_of(ENTRY)


PARTICIPANT = st.builds(
    Participant, st.sampled_from("abc"), st.sampled_from(Role), st.text(max_size=3), st.sampled_from(Answer)
)


@given(st.lists(PARTICIPANT, max_size=5), st.data())
def test_order_and_names_of_participants_do_not_matter(people: list[Participant], data: st.DataObject) -> None:
    shuffled = [one._replace(name=data.draw(st.text(max_size=3))) for one in data.draw(st.permutations(people))]
    one, other = (Entry(replace(MAIL, participants=tuple(named)), 7) for named in (people, shuffled))
    assert revision_of(one) == revision_of(other)
    assert 0 <= revision_of(one) < 2**63


FACT = st.tuples(st.sampled_from("abc"), st.sampled_from(Role), st.sampled_from(Answer))


@given(st.lists(FACT, max_size=4), st.lists(FACT, max_size=4))
def test_other_participants_are_another_version(
    one: list[tuple[str, Role, Answer]], other: list[tuple[str, Role, Answer]]
) -> None:
    both = [
        revision_of(Entry(replace(MAIL, participants=tuple(Participant(who, role, "", said) for who, role, said in people)), 7))
        for people in (one, other)
    ]  # fmt: skip
    assert (both[0] == both[1]) == (sorted(one) == sorted(other))
