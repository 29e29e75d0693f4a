"""Layers: how steady they are from half-year to half-year, and whether they move when the contact does."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from evidence.datasets import DataSet
from evidence.measuring import RESAMPLES, SEED, table

from hecht.core.ties.history import Floats
from hecht.core.ties.layers import layers, layers_before
from hecht.core.ties.tie import Facts, assess

TITLE = "Layers"
HALF_YEARS = ((0, 182), (183, 365), (366, 524))
LEAST = 15
GONE = 6
ABOUT = """Each person's ties fall into layers by their active days in a half-year (days 0-182, 183-365, 366-524). Kappa with linear weights
between one half-year and the next, over people with at least 15 ties in both: of ties with contact in both, and with "no contact" as a
sixth layer; 95 % interval by resampling people. "Moved": of ties with at least 4 active days that fall to a quarter or less, the part
whose layer changed; first also counting those that fall to nothing. "As shipped": the layers that hecht gives at the end of each half-year,
which look back 540 days (here, since the log began) and know who is dormant; steadier, and slower to follow a fall."""

Person = dict[int, int]


def run(sets: Sequence[DataSet]) -> Iterator[str]:
    """Give one table: with and without hysteresis."""
    rows = []
    for data in sets:
        counts = [_counts(data, *half) for half in HALF_YEARS if data.rows[:, 2].max() >= half[1] - 20]
        if len(counts) < 2:
            yield f"{data.name}: shorter than two half-years, not judged.\n"
            continue
        ways = {
            "ckmeans alone": _layered(counts, hold=False),
            "with hysteresis": _layered(counts, hold=True),
            "as shipped": [_shipped(data, last) for _, last in HALF_YEARS[: len(counts)]],
        }
        for name, given in ways.items():
            for index in range(len(counts) - 1):
                before, after = given[index], given[index + 1]
                fell, moved, fell_left, moved_left = _fell(counts[index], counts[index + 1], before, after)
                rows.append(
                    (
                        data.name,
                        f"{index + 1} to {index + 2}",
                        name,
                        _kappa_of(before, after, gone=False),
                        _kappa_of(before, after, gone=True),
                        f"{moved / max(fell, 1):.0%} of {fell}",
                        f"{moved_left / max(fell_left, 1):.0%} of {fell_left}",
                    )
                )
    heads = ("data", "half-years", "", "kappa", "kappa, sixth layer", "moved", "moved, not to nothing")
    yield from table(heads, rows)


def _counts(data: DataSet, first: int, last: int) -> dict[int, Person]:
    """Give for each person the active days with each other in a half-year."""
    given: dict[int, Person] = {}
    day = data.rows[:, 2]
    for one, other in data.rows[(day >= first) & (day <= last), :2].tolist():
        for ego, alter in ((one, other), (other, one)):
            held = given.setdefault(ego, {})
            held[alter] = held.get(alter, 0) + 1
    return given


def _layered(counts: Sequence[Mapping[int, Person]], *, hold: bool) -> list[dict[int, Person]]:
    given: list[dict[int, Person]] = []
    for half in counts:
        now = {}
        for ego, held in half.items():
            had = given[-1].get(ego, {}) if given and hold else {}
            now[ego] = dict(zip(held, layers(list(held.values()), [had.get(one) for one in held]), strict=True))
        given.append(now)
    return given


def _shipped(data: DataSet, as_of: int) -> dict[int, Person]:
    """Give for each person the layer of each tie on a day."""
    held: dict[int, dict[int, list[int]]] = {}
    for one, other, day in data.rows[data.rows[:, 2] <= as_of].tolist():
        held.setdefault(one, {}).setdefault(other, []).append(day)
        held.setdefault(other, {}).setdefault(one, []).append(day)
    given: dict[int, Person] = {}
    for ego, days in held.items():
        facts = [Facts.of(ego, alter, some, [1] * len(some), as_of) for alter, some in days.items()]
        before = layers_before(list(days.values()), as_of)
        given[ego] = {tie.alter: tie.layer for tie in assess(facts, as_of, days=days, before=before) if tie.layer}
    return given


def _kappa_of(before: Mapping[int, Person], after: Mapping[int, Person], *, gone: bool) -> str:
    tables = []
    for ego in before.keys() & after.keys():
        one, two = before[ego], after[ego]
        if min(len(one), len(two)) >= LEAST:
            ties = one.keys() | two.keys() if gone else one.keys() & two.keys()
            counted = np.zeros((GONE, GONE))
            for tie in ties:
                counted[one.get(tie, GONE) - 1, two.get(tie, GONE) - 1] += 1
            tables.append(counted)
    every = np.array(tables)
    chance = np.random.default_rng(SEED)
    drawn = [kappa(every[chance.integers(0, len(every), len(every))].sum(axis=0)) for _ in range(RESAMPLES)]
    low, high = np.quantile(drawn, (0.025, 0.975))
    return f"{kappa(every.sum(axis=0)):.3f} ({low:.3f}-{high:.3f})".replace("0.", ".")


def kappa(counted: Floats) -> float:
    """Give Cohen's kappa with linear weights (1968) of a square table of counts."""
    size = np.arange(len(counted))
    distance = np.abs(size[:, None] - size[None, :])
    total = counted.sum()
    expected = np.outer(counted.sum(axis=1), counted.sum(axis=0)) / total
    return float(1 - (distance * counted).sum() / (distance * expected).sum())


def _fell(
    counts: Mapping[int, Person], later: Mapping[int, Person], before: Mapping[int, Person], after: Mapping[int, Person]
) -> tuple[int, int, int, int]:
    fell = moved = fell_left = moved_left = 0
    for ego, held in counts.items():
        if ego not in later:
            continue
        for tie, days in held.items():
            left = later[ego].get(tie, 0)
            if days >= 4 and 4 * left <= days and tie in before[ego]:
                changed = before[ego].get(tie) != after[ego].get(tie)
                fell, moved = fell + 1, moved + changed
                if left:
                    fell_left, moved_left = fell_left + 1, moved_left + changed
    return fell, moved, fell_left, moved_left
