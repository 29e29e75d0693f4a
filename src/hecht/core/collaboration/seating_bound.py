"""The bound of a seating: what no seating of these people at these tables can exceed, whoever makes it."""

from collections.abc import Iterable

import numpy as np

from hecht.core.collaboration.tables import Units, Wishes
from hecht.core.network.graph import Floats, Ints

_STEPS = 400
_SHRINK = 0.985


def upper_bound(worth: Ints, wishes: Wishes, units: Units) -> int:
    """Give a value that no seating exceeds: the least of two bounds, both proven here.

    Let x_ij = 1 when i and j meet at least once, w their worth (0 when they may not meet), n people, R rounds.

    *By companions.* In each round i has at most m - 1 companions, m the largest table; those of one unit with i are the
    same in every round. So sum over j of x_ij <= d_i = R (m - 1) - (R - 1) (size of i's unit - 1), and no more than
    those i may meet. All rounds together have S = R sum over tables of C(m_t, 2) places for a pair, of which `forced` are
    for pairs that met before, so sum x_ij <= P = S - forced. For any u_i >= 0 and v >= 0, as 0 <= x_ij <= 1,

        sum w_ij x_ij <= sum d_i u_i + P v + sum over pairs of max(0, w_ij - u_i - u_j - v),

    since w_ij x_ij <= (u_i + u_j + v) x_ij + max(0, w_ij - u_i - u_j - v), summed over the pairs. That is weak duality,
    true for whatever u and v; subgradient steps only look for ones that make it small.

    *By eigenvalues* (Donath and Hoffman 1973). In one round let Z_ij = 1 when i and j share a table: Z has eigenvalues
    m_1 >= m_2 >= ... (the sizes of the tables) and else 0. Twice the worth of the round is trace(W Z) with W of zero
    diagonal, at most the sum of m_k times the k-th largest eigenvalue of W (von Neumann's trace inequality for
    symmetric matrices). A pair that meets counts in a round at least, so R times half of it bounds the value.
    The first is the sharper with several rounds, the second with one.

    Returns:
        The bound, rounded down: worths are whole numbers.
    """
    if wishes.rounds == 1 and len(wishes.sizes) == 1:
        return int(np.triu(worth, 1).sum())
    may = np.ones((wishes.people, wishes.people), dtype=np.int64)
    of = {one: place for place, some in enumerate(units.members) for one in some}
    place = np.array([of[one] for one in range(wishes.people)])
    may[units.clash[np.ix_(place, place)]] = 0
    np.fill_diagonal(may, 0)
    weight = (worth * may).astype(np.float64)
    size = units.size[place]
    most = wishes.rounds * (max(wishes.seated) - 1) - (wishes.rounds - 1) * (size - 1)
    places = wishes.rounds * _pairs(wishes.seated) - forced(wishes, units)
    by_companions = _companions(weight, np.minimum(most, may.sum(axis=1)), min(places, int(may.sum()) // 2))
    eigen = np.linalg.eigvalsh(weight)[::-1][: len(wishes.seated)]
    by_eigenvalues = wishes.rounds * float(np.array(wishes.seated) @ eigen) / 2
    return int(np.floor(min(by_companions, by_eigenvalues) + 1e-6 * (1 + by_companions)))


def forced(wishes: Wishes, units: Units) -> int:
    """Give how often at least pairs sit together that sat together before, in any seating.

    The people of a table of the first round sit at T tables in a later one: by the pigeonhole principle (sums of squares
    are least when spread evenly) at least r C(q + 1, 2) + (T - r) C(q, 2) of their pairs meet again, for m = q T + r
    people. So each later round repeats that many, summed over the tables; and it repeats every pair within a unit. The
    larger of the two is given.
    """
    tables = len(wishes.seated)
    again = 0
    for seated in wishes.seated:
        each, rest = divmod(seated, tables)
        again += rest * (each + 1) * each // 2 + (tables - rest) * each * (each - 1) // 2
    return (wishes.rounds - 1) * max(again, _pairs(len(some) for some in units.members))


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _companions(weight: Floats, most: Ints, places: int) -> float:
    """Look for u and v that make the dual sum small, and give the least of those seen."""
    each, all_ = np.zeros(len(weight)), 0.0
    least = np.inf
    step = float(weight.max()) / 2 * np.sqrt(len(weight))
    for _ in range(_STEPS):
        left = weight - each[:, None] - each[None, :] - all_
        np.fill_diagonal(left, 0)
        over = left > 0
        least = min(least, float(most @ each + places * all_ + left[over].sum() / 2))
        slope, slope_all = most - over.sum(axis=1), places - over.sum() / 2
        length = np.sqrt(slope @ slope + slope_all**2)
        if not length:
            break
        each = np.maximum(0, each - step * slope / length)
        all_ = max(0.0, all_ - step * slope_all / length)
        step *= _SHRINK
    return least
