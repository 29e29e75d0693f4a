"""Ratios of a group with the interval that chance in who is counted gives them."""

from typing import NamedTuple

import numpy as np

from hecht.core.network.graph import Floats

_RESAMPLES = 1_000
_TAIL = 0.025
_SEED = 1


class Interval(NamedTuple):
    """A value and its 95 % interval; nan where nothing is known."""

    value: float
    low: float
    high: float


def ratio(parts: Floats, wholes: Floats) -> Interval:
    """Give sum(parts) / sum(wholes) over people, and its percentile interval from 1,000 resamples of them (Efron 1979).

    For an E-I index parts are the ties outside minus those inside, and wholes all ties of a person. nan without any.
    """
    if not len(parts) or not wholes.sum():
        return Interval(np.nan, np.nan, np.nan)
    drawn = np.random.default_rng(_SEED).integers(0, len(parts), (_RESAMPLES, len(parts)))
    over, under = parts[drawn].sum(axis=1), wholes[drawn].sum(axis=1)
    found = over[under > 0] / under[under > 0]
    low, high = np.quantile(found, [_TAIL, 1 - _TAIL])
    return Interval(float(parts.sum() / wholes.sum()), float(low), float(high))
