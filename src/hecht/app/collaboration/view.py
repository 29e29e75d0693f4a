"""A collaboration as it is shown: who takes part, what is seen of the contact between the parties, and what is asked of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from hecht.app.collaboration.keeping import collaborations
from hecht.app.collaboration.together import Together, together
from hecht.app.people import Person, people
from hecht.app.snapshot import seen_through
from hecht.core.collaboration.belonging import Belonging
from hecht.core.collaboration.collaboration import Collaboration
from hecht.core.collaboration.parties import Party
from hecht.core.collaboration.seen import Bridge, Cell, matrix, only_bridges, seen_share
from hecht.core.days import to_date
from hecht.stores.store import Store

WITHIN = 365
"""Days of contact that the matrix shows."""
SILENT = 180
"""Days in which the contact of a party runs through one person alone, to be said."""


@dataclass(frozen=True, slots=True)
class Short:
    """A collaboration in a list: its id, name, parties, when it began and how many people take part now."""

    id: str
    name: str
    parties: tuple[str, ...]
    start: str | None
    people: int


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who takes part: person, name, organisation for which, mandate, from and until a day (ISO), and if they sit now.

    `days` and `last` are the days with contact with the user within the collaboration, and the last; None for the user, and in
    a whole network's log.
    """

    person: int
    name: str
    party: str
    mandate: str
    since: str | None
    until: str | None
    now: bool
    you: bool
    days: int | None
    last: str | None


@dataclass(frozen=True, slots=True)
class CollaborationView:
    """One collaboration on a day.

    `cells` are the matrix of the last year, `visible` the part of them that is seen or reported (0-1). `bridges` are people
    through whom alone a party has contact, None when too little is seen to say so. `belongs` are the interactions that
    belong, `open` the questions of the start without an answer.
    """

    id: str
    name: str
    start: str | None
    look_back: str | None
    answers: dict[str, str]
    open: tuple[str, ...]
    parties: tuple[Party, ...]
    members: tuple[Member, ...]
    cells: tuple[Cell, ...]
    visible: float
    bridges: tuple[Bridge, ...] | None
    belongs: tuple[Belonging, ...]
    people: dict[int, Person]
    seen_through: tuple[str, ...]
    as_of: int


def iso(day: int | None) -> str | None:
    """Give a day as ISO text."""
    return None if day is None else to_date(day).isoformat()


def every(store: Store, as_of: int) -> list[Short]:
    """Give every collaboration, by name."""
    return [
        Short(
            f"{one.id:016x}",
            one.name,
            tuple(party.organisation for party in one.parties),
            iso(one.start),
            len(one.sitting(as_of)),
        )
        for one in collaborations(store)
    ]


def cells_of(found: Together, since: int) -> list[Cell]:
    """Give the matrix of a collaboration with what came after a day."""
    of = found.of
    return matrix(of.people(found.as_of), found.items, found.observers, of.reports(found.as_of), since)


def show(
    store: Store,
    name: str | Collaboration,
    as_of: int,
    found: Together | None = None,
    everyone: dict[int, Person] | None = None,
) -> CollaborationView:
    """Give one collaboration as it is on a day; what belongs to it and everybody as they were then save reading them."""
    found = found or together(store, name, as_of)
    of = found.of
    cells = cells_of(found, as_of - WITHIN)
    bridges = only_bridges(of.people(as_of), found.items, cells, as_of - SILENT)
    if everyone is None:
        named = {person for one in found.belonging for person in one.item.people} | {one.person for one in of.delegates}
        everyone = people(store, sorted(named), as_of) if named else {}
    return CollaborationView(
        id=f"{of.id:016x}",
        name=of.name,
        start=iso(of.start),
        look_back=iso(of.look_back),
        answers={one.slot: one.text("text") for one in of.of("why")},
        open=of.open_questions,
        parties=of.parties,
        members=_members(found, everyone),
        cells=tuple(cells),
        visible=round(seen_share(cells), 3),
        bridges=None if bridges is None else tuple(bridges),
        belongs=found.belonging,
        people=everyone,
        seen_through=seen_through(store, as_of),
        as_of=as_of,
    )


def _members(found: Together, everyone: dict[int, Person]) -> tuple[Member, ...]:
    rows = []
    for one in found.of.delegates:
        days = _days(found, one.person)
        you = one.person == found.ego
        rows.append(
            Member(
                person=one.person,
                name=everyone[one.person].name if one.person in everyone else "",
                party=one.organisation,
                mandate=one.mandate,
                since=iso(one.since),
                until=iso(one.until),
                now=one.sits(found.as_of),
                you=you,
                days=None if you or found.ego is None else len(days),
                last=None if you or found.ego is None else iso(max(days, default=None)),
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.party, not row.you, row.name, row.person)))


def _days(found: Together, person: int) -> Sequence[int]:
    ego = found.ego
    return sorted({one.day for one in found.items if ego in one.people and person in one.people})
