"""Corrections on the page: the latest times of contact with somebody, and what the user says that each was."""

from datetime import date
from typing import Annotated, Literal, cast

from litestar import get, post
from litestar.params import JSONBody, Parameter
from msgspec import Meta, Struct

from hecht.app.amounts import correct
from hecht.core.days import to_day
from hecht.text.amounts import corrected_line, happened
from hecht.text.measures import capital, on_day
from hecht.web import shapes
from hecht.web.common import Day, Lang, PersonId, TheDesk, found

Part = Literal["task", "both", "room"]


class Time(Struct):
    """One time of contact whose relation part is known: when and how, its subject or title, and what was said of it."""

    key: shapes.Id
    words: str
    title: str
    part: Part | None


class Times(Struct):
    """The latest times of contact with somebody, the last first."""

    rows: Annotated[list[Time], Meta(max_length=20)]


class Correction(Struct, forbid_unknown_fields=True):
    """What a time of contact was: the task, both, or room for the other; `undo` takes back what was said."""

    part: Literal["task", "both", "room", "undo"]


@get("/people/{person:str}/times", sync_to_thread=True)
def times(person: PersonId, desk: TheDesk, lang: Lang, day: Day) -> Times:
    """Give the latest times of contact with a person, to be corrected."""
    one = found(desk, person, day)
    titles = {event.key: event.title for event in desk.known(day).events}
    return Times(
        [
            Time(
                key=item.key,
                words=capital(
                    f"{happened(item.channel, lang, mine=item.mine)}, {on_day(to_day(date.fromisoformat(item.day)), day, lang)}"
                ),
                title=titles.get(int(item.key), ""),
                part=cast("Part | None", item.part),
            )
            for item in desk.amounts(one.id, day).latest
        ]
    )


@post("/people/{person:str}/times/{key:str}", sync_to_thread=True, status_code=200)
def say(
    person: PersonId,
    key: Annotated[str, Parameter(pattern="^[0-9]{1,19}$", description="The number of a time of contact.")],
    data: JSONBody[Correction],
    desk: TheDesk,
    lang: Lang,
    day: Day,
) -> shapes.Said:
    """Keep what the user says that a time of contact was."""
    found(desk, person, day)
    correct(desk.log.store, int(key), data.part, day)
    return shapes.Said(corrected_line(data.part, lang))
