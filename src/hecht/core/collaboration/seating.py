"""Seating: who sits at which table in which round, so that the pairs that meet are worth most."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from hecht.core.collaboration.seating_bound import forced, upper_bound
from hecht.core.collaboration.tables import Units, Wishes, begin
from hecht.core.network.graph import Flags, Floats, Ints

SWEEPS = 600
"""Times that everybody is considered in every round, for gatherings of up to about two hundred people."""
HOT, COLD = 2.0, 0.1
"""Temperatures at which the annealing begins and ends, as shares of the mean worth of a pair that is worth anything.

Chosen among 2-0.3 and 0.2-0.05 on random worths of 40 people (bench/seating.py); the outcome hardly depends on it.
"""
_WORK = 500_000_000
_STEP = 600
"""What a step costs beside its row of people, in the time of one of them: for large gatherings the sweeps are fewer."""
_NOISE = 1 << 16
_SMALL, _TRIES = 150, 4
"""Up to so many places (people x rounds) the annealing is done anew so often: there it is quick, and chance weighs more."""


@dataclass(frozen=True, slots=True)
class Seating:
    """A seating: for each round the tables, for each table its people by ascending index.

    `value` is the worth of the pairs that meet, each counted once; `bound` is what no seating can exceed. `again` counts
    how often a pair sits together that sat together before (those of one wish to sit together aside), and `forced` how
    often at least that cannot be otherwise in any seating.
    """

    rounds: tuple[tuple[tuple[int, ...], ...], ...]
    value: int
    bound: int
    again: int
    forced: int


def arrange(worth: Ints, wishes: Wishes, *, seed: int = 0, sweeps: int | None = None) -> Seating:
    """Seat people in rounds so that the pairs that meet are worth as much as can be found.

    The value of a seating is the sum of `worth` over the pairs that share a table at least once. As the number of seats
    is given, adding some amount to the worth of every pair is the same as letting every repetition cost that amount: a
    worth that is high for all lets no pair meet twice where that can be avoided (the social golfer problem when all are
    equal).

    It is found by annealing (Kirkpatrick, Gelatt and Vecchi 1983) one round at a time: given the other rounds, a pair
    counts when it meets in none of them. A person in turn changes seats with somebody at another table, who is drawn with
    chances proportional to exp(gain / temperature) over everybody at once (a heat bath), so that a step weighs all
    exchanges of a person in a few operations on arrays. People who sit together move as one, against others who take as
    many seats. The temperature falls from 2 to 0.1 of the mean worth; the best seating seen is given.

    Args:
        worth: n x n, symmetric, whole numbers >= 0; what it is worth that two people meet. The diagonal does not count.
        wishes: people, tables, rounds, together and apart; they are always kept to.
        seed: of the dice; the same seed gives the same seating.
        sweeps: how often everybody is considered in every round; by default 600, less for very large gatherings.

    Returns:
        The seating. Tables stand in the order of `wishes.sizes`; where those are equal, in that of their first person.

    Raises:
        RefusedError: no seating keeps to the wishes, with those that clash.
        ValueError: a worth that is negative or not symmetric, or not of these people.
    """
    worth = np.asarray(worth, dtype=np.int64)
    if worth.shape != (wishes.people, wishes.people) or (worth != worth.T).any() or worth.min() < 0:
        raise ValueError("a worth is a whole number of at least 0 for each two people")
    rng = np.random.default_rng(seed)
    units, place = begin(wishes, rng)
    between = _between(worth, units)
    tries = []
    for _ in range(_TRIES if wishes.people * wishes.rounds <= _SMALL else 1):
        start = np.array([place() for _ in range(wishes.rounds)])
        search = _Search(between, units, start, len(wishes.sizes), rng)
        tries.append(search.run(_sweeps(wishes) if sweeps is None else sweeps))
    _, best = max(tries, key=lambda one: one[0])
    rounds = tuple(_tables(row, units, wishes) for row in best)
    met = meetings(rounds, wishes.people)
    pairs = np.triu(met, 1)
    within = sum(len(some) * (len(some) - 1) // 2 for some in units.members) * (wishes.rounds - 1)
    return Seating(
        rounds=rounds,
        value=int(np.triu(worth, 1)[pairs > 0].sum()),
        bound=upper_bound(worth, wishes, units),
        again=int(np.maximum(pairs - 1, 0).sum()) - within,
        forced=max(0, forced(wishes, units) - within),
    )


def meetings(rounds: tuple[tuple[tuple[int, ...], ...], ...], people: int) -> Ints:
    """Give how often each two people share a table, n x n, with zeros on the diagonal."""
    met = np.zeros((people, people), dtype=np.int64)
    for tables in rounds:
        for table in tables:
            met[np.ix_(table, table)] += 1
    np.fill_diagonal(met, 0)
    return met


def first_meetings(seating: Seating, pairs: Collection[tuple[int, int]]) -> dict[tuple[int, int], tuple[int, int]]:
    """Give for some pairs (the lower first) the first round and table, from 1, at which they meet; others are absent."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for turn, tables in enumerate(seating.rounds, 1):
        for number, table in enumerate(tables, 1):
            for pair in combinations(table, 2):
                if pair in pairs:
                    found.setdefault(pair, (turn, number))
    return found


def _sweeps(wishes: Wishes) -> int:
    return max(20, min(SWEEPS, _WORK // (wishes.rounds * wishes.people * (wishes.people + _STEP))))


def _between(worth: Ints, units: Units) -> Floats:
    """Give the worth between units: the sum over their members; what is within a unit is had anyway."""
    joined = np.zeros((len(units.members), len(worth)))
    for row, some in enumerate(units.members):
        joined[row, list(some)] = 1
    between: Floats = joined @ worth @ joined.T
    np.fill_diagonal(between, 0)
    return between


def _tables(row: Ints, units: Units, wishes: Wishes) -> tuple[tuple[int, ...], ...]:
    tables = range(len(wishes.sizes))
    seated = [tuple(sorted(one for unit in np.flatnonzero(row == at) for one in units.members[unit])) for at in tables]
    return tuple(sorted(seated) if len(set(wishes.sizes)) == 1 else seated)


class _Search:
    """The annealing: the table of each unit in each round, and how often each two units meet."""

    def __init__(self, worth: Floats, units: Units, start: Ints, tables: int, rng: np.random.Generator) -> None:
        self.worth, self.units, self.table, self.tables, self.rng = worth, units, start, tables, rng
        self.everyone = np.arange(len(worth))
        self.never = units.clash * (4 * worth.sum() + 4)
        """What it costs to seat together who may not: more than all there is to gain."""
        self.same: list[Flags] = [row[:, None] == row[None, :] for row in start]
        self.met: Ints = np.sum(self.same, axis=0, dtype=np.int64)
        self.noise = rng.gumbel(size=_NOISE + len(worth))
        """The largest of some gains, each with such noise times the temperature, is a draw by exp(gain / temperature)."""
        sizes = np.unique(units.size)
        self.other = {int(size): units.size != size for size in sizes} if len(sizes) > 1 else {}
        self.blocks = np.flatnonzero(units.size > 1)

    def run(self, sweeps: int) -> tuple[float, Ints]:
        """Anneal, and give the best value and tables seen."""
        some = self.worth[self.worth > 0]
        best, found = self.table.copy(), self.value()
        if not some.size or self.tables == 1:
            return found, best
        mean = float(some.mean())
        for temperature in np.geomspace(HOT * mean, COLD * mean, sweeps).tolist():
            for turn in self.rng.permutation(len(self.table)).tolist():
                self.sweep(turn, temperature)
            if (value := self.value()) > found:
                best, found = self.table.copy(), value
        return found, best

    def value(self) -> float:
        return float(self.worth[self.met > 0].sum()) / 2

    def sweep(self, turn: int, temperature: float) -> None:
        """Let everybody once change seats with somebody in one round."""
        table = self.table[turn]
        counts = self.met - self.same[turn] == 0
        worth = self.worth * counts - self.never
        gain = np.zeros((self.tables, len(table)))
        gain[table, self.everyone] = 1
        gain = gain @ worth
        """What each unit has at each table, besides itself."""
        own = gain[table, self.everyone]
        twice, noise = 2 * worth, self.noise * temperature
        moved = False
        starts = self.rng.integers(_NOISE, size=len(table)).tolist()
        for unit, at in zip(self.rng.permutation(len(table)).tolist(), starts, strict=True):
            here = table[unit]
            gained = gain[here] - own
            gained -= twice[unit]
            gained += gain[:, unit].take(table)
            gained -= own[unit]
            gained += noise[at : at + len(table)]
            gained[table == here] = -np.inf
            if self.other:
                gained[self.other[int(self.units.size[unit])]] = -np.inf
            to = int(gained.argmax())
            if gained[to] > noise[at + unit]:
                there = table[to]
                step = worth[to] - worth[unit]
                gain[here] += step
                gain[there] -= step
                table[unit], table[to] = there, here
                own = gain[table, self.everyone]
                moved = True
        for unit in self.blocks.tolist():
            moved |= self.exchange(int(unit), table, worth, temperature)
        if moved:
            same = table[:, None] == table[None, :]
            self.met += same
            self.met -= self.same[turn]
            self.same[turn] = same

    def exchange(self, unit: int, table: Ints, worth: Floats, temperature: float) -> bool:
        """Let people who sit together change with others at one table who take as many seats; say whether they did."""
        size, here = int(self.units.size[unit]), table[unit]
        there = int(self.rng.integers(self.tables - 1))
        there += there >= here
        some, seats = [], 0
        for other in self.rng.permutation(np.flatnonzero(table == there)).tolist():
            if seats + self.units.size[other] <= size:
                some.append(other)
                seats += int(self.units.size[other])
        if seats != size:
            return False
        stay_here, stay_there = table == here, table == there
        stay_here[unit] = False
        stay_there[some] = False
        gained = worth[unit, stay_there].sum() - worth[unit, stay_here].sum()
        gained += worth[some][:, stay_here].sum() - worth[some][:, stay_there].sum()
        if gained < 0 and self.rng.random() >= np.exp(gained / temperature):
            return False
        table[unit], table[some] = there, here
        return True
