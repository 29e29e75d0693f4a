"""Layers: five bands of closeness by active days, an agreement and not a judgement."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import inf, log

from hecht.core.ties.rhythm import WINDOW, rhythm
from hecht.core.ties.state import SOONEST, dormant

COUNT = 5
HOLD = log(1.5)
"""How far outside its band a tie stays in it: up to half as many active days again (or a third fewer) than at the edge."""
PERIOD = 30
"""Days between the reference days by which a tie keeps its band."""
REFERENCES = 6
"""Reference days that are looked back to: half a year."""
FEWEST, FEW = 15, 40
"""Below `FEWEST` people bands say nothing; up to `FEW` there are two, of two layers each."""


def ckmeans(values: Sequence[float], k: int) -> list[int]:
    """Cluster numbers on a line so that the within-cluster sum of squares is least, exactly.

    Dynamic programming over sorted distinct values, weighted by how often each occurs (Wang and Song 2011,
    "Ckmeans.1d.dp: Optimal k-means Clustering in One Dimension by Dynamic Programming", The R Journal 3/2).
    The best cut never moves left when a value is added, so each row is filled by halving: O(k n log n) in the
    number of distinct values, as in later versions of that package.

    Args:
        values: n numbers.
        k: clusters wanted; fewer come back when there are fewer distinct values.

    Returns:
        n cluster numbers, 0 for the lowest values. Equal values share a cluster.
    """
    counts = Counter(values)
    distinct = sorted(counts)
    label: dict[float, int] = {}
    start = 0
    for cluster, stop in enumerate(_cuts(distinct, [counts[value] for value in distinct], min(k, len(distinct)))):
        label.update(dict.fromkeys(distinct[start:stop], cluster))
        start = stop
    return [label[value] for value in values]


def _cuts(distinct: Sequence[float], counts: Sequence[int], k: int) -> list[int]:
    """Give the end of each cluster of sorted distinct values, each of which occurs some times."""
    n = len(distinct)
    middle = sum(distinct) / n if n else 0.0  # centred values keep the sums of squares exact enough far from zero
    weight = [0, *accumulate(counts)]
    total = [0.0, *accumulate(count * (value - middle) for value, count in zip(distinct, counts, strict=True))]
    square = [0.0, *accumulate(count * (value - middle) ** 2 for value, count in zip(distinct, counts, strict=True))]
    best = [0.0] + [inf] * n
    rows: list[list[int]] = []
    for groups in range(1, k + 1):
        row, cut = [inf] * (n + 1), [0] * (n + 1)
        parts = [(groups, n, groups - 1, n - 1)]
        while parts:
            low, high, first, last = parts.pop()
            stop = (low + high) // 2
            least, where = inf, first
            ends, all_in, squares = total[stop], weight[stop], square[stop]
            for start in range(first, min(last, stop - 1) + 1):
                inside = ends - total[start]
                cost = best[start] + squares - square[start] - inside * inside / (all_in - weight[start])
                if cost < least:
                    least, where = cost, start
            row[stop], cut[stop] = least, where
            if low < stop:
                parts.append((low, stop - 1, first, where))
            if stop < high:
                parts.append((stop + 1, high, where, last))
        best = row
        rows.append(cut)
    ends_at = [n] if k else []
    for cut in reversed(rows[1:]):
        ends_at.append(cut[ends_at[-1]])
    return ends_at[::-1]


def layers(active_days: Sequence[int], before: Sequence[int | None] = ()) -> list[int]:
    """Give the layer (1 nearest to 5 widest) of ties from their active days in the last 540 days.

    ckmeans with k = 5 on ln(active days), for ties that are not dormant and have at least one active day
    there. There are no natural breaks between people: this is a convention. So that nobody hops to and fro over an
    edge (hysteresis), a tie stays in the layer it had before unless its active days now lie more than a factor 1.5
    outside that band; the edge of two bands lies midway between their means of ln(active days). With fewer distinct
    values there are fewer layers, counted from 1.

    Args:
        active_days: of each tie, at least 1.
        before: the layer each tie had at the reference day before (None: none); empty when nothing came before.

    Raises:
        ValueError: a tie without active days, which has no layer.
    """
    if any(days < 1 for days in active_days):
        raise ValueError("a tie without active days has no layer")
    counts = Counter(active_days)
    distinct = sorted(counts)
    logs = [log(days) for days in distinct]
    ends = _cuts(logs, [counts[days] for days in distinct], min(COUNT, len(distinct)))
    widest = len(ends)
    place: dict[int, int] = {}
    middles = []
    for cluster, (start, end) in enumerate(zip([0, *ends], ends, strict=False)):
        inside = distinct[start:end]
        place.update(dict.fromkeys(inside, widest - cluster))
        weight = sum(counts[days] for days in inside)
        middles.append(sum(counts[days] * value for days, value in zip(inside, logs[start:end], strict=True)) / weight)
    if not before:
        return [place[days] for days in active_days]
    edges = [(one + other) / 2 for one, other in pairwise(middles)]
    lowest = [-inf, *(edge - HOLD for edge in edges)]
    highest = [*(edge + HOLD for edge in edges), inf]
    value_of = dict(zip(distinct, logs, strict=True))
    given = []
    for days, had in zip(active_days, before, strict=True):
        layer = place[days]
        if had is not None and had != layer and had <= widest:
            value = value_of[days]
            layer = had if lowest[widest - had] <= value <= highest[widest - had] else layer
        given.append(layer)
    return given


def reference_days(as_of: int) -> list[int]:
    """Give the reference days before a day, in order: the last six multiples of 30, whenever the user looks."""
    last = (as_of - 1) // PERIOD * PERIOD
    return [last - PERIOD * back for back in range(REFERENCES - 1, -1, -1)]


def layers_before(days: Sequence[Sequence[int]], as_of: int) -> list[int | None]:
    """Give the layers of one person's ties at the last reference day before a day, from the log alone.

    At the first reference day nothing came before; at each next one a tie may keep the layer of the one before.

    Args:
        days: of each tie all active days in order; those after a reference day are not looked at.
        as_of: the day of looking.

    Returns:
        For each tie its layer, None for one that was dormant or had no contact in the 540 days before.
    """
    held: list[int | None] = [None] * len(days)
    for step, day in enumerate(reference_days(as_of)):
        counts, counted = [], []
        for index, active in enumerate(days):
            upto = bisect_right(active, day)
            recent = upto - bisect_right(active, day - WINDOW)
            if recent:
                silence = day - active[upto - 1]
                if silence < SOONEST or not dormant(upto, silence, rhythm(active[0], active[upto - 1], upto)):
                    counts.append(recent)
                    counted.append(index)
        now: list[int | None] = [None] * len(days)
        for index, layer in zip(
            counted, layers(counts, [held[index] for index in counted] if step else ()), strict=True
        ):
            now[index] = layer
        held = now
    return held


def bands(people: int) -> tuple[tuple[int, ...], ...]:
    """Give the layers that are shown together as one band, nearest first, for a number of people who have a layer.

    Below 15 people none; from 15 to 40 two (layers 1 and 2, layers 3 and 4); above, one for each of the layers 1-4.
    Layer 5 is never a band.
    """
    if people < FEWEST:
        return ()
    return ((1, 2), (3, 4)) if people <= FEW else ((1,), (2,), (3,), (4,))
