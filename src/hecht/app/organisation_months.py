"""The months of an organisation's log: in which pieces it is worked out, and the small tables of days that queries join."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from hecht.core.days import to_date, to_day
from hecht.core.ties.strength import HALF_LIFE_CHAT, HALF_LIFE_SLOW, weights

if TYPE_CHECKING:
    from hecht.core.model import Value


def pieces_of(first: int, last: int, rows: int, at_once: int) -> Iterator[tuple[str, int, int]]:
    """Give the months from one day to another, or some together, by the first one's name, the day before, and the last day."""
    months = list(months_of(first, last))
    some = max(1, at_once * len(months) // max(1, rows))
    for place in range(0, len(months), some):
        yield months[place][0], months[place][1], months[place : place + some][-1][2]


def months_of(first: int, last: int) -> Iterator[tuple[str, int, int]]:
    """Give the months from one day to another by name, each with the day before it begins and its last day."""
    begun = to_date(first).replace(day=1)
    while to_day(begun) <= last:
        after = date(begun.year + begun.month // 12, begun.month % 12 + 1, 1)
        yield f"{begun:%Y-%m}", to_day(begun) - 1, min(to_day(after) - 1, last)
        begun = after


def calendar(first: int, last: int) -> "list[tuple[Value, ...]]":
    """Give the month of every day."""
    return [(day, f"{to_date(day):%Y-%m}") for day in range(first, last + 1)]


def decay() -> "list[tuple[Value, ...]]":
    """Give the weight of every age, for days of nothing but chat (0) and others (1)."""
    half_lives = ((0, HALF_LIFE_CHAT), (1, HALF_LIFE_SLOW))
    return [(slow, age, weight) for slow, one in half_lives for age, weight in enumerate(weights(one))]
