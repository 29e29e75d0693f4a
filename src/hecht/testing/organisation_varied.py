"""Made-up organisations in which nearly everything is drawn anew, widely: on these the report on an organisation is developed.

No two look alike: sizes from 5 to 200, one to three dimensions or divisions in which departments lie near or far, how open
departments are, how much people write, teams, projects, ranks, work with contact everywhere, part-time work, mailboxes that
are not in the log; and what is planted differs in strength and shape from one to the next.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from hecht.testing.organisation import Organisation

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_LEAST, _MOST = 5, 200


@dataclass
class _World:
    """What is drawn of one organisation, and the working relations so far."""

    dice: np.random.Generator
    department: Ints
    start: Ints
    level: Ints
    heads: Ints
    pull: Floats
    """How much contact everybody draws: activity, halved or so for who works part of the week."""
    near: Floats
    """Between departments, how near they lie (0-1)."""
    ends: list[tuple[Ints, Ints, Floats, Floats]] = field(default_factory=list)

    def tie(self, one: Ints, other: Ints, strong: Floats | float, writes: float = 0.5) -> None:
        """Add working relations; `writes` is the chance that the first writes to the second."""
        size = len(one)
        self.ends.append((one, other, np.broadcast_to(strong, size).astype(float), np.full(size, writes)))

    def some(self, there: int, number: int) -> Ints:
        """Draw people of a department by how much contact they draw, the same one perhaps twice."""
        pull = self.pull[self.start[there] : self.start[there + 1]]
        chosen: Ints = self.start[there] + self.dice.choice(len(pull), number, p=pull / pull.sum())
        return chosen


def varied_organisation(people: int, seed: int = 1) -> Organisation:
    """Make an organisation in which sizes, distances, habits, ranks and what is planted are drawn widely.

    Silos keep 5 to 40 % of the contact with others that they would have; brokers have steady contact with three to eight
    people in each of two to five departments that lie far from each other; of who is overloaded, the load is two and a half
    to six times the usual of their department, and comes from most of it or from many around.
    """
    dice = np.random.default_rng([seed, 77])
    world = _begun(dice, people)
    everybody, count = np.arange(people), len(world.start) - 1
    open_ = dice.lognormal(0, dice.uniform(0.05, 0.4), count)
    _within(world, everybody)
    _across(world, everybody, open_)
    _ranks(world)
    _projects(world, people)
    silos = sorted(dice.choice(count, max(1, round(count * dice.uniform(0.02, 0.12))), replace=False).tolist())
    keep = np.ones(count)
    keep[silos] = dice.uniform(0.05, 0.4, len(silos))
    _close(world, keep)
    plain = dice.permutation(everybody[(world.level == 2) & ~np.isin(world.department, silos)])
    one, two = (max(2, round(people * dice.uniform(0.003, 0.01))) for _ in range(2))
    everywhere = max(2, round(people * dice.uniform(0.005, 0.03)))
    brokers, loaded, known = plain[:one], plain[one : one + two], plain[one + two : one + two + everywhere]
    _everywhere(world, known, people, keep)
    _brokers(world, brokers, keep)
    _overload(world, loaded)
    return _made(world, silos, brokers, loaded, people)


def _begun(dice: np.random.Generator, people: int) -> _World:
    """Draw departments, ranks, how much everybody writes, and how near departments lie."""
    sizes: list[int] = []
    middle, spread = dice.uniform(15, 45), dice.uniform(0.4, 1.0)
    while sum(sizes) < people or len(sizes) < 4:
        sizes.append(int(np.clip(round(middle * dice.lognormal(0, spread)), _LEAST, min(_MOST, people // 4))))
    shares = np.array(sizes) / sum(sizes)
    whole = np.maximum(_LEAST, np.floor(shares * people)).astype(np.int64)
    while whole.sum() != people:
        whole[int(np.argmax(whole))] += np.sign(people - whole.sum())
    count = len(whole)
    department = np.repeat(np.arange(count), whole)
    start = np.concatenate([[0], np.cumsum(whole)])
    level = np.full(people, 2)
    level[start[:-1]], level[0] = 1, 0
    pull = dice.lognormal(0, dice.uniform(0.3, 0.9), people)
    if dice.random() < 0.5:
        pull *= 1 + dice.pareto(dice.uniform(2.2, 4), people)
    part = dice.random(people) < dice.uniform(0, 0.35)
    pull[part] *= dice.uniform(0.3, 0.7, int(part.sum()))
    pull[level < 2] *= dice.uniform(1, 2.5)
    return _World(dice, department, start, level, start[:-1].copy(), pull, _nearness(dice, count))


def _nearness(dice: np.random.Generator, count: int) -> Floats:
    """Lay departments in space or in divisions, and say how near each lies to each."""
    if dice.random() < 0.5:
        place = dice.random((count, int(dice.integers(1, 4))))
        apart = np.sqrt(((place[:, None] - place[None]) ** 2).sum(axis=2))
        near = np.exp(-apart / dice.uniform(0.1, 0.6))
    else:
        division = dice.integers(0, int(dice.integers(2, 8)), count)
        branch = dice.integers(0, 3, count)
        same = division[:, None] == division[None]
        near = np.where(same, np.where(branch[:, None] == branch[None], 1.0, dice.uniform(0.3, 1)), 0.0)
    near = near * dice.lognormal(0, dice.uniform(0, 0.8), (count, count))
    near = (near + near.T) / 2 + dice.uniform(0.01, 0.2)
    np.fill_diagonal(near, 0)
    found: Floats = near / near.max()
    return found


def _within(world: _World, everybody: Ints) -> None:
    """Tie everybody to some of their own department, most of their own team where there are teams."""
    dice, of = world.dice, world.department
    teams = int(dice.integers(5, 13)) if dice.random() < 0.5 else 0
    each = dice.uniform(3, 9)
    strong = dice.uniform(0.3, 1.1)
    for who in everybody.tolist():
        here = int(of[who])
        number = int(dice.poisson(each * world.pull[who] ** 0.5))
        if not number:
            continue
        other = world.some(here, number)
        if teams:
            since = world.start[here] + (who - world.start[here]) // teams * teams
            till = min(since + teams, world.start[here + 1])
            own = dice.random(number) < 0.7
            other[own] = dice.integers(since, till, int(own.sum()))
        world.tie(np.full(number, who), other, world.pull[who] ** 0.5 * dice.lognormal(0, strong, number))


def _across(world: _World, everybody: Ints, open_: Floats) -> None:
    """Tie people to others in departments that are near, large and open."""
    dice, of = world.dice, world.department
    sizes = np.diff(world.start).astype(float)
    weight = world.near * (sizes ** dice.uniform(0.5, 1) * open_)[None]
    weight /= weight.sum(axis=1, keepdims=True)
    each, strong, single = dice.uniform(1.5, 6), dice.uniform(0.3, 1.1), dice.uniform(0.3, 0.9)
    for who in everybody.tolist():
        here = int(of[who])
        number = int(dice.poisson(each * open_[here] * world.pull[who] ** 0.5))
        if not number:
            continue
        there = dice.choice(len(sizes), number, p=weight[here])
        other = np.array([world.some(int(one), 1)[0] for one in there])
        world.tie(np.full(number, who), other, single * world.pull[who] ** 0.5 * dice.lognormal(0, strong, number))


def _ranks(world: _World) -> None:
    """Tie people to their head, heads to the director, and heads to heads nearby."""
    dice, heads = world.dice, world.heads
    members = np.flatnonzero(world.level == 2)
    some = members[dice.random(len(members)) < dice.uniform(0.3, 1)]
    world.tie(heads[world.department[some]], some, dice.uniform(0.1, 0.8))
    world.tie(heads[1:], np.zeros(len(heads) - 1, dtype=np.int64), dice.uniform(0.2, 1))
    one, two = np.triu_indices(len(heads), 1)
    met = dice.random(len(one)) < np.minimum(1, world.near[one, two] * dice.uniform(0.2, 1.5))
    world.tie(heads[one[met]], heads[two[met]], dice.uniform(0.1, 0.7))


def _projects(world: _World, people: int) -> None:
    """Tie the people of projects, from departments that lie near or from everywhere."""
    dice = world.dice
    wide = dice.uniform(0, 1)
    for _ in range(int(people * dice.uniform(0, 0.08))):
        size = int(dice.integers(4, 16))
        if dice.random() < wide:
            team = dice.choice(people, size, replace=False)
        else:
            near = world.near[world.department[dice.integers(people)]] + 1e-9
            team = np.array([world.some(int(one), 1)[0] for one in dice.choice(len(near), size, p=near / near.sum())])
        one, other = np.triu_indices(size, 1)
        some = dice.random(len(one)) < dice.uniform(0.3, 1)
        world.tie(team[one[some]], team[other[some]], dice.uniform(0.2, 0.8))


def _close(world: _World, keep: Floats) -> None:
    """Take from silos what they do not keep of their contact with others: some relations, and what runs over the rest."""
    dice, of = world.dice, world.department
    kept = []
    for one, other, strong, writes in world.ends:
        apart = of[one] != of[other]
        part = np.where(apart, keep[of[one]] * keep[of[other]], 1.0)
        power = dice.uniform(0.2, 1)
        here = dice.random(len(one)) < part**power
        kept.append((one[here], other[here], (strong * part ** (1 - power))[here], writes[here]))
    world.ends = kept


def _everywhere(world: _World, known: Ints, people: int, keep: Floats) -> None:
    """Plant nothing: people whose work gives contact everywhere, such as secretaries, personnel and the help desk."""
    dice = world.dice
    for who in known.tolist():
        number = int(dice.integers(20, 120))
        shape = dice.integers(3)
        other = (
            dice.choice(world.heads, min(number, len(world.heads)), replace=False)
            if shape == 0
            else dice.integers(0, people, number)
        )
        here = dice.random(len(other)) < keep[world.department[other]] ** dice.choice([0.0, 1.0])
        strong = dice.uniform(0.1, 0.6) * dice.lognormal(0, 0.5, len(other))
        world.tie(np.full(int(here.sum()), who), other[here], strong[here], dice.uniform(0.3, 0.7))


def _brokers(world: _World, brokers: Ints, keep: Floats) -> None:
    """Plant steady contact with some people in each of a few departments that lie far from each other."""
    dice = world.dice
    usual = float(np.median(np.concatenate([strong for _, _, strong, _ in world.ends])))
    far = np.flatnonzero(keep == 1)
    for who in brokers.tolist():
        own = int(world.department[who])
        number = int(dice.integers(2, 6))
        chosen: list[int] = [own] if dice.random() < 0.5 else []
        there: list[int] = []
        for _ in range(number):
            left = np.setdiff1d(far, [*chosen, *there, own])
            if not len(left):
                break
            close = world.near[left][:, [*chosen, *there]].max(axis=1) if chosen or there else dice.random(len(left))
            there.append(int(left[dice.choice(np.argsort(close)[: max(1, len(left) // 3)])]))
        for one in there:
            size = min(int(dice.integers(3, 9)), int(world.start[one + 1] - world.start[one]))
            other = world.start[one] + dice.choice(world.start[one + 1] - world.start[one], size, replace=False)
            world.tie(np.full(size, who), other, usual * dice.uniform(0.8, 3) * dice.lognormal(0, 0.4, size))


def _overload(world: _World, loaded: Ints) -> None:
    """Plant load: most of one's department, or many around, come to one person, who is written to more than they write."""
    dice, of = world.dice, world.department
    load = np.zeros(len(of))
    for one, other, strong, _ in world.ends:
        np.add.at(load, one, strong)
        np.add.at(load, other, strong)
    for who in loaded.tolist():
        here = int(of[who])
        own = np.arange(world.start[here], world.start[here + 1])
        usual = float(np.median(load[own]))
        around = own[dice.random(len(own)) < dice.uniform(0.6, 1)]
        if dice.random() < 0.4 or len(around) < 8:
            near = world.near[here]
            more = dice.choice(len(near), int(dice.integers(15, 50)), p=near / near.sum())
            around = np.unique(np.concatenate([around, [world.some(int(one), 1)[0] for one in more]]))
        around = around[around != who]
        strong = dice.lognormal(0, 0.5, len(around))
        strong *= max(usual * dice.uniform(2.5, 6) - load[who], usual * 1.5) / max(1e-9, strong.sum())
        world.tie(np.full(len(around), who), around, strong, dice.uniform(0.15, 0.5))


def _made(world: _World, silos: list[int], brokers: Ints, loaded: Ints, people: int) -> Organisation:
    """Join the relations, leave out what mailboxes that are not in the log would have shown, and let people leave."""
    dice, of = world.dice, world.department
    a, b, weight, writes = (np.concatenate([part[i] for part in world.ends]) for i in range(4))
    real = a != b
    if dice.random() < 0.3:
        unseen = dice.random(len(world.start) - 1) < dice.uniform(0.05, 0.15)
        unseen[[*silos, *of[brokers], *of[loaded]]] = False
        real &= ~(unseen[of[a]] & unseen[of[b]])
    planted = {*brokers.tolist(), *loaded.tolist(), *world.heads.tolist()}
    rate = dice.uniform(0, 0.03)
    left: dict[int, int] = {}
    for month in range(1, 60):
        for who in dice.choice(people, int(people * rate), replace=False).tolist():
            if who not in planted:
                left.setdefault(who, month)
    manager = world.heads[of].copy()
    manager[world.heads], manager[0] = 0, -1
    return Organisation(
        of, world.level, manager, a[real], b[real], weight[real],
        silos, sorted(brokers.tolist()), sorted(loaded.tolist()), left, writes[real],
    )  # fmt: skip
