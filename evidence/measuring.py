"""What the protocols share: models to compare, weighted measures, and intervals by resampling ties."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

import numpy as np
from evidence.datasets import DataSet

from hecht.core.ties import around
from hecht.core.ties.calibration import sigmoid
from hecht.core.ties.chances import HORIZONS, Chances, own_chances, whole_view
from hecht.core.ties.contact import logits
from hecht.core.ties.history import Flags, Floats, History, Ints

RESAMPLES = 200
SEED = 1


@dataclass(frozen=True, eq=False)
class Judged:
    """One window of one history: ties (numbered over all histories), what came, and what each model said."""

    ties: Ints
    silence: Ints
    active: Ints
    alive: Flags
    said: dict[str, Floats]


@cache
def _seen_whole(data: DataSet) -> tuple[History, Callable[[int], Chances]]:
    history = data.whole()
    return history, cache(whole_view(history))


@cache
def whole_windows(data: DataSet, horizon: int) -> tuple[Judged, ...]:
    """Judge a network seen whole: model A and model D as they were frozen, and what hecht says."""
    return tuple(_whole_windows(data, horizon))


def _whole_windows(data: DataSet, horizon: int) -> Iterator[Judged]:
    history, view = _seen_whole(data)
    for day in data.windows[horizon]:
        found = view(day)
        seen = found.seen
        rows = around.features(history, seen)
        yield Judged(
            seen.ties,
            seen.silence,
            seen.active,
            history.alive(seen, horizon),
            {
                "recency": -seen.silence.astype(np.float64),
                "active days": seen.active.astype(np.float64),
                "decayed active days": history.decayed(day, 90)[seen.ties],
                "A, frozen": sigmoid(logits(seen.silence, seen.active, horizon)),
                "D, frozen": sigmoid(around.logits(rows, horizon)),
                "hecht": found.chance[:, HORIZONS.index(horizon)],
            },
        )


@cache
def _mailboxes(data: DataSet) -> tuple[tuple[History, Callable[[int], Chances]], ...]:
    return tuple((history, cache(partial(own_chances, history))) for history in data.mailboxes())


@cache
def mailbox_windows(data: DataSet, horizon: int) -> list[list[Judged]]:
    """Judge single mailboxes: a list of windows for each person."""
    given, offset = [], 0
    for history, view in _mailboxes(data):
        given.append([_one(history, view(day), horizon, offset) for day in data.windows[horizon]])
        offset += len(history.first)
    return given


def _one(history: History, found: Chances, horizon: int, offset: int) -> Judged:
    seen = found.seen
    return Judged(
        seen.ties + offset,
        seen.silence,
        seen.active,
        history.alive(seen, horizon),
        {
            "recency": -seen.silence.astype(np.float64),
            "active days": seen.active.astype(np.float64),
            "decayed active days": history.decayed(seen.day, 90)[seen.ties],
            "A, frozen": sigmoid(logits(seen.silence, seen.active, horizon)),
            "hecht": found.chance[:, HORIZONS.index(horizon)],
        },
    )


def weighted_auc(score: Floats, alive: Flags) -> Callable[[Floats], float]:
    """Give a function of weights: the area under the ROC curve, sorted once for many resamples."""
    order = np.argsort(score, kind="stable")
    sorted_score, came = score[order], alive[order]
    group = np.cumsum(np.append(False, sorted_score[1:] != sorted_score[:-1])[: len(score)])

    def area(weight: Floats) -> float:
        heavy = weight[order]
        up = np.bincount(group, heavy * came)
        down = np.bincount(group, heavy * ~came)
        below = np.cumsum(down) - down / 2
        return float((up * below).sum() / max(float(up.sum() * down.sum()), 1e-12))

    return area


def weighted_ece(chance: Floats, alive: Flags) -> Callable[[Floats], float]:
    """Give a function of weights: the expected calibration error over ten bins of equal width."""
    place = np.minimum((chance * 10).astype(np.int64), 9)
    gap = chance - alive

    def error(weight: Floats) -> float:
        return float(np.abs(np.bincount(place, weight * gap, 10)).sum() / weight.sum())

    return error


def weighted_brier(chance: Floats, alive: Flags) -> Callable[[Floats], float]:
    """Give a function of weights: the Brier score."""
    squares = (chance - alive) ** 2
    return lambda weight: float((weight * squares).sum() / weight.sum())


Measure = Callable[[Floats, Flags], Callable[[Floats], float]]


def with_interval(windows: Sequence[Judged], model: str, measure: Measure) -> tuple[float, float, float]:
    """Give the mean of a measure over windows, and its 95 % interval by resampling ties (all windows of a tie together).

    It says how sure the figure is for these ties; what another month or another organisation would give it cannot say.
    """
    some = [one for one in windows if 0 < one.alive.sum() < len(one.alive)]
    if not some:
        return (float("nan"),) * 3
    ready = [measure(one.said[model], one.alive) for one in some]
    size = 1 + max(int(one.ties.max()) for one in some)
    chance = np.random.default_rng(SEED)

    def mean(weight: Floats) -> float:
        return float(np.mean([part(weight[one.ties]) for part, one in zip(ready, some, strict=True)]))

    drawn = [mean(chance.poisson(1, size).astype(np.float64)) for _ in range(RESAMPLES)]
    low, high = np.quantile(drawn, (0.025, 0.975))
    return mean(np.ones(size)), float(low), float(high)


def shown(figures: tuple[float, float, float]) -> str:
    """Write a figure with its interval: .839 (.835-.842), or -.039 (-.128 to .071)."""
    mean, low, high = (f"{one:.3f}".replace("0.", ".", 1) for one in figures)
    return "-" if mean == "nan" else f"{mean} ({low}{' to ' if figures[1] < 0 else '-'}{high})"


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Write a table in Markdown."""
    heads = list(heads)
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield "| " + " | ".join(str(one) for one in row) + " |"
    yield ""
