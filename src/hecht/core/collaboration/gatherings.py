"""Gatherings: what it is worth that two people share a table, and why."""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple, TypeAlias

import numpy as np

from hecht.core.network.graph import Ints
from hecht.core.ties.rhythm import rhythm
from hecht.core.ties.state import dormant

Pair: TypeAlias = tuple[int, int]
"""Two guests by their place in the list, the lower first."""
BASE = 30
"""What any pair that meets is worth. As seats are given, this is what it costs to seat a pair again: as much as the best
pair gains, so that nobody meets twice where that can be avoided (see `seating.arrange`)."""
BETWEEN = 365
"""Days without contact between two organisations, after which a pair of them is a bridge."""


class Why(StrEnum):
    """What a pair has to gain from one table.

    dormant: they had contact, and it sleeps; useful: they never had, and share a matter or a place, or the user said that they
    do not know each other; shared: they never had, and somebody knows both; new: they never had; bridge: they work in two
    organisations between whose guests there was no contact for a year. All as far as the log sees.
    """

    DORMANT = "dormant"
    USEFUL = "useful"
    SHARED = "shared"
    NEW = "new"
    BRIDGE = "bridge"


GAIN = {Why.DORMANT: 20, Why.USEFUL: 20, Why.SHARED: 10, Why.NEW: 5, Why.BRIDGE: 10}
"""What each adds to a pair's worth: a choice, not a measurement. A pair has at most one of the first four, and `bridge`."""


class Known(NamedTuple):
    """What is known of the guests, up to a day.

    Attributes:
        organisations: of each guest; empty where unknown, which is no organisation.
        days: the days on which a pair had contact, in order; pairs without are absent.
        useful: pairs without contact that share a matter or place, or of whom the user said that they are strangers.
        shared: pairs without contact of whom somebody knows both.
        acquainted: pairs of whom the user said that they know each other.
    """

    organisations: Sequence[str]
    days: Mapping[Pair, Sequence[int]]
    useful: Collection[Pair] = ()
    shared: Collection[Pair] = ()
    acquainted: Collection[Pair] = ()


def reasons(known: Known, as_of: int) -> dict[Pair, tuple[Why, ...]]:
    """Say of every pair what it has to gain; pairs that have nothing in particular are absent.

    A pair with contact that does not sleep has nothing to gain, and neither has one that is said to know each other,
    unless they are a bridge.
    """
    house = known.organisations
    spoke = {
        tuple(sorted((house[a], house[b])))
        for (a, b), days in known.days.items()
        if house[a] != house[b] and days and as_of - days[-1] < BETWEEN
    }
    found: dict[Pair, tuple[Why, ...]] = {}
    for pair in combinations(range(len(house)), 2):
        a, b = pair
        bridge = (
            bool(house[a] and house[b] and house[a] != house[b]) and tuple(sorted((house[a], house[b]))) not in spoke
        )
        why = _own(pair, known, as_of)
        some = ((why,) if why else ()) + ((Why.BRIDGE,) if bridge else ())
        if some:
            found[pair] = some
    return found


def _own(pair: Pair, known: Known, as_of: int) -> Why | None:
    days = [day for day in known.days.get(pair, ()) if day <= as_of]
    if days:
        sleeps = dormant(len(days), as_of - days[-1], rhythm(days[0], days[-1], len(days)))
        return Why.DORMANT if sleeps else None
    if pair in known.acquainted:
        return None
    if pair in known.useful:
        return Why.USEFUL
    return Why.SHARED if pair in known.shared else Why.NEW


def worths(known: Known, as_of: int) -> tuple[Ints, dict[Pair, tuple[Why, ...]]]:
    """Give what it is worth that each two guests meet (n x n, `seating.arrange` takes it), and the reasons.

    The worth of a pair is 30, and 20 for a dormant tie or a useful unknown pair, 10 for unknown people whom somebody
    knows both, 5 for others without contact, and 10 for a bridge.
    """
    n = len(known.organisations)
    found = reasons(known, as_of)
    worth = np.full((n, n), BASE, dtype=np.int64)
    np.fill_diagonal(worth, 0)
    for (a, b), some in found.items():
        worth[a, b] += sum(GAIN[why] for why in some)
        worth[b, a] = worth[a, b]
    return worth, found
