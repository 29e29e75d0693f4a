"""Rhythm: the usual gap between active days, and when one may say "meestal" of it."""

from collections.abc import Sequence
from math import ceil, log
from operator import sub

WINDOW = 540
"""Days of history from which gaps are taken."""
SAID = (1, 3, 7, 14, 21, 30, 60, 90, 180)
"""The rhythms for which people have words, in days: every day, every few days, every week, every other week ..."""


def rhythm(first: int, last: int, active_days: int) -> float | None:
    """Give the mean gap between active days, in days: `(last - first) / (active_days - 1)`; None for one active day."""
    return (last - first) / (active_days - 1) if active_days > 1 else None


def gaps(days: Sequence[int]) -> list[int]:
    """Give the days between each active day and the next; `days` in order, without doubles."""
    return list(map(sub, days[1:], days))


def percentile_gap(days: Sequence[int], share: float = 0.9) -> int | None:
    """Give the gap that `share` of the gaps do not exceed (nearest rank); None without a gap."""
    found = sorted(gaps(days))
    return found[max(0, ceil(share * len(found)) - 1)] if found else None


def median_gap(days: Sequence[int]) -> float | None:
    """Give the middle gap, the mean of the middle two when their number is even; None without a gap."""
    found = sorted(gaps(days))
    middle = len(found) // 2
    if not found:
        return None
    return float(found[middle]) if len(found) % 2 else (found[middle - 1] + found[middle]) / 2


def usual(days: Sequence[int], said: float) -> bool:
    """Say whether "meestal om de `said` dagen" is true: at least half of the gaps lie within 0.5-1.5 times it.

    Fewer than four gaps are never called usual.
    """
    found = gaps(days)
    near = sum(0.5 * said <= gap <= 1.5 * said for gap in found)
    return len(found) >= 4 and 2 * near >= len(found)  # noqa: PLR2004 - said above


def said_rhythm(days: Sequence[int]) -> int | None:
    """Give the rhythm one may name with "meestal": the sayable one nearest (by ratio) to the middle gap, if it is usual."""
    middle = median_gap(days)
    if middle is None:
        return None
    said = min(SAID, key=lambda one: abs(log(one / max(middle, 0.5))))
    return said if usual(days, said) else None
