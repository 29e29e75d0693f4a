"""What handlers share: the desk, the language, the day to look from, and persons, ties and years as shapes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from litestar import Request
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import Parameter, QueryParameter

from hecht.app.desk import Desk
from hecht.app.desks import Desks
from hecht.app.people import Person
from hecht.app.person import PersonView
from hecht.app.ties import TieRow
from hecht.core.days import to_date, to_day
from hecht.core.errors import NobodyFoundError
from hecht.text.measures import first_name, on_day, span
from hecht.web import shapes
from hecht.web.guard import spoken
from hecht.web.listening import Listeners
from hecht.web.work import Work

YEAR = 365
AsOf = Annotated[
    str | None,
    QueryParameter(name="as_of", required=False, pattern=r"^\d{4}-\d{2}-\d{2}$", description="The day to look from."),
]
TheDesk = NamedDependency[Desk]
TheDesks = NamedDependency[Desks]
TheWork = NamedDependency[Work]
TheListeners = NamedDependency[Listeners]
Lang = NamedDependency[str]
Day = NamedDependency[int]
PersonId = Annotated[str, Parameter(pattern="^[0-9]{1,19}$", description="The number of a person.")]


def desks_of(state: State) -> Desks:
    """Give the desks of this server."""
    desks: Desks = state.desks
    return desks


def desk_of(desks: TheDesks) -> Desk:
    """Give the desk that lies open: once a request, so that a reply is of one log."""
    return desks.open


def lang_of(request: Request[Any, Any, Any]) -> str:
    """Give the language that the page asks in."""
    return spoken(request.headers.get("accept-language", ""))


def day_of(desk: TheDesk, as_of: AsOf = None) -> int:
    """Give the day to look from: the one asked for, or the log's today."""
    return desk.log.day(as_of)


def found(desk: Desk, person: str, day: int) -> Person:
    """Give a person by number.

    Raises:
        NobodyFoundError: there is nobody with this number.
    """
    try:
        return desk.people(day)[int(person)]
    except KeyError:
        raise NobodyFoundError from None


def who(person: Person) -> shapes.Who:
    """Give a person as they are named."""
    return shapes.Who(str(person.id), person.name, first_name(person.name), person.organisation)


def named(people: Mapping[int, Person], row: TieRow) -> shapes.Who:
    """Give the other of a tie as they are named."""
    return who(people[row.alter])


def tie(people: Mapping[int, Person], row: TieRow, lang: str) -> shapes.Tie:
    """Give a tie as it is shown."""
    return shapes.Tie(
        who=named(people, row),
        state=row.state,  # type: ignore[arg-type]
        layer=row.layer,
        first=row.first,
        last=row.last,
        silence=row.silence_days,
        silence_words=span(row.silence_days, lang),
        active_days=row.active_days,
        sent=row.sent,
        received=row.received,
        strength=row.strength,
        relation_share=row.relation_share,
        channels=list(row.channels),  # type: ignore[arg-type]
    )


def strip(days: Sequence[int], as_of: int, last: int) -> shapes.Strip:
    """Give the year before a day: its days with contact, and how long it has been quiet."""
    since = as_of - YEAR + 1
    return shapes.Strip(
        since=to_date(since).isoformat(),
        length=YEAR,
        days=[day - since for day in days if since <= day <= as_of],
        silence=min(as_of - last, YEAR),
    )


def questions(view: PersonView, day: int, lang: str) -> list[shapes.Question]:
    """Give what stands open with a person, either way."""
    return [
        shapes.Question(one.mine, one.day, on_day(to_day(date.fromisoformat(one.day)), day, lang), one.subject)
        for one in view.questions[:200]
    ]
