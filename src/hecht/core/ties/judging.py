"""How good chances are: how well they order, how far off they are, and how often what they say comes true."""

from typing import NamedTuple

import numpy as np

from hecht.core.ties.history import Flags, Floats, Ints

BINS = 10


class Bin(NamedTuple):
    """Chances from `low` to `high` (0-1): how many times one was said, their mean, and the part of them that came true."""

    low: float
    high: float
    times: int
    said: float
    came: float


def auc(score: "Floats | Ints", alive: Flags) -> float | None:
    """Give how often what came true was scored above what did not (ties half): the area under the ROC curve.

    By ranks (Mann and Whitney 1947); .5 is chance, 1 perfect. None when all or none came true.
    """
    positive = int(alive.sum())
    if positive in (0, len(alive)):
        return None
    _, inverse, counts = np.unique(score, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    above = ranks[alive].sum() - positive * (positive + 1) / 2
    return float(above / (positive * (len(alive) - positive)))


def brier(chance: Floats, alive: Flags) -> float:
    """Give the mean squared difference of chance and outcome (Brier 1950): 0 is perfect."""
    return float(np.mean((chance - alive) ** 2))


def calibration_table(chance: Floats, alive: Flags) -> list[Bin]:
    """Give what was said and what came true in ten bins of equal width; empty bins are left out."""
    place = np.minimum((chance * BINS).astype(np.int64), BINS - 1)
    count = np.bincount(place, minlength=BINS)
    said, came = np.bincount(place, chance, BINS), np.bincount(place, alive, BINS)
    return [
        Bin(i / BINS, (i + 1) / BINS, int(count[i]), float(said[i] / count[i]), float(came[i] / count[i]))
        for i in range(BINS)
        if count[i]
    ]


def calibration_error(chance: Floats, alive: Flags) -> float:
    """Give the expected calibration error: the mean distance, weighted by count, of what was said and what came."""
    return sum(one.times * abs(one.said - one.came) for one in calibration_table(chance, alive)) / max(len(chance), 1)
