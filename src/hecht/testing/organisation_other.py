"""A second kind of made-up organisation, with other assumptions than the first: the report was not tuned on it.

In the first, everybody writes about as much, departments are alike and projects cross them by chance. Here people differ tenfold
in how much they write, departments are many small ones and few large ones, who is near in a ring of departments is
written to more, assistants and service desks have contact everywhere by their work, and what is planted has a size that is
drawn for each: silos keep a tenth to a third of their outside contact, links hold on to two to five other departments,
overload is two and a half to five times the usual.
"""

import numpy as np
from numpy.typing import NDArray

from hecht.testing.organisation import Organisation

_NEAR = 3.0
"""In how many steps around the ring of departments contact falls to 1/e."""
_SPREAD = 0.9
"""Of the logarithm of how much somebody writes."""


def other_organisation(people: int, seed: int = 1) -> Organisation:
    """Make an organisation of the second kind; nobody leaves it."""
    dice = np.random.default_rng([seed, 7])
    department = _departments(dice, people)
    count = int(department[-1]) + 1
    start = np.searchsorted(department, np.arange(count + 1))
    level, manager = np.full(people, 2), start[:-1][department].astype(np.int64)
    level[start[:-1]], level[0], manager[start[:-1]], manager[0] = 1, 0, 0, -1
    busy = dice.lognormal(0, _SPREAD, people)
    large = np.flatnonzero(np.diff(start) >= 12)
    silos = sorted(dice.choice(large[large > 0], max(1, len(large) // 10), replace=False).tolist())
    kept = np.ones(count)
    kept[silos] = dice.uniform(0.1, 1 / 3, len(silos))
    ends = [_inside(dice, department, start, busy), _outside(dice, department, start, busy, kept)]
    desks = dice.choice(people, max(1, people // 300), replace=False)
    ends += [(np.full(25, who), dice.integers(0, people, 25), np.full(25, 0.3)) for who in desks.tolist()]
    free = np.flatnonzero((level == 2) & ~np.isin(department, silos))
    special = dice.permutation(np.setdiff1d(free, desks))
    number = max(2, people // 150)
    brokers, overloaded = special[:number], special[number : 2 * number]
    usual = float(np.concatenate([weight for _, _, weight in ends]).sum()) * 2 / people
    for who in brokers.tolist():
        far = np.setdiff1d(np.arange(count), [department[who], *silos])
        for there in dice.choice(far, int(dice.integers(2, 6)), replace=False).tolist():
            near = dice.integers(start[there], start[there + 1], int(dice.integers(3, 9)))
            ends.append((np.full(len(near), who), near, np.full(len(near), usual / 8)))
    for who in overloaded.tolist():
        own = np.setdiff1d(np.arange(start[department[who]], start[department[who] + 1]), [who])
        own = own if len(own) else np.array([0])
        more = usual * float(dice.uniform(2.5, 5.0))
        ends.append((np.full(len(own), who), own, np.full(len(own), more / len(own))))
    a, b, weight = (np.concatenate([one[part] for one in ends]) for part in range(3))
    real = a != b
    return Organisation(
        department,
        level,
        manager,
        a[real].astype(np.int64),
        b[real].astype(np.int64),
        weight[real].astype(np.float64),
        silos,
        sorted(brokers.tolist()),
        sorted(overloaded.tolist()),
    )


def _departments(dice: np.random.Generator, people: int) -> NDArray[np.int64]:
    """Give everybody's department: many small ones and few large ones, at least of five."""
    sizes: list[int] = []
    while (left := people - sum(sizes)) > 0:
        sizes.append(min(left, 5 + int(dice.pareto(1.3) * 12) % 120))
    if sizes[-1] < 5 and len(sizes) > 1:
        sizes[-2] += sizes.pop()
    return np.repeat(np.arange(len(sizes)), sizes)


def _inside(
    dice: np.random.Generator, department: NDArray[np.int64], start: NDArray[np.int64], busy: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Give ties in one's own department: four to twelve that one begins, more for who writes more."""
    each = np.clip(np.rint(6 * np.sqrt(busy)), 4, 12).astype(np.int64)
    one = np.repeat(np.arange(len(department)), each)
    size = (start[1:] - start[:-1])[department[one]]
    other = start[department[one]] + (dice.random(len(one)) * size).astype(np.int64)
    return one, other, busy[one] * dice.exponential(1.0, len(one))


def _outside(
    dice: np.random.Generator,
    department: NDArray[np.int64],
    start: NDArray[np.int64],
    busy: NDArray[np.float64],
    kept: NDArray[np.float64],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Give ties with other departments, near ones rather than far ones; silos keep a part on both sides."""
    people, count = len(department), len(kept)
    one = np.repeat(np.arange(people), 4)
    step = 1 + np.floor(dice.exponential(_NEAR, len(one))).astype(np.int64)
    there = (department[one] + step * dice.choice((-1, 1), len(one))) % count
    size = (start[1:] - start[:-1])[there]
    other = start[there] + (dice.random(len(one)) * size).astype(np.int64)
    both = kept[department[one]] * kept[department[other]]
    some = dice.random(len(one)) < both
    return one[some], other[some], (busy[one] * dice.exponential(0.8, len(one)))[some]
