"""Mails as rows, for what needs more of a log than the days of contact of pairs: who stood in one mail, and whose mail it was."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from evidence.datasets import DAY, MOST_RECIPIENTS, DataSet

from hecht.core.network.graph import Ints

MOST_BESIDE = 24
"""Recipients of a mail up to which its recipients stood beside one another (as in `sql/copresence.sql`)."""


@dataclass(frozen=True, eq=False)
class Mails:
    """Rows (mail, sender, to, day, recipients) in the order of mails; equal sender and second are one mail. People are 0 to n - 1."""

    rows: Ints
    people: int

    def until(self, day: int, owners: Ints | None = None) -> "Mails":
        """Give the mails up to a day: all, or those that one of some owners sent or got."""
        rows = self.rows[self.rows[:, 3] <= day]
        if owners is not None:
            mine = np.isin(rows[:, 1], owners) | np.isin(rows[:, 2], owners)
            kept = np.zeros(int(rows[:, 0].max(initial=0)) + 1, dtype=np.bool_)
            kept[rows[mine, 0]] = True
            rows = rows[kept[rows[:, 0]]]
        return Mails(rows, self.people)

    def contacts(self) -> tuple[Ints, Ints, Ints]:
        """Give each pair and day with contact once: the lower, the higher, the day."""
        rows = self.rows[self.rows[:, 4] <= MOST_RECIPIENTS]
        return self._once(rows[:, 1], rows[:, 2], rows[:, 3])

    def pairs_in(self, after: int, until: int) -> set[tuple[int, int]]:
        """Give the pairs with contact on a day in (after, until]."""
        a, b, on = self.contacts()
        here = (on > after) & (on <= until)
        return set(zip(a[here].tolist(), b[here].tolist(), strict=True))

    def beside(self) -> tuple[Ints, Ints, Ints]:
        """Give each pair and day of fellow recipients once, and of sender and recipient where a mail is no contact."""
        rows = self.rows[(self.rows[:, 4] > 1) & (self.rows[:, 4] <= MOST_BESIDE)]
        wide = rows[rows[:, 4] > MOST_RECIPIENTS]
        one, other, when = [wide[:, 1]], [wide[:, 2]], [wide[:, 3]]
        for step in range(1, MOST_BESIDE):
            same = rows[step:, 0] == rows[:-step, 0]
            one.append(rows[:-step, 2][same])
            other.append(rows[step:, 2][same])
            when.append(rows[step:, 3][same])
        return self._once(np.concatenate(one), np.concatenate(other), np.concatenate(when))

    def _once(self, one: Ints, other: Ints, day: Ints) -> tuple[Ints, Ints, Ints]:
        key = np.unique(((np.minimum(one, other) * self.people + np.maximum(one, other)) << 16) + day)
        pair, day = key >> 16, key & 0xFFFF
        a, b = pair // self.people, pair % self.people
        here = a != b
        return a[here], b[here], day[here]


@cache
def mails_of(data: DataSet) -> Mails | None:
    """Give the mails of a data set whose rows are mails, over the days that count; None of others."""
    if data.triples is None:
        return None
    rows = np.unique(data.triples[data.triples[:, 0] != data.triples[:, 1]], axis=0)
    day = rows[:, 2] // DAY
    here = day - day.min() <= int(data.rows[:, 2].max())
    rows, day = rows[here], (day - day.min())[here]
    people, place = np.unique(rows[:, :2], return_inverse=True)
    sender, to = place.reshape(-1, 2).T
    _, mail, count = np.unique(rows[:, [0, 2]], axis=0, return_inverse=True, return_counts=True)
    mail = mail.reshape(-1)
    order = np.argsort(mail, kind="stable")
    return Mails(np.stack([mail, sender, to, day, count[mail]], axis=1)[order], len(people))
