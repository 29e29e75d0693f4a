"""Today: a sheet for each meeting of a day and the next working day, with who comes and what is open between you."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from hecht.app.decisions import decisions
from hecht.app.groups import looking_back
from hecht.app.people import Person, people
from hecht.app.preferences import voices
from hecht.app.said import by_person
from hecht.app.situation import narrowed, situation
from hecht.app.snapshot import ego_of
from hecht.core.days import to_date
from hecht.core.identity import key_of
from hecht.core.moves.move import Kind, Later, Meeting, Move, Situation
from hecht.core.moves.plan import candidates
from hecht.core.moves.preferences import Voice
from hecht.core.ties.reciprocity import Question
from hecht.core.ties.tie import CHANNELS
from hecht.sql import query
from hecht.stores.said import stated
from hecht.stores.store import Store

MOST = 12
"""People of one meeting who are written about, the nearest first."""
FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who comes: days of the first and last contact (None without any), through what the last was, and more.

    `alone`: there was contact between the two alone. `asked_me` and `asked` are open questions either way.
    """

    person: Person
    since: int | None
    last: int | None
    channel: str
    alone: bool
    asked_me: Question | None
    asked: Question | None
    note: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One meeting: who comes, how many more, who does not know whom as far as seen, and one suggestion."""

    meeting: Meeting
    guests: tuple[Guest, ...]
    more: int
    strangers: tuple[tuple[Person, Person], ...]
    move: Move | None


@dataclass(frozen=True, slots=True)
class Today:
    """The sheets of a day and the next working day, in order, and the gatherings on which one looks back that day."""

    as_of: int
    sheets: tuple[Sheet, ...]
    seen_through: tuple[str, ...]
    zone: str
    voices: dict[int, Voice] = field(default_factory=dict)
    later: tuple[Later, ...] = ()


def today(store: Store, as_of: int, found: Situation | None = None) -> Today:
    """Make a sheet for each meeting from a day up to and including the next working day.

    The situation of a week that begins on that day saves gathering it.

    What is told of the contact so far ends the day before: the meetings of the day itself have yet to come.
    """
    weekday = to_date(as_of).weekday()
    ahead = max(1, 7 - weekday) if weekday >= FRIDAY else 1
    ego = ego_of(store)
    now = narrowed(store, found, ego, ahead) if found else situation(store, as_of, ahead)
    known = (
        people(store, sorted({person for meeting in now.agenda for person in meeting.people}), now.as_of)
        if now.agenda
        else {}
    )
    notes = {person: said.value for person, said in by_person(store, "note").items()}
    offered = [move for move in candidates(now, decisions(store)) if move.kind is not Kind.REVIEW]
    told: set[int] = set()
    sheets = []
    for meeting in now.agenda:
        near = sorted(meeting.people, key=lambda person: _nearness(now, person))[:MOST]
        guests = tuple(_guest(store, now, ego, known[person], notes.get(person, "")) for person in near)
        fits = (move for move in offered if move.moment == meeting and not told & set(move.people))
        move = next(fits, None)
        told |= set(move.people) if move else set()
        strangers = _strangers(store, as_of - 1, [known[person] for person in near])
        sheets.append(Sheet(meeting, guests, len(meeting.people) - len(near), strangers, move))
    spoken = voices(store, as_of, sorted(told), now.preferences)
    return Today(
        as_of,
        tuple(sheets),
        now.seen_through,
        store.setting("zone") or "UTC",
        spoken,
        tuple(looking_back(store, as_of, as_of)),
    )


def _nearness(now: Situation, person: int) -> tuple[float, ...]:
    tie = now.ties.get(person)
    return (-tie.strength, person) if tie else (0.0, person)


def _guest(store: Store, now: Situation, ego: int, person: Person, note: str) -> Guest:
    rows = store.rows(query("tie_channels"), {"ego": ego, "person": person.id, "as_of": now.as_of - 1})
    open_ = {one.mine: one for one in now.questions if one.person == person.id}
    return Guest(
        person=person,
        since=min((int(first or 0) for _, first, _, _ in rows), default=None),
        last=int(rows[0][2] or 0) if rows else None,
        channel=CHANNELS[int(rows[0][0] or 0) - 1] if rows else "",
        alone=any(int(direct or 0) for _, _, _, direct in rows),
        asked_me=open_.get(False),
        asked=open_.get(True),
        note=note,
    )


def _strangers(store: Store, as_of: int, guests: Sequence[Person]) -> tuple[tuple[Person, Person], ...]:
    """Give the pairs who never took part in one mail or meeting that was seen; not of one organisation, nor stated."""
    seen: Mapping[int, frozenset[int]] = {
        one.id: frozenset(
            int(other or 0) for (other,) in store.rows(query("acquainted"), {"person": one.id, "as_of": as_of})
        )
        for one in guests
    }
    owner = {key_of(text): one.id for one in guests for text in one.identifiers}
    told = {
        frozenset((owner[one.identifier], owner[one.other]))
        for one in stated(store, "acquainted")
        if one.identifier in owner and one.other in owner
    }
    return tuple(
        (one, other)
        for one, other in combinations(guests, 2)
        if other.id not in seen[one.id]
        and not (one.organisation and one.organisation == other.organisation)
        and frozenset((one.id, other.id)) not in told
    )
