"""This week on the page: suggestions as cards, what the user does with them, and a conversation noted."""

from typing import Annotated, Any
from zoneinfo import ZoneInfo

from litestar import get, post
from litestar.params import JSONBody, Parameter

from hecht.app.decisions import decide
from hecht.app.notes import talked
from hecht.app.week import Week, offered
from hecht.core.days import to_date
from hecht.core.moves.move import Kind, Move
from hecht.text.measures import capital, moment
from hecht.text.moves import KINDS, nothing, through
from hecht.text.summary import decided, noted
from hecht.text.tables import old_lines, week_rows
from hecht.web import shapes
from hecht.web.common import Day, Lang, PersonId, TheDesk, found, strip, who


@get("/week", sync_to_thread=True)
def week(desk: TheDesk, lang: Lang, day: Day) -> shapes.Week:
    """Give the nought to five suggestions of a week."""
    held = desk.week(day)
    rows = week_rows(held, lang)
    zone = ZoneInfo(held.zone)
    cards = [_card(desk, held, move, row, zone, lang, day) for move, row in zip(held.moves, rows, strict=True)]
    note = " ".join(old_lines(held, lang))
    glad, glad_why = ("", "") if cards else nothing(held, lang, old=bool(note))
    return shapes.Week(
        as_of=to_date(day).isoformat(),
        cards=cards,
        glad=glad,
        glad_why=glad_why,
        note=note,
        seen_through=through(held.seen_through, lang),
    )


def _card(
    desk: TheDesk, held: Week, move: Move, row: dict[str, Any], zone: ZoneInfo, lang: Lang, day: Day
) -> shapes.Card:
    people = held.people
    first = people[move.people[0]]
    shot = desk.snapshot(day)
    one = shot.ties.get(first.id)
    when = None
    if move.moment:
        words = capital(moment(move.moment.seconds, zone, day, lang))
        when = shapes.Moment(words, row["moment"]["at"], move.moment.title)
    return shapes.Card(
        id=move.id,
        state=one.state if one and len(move.people) == 1 else None,  # type: ignore[arg-type]
        kind=str(move.kind),
        label=capital(KINDS[lang][move.kind]),
        people=[who(people[person]) for person in move.people[:60]],
        verdicts=["keep", "rest", "later"] if move.kind is Kind.REVIEW else ["done", "later", "never"],
        reason=row["reason"],
        draft=row["draft"],
        address=next((text.partition(":")[2] for text in first.identifiers if text.startswith("mailto:")), ""),
        moment=when,
        strip=strip(shot.days.get(first.id, ()), day, one.facts.last) if one and len(move.people) == 1 else None,
    )


@post("/week/{move:str}", sync_to_thread=True, status_code=200)
def verdict(
    move: Annotated[str, Parameter(pattern="^[0-9a-f]{16}$")],
    data: JSONBody[shapes.Decision],
    desk: TheDesk,
    lang: Lang,
    day: Day,
) -> shapes.Said:
    """Keep what the user does with a suggestion."""
    store = desk.log.store
    decide(store, offered(store, day, desk.situation(day)), move, data.verdict, day, data.because)
    return shapes.Said(decided(data.verdict, lang).partition(" (")[0])  # how to take it back is a button here


@post("/people/{person:str}/talked", sync_to_thread=True, status_code=200)
def talked_to(person: PersonId, desk: TheDesk, lang: Lang, day: Day) -> shapes.Said:
    """Note that the user talked to somebody, which no file can show."""
    one = found(desk, person, day)
    talked(desk.log.store, str(one.id), day)
    return shapes.Said(noted(one.name, lang))
