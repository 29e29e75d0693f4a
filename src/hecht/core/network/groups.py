"""Groups: measures of people as means by group, with differences and their intervals, and never of too few people."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from hecht.core.network.graph import Floats, Graph, Ints

SMALL = "(small groups)"
"""The name of all groups together that are too small to be shown."""
_RESAMPLES = 2_000
_TAIL = 0.025


class Change(NamedTuple):
    """The mean difference of people between two moments, and the 95 % interval of that mean."""

    change: float
    low: float
    high: float


def folded(labels: Sequence[str], least: int) -> list[str]:
    """Put people of groups smaller than `least` together under one name; "" (no group known) stays.

    When even together they are fewer than `least`, the smallest group that is shown joins them, so that no group can be
    worked out by taking the others from the whole.
    """
    sizes = Counter(label for label in labels if label)
    small = {label for label, size in sizes.items() if size < least}
    together = sum(sizes[label] for label in small)
    shown = sorted(((size, label) for label, size in sizes.items() if label not in small), key=lambda one: one)
    if small and together < least and shown:
        small.add(shown[0][1])
    return [SMALL if label in small else label for label in labels]


def mean(values: Floats, members: Ints, least: int) -> float | None:
    """Give the mean over members of whom there is a value; None when they are fewer than `least`."""
    some = values[members]
    some = some[~np.isnan(some)]
    return float(some.mean()) if len(some) >= max(1, least) else None


def change(now: Floats, then: Floats, least: int, *, seed: int = 1) -> Change | None:
    """Compare the same people at two moments.

    The interval is that of the mean difference, from 2,000 resamples of the people with replacement (percentile bootstrap,
    Efron 1979). It says how far chance in who is counted could carry the mean, not why it changed.

    Args:
        now: values of some people; nan where there is none.
        then: values of the same people in the same order, earlier.
        least: None is given when fewer people have both.
        seed: of the resamples.
    """
    apart = now - then
    apart = apart[~np.isnan(apart)]
    if len(apart) < max(1, least):
        return None
    drawn = np.random.default_rng(seed).integers(0, len(apart), (_RESAMPLES, len(apart)))
    low, high = np.quantile(apart[drawn].mean(axis=1), [_TAIL, 1 - _TAIL])
    return Change(float(apart.mean()), float(low), float(high))


def ties_by_group(graph: Graph, group: Ints, count: int) -> tuple[Ints, Ints]:
    """Count by group the ties inside it, and those with people of another (known) group."""
    of_a, of_b = group[graph.a], group[graph.b]
    known = (of_a >= 0) & (of_b >= 0)
    same, apart = known & (of_a == of_b), known & (of_a != of_b)
    inside = np.bincount(of_a[same], minlength=count)
    outside = np.bincount(of_a[apart], minlength=count) + np.bincount(of_b[apart], minlength=count)
    return inside, outside


def beside_line(graph: Graph, group: Ints, manager: Ints) -> tuple[Floats, Floats]:
    """Put actual contact beside the formal line.

    Args:
        graph: the tie graph.
        group: the department of everybody; -1 where it is not known.
        manager: the index of everybody's manager; -1 where there is none in the graph.

    Returns:
        By person: whether there is a tie with the manager (1 or 0; nan without one), and the share (0-1) of strength with
        people who are neither of one's department nor one's manager or report (nan without a department or a tie).
    """
    n = len(graph.people)
    line = (manager[graph.a] == graph.b) | (manager[graph.b] == graph.a)
    with_manager = np.where(manager >= 0, 0.0, np.nan)
    with_manager[graph.a[manager[graph.a] == graph.b]] = 1
    with_manager[graph.b[manager[graph.b] == graph.a]] = 1
    beside = np.where(line | (group[graph.a] == group[graph.b]), 0.0, graph.strength)
    total = graph.total
    share = np.bincount(graph.a, beside, minlength=n) + np.bincount(graph.b, beside, minlength=n)
    known = (total > 0) & (group >= 0)
    return with_manager, np.divide(share, total, out=np.full(n, np.nan), where=known)
