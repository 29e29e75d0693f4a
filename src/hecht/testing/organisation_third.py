"""A third kind of made-up organisation, that the report was not made on: a hospital, a municipality or an engineering firm.

Written without a look at the report. What it assumes, and where from:

1. Departments are of very unequal size (log-normal), and lie in clusters of neighbours: a hospital's divisions, a municipality's
   domains, an engineering firm's markets. Most contact stays in the department and most of the rest in the cluster (email logs
   of companies: Kleinbaum, Stuart and Tushman 2013, "Discretion within constraint").
2. In a department people have teams; contact is denser within them. Teams have leads, departments heads, heads meet in clusters.
3. How active people are has a long tail, and who is active is turned to more (many email logs).
4. Shared services (ICT, personnel, laboratory, planning) have thin contact with everybody.
5. Departments differ in openness without being closed. A silo keeps 8-30 % of the contact with others, services among them,
   that a department of average openness has, in both directions; its head still meets the other heads.
6. A broker has steady contact with several people of two or three groups that lie in different clusters and have little to do with
   each other (Burt 1992; Long, Cunningham and Braithwaite 2013 on brokers in care). Brokers are not among the most active.
7. Overload: 25 to 60 people of the own and neighbouring departments lean on one person, who has on top of the own contact
   four to nine times what is usual (Cross, Rebele and Grant 2016, "Collaborative overload": a few carry up to a third of it).
8. Projects bring people of several departments together, most of one cluster; people leave, and wards lose more than offices.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hecht.testing.organisation import Organisation

_LEAST = 8
"""The least number of people in a department."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What sets a kind of organisation apart.

    Attributes:
        name: what it is.
        each: people in a department, the mean. spread: of the logarithm of the sizes.
        cluster: departments in a cluster. team: people in a team.
        services: the share of departments that serve all others.
        inside: the share of contact that stays in the department.
        near: how much more one has to do with a department of the own cluster than with another.
        projects: how many there are for each person.
        leaves: the share of people that leave in a month.
    """

    name: str
    each: int
    spread: float
    cluster: int
    team: int
    services: float
    inside: float
    near: float
    projects: float
    leaves: float


KINDS = (
    Kind("hospital", 48, 0.75, 5, 14, 0.14, 0.72, 7.0, 0.03, 0.013),
    Kind("municipality", 36, 0.6, 4, 10, 0.16, 0.66, 6.0, 0.06, 0.009),
    Kind("engineering firm", 42, 0.85, 6, 8, 0.08, 0.58, 4.0, 0.12, 0.011),
)
_OUT = 6.0
"""Contacts outside the department that one of average activity and openness has of the own accord."""


def third_organisation(people: int, seed: int, months: int = 9) -> Organisation:
    """Make an organisation of the kind that `seed` falls on; the same seed gives the same.

    Args:
        people: how many; at least 200, so that there are departments to be closed and groups to be linked.
        seed: what it is made from; its remainder by three says which kind.
        months: how many months of it will be written; people leave from the second on.

    Raises:
        ValueError: when there are fewer than 200 people.
    """
    if people < 200:
        raise ValueError(f"an organisation of {people} has too few people to plant anything in")
    return _Making(people, seed).made(months)


class _Making:
    """An organisation that is being made."""

    def __init__(self, people: int, seed: int) -> None:
        self.dice = np.random.default_rng([seed, 3])
        self.kind = KINDS[seed % len(KINDS)]
        self.people = people
        self.everybody = np.arange(people)
        self.ends: list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]] = []
        self._departments()
        self._hierarchy()
        self.active = self.dice.lognormal(0, 0.55, people)
        self._openness()

    def made(self, months: int) -> Organisation:
        """Give it, with everything planted."""
        self._inside()
        self._outside()
        self._projects()
        self._formal()
        a, b, weight = self._ties()
        weight *= self.dice.lognormal(0, 0.5, len(weight))
        usual = float(np.median(np.bincount(np.concatenate([a, b]), np.concatenate([weight, weight]), self.people)))
        brokers, overloaded = self._plant(usual)
        more = self._ties()
        a, b, weight = (np.concatenate(both) for both in zip((a, b, weight), more, strict=True))
        kept = {*brokers, *overloaded, *np.flatnonzero(self.level < 2).tolist()}
        left: dict[int, int] = {}
        for month in range(1, months):
            for who in self.dice.choice(self.people, int(self.people * self.kind.leaves), replace=False).tolist():
                if who not in kept:
                    left.setdefault(who, month)
        return Organisation(
            self.department,
            self.level,
            self.manager,
            a,
            b,
            weight,
            self.silos,
            sorted(brokers),
            sorted(overloaded),
            left,
        )

    def _departments(self) -> None:
        """Draw departments of unequal size, the clusters they lie in, and which of them serve all others."""
        dice, kind = self.dice, self.kind
        self.count = count = max(6, self.people // kind.each)
        shares = dice.lognormal(0, kind.spread, count)
        sizes = _LEAST + dice.multinomial(self.people - _LEAST * count, shares / shares.sum())
        self.department = np.repeat(np.arange(count), sizes)
        self.start = np.concatenate([[0], np.cumsum(sizes)])
        self.cluster = dice.permutation(
            np.arange(count) // min(kind.cluster, count // 4 or 1)
        )  # at least four, to link
        self.services = dice.choice(np.arange(1, count), max(1, round(count * kind.services)), replace=False)

    def _hierarchy(self) -> None:
        """Give each department a head and, when it has more than a team, teams with leads; the first head is the director."""
        within = self.everybody - self.start[self.department]
        teams = np.maximum(1, np.round(np.diff(self.start) / self.kind.team).astype(np.int64))
        self.team = within * teams[self.department] // np.diff(self.start)[self.department]
        heads = self.start[:-1]
        firsts = np.flatnonzero((np.diff(self.team, prepend=-1) != 0) | (within == 0))
        of_team = np.searchsorted(firsts, self.everybody, side="right") - 1
        self.first_of_team, self.team_number = firsts, of_team
        self.manager = firsts[of_team].astype(np.int64)
        self.manager[firsts] = heads[self.department[firsts]]
        self.manager[heads], self.manager[0] = 0, -1
        self.level = np.full(self.people, 2)
        self.level[firsts], self.level[0] = 1, 0
        self.heads = heads

    def _openness(self) -> None:
        """Say how open each department is, and close some."""
        dice = self.dice
        self.open = np.clip(dice.lognormal(0, 0.3, self.count), 0.55, 1.9)
        ordinary = np.setdiff1d(np.arange(1, self.count), self.services)
        number = max(1, round(self.count * 0.09))
        self.silos = sorted(dice.choice(ordinary, number, replace=False).tolist())
        self.open[self.silos] = dice.uniform(0.08, 0.3, number)

    def _someone(self, department: int, number: int) -> NDArray[np.int64]:
        """Draw people of a department, those who are active most often."""
        first, last = self.start[department], self.start[department + 1]
        chance = self.active[first:last]
        return self.dice.choice(np.arange(first, last), number, p=chance / chance.sum())

    def _add(self, one: NDArray[np.int64], other: NDArray[np.int64], strong: float | NDArray[np.float64]) -> None:
        self.ends.append((one, other, np.broadcast_to(np.asarray(strong, dtype=np.float64), one.shape)))

    def _ties(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """Take what was added so far."""
        a, b, weight = (np.concatenate([one[part] for one in self.ends]) for part in range(3))
        self.ends = []
        real = a != b
        return a[real].astype(np.int64), b[real].astype(np.int64), weight[real].astype(np.float64)

    def _inside(self) -> None:
        """Let people turn to those of their team and department."""
        dice = self.dice
        each = 2 + dice.poisson(6 * np.sqrt(self.active))
        for department in range(self.count):
            those = np.arange(self.start[department], self.start[department + 1])
            one = np.repeat(those, each[those])
            other = self._someone(department, len(one))
            at_hand = self.first_of_team[self.team_number[one]]
            last = np.append(self.first_of_team, self.people)[self.team_number[one] + 1]
            near = at_hand + (dice.random(len(one)) * (last - at_hand)).astype(np.int64)
            self._add(one, np.where(dice.random(len(one)) < 0.6, near, other), 1.0)

    def _outside(self) -> None:
        """Let people turn to other departments: neighbours, services, large ones, open ones."""
        dice, kind = self.dice, self.kind
        strong = 8 * (1 - kind.inside) / kind.inside / _OUT
        sizes = np.diff(self.start)
        for department in range(self.count):
            pull = np.sqrt(sizes) * self.open
            pull *= np.where(self.cluster == self.cluster[department], kind.near, 1.0)
            pull[self.services] *= 3.0
            pull[department] = 0.0
            those = np.arange(self.start[department], self.start[department + 1])
            one = np.repeat(those, dice.poisson(_OUT * self.open[department] * np.sqrt(self.active[those])))
            to = dice.choice(self.count, len(one), p=pull / pull.sum())
            other = np.empty(len(one), dtype=np.int64)
            for there in np.unique(to).tolist():
                other[to == there] = self._someone(there, int((to == there).sum()))
            self._add(one, other, strong)

    def _projects(self) -> None:
        """Bring people of several departments together, most of them of one cluster."""
        dice = self.dice
        willing = self.active * self.open[self.department]
        for _ in range(round(self.people * self.kind.projects)):
            home = self.cluster[dice.integers(0, self.count)]
            pull = willing * np.where(self.cluster[self.department] == home, 8.0, 1.0)
            team = dice.choice(self.people, int(dice.integers(5, 13)), replace=False, p=pull / pull.sum())
            one, other = np.triu_indices(len(team), 1)
            some = dice.random(len(one)) < 0.45
            self._add(team[one[some]], team[other[some]], 0.5)

    def _formal(self) -> None:
        """Add what goes by the hierarchy: with one's manager, and among the heads of a cluster."""
        others = self.everybody[self.manager >= 0]
        self._add(others, self.manager[others], 0.6)
        for cluster in np.unique(self.cluster).tolist():
            heads = self.heads[self.cluster == cluster]
            one, other = np.triu_indices(len(heads), 1)
            self._add(heads[one], heads[other], 0.8)

    def _plant(self, usual: float) -> tuple[list[int], list[int]]:
        """Add brokers and people on whom too many depend; `usual` is the contact that half of the people have at least."""
        dice = self.dice
        members = dice.permutation(
            np.flatnonzero((self.level == 2) & ~np.isin(self.department, [*self.silos, *self.services.tolist()]))
        )
        middle = members[self.active[members] < np.quantile(self.active, 0.85)]
        number = max(2, self.people // 170)
        brokers = middle[:number].tolist()
        for who in brokers:
            self._link(who, usual)
        rest = members[~np.isin(members, brokers)]
        overloaded = rest[:number].tolist()
        for who in overloaded:
            self._lean_on(who, usual)
        return brokers, overloaded

    def _link(self, who: int, usual: float) -> None:
        """Give a broker steady contact with two or three teams of clusters that are not the own one nor each other's."""
        dice = self.dice
        passed = {int(self.cluster[self.department[who]])}
        wanted = int(dice.integers(2, 4))
        found: list[NDArray[np.int64]] = []
        for first in dice.permutation(self.first_of_team).tolist():
            department = int(self.department[first])
            if department in self.silos or department in self.services or int(self.cluster[department]) in passed:
                continue
            passed.add(int(self.cluster[department]))
            group = np.flatnonzero(self.team_number == self.team_number[first])
            found.append(dice.choice(group, min(len(group), int(dice.integers(4, 9))), replace=False))
            if len(found) == wanted:
                break
        there = np.concatenate(found)
        self._add(
            np.full(len(there), who),
            there,
            dice.uniform(0.7, 1.4) * usual / len(there) * dice.lognormal(0, 0.4, len(there)),
        )

    def _lean_on(self, who: int, usual: float) -> None:
        """Let many of the own and neighbouring departments depend on one person."""
        dice = self.dice
        home = self.department[who]
        near = (self.cluster[self.department] == self.cluster[home]) & ~np.isin(self.department, self.silos)
        pull = np.where(self.department == home, 6.0, np.where(near, 1.0, 0.02 * self.open[self.department]))
        pull[who] = 0.0
        many = int(dice.integers(25, 61))
        those = dice.choice(self.people, many, replace=False, p=pull / pull.sum())
        self._add(np.full(many, who), those, dice.uniform(4, 9) * usual / many * dice.lognormal(0, 0.5, many))
