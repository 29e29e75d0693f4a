"""The order of day and month in the dates of an export, decided over all of them and never guessed."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

Order = Literal["dmy", "mdy", "ymd"]

_BOTH: tuple[Order, ...] = ("dmy", "mdy")
_MONTHS = 12
_DAYS = 31
_CENTURY = 100
_CONTRADICTED = 10
"""One order is believed when ten times as many dates fit it as fit the other only."""


class Figures(NamedTuple):
    """A date as three figures in the order in which they stand."""

    first: int
    second: int
    third: int


def date_of(figures: Figures, order: Order) -> date:
    """Give the date of three figures, or ValueError when there is no such day; years of two figures are of this century."""
    if order == "ymd" or figures.first > _DAYS:
        year, month, day = figures
    elif order == "dmy":
        day, month, year = figures
    else:
        month, day, year = figures
    return date(year + 2_000 if year < _CENTURY else year, month, day)


def order_of(dates: Sequence[Figures], latest: date, hint: Order | None = None) -> Order | None:
    """Tell the order of day and month, or None when it stays open.

    What decides, in this order: a figure over 12; dates that would lie after `latest`; dates that would run back
    in a file that is in order of time; dates that are the same either way; the hint (the habit of the file's language).
    """
    if dates and all(one.first > _DAYS for one in dates):
        return "ymd"
    day_first = sum(_MONTHS < one.first <= _DAYS and one.second <= _MONTHS for one in dates)
    month_first = sum(_MONTHS < one.second <= _DAYS and one.first <= _MONTHS for one in dates)
    if day_first or month_first:
        if _CONTRADICTED * min(day_first, month_first) > max(day_first, month_first):
            return None
        return "dmy" if day_first > month_first else "mdy"
    open_ones = [one for one in dates if 1 <= one.first <= _MONTHS and 1 <= one.second <= _MONTHS and one.third]
    measures: tuple[Callable[[list[date]], int], ...] = (
        lambda days: sum(day > latest for day in days),
        lambda days: sum(after < before - timedelta(days=1) for before, after in pairwise(days)),
    )
    try:
        one, other = ([date_of(figures, order) for figures in open_ones] for order in _BOTH)
    except ValueError:  # a year of five figures
        return None
    for measure in measures:
        against_one, against_other = measure(one), measure(other)
        if bool(against_one) != bool(against_other):
            return "mdy" if against_one else "dmy"
    return "dmy" if one == other else hint
