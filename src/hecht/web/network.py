"""The network on the page: the warm map, whom a person shares with the user, and a circle that the user states."""

from typing import Any

from litestar import get, put
from litestar.params import JSONBody

from hecht.app.layers import state_layer
from hecht.app.map import Dot, Sector
from hecht.app.person import person as view_of
from hecht.app.sectors import name_sector
from hecht.core.cleaning import clean
from hecht.core.days import to_date
from hecht.core.errors import NoSuchSectorError
from hecht.core.ties.rhythm import said_rhythm
from hecht.text.circles import named_line, placed_line
from hecht.text.measures import rhythm, span
from hecht.text.moves import through
from hecht.text.tables import week_rows
from hecht.web import network_shapes, shapes
from hecht.web.common import Day, Lang, PersonId, TheDesk, found, questions, who

NAMED_ASLEEP = 200


@get("/map", sync_to_thread=True)
def warm(desk: TheDesk, lang: Lang, day: Day) -> network_shapes.Map:
    """Give the warm map of a day."""
    held = desk.map(day)
    people, shot = desk.people(max(day, desk.log.day())), desk.known(day).shot

    def dot(one: Dot) -> network_shapes.Dot:
        tie = shot.ties[one.person]
        return network_shapes.Dot(
            who(people[one.person]),
            one.sector,
            one.band,
            one.before,
            one.stated,
            one.state,  # type: ignore[arg-type]
            one.fill,  # type: ignore[arg-type]
            one.size,
            span(tie.silence, lang),
            to_date(tie.facts.last).isoformat(),
        )

    def sector(one: Sector) -> network_shapes.Sector:
        asleep = [who(people[person]) for person in one.asleep[:NAMED_ASLEEP] if person in people]
        return network_shapes.Sector(
            one.key, one.name, asleep, len(one.asleep), one.more, one.stated, one.quieter, one.suggested
        )

    return network_shapes.Map(
        as_of=to_date(day).isoformat(),
        first=to_date(min((tie.facts.first for tie in shot.ties.values()), default=day)).isoformat(),
        bands=[list(band) for band in held.bands],
        sectors=[sector(one) for one in held.sectors],
        dots=[dot(one) for one in held.dots],
        near=held.near,
        quieter=held.quieter,
        asleep=held.asleep,
        seen_through=through(shot.seen_through, lang),
    )


@get("/people/{person:str}/shared", sync_to_thread=True)
def shared(person: PersonId, desk: TheDesk, lang: Lang, day: Day) -> network_shapes.Shared:
    """Give the user's other contacts to whom a person has a tie that was seen, the strongest first."""
    one, seen = found(desk, person, day), desk.network(day)
    graph, ego = seen.graph, seen.ego
    if one.id not in graph.people:
        return network_shapes.Shared([], 0, through(seen.seen_through, lang))
    me = int(graph.index(one.id))
    pairs: list[tuple[Any, Any]] = [
        *zip(graph.b[graph.a == me].tolist(), graph.strength[graph.a == me].tolist(), strict=True),
        *zip(graph.a[graph.b == me].tolist(), graph.strength[graph.b == me].tolist(), strict=True),
    ]
    mine = desk.known(day).shot.ties
    rows = sorted(
        ((int(graph.people[other]), strength) for other, strength in pairs if int(graph.people[other]) in mine),
        key=lambda row: (-row[1], row[0]),
    )
    rows = [row for row in rows if row[0] != ego]
    people = desk.people(day)
    return network_shapes.Shared(
        [network_shapes.SharedTie(who(people[other]), round(strength, 3)) for other, strength in rows[:200]],
        len(rows),
        through(seen.seen_through, lang),
    )


@put("/people/{person:str}/layer", sync_to_thread=True, status_code=200)
def layer(person: PersonId, data: JSONBody[network_shapes.Layer], desk: TheDesk, lang: Lang, day: Day) -> shapes.Said:
    """State in which circle somebody is; 0 lets it follow from the contact again."""
    one = found(desk, person, day)
    state_layer(desk.log.store, str(one.id), data.layer, day)
    return shapes.Said(placed_line(one.name, data.layer, lang))


@get("/people/{person:str}/glance", sync_to_thread=True)
def glance(person: PersonId, desk: TheDesk, lang: Lang, day: Day) -> network_shapes.Glance:
    """Give a person at a glance: the usual contact, what is open, and one suggestion."""
    one = found(desk, person, day)
    view = view_of(desk.log.store, str(one.id), day, desk.known(day))
    usual = said_rhythm(desk.known(day).shot.days.get(one.id, ()))
    about = desk.about(one.id, day)
    return network_shapes.Glance(
        rhythm=rhythm(usual, lang) if usual is not None else "",
        channels=list(view.tie.channels) if view.tie else [],  # type: ignore[arg-type]
        questions=questions(view, day, lang)[:3],
        suggestion=next((row["reason"] for row in week_rows(about, lang)), ""),
        this_week=bool({move.id for move in about.moves} & {move.id for move in desk.week(day).moves}),
    )


@put("/sectors", sync_to_thread=True, status_code=200)
def rename(data: JSONBody[network_shapes.SectorName], desk: TheDesk, lang: Lang, day: Day) -> shapes.Said:
    """Call a group of the map by a name of one's own; an empty one takes back the last.

    Raises:
        NoSuchSectorError: there is no such group on the map.
    """
    if data.key not in {one.key for one in desk.map(day).sectors}:
        raise NoSuchSectorError
    name = clean(data.name, 60)
    name_sector(desk.log.store, data.key, name)
    return shapes.Said(named_line(name, lang))


@get("/graph", sync_to_thread=True)
def graph(desk: TheDesk, lang: Lang, day: Day) -> network_shapes.Drawing:
    """Give who knows whom, with a place for everybody that is the same at every visit."""
    held, people, mine = desk.drawing(day), desk.people(day), desk.known(day).shot.ties
    layers = [mine[one].layer if one in mine else None for one in held.people.tolist()]
    return network_shapes.Drawing(
        points=[
            network_shapes.Point(
                str(one), people[one].name if one in people else "", round(x, 3), round(y, 3), group, layer
            )
            for one, (x, y), group, layer in zip(
                held.people.tolist(), held.places.tolist(), held.groups.tolist(), layers, strict=True
            )
        ],
        ties=[
            (a, b, round(strength, 2))
            for a, b, strength in zip(held.a.tolist(), held.b.tolist(), held.strength.tolist(), strict=True)
        ],
        left_out=held.left_out,
        seen_through=through(desk.network(day).seen_through, lang),
    )
