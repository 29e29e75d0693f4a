"""Gatherings: a seating of people in rounds, keeping it, and what went on afterwards between those who were there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

from hecht.app import settings
from hecht.app.collaboration.guests import Guest, chosen, named, of_persons, read_guests
from hecht.app.collaboration.houses import houses
from hecht.app.collaboration.keeping import collaboration, keep, key
from hecht.app.common import common_places, common_topics
from hecht.app.introductions import acquainted
from hecht.app.people import Person, people
from hecht.app.snapshot import nobody, seen_through, whole
from hecht.core.collaboration import afterwards as after
from hecht.core.collaboration.collaboration import Collaboration
from hecht.core.collaboration.gatherings import Known, Pair, Why, worths
from hecht.core.collaboration.seating import Seating, arrange
from hecht.core.collaboration.tables import RefusedError, Wishes
from hecht.core.errors import BadTablesError, ClashingWishesError, NobodyToSeatError, NoSeatingFoundError
from hecht.core.network.graph import Ints
from hecht.sql import query
from hecht.stores.records import New
from hecht.stores.store import Store

Rounds: TypeAlias = Sequence[Sequence[Sequence[int]]]
"""For each round the tables, for each table its guests by their place in the list."""
GATHERING, SEAT = "gathering", "seat"
"""Kinds of record: a gathering with its day, and somebody who was there with their table in each round."""


@dataclass(frozen=True, slots=True)
class Party:
    """What is asked of a seating: of which collaboration or list, at how many tables (or of which sizes), in how many rounds.

    `with_` and `without` add and leave out people by name; each of `together` and `apart` holds names separated by `;`.
    """

    name: str | None = None
    people: str | Path | None = None
    tables: int = 0
    sizes: tuple[int, ...] = ()
    rounds: int = 1
    with_: Sequence[str] = ()
    without: Sequence[str] = ()
    together: Sequence[str] = ()
    apart: Sequence[str] = ()
    seed: int = 0


@dataclass(frozen=True, slots=True)
class SeatingView:
    """A seating with its guests (whose places in the list the plan speaks of) and what each pair has to gain."""

    title: str
    of: Collaboration | None
    guests: tuple[Guest, ...]
    plan: Seating
    reasons: Mapping[Pair, tuple[Why, ...]]
    worth: Ints
    seen_through: tuple[str, ...]
    as_of: int


@dataclass(frozen=True, slots=True)
class Gathering:
    """A gathering that was kept: title, day, who was there (as far as still in the log), and what came of it by `as_of`."""

    title: str
    day: int
    people: tuple[int, ...]
    came: after.Afterwards


@dataclass(frozen=True, slots=True)
class GatheringsView:
    """The gatherings of a collaboration, the last first, with the people they name."""

    name: str
    as_of: int
    gatherings: tuple[Gathering, ...]
    people: dict[int, Person]
    seen_through: tuple[str, ...]


def seat(store: Store, asked: Party, as_of: int) -> SeatingView:
    """Seat the people of a collaboration, or of a list, so that those meet who have most to gain.

    Raises:
        NobodyToSeatError: neither a collaboration, nor a list, nor people were named.
        BadTablesError: people, tables and rounds do not fit.
        ClashingWishesError: no seating keeps to the wishes; the message names those that clash.
        NoSeatingFoundError: none was found, though there may be one.
    """
    everyone = people(store, as_of=as_of)
    house = houses(everyone.values())
    of = collaboration(store, asked.name) if asked.name else None
    if asked.people:
        listed = read_guests(asked.people, everyone, house)
    else:
        listed = of_persons(of.sitting(as_of) if of else (), everyone, house)
        if of:
            listed = [one._replace(organisation=of.sitting(as_of)[one.person or 0]) for one in listed]
    guests = chosen(listed, asked.with_, asked.without, everyone, house)
    together, apart = ([named(guests, one) for one in some] for some in (asked.together, asked.apart))
    title = of.name if of else Path(asked.people).stem if asked.people else ""
    return arranged(store, guests, asked, as_of, together=together, apart=apart, title=title, of=of)


def arranged(
    store: Store,
    guests: Sequence[Guest],
    asked: Party,
    as_of: int,
    *,
    together: Sequence[tuple[int, ...]] = (),
    apart: Sequence[tuple[int, ...]] = (),
    title: str = "",
    of: Collaboration | None = None,
) -> SeatingView:
    """Seat guests at the tables and in the rounds that are asked; wishes are places in the list of guests.

    Raises:
        NobodyToSeatError: there is nobody.
        BadTablesError, ClashingWishesError, NoSeatingFoundError: as `seat`.
    """
    if not guests:
        raise NobodyToSeatError
    worth, reasons = worths(_known(store, guests, as_of), as_of)
    try:
        if asked.sizes:
            wishes = Wishes(len(guests), asked.sizes, asked.rounds, tuple(together), tuple(apart))
        else:
            wishes = Wishes.even(len(guests), asked.tables, asked.rounds, together, apart)
    except ValueError as error:
        shown = "+".join(map(str, asked.sizes)) if asked.sizes else str(asked.tables)
        raise BadTablesError(f"{len(guests)}, {shown}, {asked.rounds}") from error
    try:
        plan = arrange(worth, wishes, seed=asked.seed)
    except RefusedError as refused:
        shown = "; ".join(
            sign.join(guests[one].name for one in wish)
            for sign, some in ((" + ", refused.together), (" | ", refused.apart))
            for wish in some
        )
        raise (ClashingWishesError if refused.proven else NoSeatingFoundError)(shown) from refused
    known_guests = any(one.person is not None for one in guests)
    through = seen_through(store, as_of) if known_guests else ()
    return SeatingView(title, of, tuple(guests), plan, reasons, worth, through, as_of)


def _known(store: Store, guests: Sequence[Guest], as_of: int) -> Known:
    """Read what the log says of the guests among themselves."""
    place = {one.person: at for at, one in enumerate(guests) if one.person is not None}
    if len(place) < 2:  # noqa: PLR2004 - there is no pair in the log
        return Known([one.organisation for one in guests], {})
    ego = _ego(store)
    days: dict[Pair, list[int]] = {}
    knows: dict[int, set[int]] = {}
    none = nobody(store)
    for a, b, day, _ in store.rows(query("pair_days"), {"as_of": as_of}):
        one, other = int(a or 0), int(b or 0)
        if one in none or other in none:
            continue
        if one in place and other in place:
            days.setdefault(_pair(place[one], place[other]), []).append(int(day or 0))
        for here, there in ((one, other), (other, one)):
            if here in place and there != ego:
                knows.setdefault(here, set()).add(there)
    known, strange = acquainted(store)
    topics = common_topics(store, ego, as_of) if ego is not None else {}
    alike = {*topics, *common_places(store, as_of), *strange}

    def seated(pairs: Iterable[tuple[int, int]]) -> frozenset[Pair]:
        return frozenset(_pair(place[a], place[b]) for a, b in pairs if a in place and b in place)

    shared = (pair for pair in combinations(place, 2) if knows.get(pair[0], set()) & knows.get(pair[1], set()))
    return Known([one.organisation for one in guests], days, seated(alike), seated(shared), seated(known))


def _ego(store: Store) -> int | None:
    """Give the user's person; None in a whole network's log, and while it is not known whose log this is."""
    found = None if whole(store) else store.rows(query("ego"))[0][0]
    return None if found is None else int(found)


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def keep_seating(store: Store, view: SeatingView, day: int, title: str = "") -> int:
    """Keep a seating as a gathering of its collaboration on a day: who of the log is there, and at which tables.

    Guests who are not in the log are not kept. Returns the moment, by which it can be taken back.

    Raises:
        NobodyToSeatError: it is of no collaboration.
    """
    if view.of is None:
        raise NobodyToSeatError
    return keep_plan(store, view.of, view.guests, view.plan.rounds, day, title)


def keep_plan(store: Store, of: Collaboration, guests: Sequence[Guest], rounds: Rounds, day: int, title: str) -> int:
    """Keep who sat where as a gathering of a collaboration, also when it was changed by hand; see `keep_seating`.

    Raises:
        BadTablesError: not everybody sits at one table in every round.
    """
    at = places(rounds, len(guests))
    ids = [one.person for one in guests if one.person is not None]
    known = people(store, ids) if ids else {}
    slot = str(day)
    new = [New(GATHERING, slot, {"title": " ".join(title.split())}, since=day)]
    for place, one in enumerate(guests):
        if one.person in known:
            about = key(known[one.person])
            tables = " ".join(map(str, at[place]))
            new.append(New(SEAT, f"{slot}:{about}", {"tables": tables}, about, since=day))
    return keep(store, of.id, new)


def places(rounds: Rounds, guests: int) -> list[list[int]]:
    """Give the table (from 1) of each guest in each round.

    Raises:
        BadTablesError: not everybody sits at one table in every round.
    """
    at: list[list[int]] = [[] for _ in range(guests)]
    for turn, tables in enumerate(rounds, 1):
        if sorted(one for table in tables for one in table) != list(range(guests)):
            raise BadTablesError(str(turn))
        for number, table in enumerate(tables, 1):
            for one in table:
                at[one].append(number)
    return at


def gatherings(store: Store, name: str, as_of: int) -> GatheringsView:
    """Give the gatherings of a collaboration up to a day, and what they did to the ties of those who were there."""
    of = collaboration(store, name)
    ego = _ego(store)
    days: dict[tuple[int, int], set[int]] = {}
    for a, b, day, _ in store.rows(query("pair_days"), {"as_of": as_of}):
        days.setdefault((int(a or 0), int(b or 0)), set()).add(int(day or 0))
    told: set[tuple[int, int]] = set()
    for report in of.reports(as_of):
        told.add(_pair(report.reporter, report.other))
        days.setdefault(_pair(report.reporter, report.other), set()).update(report.days)
    in_time = {pair: sorted(some) for pair, some in days.items()}
    found = []
    for record in of.of(GATHERING):
        if record.since is None or record.since > as_of:
            continue
        seats = {
            person: one.text("tables").split()
            for one in of.of(SEAT)
            if one.slot.partition(":")[0] == record.slot and (person := of.person(one)) is not None
        }
        present = list(combinations(sorted(seats), 2))
        seated = {pair for pair in present if _met(seats[pair[0]], seats[pair[1]])}
        visible = {pair for pair in present if whole(store) or ego in pair or pair in told}
        came = after.afterwards(present, seated, in_time, visible, record.since, as_of)
        found.append(Gathering(record.text("title"), record.since, tuple(sorted(seats)), came))
    found.sort(key=lambda one: -one.day)
    ids = sorted({person for one in found for person in one.people})
    return GatheringsView(
        of.name, as_of, tuple(found), people(store, ids, as_of) if ids else {}, seen_through(store, as_of)
    )


def _met(one: Sequence[str], other: Sequence[str]) -> bool:
    return any(a == b for a, b in zip(one, other, strict=False))


def day_on(store: Store, on: str) -> int:
    """Give the day that is meant by an ISO date."""
    return settings.as_of_day(store, on)
