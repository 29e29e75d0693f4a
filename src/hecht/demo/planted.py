"""What there is to find in the demo world, as data: each fact with the people it is about."""

import datetime as dt
from dataclasses import dataclass

from hecht.demo import tables


@dataclass(frozen=True, slots=True)
class Planted:
    """One fact that was put into the files on purpose.

    `people` are addresses. `suggestion` is the kind of suggestion that should show it, empty where nothing should be
    suggested. `since` is the day on which it began: of the last contact, the question, the move.
    """

    id: str
    kind: str
    people: tuple[str, ...]
    what: str
    suggestion: str
    since: dt.date


PLANTED: tuple[Planted, ...] = tuple(
    Planted(
        id=row["id"],
        kind=row["kind"],
        people=tuple(row["people"].split()),
        what=row["what"],
        suggestion=row["suggestion"],
        since=dt.date.fromisoformat(row["since"]),
    )
    for row in tables.rows("planted")
)
