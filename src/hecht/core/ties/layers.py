"""Layers: five bands of closeness by active days, an agreement and not a judgement."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import inf, log

COUNT = 5


def ckmeans(values: Sequence[float], k: int) -> list[int]:
    """Cluster numbers on a line so that the within-cluster sum of squares is least, exactly.

    Dynamic programming over sorted distinct values, weighted by how often each occurs (Wang and Song 2011,
    "Ckmeans.1d.dp: Optimal k-means Clustering in One Dimension by Dynamic Programming", The R Journal 3/2).
    O(k n^2) in the number of distinct values, at most a few hundred here.

    Args:
        values: n numbers.
        k: clusters wanted; fewer come back when there are fewer distinct values.

    Returns:
        n cluster numbers, 0 for the lowest values. Equal values share a cluster.
    """
    counts = Counter(values)
    distinct = sorted(counts)
    n, k = len(distinct), min(k, len(distinct))
    middle = sum(distinct) / n if n else 0.0  # centred values keep the sums of squares exact enough far from zero
    weight = [0, *accumulate(counts[value] for value in distinct)]
    total = [0.0, *accumulate(counts[value] * (value - middle) for value in distinct)]
    square = [0.0, *accumulate(counts[value] * (value - middle) ** 2 for value in distinct)]
    best = [0.0] + [inf] * n
    cuts: list[list[int]] = []
    for groups in range(1, k + 1):
        row, cut = [inf] * (n + 1), [0] * (n + 1)
        for stop in range(groups, n + 1):
            for start in range(groups - 1, stop):
                inside = total[stop] - total[start]
                cost = best[start] + square[stop] - square[start] - inside * inside / (weight[stop] - weight[start])
                if cost < row[stop]:
                    row[stop], cut[stop] = cost, start
        best = row
        cuts.append(cut)
    label: dict[float, int] = {}
    stop = n
    for groups in range(k - 1, -1, -1):
        start = cuts[groups][stop]
        label.update(dict.fromkeys(distinct[start:stop], groups))
        stop = start
    return [label[value] for value in values]


def layers(active_days: Sequence[int]) -> list[int]:
    """Give the layer (1 nearest to 5 widest) of ties from their active days in the last 540 days.

    ckmeans with k = 5 on ln(active days), for ties that are not dormant and have at least one active day
    there. There are no natural breaks between people: this is a convention that stays stable over time.
    With fewer distinct values there are fewer layers, counted from 1.

    Raises:
        ValueError: a tie without active days, which has no layer.
    """
    if any(days < 1 for days in active_days):
        raise ValueError("a tie without active days has no layer")
    label = ckmeans([log(days) for days in active_days], COUNT)
    widest = max(label, default=0)
    return [widest + 1 - one for one in label]
