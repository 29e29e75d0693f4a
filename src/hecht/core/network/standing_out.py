"""Who stands out: values far above what is usual, by a measure that the few who stand out cannot move."""

import numpy as np

from hecht.core.network.graph import Flags, Floats

NEEDED = 3.5
_NORMAL = 1.4826
"""The standard deviation of a normal distribution by its median absolute deviation."""


def stands_out(values: Floats, *, needed: float = NEEDED, logs: bool = True) -> Flags:
    """Say which values are more than `needed` robust deviations above the median.

    `(x - median) / (1.4826 MAD) > needed` (Iglewicz and Hoaglin 1993), x = ln(1 + value) or the value itself, and MAD the median
    of what values above the median differ from it: contact is skewed, and how little some have says nothing of how much is
    much. It says who differs from the others, not that anything is wrong.

    Args:
        values: a number of everybody.
        needed: how far is far.
        logs: take logarithms first; not for values that may be negative.
    """
    x = np.log1p(values) if logs else values
    middle = float(np.median(x)) if len(x) else 0.0
    above = x[x > middle] - middle
    spread = _NORMAL * float(np.median(above)) if len(above) else 0.0
    found: Flags = x - middle > needed * max(spread, 1e-12)
    return found
