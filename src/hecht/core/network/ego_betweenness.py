"""Ego betweenness: how often one is the way between two of one's own contacts who have no tie."""

import numpy as np

from hecht.core.network.graph import Floats, Graph, Ints, summed
from hecht.core.network.oriented import orient
from hecht.core.network.triangles import triangles

_AT_ONCE = 1 << 22
"""Pairs of contacts that are looked at together."""
_LARGEST = (1 << 63) - 1
"""Three persons are packed in one number."""


def ego_betweenness(graph: Graph, *, most: int | None = None) -> Floats | None:
    """Give the betweenness of everybody in the network of themselves and their contacts (Everett and Borgatti 2005).

    For every two contacts q, r of i without a tie, i stands on 1 / (1 + c) of their shortest paths, where c is the number
    of i's other contacts that are tied to both. So it is the number of open pairs less the sum of c / (1 + c).

    Args:
        graph: the tie graph; direction and strength play no part.
        most: pairs of ties that may be looked at; a graph that asks for more gives None, and so does one of more than two
            million people. The work grows with the square of the number of triangles at each tie.
    """
    n = max(1, len(graph.people))
    if n**3 > _LARGEST:
        return None
    degree, tied = graph.degree, np.zeros(len(graph.people))
    me, by, other = _thirds(graph)
    tied += 0.5 * np.bincount(me, minlength=len(tied))
    open_pairs = degree * (degree - 1) // 2 - tied
    thirds = (me * n + by) * n + other
    thirds.sort()
    runs, other = np.divmod(thirds, n)
    me = runs // n
    run = np.flatnonzero(np.diff(runs, prepend=-1))
    length = np.diff(run, append=len(me))
    after = np.repeat(run + length, length) - np.arange(1, len(me) + 1)  # later members of the same run
    until = np.cumsum(after)
    if most is not None and until.size and until[-1] > most:
        return None
    keys = graph.a * n + graph.b
    shared = np.zeros(len(graph.people))
    last_of_me = np.flatnonzero(np.diff(me, append=-1))
    begin = 0
    while begin < len(me):
        before = int(until[begin - 1]) if begin else 0
        fits = int(np.searchsorted(until[last_of_me], before + _AT_ONCE, side="right"))
        first = int(np.searchsorted(last_of_me, begin))
        end = int(last_of_me[max(first, fits - 1)]) + 1
        shared += _shared(me[begin:end], other[begin:end], after[begin:end], keys, n)
        begin = end
    return np.asarray(open_pairs - shared, dtype=np.float64)


def _thirds(graph: Graph) -> tuple[Ints, Ints, Ints]:
    """Give every triangle six times: a person, the contact by way of whom, and the third."""
    oriented = orient(graph)
    person = np.empty(oriented.size, dtype=np.int64)
    person[oriented.place] = np.arange(oriented.size)
    parts = [
        (person[oriented.low[uv]], person[oriented.high[uv]], person[oriented.high[vx]])
        for uv, vx, _ in triangles(oriented)
    ]
    none = np.zeros(0, dtype=np.int64)
    u, v, x = (np.concatenate([none, *(part[i] for part in parts)]) for i in range(3))
    return np.concatenate([u, u, v, v, x, x]), np.concatenate([v, x, u, x, u, v]), np.concatenate([x, v, x, u, v, u])


def _shared(me: Ints, other: Ints, after: Ints, keys: Ints, n: int) -> Floats:
    """Add up c / (1 + c) over the untied pairs of contacts that some of a person's contacts join."""
    one = np.repeat(np.arange(len(me)), after)
    step = np.arange(len(one)) - np.repeat(np.cumsum(after) - after, after) + 1
    q, r = other[one], other[one + step]  # sorted within a run, so q < r
    people, mine = np.unique(me, return_inverse=True)
    pairs, counts = np.unique((mine[one] * n + q) * n + r, return_counts=True)
    tie = pairs % (n * n)
    place = np.searchsorted(keys, tie)
    place[place == len(keys)] = 0
    apart = keys[place] != tie
    share = counts[apart] / (1 + counts[apart])
    total = np.zeros(n)
    total[people] = summed(pairs[apart] // (n * n), share, len(people))
    return total
