"""Over en weer: what is still open between the user and others, the user's own side first; noted where the log cannot see it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hecht.app.bridging import introductions
from hecht.app.people import Person, find, people, persons_of
from hecht.app.said import next_second
from hecht.app.settings import now
from hecht.app.snapshot import ego_of, nobody
from hecht.core.errors import EmptyAskError, NoSuchOpenError, SeveralFoundError
from hecht.core.exchange.introduction import Step
from hecht.core.exchange.ledger import ENOUGH, YEAR, Turn, only_taken, turns
from hecht.core.identity import hashed
from hecht.core.ties.reciprocity import Event, open_questions
from hecht.sql import query
from hecht.stores.said import state, stated, take_back
from hecht.stores.store import Store

NOTED = ("gave", "got", "owe", "due")
"""What one notes by hand: something given or got; something promised by the user (owe) or to them (due)."""
LOOK_BACK = 90


@dataclass(frozen=True, slots=True)
class Open:
    """Something that is still open with somebody: the user's to do (`mine`), or the other's.

    how: `question` (asked by mail, no answer to be seen), `promised` (noted by hand) or `introduction` (both said yes).
    `id` settles what was noted; what the log shows is settled by what happens.
    """

    id: str
    mine: bool
    person: Person
    how: str
    text: str
    day: int


def open_things(store: Store, as_of: int) -> list[Open]:
    """Give what is still open on a day, the user's own side first, oldest first; what was done is not kept as a score."""
    ego = ego_of(store)
    asked = open_questions(_events(store, ego, as_of, LOOK_BACK))
    machines = nobody(store)
    noted = [(kind, one) for kind in ("owe", "due") for one in stated(store, kind) if _day(one.since) <= as_of]
    person_of = persons_of(store, {one.identifier for _, one in noted})
    ready = [one for one in introductions(store, as_of) if one.step is Step.READY]
    wanted = {*(one.person for one in asked), *person_of.values(), *(one.a for one in ready)}
    named = people(store, wanted, as_of) if wanted else {}
    found = [
        Open(f"{hashed('open', str(one.key)):016x}", not one.mine, named[one.person], "question", one.title, one.day)
        for one in asked
        if one.person in named and one.person not in machines
    ]
    found += [
        Open(f"{one.id:016x}", kind == "owe", named[person_of[one.identifier]], "promised", one.value, _day(one.since))
        for kind, one in noted
        if person_of.get(one.identifier) in named
    ]
    found += [
        Open(one.id, mine=True, person=named[one.a], how="introduction", text=one.a_gains, day=one.since)
        for one in ready
        if one.a in named
    ]
    return sorted(found, key=lambda one: (not one.mine, one.day, one.id))


def note(store: Store, kind: str, name: str, text: str, as_of: int) -> Person:
    """Note by hand that something was given, got, or promised; see `NOTED`.

    Raises:
        EmptyAskError: there are no words in it.
        NobodyFoundError, SeveralFoundError: see `app.people.find`.
    """
    if not any(letter.isalnum() for letter in text):
        raise EmptyAskError
    found = find(people(store), name)
    state(store, kind, found.id, next_second(store, kind), value=" ".join(text.split())[:300], since=as_of)
    return found


def settle(store: Store, number: str, as_of: int) -> str:
    """Say that something promised was done: it is then something given, or got.

    Raises:
        NoSuchOpenError: nothing that was noted has this id.
    """
    held = [(kind, one) for kind in ("owe", "due") for one in stated(store, kind)]
    fits = [(kind, one) for kind, one in held if number and f"{one.id:016x}".startswith(number.lower())]
    if len(fits) > 1:
        raise SeveralFoundError("; ".join(f"{one.id:016x}"[:8] for _, one in fits))
    if not fits:
        raise NoSuchOpenError(repr(number))
    kind, one = fits[0]
    done = "gave" if kind == "owe" else "got"
    take_back(store, one.id, now())
    state(store, done, one.identifier, next_second(store, done), value=one.value, since=as_of)
    return one.value


def all_turns(store: Store, ego: int, as_of: int, only: Iterable[int] | None = None) -> list[Turn]:
    """Give what was done for one another in the year up to a day: answered, introduced, and noted by hand.

    `only`: some people, of whom alone the answers are read; that is quicker.
    """
    if only is None:
        found = turns(_events(store, ego, as_of, YEAR))
    else:
        params = {"ego": ego, "as_of": as_of, "since": as_of - YEAR}
        each = (store.rows(query("events_with"), {**params, "person": one}) for one in only)
        found = [turn for rows in each for turn in turns(Event(*row) for row in rows)]  # type: ignore[arg-type]
    for one in introductions(store, as_of):
        if one.sent is not None and one.sent <= as_of:
            found += [Turn(person, one.sent, True, "") for person in (one.a, one.b)]  # noqa: FBT003
    return [*found, *_noted(store)]


def _noted(store: Store) -> list[Turn]:
    noted = [(kind, one) for kind in ("gave", "got") for one in stated(store, kind)]
    person_of = persons_of(store, {one.identifier for _, one in noted})
    return [
        Turn(person_of[one.identifier], _day(one.since), kind == "gave", one.value)
        for kind, one in noted
        if one.identifier in person_of
    ]


def spared(store: Store, ego: int, as_of: int) -> frozenset[int]:
    """Give those of whom nothing more should be asked now: the user took three times and gave nothing.

    What went to and fro is read only of those from whom the user can have taken that often: a year of everybody's takes long.
    """
    params = {"ego": ego, "as_of": as_of, "since": as_of - YEAR}
    taken = Counter({int(person or 0): int(times or 0) for person, times in store.rows(query("asked_often"), params)})
    taken.update(turn.person for turn in _noted(store) if not turn.gave)
    some = sorted(person for person, times in taken.items() if times >= ENOUGH)
    return only_taken(all_turns(store, ego, as_of, some), as_of) if some else frozenset()


def _events(store: Store, ego: int, as_of: int, back: int) -> Sequence[Event]:
    rows = store.rows(query("events"), {"ego": ego, "as_of": as_of, "since": as_of - back})
    return [Event(*row) for row in rows]  # type: ignore[arg-type]


def _day(day: int | None) -> int:
    return 0 if day is None else day
