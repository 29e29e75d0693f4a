"""Attention: how the active days of the last quarter were spread over people and layers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from hecht.core.ties.layers import COUNT
from hecht.core.ties.tie import Tie

QUARTER = 91
"""Days in a quarter."""
FEW = 5
"""How many people with the most active days are counted together."""


class Attention(NamedTuple):
    """The contact of a quarter: each active day of each tie counts once (two people on one day are two).

    `since` is the first day counted, `contacts` the sum over ties of their active days, `people` how many had any,
    `layers` the contacts in layer 1-5 and, last, outside every layer, `fewest` how many people (five, if there are
    so many) had most of them, and `with_fewest` how many contacts those had together.
    """

    since: int
    contacts: int
    people: int
    layers: tuple[int, ...]
    fewest: int
    with_fewest: int


def attention(ties: Iterable[Tie], days: Mapping[int, Sequence[int]], as_of: int) -> Attention:
    """Give how the last 91 days were spread; `days` holds the active days of each alter, none after `as_of`."""
    since = as_of - QUARTER + 1
    layers = [0] * (COUNT + 1)
    each = []
    for tie in ties:
        count = sum(day >= since for day in days.get(tie.alter, ()))
        layers[(tie.layer or COUNT + 1) - 1] += count
        if count:
            each.append(count)
    most = sorted(each, reverse=True)[:FEW]
    return Attention(since, sum(each), len(each), tuple(layers), len(most), sum(most))
