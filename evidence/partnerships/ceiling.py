"""How much can be known: a classifier that is free to use anything, taught on the first and third generator, beside the recogniser.

    python -m evidence.partnerships.ceiling [first|second|third|fourth] [SEEDS]

It is no part of the product, for it gives no reasons. Gradient boosting (scikit-learn, installed apart) over 375
figures of a partnership as it was seen on a day: contact and relation parts in twelve stretches of time, by kind, the best
place to cut it in two, and the agreements. It is taught on seeds from 100,000 of the first and third generator and judged
on seeds from 0 of all four: the scenario at the end, and the turn at the looks of `judge`, with the threshold at which one in
twenty of the partnerships that went on together was called a turn at any look (seeds from 100,000 not taught on). It knows
nothing of what may not be said: "nog niet te zeggen" counts as little contact from one mailbox, and it has to say something of
what hardly shows.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, Protocol, cast

import numpy as np
import numpy.typing as npt
from evidence.partnerships import first, fourth, second, third
from evidence.partnerships.judge import SCENARIOS, SEEDS, WITHIN
from evidence.partnerships.shape import Partnership, Scenario

from hecht.core.collaboration.milestones import AGREED

TAUGHT = {"first": range(100_000, 100_080), "third": range(100_000, 100_160)}
MAKERS = {
    "first": first.partnership,
    "third": third.partnership,
    "second": second.partnership,
    "fourth": fourth.partnership,
}
Numbers = npt.NDArray[np.float64]
Make = Callable[[int, Scenario], Partnership]


class Look(NamedTuple):
    """What was seen on a day: the partnership it is of, the day, and its figures."""

    of: int
    day: int
    figures: list[float]


class Seen:
    """A partnership as it is seen: rows of day, whether it is a mail, relation part (-1 where unknown), people, parties."""

    def __init__(self, made: Partnership, *, one_mailbox: bool) -> None:
        seen = made.one_mailbox() if one_mailbox else made
        rows = [
            (
                one.day,
                one.channel == "mail",
                -1 if one.relation is None else one.relation,
                len(one.people),
                len({made.organisations[name] for name in one.people}),
            )
            for one in seen.contacts
        ]
        self.rows = np.array(rows, dtype=float).reshape(-1, 5)
        self.made = made
        self.parties = len(set(made.organisations.values()))

    def on(self, day: int) -> list[float]:
        """Give the figures of a day."""
        rows = self.rows[self.rows[:, 0] <= day]
        start, span = self.made.start, max(day - self.made.start, 1)
        agreed = [day - one for one, kind in self.made.milestones if kind in AGREED and one <= day]
        given: list[float] = [span, self.parties, min(agreed, default=999), max(agreed, default=-1)]
        stretches = (
            *((start, day), (start, start + span / 2), (start + span / 2, day), (start, start + span / 4)),
            *((start, start + 60), (start, start + 30), (day - 30, day), (day - 60, day), (day - 90, day)),
            *((day - 120, day - 60), (day - 180, day), (start, day - 60)),
        )
        for since, until in stretches:
            some = rows[(rows[:, 0] >= since) & (rows[:, 0] <= until)]
            given += _stretch(some, max(until - since, 1) / 30, self.parties)
        return given + _cut(rows, start, day, agreed)


def _stretch(rows: Numbers, months: float, parties: int) -> list[float]:
    mail, two = rows[:, 1] > 0, rows[:, 3] <= 2
    given = [len(rows) / months, float(np.sum(rows[:, 4] * (rows[:, 4] - 1))) / months / (parties * (parties - 1))]
    for which in (np.ones(len(rows), dtype=bool), mail, ~mail & two, ~mail & ~two):
        known = rows[which & (rows[:, 2] >= 0), 2]
        given += [len(known) / months, (float(known.sum()) + 5) / (len(known) + 0.5)]
        given += [(float(np.sum(known >= least)) + 0.05) / (len(known) + 0.5) for least in (20, 35, 50, 60, 75)]
    return given


def _cut(rows: Numbers, start: int, day: int, agreed: Sequence[int]) -> list[float]:
    """Give where a part with more room is best cut from a part with less, how clearly, and the other way round."""
    known = rows[rows[:, 2] >= 0]
    if len(known) < 9:
        return [float("nan")] * 11
    room = np.where(known[:, 1] > 0, known[:, 2] >= 60, known[:, 2] >= 50).astype(float)
    summed, number = np.concatenate([[0.0], np.cumsum(room)]), len(known)
    at = np.arange(4, number - 3)
    before, after = (summed[at] + 0.2) / (at + 1), (summed[-1] - summed[at] + 0.2) / (number - at + 1)
    whole = (summed[-1] + 0.2) / (number + 1)

    def weight(rooms: Numbers, count: npt.NDArray[Any], chance: Numbers) -> Numbers:
        return np.asarray(rooms * np.log(chance) + (count - rooms) * np.log(1 - chance))

    gain = weight(summed[at], at, before) + weight(summed[-1] - summed[at], number - at, after)
    gain = (gain - weight(summed[-1:], np.array([number]), np.array([whole]))) * np.sign(before - after)
    best, worst = int(np.argmax(gain)), int(np.argmin(gain))
    turn = known[at[best] - 1, 0]
    last = known[room > 0, 0].max() if room.any() else start
    return [
        *(float(gain[best]), float(before[best]), float(after[best]), float(day - turn), float(turn - start)),
        *(float(gain[worst]), float(before[worst]), float(after[worst])),
        *(float(min((abs(day - turn - one) for one in agreed), default=999)), float(day - last)),
        float(np.sum(known[:, 0] > last)),
    ]


def _looks(made: Partnership) -> list[int]:
    """Give the days of looking for a turn, as in `judge`."""
    if made.scenario == "together":
        return list(range(made.start + 45, made.end + 1, 14))
    if made.turn is not None and made.end >= made.turn + WITHIN:
        return [*range(made.start + 45, made.turn, 14), *range(made.turn, made.turn + WITHIN + 1, 7)]
    return []


class Group(NamedTuple):
    """Partnerships with their figures at the end, and at every look for a turn."""

    made: list[Partnership]
    ends: Numbers
    looks: list[Look]


def _group(make: Make, seeds: Iterable[int], *, one_mailbox: bool) -> Group:
    made: list[Partnership] = []
    ends: list[list[float]] = []
    looks: list[Look] = []
    for seed in seeds:
        for scenario in SCENARIOS:
            one = make(seed, scenario)
            seen = Seen(one, one_mailbox=one_mailbox)
            looks += [Look(len(made), day, seen.on(day)) for day in _looks(one)]
            made.append(one)
            ends.append(seen.on(one.end))
    return Group(made, np.array(ends), looks)


class Model(Protocol):
    """What was taught: which it is, and how likely each."""

    def predict(self, figures: Numbers) -> npt.NDArray[np.int64]:
        """Give the likeliest of each row."""

    def predict_proba(self, figures: Numbers) -> Numbers:
        """Give the chance of each, by row."""


def _taught(figures: Numbers, truth: Sequence[int]) -> Model:
    from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: PLC0415 - installed apart

    model = HistGradientBoostingClassifier(max_iter=120, learning_rate=0.07, max_leaf_nodes=12, l2_regularization=1.0)
    model.fit(figures, truth)
    return cast("Model", model)


def _turned(group: Group) -> list[int]:
    turns = (group.made[look.of].turn for look in group.looks)
    return [int(turn is not None and look.day >= turn) for turn, look in zip(turns, group.looks, strict=True)]


def _surest(group: Group, chances: Numbers) -> tuple[list[float], list[float]]:
    """Give of each turn the surest look within two months, and of each partnership that went on together the surest of all."""
    best: dict[int, float] = {}
    for look, chance in zip(group.looks, chances, strict=True):
        turn = group.made[look.of].turn
        if turn is None or look.day >= turn:
            best[look.of] = max(best.get(look.of, 0.0), float(chance))
    turns = [chance for of, chance in best.items() if group.made[of].turn is not None]
    return turns, [chance for of, chance in best.items() if group.made[of].turn is None]


def main() -> None:
    """Print what comes of it."""
    wanted = sys.argv[1:2] or list(MAKERS)
    seeds = range(int(sys.argv[2]) if len(sys.argv) > 2 else SEEDS)
    for one_mailbox in (False, True):
        taught = [_group(MAKERS[name], some, one_mailbox=one_mailbox) for name, some in TAUGHT.items()]
        truth = [SCENARIOS.index(one.scenario) for group in taught for one in group.made]
        scenario = _taught(np.concatenate([group.ends for group in taught]), truth)
        # the threshold comes from partnerships that the classifier of turns was not taught on
        odd = [[look for look in group.looks if group.made[look.of].seed % 2] for group in taught]
        even = [[look for look in group.looks if not group.made[look.of].seed % 2] for group in taught]
        half = [group._replace(looks=looks) for group, looks in zip(taught, odd, strict=True)]
        rest = [group._replace(looks=looks) for group, looks in zip(taught, even, strict=True)]
        turning = _taught(
            np.array([look.figures for group in half for look in group.looks]),
            [one for group in half for one in _turned(group)],
        )

        def sure(group: Group, model: Model = turning) -> tuple[list[float], list[float]]:
            return _surest(group, model.predict_proba(np.array([look.figures for look in group.looks]))[:, 1])

        threshold = float(np.quantile([chance for group in rest for chance in sure(group)[1]], 0.95))
        for name in wanted:
            group = _group(MAKERS[name], seeds, one_mailbox=one_mailbox)
            said = scenario.predict(group.ends)
            right = {
                one: round(
                    float(np.mean([said[at] == at_one for at, made in enumerate(group.made) if made.scenario == one])),
                    3,
                )
                for at_one, one in enumerate(SCENARIOS)
            }
            turns, alarms = sure(group)
            print(f"{name} generator, {'one mailbox' if one_mailbox else 'everything seen'}, seeds 0-{len(seeds) - 1}")
            print(f"  right: {right}, all: {np.mean(list(right.values())):.3f}")
            print(f"  turn signalled: {sum(one > threshold for one in turns)}/{len(turns)}")
            print(f"  false alarm at any look: {sum(one > threshold for one in alarms)}/{len(alarms)}", flush=True)


if __name__ == "__main__":
    main()
