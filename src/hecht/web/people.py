"""People on the page: the list to search in, one person, what is held of them, and erasing them."""

from datetime import date
from typing import Annotated, Literal

import litestar
from litestar import get, post
from litestar.params import FromQuery, JSONBody, Parameter, QueryParameter

from hecht.app import notes, privacy
from hecht.app.amounts import Amounts
from hecht.app.people import Person as Known
from hecht.app.person import person as view_of
from hecht.app.ties import TieRow
from hecht.core.days import to_day
from hecht.core.errors import EmptyLogError, NobodyFoundError, NoEgoError
from hecht.core.ties.rhythm import said_rhythm
from hecht.text.amounts import LIVELY, amounts_lines
from hecht.text.measures import capital, rhythm
from hecht.text.moves import through
from hecht.text.replies import replies_lines
from hecht.text.summary import erased_line, note_line
from hecht.web import shapes
from hecht.web.common import Day, Lang, PersonId, TheDesk, found, questions, strip, tie, who

MOST_TITLES = 200
Order = Literal["contact", "name", "last", "silence"]


@get("/people", sync_to_thread=True)
def people(
    desk: TheDesk,
    lang: Lang,
    day: Day,
    *,
    q: Annotated[str, Parameter(max_length=100, description="Words of a name, organisation or address.")] = "",
    standing: Annotated[shapes.StateWord | None, QueryParameter(name="state")] = None,
    layer: Annotated[int | None, Parameter(ge=1, le=5)] = None,
    order: FromQuery[Order] = "contact",
    offset: Annotated[int, Parameter(ge=0, le=1_000_000)] = 0,
    limit: Annotated[int, Parameter(ge=1, le=200)] = 50,
) -> shapes.People:
    """Give the user's ties, a page at a time."""
    everyone = desk.people(day)
    rows = desk.ties(day)
    words = q.casefold().split()
    if words:
        texts = desk.search_texts(day)
        rows = [row for row in rows if all(word in texts.get(row.alter, "") for word in words)]
    if standing is not None:
        rows = [row for row in rows if row.state == standing]
    if layer is not None:
        rows = [row for row in rows if row.layer == layer]
    rows = _ordered(rows, order)
    some = rows[offset : offset + limit]
    return shapes.People([tie(everyone, row, lang) for row in some], len(rows), offset)


def _ordered(rows: list[TieRow], order: Order) -> list[TieRow]:
    if order == "name":
        return sorted(rows, key=lambda row: (row.name.casefold(), row.alter))
    if order == "last":
        return sorted(rows, key=lambda row: row.silence_days)
    if order == "silence":
        return sorted(rows, key=lambda row: -row.silence_days)
    return rows


@get("/people/{person:str}", sync_to_thread=True)
def person(person: PersonId, desk: TheDesk, lang: Lang, day: Day) -> shapes.Person:
    """Give one person."""
    one = found(desk, person, day)
    view = view_of(desk.log.store, str(one.id), day, desk.known(day))
    everyone, shot = desk.people(day), desk.known(day).shot
    days = shot.days.get(one.id, ())
    usual = said_rhythm(days)
    row = view.tie
    toned = desk.amounts(one.id, day) if row else None
    chances = [row.p_contact_30, row.p_contact_90] if row else []
    return shapes.Person(
        who=who(one),
        identifiers=list(one.identifiers[:200]),
        addresses=[text.partition(":")[2] for text in one.identifiers[:200]],
        tie=tie(everyone, row, lang) if row else None,
        rhythm=capital(rhythm(usual, lang)) if usual is not None else "",
        one_to_one=row.one_to_one if row else 0,
        chances=[round(10 * chance) for chance in chances if chance is not None],
        starts=view.starts,
        months=[shapes.Month(m.month, m.active_days, m.sent, m.received, m.together) for m in view.months],
        amounts=[shapes.MonthAmounts(m.month, m.task, m.relation, m.friction) for m in toned.months] if toned else [],
        amounts_lines=_toned(desk, one, toned, day, lang, lively=row.state in LIVELY) if row and toned else [],
        notes=list(view.notes[:100]),
        questions=questions(view, day, lang),
        strip=strip(days, day, to_day(date.fromisoformat(row.last))) if row else None,
        seen_through=through(row.seen_through, lang) if row else "",
    )


def _toned(desk: TheDesk, one: Known, toned: Amounts, day: Day, lang: Lang, *, lively: bool) -> list[str]:
    """Say what is known of task and relation, and of a lively tie how soon the two answer one another."""
    answered = replies_lines(desk.replies(one.id, day), one.name, lang) if lively else ()
    return [capital(line) for line in (*amounts_lines(toned, one.name, day, lang, lively=lively), *answered)]


@get("/people/{person:str}/held", sync_to_thread=True)
def held(person: PersonId, desk: TheDesk, day: Day) -> shapes.Held:
    """Give all that is held of a person."""
    one = found(desk, person, day)
    every = privacy.show(desk.log.store, str(one.id))
    return shapes.Held(
        who=who(one),
        names=list(every.names[:1000]),
        identifiers=[text.partition(":")[2] for text in every.identifiers[:200]],
        cards=list(every.cards[:1000]),
        interactions=[shapes.HeldCount(*row) for row in every.interactions],  # type: ignore[arg-type]
        titles=list(every.titles[:MOST_TITLES]),
        titles_total=len(every.titles),
        topics=list(every.topics[:MOST_TITLES]),
        topics_total=len(every.topics),
        places=list(every.places[:1000]),
        decisions=list(every.decisions[:1000]),
        sources=list(every.sources[:1000]),
    )


@post("/people/{person:str}/notes", sync_to_thread=True, status_code=200)
def note(person: PersonId, data: JSONBody[shapes.Note], desk: TheDesk, lang: Lang, day: Day) -> shapes.Said:
    """Note one line about a person."""
    one = found(desk, person, day)
    notes.note(desk.log.store, str(one.id), data.text)
    return shapes.Said(note_line(one.name, lang, undone=False))


@litestar.delete("/people/{person:str}/notes", sync_to_thread=True, status_code=200)
def unnote(person: PersonId, desk: TheDesk, lang: Lang, day: Day) -> shapes.Said:
    """Take back the last note about a person."""
    one = found(desk, person, day)
    notes.unnote(desk.log.store, str(one.id))
    return shapes.Said(note_line(one.name, lang, undone=True))


@litestar.delete("/people/{person:str}", sync_to_thread=True, status_code=200)
def erase(person: PersonId, desk: TheDesk, lang: Lang, day: Day) -> shapes.Erased:
    """Erase a person for good.

    Raises:
        NobodyFoundError: the person is the user, who cannot be erased from their own log.
    """
    one = found(desk, person, day)
    try:
        if one.id == desk.ego():
            raise NobodyFoundError
    except (EmptyLogError, NoEgoError):
        pass
    done = privacy.erase(desk.log.store, str(one.id))
    return shapes.Erased(done.finished, erased_line(done, lang))
