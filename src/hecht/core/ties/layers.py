"""Layers: five bands of closeness by active days, an agreement and not a judgement."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

COUNT = 5


def ckmeans(values: ArrayLike, k: int) -> NDArray[np.int64]:
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
    every = np.asarray(values, dtype=np.float64)
    if not every.size:
        return np.zeros(0, dtype=np.int64)
    distinct, inverse, counts = np.unique(every, return_inverse=True, return_counts=True)
    n, k = len(distinct), min(k, len(distinct))
    centred = distinct - distinct.mean()  # keeps the sums of squares exact enough far from zero
    weight = np.concatenate(([0.0], np.cumsum(counts)))
    total = np.concatenate(([0.0], np.cumsum(counts * centred)))
    square = np.concatenate(([0.0], np.cumsum(counts * centred**2)))

    def spread(starts: NDArray[np.int64], stop: int) -> NDArray[np.float64]:
        width = weight[stop] - weight[starts]
        cost: NDArray[np.float64] = square[stop] - square[starts] - (total[stop] - total[starts]) ** 2 / width
        return cost

    best = np.full((k + 1, n + 1), np.inf)
    best[0, 0] = 0.0
    cut = np.zeros((k + 1, n + 1), dtype=np.int64)
    for groups in range(1, k + 1):
        for stop in range(groups, n + 1):
            begin = np.arange(groups - 1, stop)
            costs = best[groups - 1, begin] + spread(begin, stop)
            least = int(np.argmin(costs))
            best[groups, stop], cut[groups, stop] = costs[least], begin[least]
    label = np.zeros(n, dtype=np.int64)
    stop = n
    for groups in range(k, 0, -1):
        start = int(cut[groups, stop])
        label[start:stop] = groups - 1
        stop = start
    return label[np.asarray(inverse).reshape(-1)]


def layers(active_days: ArrayLike) -> NDArray[np.int64]:
    """Give the layer (1 nearest to 5 widest) of ties from their active days in the last 540 days.

    ckmeans with k = 5 on ln(active days), for ties that are not dormant and have at least one active day
    there. There are no natural breaks between people: this is a convention that stays stable over time.
    With fewer distinct values there are fewer layers, counted from 1.
    """
    active = np.asarray(active_days, dtype=np.float64)
    if active.size and active.min() < 1:
        raise ValueError("a tie without active days has no layer")
    label = ckmeans(np.log(active), COUNT)
    nearest_first: NDArray[np.int64] = label.max(initial=0) + 1 - label
    return nearest_first
