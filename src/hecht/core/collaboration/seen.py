"""What can be seen of the contact between parties: each cell of the matrix is seen, reported, or not visible (never 0).

From one mailbox the contact between two others does not show, but for what the owner was in as well. A cell is *seen* when
the mailbox of somebody of one of its two parties is read, *reported* when somebody of one of them told with whom they had
contact, and else *not visible*: then nothing is said of it, whatever was glimpsed.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from hecht.core.collaboration.item import Item

ENOUGH = 0.5
"""The part that has to be seen or reported, below which nothing is said of the whole: "nog niet te zeggen"."""


class How(StrEnum):
    """How a cell is known."""

    SEEN = "seen"
    REPORTED = "reported"
    NOT_VISIBLE = "not_visible"


class Report(NamedTuple):
    """The days on which somebody (`reporter`) had contact with `other`, as they told; until which day the telling goes."""

    reporter: int
    other: int
    days: tuple[int, ...]
    until: int


@dataclass(frozen=True, slots=True)
class Cell:
    """The contact between two parties (in order of name) since a day.

    `days`, `informal` and `last` are the days with contact, those of it with room for the other, and the last day; None
    in a cell that is not visible (and `informal` in one that is only reported). `glimpsed` counts the days on which the log
    shows them together although the cell is not visible. `through` are the people whose mailbox or telling it is.
    """

    a: str
    b: str
    how: How
    days: int | None
    informal: int | None
    last: int | None
    glimpsed: int
    through: tuple[int, ...]


def matrix(
    people: Mapping[str, Collection[int]],
    items: Iterable[Item],
    observers: Collection[int],
    reports: Sequence[Report] = (),
    since: int = -1,
) -> list[Cell]:
    """Give a cell for every two parties.

    Args:
        people: by party those who take part for it.
        items: the interactions that belong to the collaboration.
        observers: people whose own contact is seen whole (the owner of the log; everybody in a whole network's log).
        reports: what others told of their contact; a telling is of the reporter's own contact.
        since: only what came after this day counts.
    """
    party = {person: name for name, members in people.items() for person in members}
    seen: dict[tuple[str, str], dict[int, bool]] = {}
    for item in items:
        if item.day <= since:
            continue
        there = sorted({party[person] for person in item.people if person in party})
        for pair in combinations(there, 2):
            days = seen.setdefault(pair, {})
            days[item.day] = days.get(item.day, False) or item.informal
    told: dict[tuple[str, str], set[int]] = {}
    who: dict[tuple[str, str], set[int]] = {}
    for one in reports:
        if one.reporter not in party:
            continue
        for name in people:
            if name != party[one.reporter]:
                who.setdefault(_pair(party[one.reporter], name), set()).add(one.reporter)
        if one.other in party and party[one.other] != party[one.reporter]:
            days_told = {day for day in one.days if day > since}
            told.setdefault(_pair(party[one.reporter], party[one.other]), set()).update(days_told)
    return [
        _cell(pair, people, observers, seen.get(pair, {}), told.get(pair, set()), who.get(pair, set()))
        for pair in combinations(sorted(people), 2)
    ]


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _cell(
    pair: tuple[str, str],
    people: Mapping[str, Collection[int]],
    observers: Collection[int],
    seen: Mapping[int, bool],
    told: Collection[int],
    reporters: Collection[int],
) -> Cell:
    watching = sorted({person for name in pair for person in people[name]} & set(observers))
    informal = sum(seen.values())
    if watching:
        days = set(seen) | set(told)
        return Cell(*pair, How.SEEN, len(days), informal, max(days, default=None), 0, tuple(watching))
    if reporters:
        days = set(seen) | set(told)
        return Cell(*pair, How.REPORTED, len(days), None, max(days, default=None), len(seen), tuple(sorted(reporters)))
    return Cell(*pair, How.NOT_VISIBLE, None, None, None, len(seen), ())


def seen_share(cells: Sequence[Cell]) -> float:
    """Give the part of the cells that is seen or reported, 0-1; 1 where there are none."""
    known = sum(cell.how is not How.NOT_VISIBLE for cell in cells)
    return known / len(cells) if cells else 1.0


@dataclass(frozen=True, slots=True)
class Bridge:
    """Somebody through whom alone the seen contact of their party with the others runs."""

    person: int
    party: str


def only_bridges(
    people: Mapping[str, Collection[int]], items: Iterable[Item], cells: Sequence[Cell], since: int
) -> list[Bridge] | None:
    """Give the people through whom alone the contact of a party with the others runs since a day, as far as seen.

    None when less than half of the cells is seen or reported. A party of one person has no other who could, and one of which
    not a single cell is seen gives nothing.
    """
    if seen_share(cells) < ENOUGH:
        return None
    party = {person: name for name, members in people.items() for person in members}
    busy: dict[str, set[int]] = {}
    for item in items:
        there = [person for person in item.people if person in party]
        if item.day > since and len({party[person] for person in there}) > 1:
            for person in there:
                busy.setdefault(party[person], set()).add(person)
    known = {name for cell in cells if cell.how is How.SEEN for name in (cell.a, cell.b)}
    return [
        Bridge(next(iter(those)), name)
        for name, those in sorted(busy.items())
        if len(those) == 1 and len(people[name]) > 1 and name in known
    ]
