"""Who is who on the page: what is proposed, and merging, keeping apart, splitting and undoing."""

from litestar import get, post
from litestar.params import JSONBody

from hecht.app import who
from hecht.core.errors import NotAnAddressError
from hecht.text.measures import capital
from hecht.text.people import certainty, reason, undone_line
from hecht.web import network_shapes, shapes
from hecht.web.common import Day, Lang, PersonId, TheDesk, found
from hecht.web.common import who as named


@get("/proposals", sync_to_thread=True)
def proposed(desk: TheDesk, lang: Lang, day: Day) -> network_shapes.Proposals:
    """Give who may be one person, the surest first."""
    rows = desk.proposals(day)
    people = desk.people(day)
    return network_shapes.Proposals(
        [
            network_shapes.Proposal(
                row.id,
                capital(certainty(row, lang)),
                reason(row, lang),
                named(people[row.a.person]),
                named(people[row.b.person]),
                [text.partition(":")[2] for text in row.a.identifiers[:20]],
                [text.partition(":")[2] for text in row.b.identifiers[:20]],
            )
            for row in rows[:50]
            if row.a.person in people and row.b.person in people
        ],
        len(rows),
    )


@post("/people/{person:str}/merge", sync_to_thread=True, status_code=200)
def merge(person: PersonId, data: JSONBody[network_shapes.Other], desk: TheDesk, day: Day) -> shapes.Who:
    """Say that two persons are one, with `more` beside them; `apart` says that the two are not, and is not asked again."""
    one, other = found(desk, person, day), found(desk, data.other, day)
    if data.apart:
        who.apart(desk.log.store, str(one.id), str(other.id), day)
        return named(one)
    several = [one, other, *(found(desk, another, day) for another in data.more)]
    return named(who.merge_all(desk.log.store, [str(each.id) for each in several]))


@post("/people/{person:str}/split", sync_to_thread=True, status_code=200)
def split(person: PersonId, data: JSONBody[network_shapes.Address], desk: TheDesk, day: Day) -> shapes.Who:
    """Say that an address or number is somebody else's."""
    one = found(desk, person, day)
    if data.address not in one.identifiers:
        raise NotAnAddressError
    return named(who.split(desk.log.store, data.address)[0])


@post("/undo", sync_to_thread=True, status_code=200)
def undo(desk: TheDesk, lang: Lang) -> shapes.Said:
    """Take back the last decision on who is who."""
    return shapes.Said(undone_line(who.undo(desk.log.store), lang))
