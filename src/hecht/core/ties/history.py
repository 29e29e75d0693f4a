"""The active days of many ties as arrays, and what of them was to be seen on one day."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hecht.core.ties.contact import MEMORY

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]

CHANNELS = 10
"""Channels are small numbers below this; 9 is a day of nothing but chat (see `sql/active.sql`)."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What was to be seen of ties on the day `day`: those with contact in the 548 days up to it.

    Arrays of one length: `ties` are indices, `silence` and `active` days as in `p_contact`, `channel` the one with most
    of those days (the lowest number of several), `upto` where the rows after `day` begin.
    """

    day: int
    ties: Ints
    silence: Ints
    active: Ints
    channel: Ints
    upto: Ints

    def only(self, which: Flags) -> "Seen":
        """Give the same of some of the ties."""
        return Seen(
            self.day,
            self.ties[which],
            self.silence[which],
            self.active[which],
            self.channel[which],
            self.upto[which],
        )


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """Every active day of m ties, in order of tie and day, each pair of them once.

    `first` and `second` (length m) are the two people of a tie, as indices below `people`; `start` (length m + 1) says
    where the rows of a tie begin. `tie`, `day` and `channel` are the rows.
    """

    first: Ints
    second: Ints
    people: int
    start: Ints
    tie: Ints
    day: Ints
    channel: Ints

    @classmethod
    def of_pairs(cls, a: ArrayLike, b: ArrayLike, day: ArrayLike, channel: ArrayLike) -> tuple["History", Ints]:
        """Make it of rows (a < b, both ids) in any order, no (a, b, day) twice; also gives the ids (m, 2) of its ties."""
        one, two = np.asarray(a, dtype=np.int64), np.asarray(b, dtype=np.int64)
        days, by = np.asarray(day, dtype=np.int64), np.asarray(channel, dtype=np.int64)
        ids = np.unique(np.concatenate([one, two]))
        x, y = np.searchsorted(ids, one), np.searchsorted(ids, two)
        order = np.lexsort((days, y, x))
        x, y, days, by = x[order], y[order], days[order], by[order]
        fresh = np.flatnonzero(np.diff(x, prepend=-1) | np.diff(y, prepend=-1))
        tie = np.cumsum(np.bincount(fresh, minlength=len(x))) - 1
        start = np.append(fresh, len(x))
        first, second = x[fresh], y[fresh]
        return cls(first, second, len(ids), start, tie, days, by), np.stack([ids[first], ids[second]], axis=1)

    @classmethod
    def of_one(cls, days: Sequence[Sequence[int]], channels: Sequence[Sequence[int]]) -> "History":
        """Make it of the ties of one person: for each its active days in order, and their channels."""
        count = np.array([len(one) for one in days], dtype=np.int64)
        m = len(count)
        return cls(
            first=np.zeros(m, dtype=np.int64),
            second=np.arange(1, m + 1, dtype=np.int64),
            people=m + 1,
            start=np.concatenate([[0], np.cumsum(count)]),
            tie=np.repeat(np.arange(m, dtype=np.int64), count),
            day=np.array([day for one in days for day in one], dtype=np.int64),
            channel=np.array([by for one in channels for by in one], dtype=np.int64),
        )

    @property
    def begin(self) -> int:
        """Give the first day of all; 0 without any."""
        return int(self.day.min()) if len(self.day) else 0

    def rows_upto(self, day: int) -> Ints:
        """Give, for each tie, the place after its last row up to a day."""
        before = np.concatenate([[0], np.cumsum(self.day <= day, dtype=np.int64)])
        upto: Ints = self.start[:-1] + before[self.start[1:]] - before[self.start[:-1]]
        return upto

    def seen(self, day: int) -> Seen:
        """Give what was to be seen on a day."""
        upto, low = self.rows_upto(day), self.rows_upto(day - MEMORY)
        ties = np.flatnonzero(upto > low)
        upto, low = upto[ties], low[ties]
        most = np.zeros(len(ties), dtype=np.int64)
        channel = np.zeros(len(ties), dtype=np.int64)
        for by in np.unique(self.channel):
            total = np.concatenate([[0], np.cumsum(self.channel == by)])
            count = total[upto] - total[low]
            channel[count > most] = by
            most = np.maximum(most, count)
        return Seen(day, ties, day - self.day[upto - 1], upto - low, channel, upto)

    def alive(self, seen: Seen, horizon: int) -> Flags:
        """Say which of the ties that were seen had contact in the `horizon` days after."""
        upto = np.append(self.day, np.iinfo(np.int64).max)[seen.upto]
        return (upto <= seen.day + horizon) & (seen.upto < self.start[seen.ties + 1])

    def decayed(self, day: int, half_life: float) -> Floats:
        """Give for each tie `D_h`: the sum over its active days up to a day of 2^(-age / half_life)."""
        age = day - self.day
        weight = np.where(age >= 0, 2.0 ** (-np.maximum(age, 0) / half_life), 0.0)
        return np.bincount(self.tie, weight, minlength=len(self.first)).astype(np.float64)
