"""One person: the tie with the user, its time line by month, and what stands open either way."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hecht.app.notes import notes_of
from hecht.app.people import Person, find, organisations, people
from hecht.app.situation import events
from hecht.app.snapshot import Snapshot, counts_of, take
from hecht.app.ties import TieRow, tie_row
from hecht.app.who import spheres
from hecht.core.days import to_date
from hecht.core.ties.reciprocity import Event, open_questions, starts
from hecht.core.ties.tie import Counts
from hecht.sql import query
from hecht.stores.store import Store


@dataclass(frozen=True, slots=True)
class Month:
    """Contact in one month (`2026-11`): active days, messages either way, meetings and calls together."""

    month: str
    active_days: int
    sent: int
    received: int
    together: int


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question after which nothing came back that hecht can see; `mine` when the user asked it."""

    mine: bool
    day: str
    subject: str


@dataclass(frozen=True, slots=True)
class Job:
    """One organisation in somebody's history, seen or `stated` between two days (ISO; None where that is not known)."""

    organisation: str
    since: str | None
    until: str | None
    stated: bool


@dataclass(frozen=True, slots=True)
class PersonView:
    """Everything shown of one person.

    `starts` is the share (0-1) of conversations by message that the user began. `layer_computed` is the layer that the
    log gives, also where the user stated another; `people` is how many people have a layer. `jobs` are where they work
    and worked, in the order of time; `sphere` is work or private where that was stated.
    """

    person: int
    name: str
    organisation: str
    identifiers: tuple[str, ...]
    tie: TieRow | None
    starts: float | None
    months: tuple[Month, ...]
    questions: tuple[OpenQuestion, ...]
    layer_stated: bool = False
    layer_computed: int | None = None
    people: int = 0
    notes: tuple[str, ...] = ()
    jobs: tuple[Job, ...] = ()
    sphere: str | None = None


class Known(NamedTuple):
    """What persons are shown with and is gathered at once for everybody: ties, names, counts, what happened lately."""

    shot: Snapshot
    people: dict[int, Person]
    counts: dict[tuple[int, int], Counts]
    events: Sequence[Event]


def known_of(
    store: Store,
    as_of: int,
    everyone: dict[int, Person] | None = None,
    shot: Snapshot | None = None,
    happened: Sequence[Event] | None = None,
) -> Known:
    """Gather it for a day; everybody's names, a snapshot and what happened lately save making them."""
    shot = shot or take(store, as_of)
    return Known(
        shot,
        people(store, as_of=as_of) if everyone is None else everyone,
        counts_of(store, as_of, shot.ego),
        events(store, shot.ego, as_of) if happened is None else happened,
    )


def person(store: Store, name: str, as_of: int, known: Known | None = None) -> PersonView:
    """Give one person, found by name or address, as seen on a day; what is known of everybody saves gathering it."""
    everyone = known.people if known else people(store, as_of=as_of)
    found = find(everyone, name)
    known = known or known_of(store, as_of, everyone)
    shot = known.shot
    tie = shot.ties.get(found.id)
    counts = known.counts.get((shot.ego, found.id)) if tie else None
    months: dict[str, list[int]] = {}
    for _, day, sent, received, together in store.rows(
        query("days"), {"as_of": as_of, "since": -1, "ego": shot.ego, "alter": found.id}
    ):
        amounts = months.setdefault(to_date(int(day or 0)).isoformat()[:7], [0, 0, 0, 0])
        for index, amount in enumerate((1, sent, received, together)):
            amounts[index] += int(amount or 0)
    asked = [one for one in open_questions(known.events) if one.person == found.id]
    return PersonView(
        person=found.id,
        name=found.name,
        organisation=found.organisation,
        identifiers=found.identifiers,
        tie=tie_row(tie, counts, known.people, shot.seen_through, chances=True) if tie and counts else None,
        starts=starts(counts.opened_a, counts.opened_b) if counts else None,
        months=tuple(Month(month, *counts) for month, counts in sorted(months.items())),
        notes=notes_of(store, found.id),
        questions=tuple(OpenQuestion(one.mine, to_date(one.day).isoformat(), one.title) for one in asked),
        layer_stated=tie.stated if tie else False,
        layer_computed=tie.computed if tie else None,
        people=sum(one.layer is not None for one in shot.ties.values()),
        jobs=tuple(
            Job(one.organisation, _iso(one.since), _iso(one.until), one.stated)
            for one in organisations(store, found.id, as_of)
        ),
        sphere=spheres(store).get(found.id),
    )


def _iso(day: int | None) -> str | None:
    return None if day is None else to_date(day).isoformat()
