"""Seating 40 people at 5 tables in 4 rounds and 200 at 25 in 5, against textbook annealing and a long search.

python -m bench.seating                   seats by default effort; the peer has the same CPU time; the best of a long search is read
                                          from bench/seating.tsv
python -m bench.seating --long 40 5 4     looks for ten minutes of CPU, and prints a row of bench/seating.tsv

The worths are drawn: whole numbers, exponential with mean 10, and the same for every run.
"""

import csv
import math
import random
import sys
import time
from pathlib import Path

import numpy as np
from bench.common import machine

from hecht.core.collaboration.seating import arrange, meetings
from hecht.core.collaboration.tables import Wishes
from hecht.core.network.graph import Ints

GATHERINGS = ((40, 5, 4), (200, 25, 5))
BEST = Path(__file__).with_suffix(".tsv")
MINUTES = 10
RUN = 200
"""About how many seconds one run of the long search takes, by the pace at its beginning."""


def worths(people: int) -> Ints:
    """Draw what it is worth that two people meet."""
    upper = np.triu(np.ceil(np.random.default_rng(5).exponential(10, (people, people))), 1).astype(np.int64)
    both: Ints = upper + upper.T
    return both


class Textbook:
    """Annealing as textbooks do it: draw two people of a round, change them when that is better, or else by chance."""

    def __init__(self, worth: Ints, people: int, tables: int, rounds: int) -> None:
        self.dice = random.Random(1)
        self.worth, self.people = worth.tolist(), people
        self.at = [[one % tables for one in range(people)] for _ in range(rounds)]
        for row in self.at:
            self.dice.shuffle(row)
        self.members = [
            [{one for one in range(people) if row[one] == place} for place in range(tables)] for row in self.at
        ]
        seated = tuple(tuple(tuple(one) for one in row) for row in self.members)
        self.met = meetings(seated, people).tolist()
        self.total = sum(self.worth[i][j] for i in range(people) for j in range(i) if self.met[i][j])

    def best_in(self, seconds: float) -> int:
        """Anneal for some CPU seconds, and give the best value seen."""
        best, share, begun = self.total, 0.0, time.process_time()
        mean = sum(map(sum, self.worth)) / (self.people * (self.people - 1))
        while share < 1:
            for _ in range(500):
                self.step(mean * 2 * (0.05**share))
                best = max(best, self.total)
            share = (time.process_time() - begun) / seconds
        return int(best)

    def step(self, temperature: float) -> None:
        """Try one change."""
        turn, i, j = (
            self.dice.randrange(len(self.at)),
            self.dice.randrange(self.people),
            self.dice.randrange(self.people),
        )
        row, seats = self.at[turn], self.members[turn]
        a, b = row[i], row[j]
        if a == b:
            return
        moves = ((i, seats[a] - {i}, seats[b] - {j}), (j, seats[b] - {j}, seats[a] - {i}))
        gained = 0
        for one, left, found in moves:
            gained -= sum(self.worth[one][other] for other in left if self.met[one][other] == 1)
            gained += sum(self.worth[one][other] for other in found if not self.met[one][other])
        if gained < 0 and self.dice.random() >= math.exp(gained / temperature):
            return
        for one, left, found in moves:
            for some, step in ((left, -1), (found, 1)):
                for other in some:
                    self.met[one][other] += step
                    self.met[other][one] += step
        seats[a] ^= {i, j}
        seats[b] ^= {i, j}
        row[i], row[j] = b, a
        self.total += gained


def long(people: int, tables: int, rounds: int) -> None:
    """Look for ten minutes of CPU or a little more, in runs of about two hundred seconds from other seeds, and keep the best."""
    worth, wishes = worths(people), Wishes.even(people, tables, rounds)
    begun = time.process_time()
    arrange(worth, wishes, sweeps=100)
    sweeps = int(RUN / (time.process_time() - begun) * 100)
    begun, best, seed = time.process_time(), 0, 0
    while time.process_time() - begun < MINUTES * 60:
        seed += 1
        best = max(best, arrange(worth, wishes, seed=seed, sweeps=sweeps).value)
        print(people, tables, rounds, seed, best, f"{time.process_time() - begun:.0f} s CPU", flush=True)
    print("\t".join(str(one) for one in (people, tables, rounds, best, round(time.process_time() - begun))))


def main() -> None:
    """Print values, their share of the best of a long search and of the bound, and CPU seconds."""
    if "--long" in sys.argv:
        long(*(int(one) for one in sys.argv[2:5]))
        return
    with BEST.open() as kept:
        best = {
            tuple(int(row[one]) for one in ("people", "tables", "rounds")): row
            for row in csv.DictReader(kept, delimiter="\t")
        }
    print(machine())
    for people, tables, rounds in GATHERINGS:
        worth, wishes = worths(people), Wishes.even(people, tables, rounds)
        shares = []
        known = int(best[people, tables, rounds]["best"])
        spent_then = best[people, tables, rounds]["cpu_seconds"]
        for seed in range(3):
            wall, spent = time.perf_counter(), time.process_time()
            found = arrange(worth, wishes, seed=seed)
            spent, wall = time.process_time() - spent, time.perf_counter() - wall
            shares.append(found.value / known)
            print(
                f"{people} people, {tables} tables, {rounds} rounds, seed {seed}: {found.value}, {found.value / known:.1%} of the"
                f" best of a long search ({known}, {spent_then} s CPU), {found.value / found.bound:.1%} of the bound ({found.bound}),"
                f" {spent:.2f} s CPU, {wall:.2f} s"
            )
        plain = Textbook(worth, people, tables, rounds).best_in(spent)
        print(
            f"  least {min(shares):.1%}; textbook annealing in {spent:.2f} s CPU: {plain} ({found.value / plain:.3f} x)"
        )


if __name__ == "__main__":
    main()
