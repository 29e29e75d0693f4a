"""Gatherings with seating on the page: who could come, a plan of tables, printing it, keeping it, and what came of it."""

from collections.abc import Sequence
from itertools import combinations
from typing import Annotated

import numpy as np
from litestar import get, post
from litestar.params import JSONBody, Parameter

from hecht.app import groups
from hecht.app.collaboration import gatherings as held
from hecht.app.collaboration.guests import Guest
from hecht.app.collaboration.keeping import collaboration
from hecht.app.desk import Desk
from hecht.core.cleaning import clean
from hecht.core.collaboration.afterwards import Went
from hecht.core.collaboration.gatherings import Why
from hecht.core.days import to_date
from hecht.core.errors import BadGuestsError, NobodyToSeatError
from hecht.text import gatherings as words
from hecht.text.measures import capital
from hecht.text.moves import through
from hecht.text.output import as_csv
from hecht.text.place_cards import print_page
from hecht.web import seating_shapes as shapes
from hecht.web.collaborations import Which
from hecht.web.common import Day, Lang, TheDesk, found

MOST = 100
Of = Annotated[str, Parameter(pattern="^([0-9a-f]{16})?$", description="The id of a collaboration.")]
Group = Annotated[str, Parameter(pattern="^([0-9a-f]{16})?$", description="The id of a group with the same problem.")]


@get("/seating/guests", sync_to_thread=True)
def guests(desk: TheDesk, day: Day, collaboration_id: Of = "", group: Group = "") -> shapes.Coming:
    """Give who could come to a gathering: of a collaboration, or of a group with the same problem."""
    store, people = desk.log.store, desk.people(day)
    if group:
        one = groups.group(store, group)
        rows = [shapes.GuestShape(who.name, str(who.id), who.organisation) for who, _ in one.members]
        return shapes.Coming(one.title, rows[: shapes.MOST])
    of = collaboration(store, collaboration_id)
    rows = [
        shapes.GuestShape(people[person].name, str(person), party)
        for person, party in of.sitting(day).items()
        if person in people
    ]
    return shapes.Coming(of.name, rows[: shapes.MOST])


@post("/seating", sync_to_thread=True, status_code=200)
def seat(data: JSONBody[shapes.SeatingAsked], desk: TheDesk, lang: Lang, day: Day) -> shapes.SeatingShape:
    """Seat guests so that those meet who have most to gain."""
    if any(one >= len(data.guests) for wish in (*data.together, *data.apart) for one in wish):
        raise NobodyToSeatError
    view = held.arranged(
        desk.log.store,
        _guests(desk, data.guests, day),
        held.Party(tables=data.tables, sizes=tuple(data.sizes), rounds=data.rounds, seed=data.seed),
        day,
        together=[tuple(one) for one in data.together],
        apart=[tuple(one) for one in data.apart],
    )
    whys = list(Why)
    return shapes.SeatingShape(
        rounds=[[list(table) for table in tables] for tables in view.plan.rounds],
        value=view.plan.value,
        bound=view.plan.bound,
        again=view.plan.again,
        forced=view.plan.forced,
        worth=view.worth[np.triu_indices(len(view.guests), 1)].tolist(),
        gains=[
            sum(1 << whys.index(why) for why in view.reasons.get(pair, ()))
            for pair in combinations(range(len(view.guests)), 2)
        ],
        whys=[shapes.WhyRow(one.value, words.PAIR[lang][one], one in words.TELLING) for one in whys],
        unknown=sum(one.person is None for one in view.guests),
        seen_through=capital(through(view.seen_through, lang)) if view.seen_through else "",
    )


@post("/seating/printed", sync_to_thread=True, status_code=200)
def printed(data: JSONBody[shapes.PlanShape], desk: TheDesk, lang: Lang, day: Day) -> shapes.Printed:
    """Give name cards and lists of a plan; they say where people sit, and nothing of why."""
    some = _guests(desk, data.guests, day)
    held.places(data.rounds, len(some))
    cards, table = ("naamkaartjes.html", "tafelindeling.csv") if lang == "nl" else ("name-cards.html", "seating.csv")
    return shapes.Printed(
        shapes.File(cards, print_page(some, data.rounds, clean(data.title, 100), lang)),
        shapes.File(table, as_csv(words.plan_list(some, data.rounds, lang))),
    )


@post("/collaborations/{which:str}/gatherings", sync_to_thread=True)
def keep(which: Which, data: JSONBody[shapes.Kept], desk: TheDesk, lang: Lang, day: Day) -> shapes.Gatherings:
    """Keep a plan as a gathering of a collaboration."""
    store, of = desk.log.store, collaboration(desk.log.store, which)
    some = _guests(desk, data.plan.guests, day)
    held.keep_plan(store, of, some, data.plan.rounds, desk.log.day(data.day), clean(data.plan.title, 100))
    return _shown(desk, which, lang, day)


@get("/collaborations/{which:str}/gatherings", sync_to_thread=True)
def gatherings(which: Which, desk: TheDesk, lang: Lang, day: Day) -> shapes.Gatherings:
    """Give the gatherings of a collaboration that were kept, and what went on afterwards."""
    return _shown(desk, which, lang, day)


def _guests(desk: Desk, some: Sequence[shapes.GuestShape], day: int) -> list[Guest]:
    """Give guests as they are sent; persons by the name they have in the log."""
    made, seen = [], set()
    for one in some:
        person = found(desk, one.person, day) if one.person else None
        house = clean(one.organisation, 200)
        made.append(Guest(person.id if person else None, person.name if person else clean(one.name, 200), house))
        mark = made[-1].person or (made[-1].name.casefold(), house.casefold())
        if mark in seen:
            raise BadGuestsError(made[-1].name)
        seen.add(mark)
    return made


def _shown(desk: Desk, which: str, lang: str, day: int) -> shapes.Gatherings:
    view = held.gatherings(desk.log.store, which, day)
    rows = []
    for one in view.gatherings[:MOST]:
        came = one.came
        pairs = sorted(
            [(first, pair, True) for pair, first in came.began] + [(first, pair, False) for pair, first in came.woke]
        )
        names = {person: view.people[person].name for person in one.people if person in view.people}
        rows.append(
            shapes.GatheringRow(
                one.title,
                to_date(one.day).isoformat(),
                len(one.people),
                [line for line in words.came_lines(one, view, lang) if not line.startswith(" ")][:30],
                [
                    shapes.PairRow(names.get(a, "?"), names.get(b, "?"), to_date(first).isoformat(), began)
                    for first, (a, b), began in pairs[:MOST]
                ],
                _counted(came.together),
                _counted(came.elsewhere),
                came.complete,
            )
        )
    return shapes.Gatherings(rows, capital(through(view.seen_through, lang)))


def _counted(went: Went) -> shapes.Counted:
    return shapes.Counted(went.strangers + went.asleep, went.began + went.woke)
