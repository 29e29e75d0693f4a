"""One pass over the triangles of a graph, in plain NumPy or compiled: what holes and brokerage are worked out from.

Every triangle is visited once: ties point from the person with fewer ties to the one with more, and a triangle is a path
u -> v -> x whose ends are tied as well. What it adds is symmetric in the two ends of a tie, so one sum a tie is enough:

    shared_ij  = sum over q of w_iq w_qj / S_q      (q a neighbour of both, S_q the strength of q)
    product_ij = sum over q of w_iq w_qj
    triangles_ij = the number of such q

from which the proportion of i's contact that reaches j, also by way of others, follows as (w_ij + shared_ij) / S_i.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hecht.core.network.graph import Floats, Graph, Ints
from hecht.core.network.oriented import ROLES, Arcs, Oriented, arcs, orient

_ROLE_OF = np.array([4, 1, 2, -1, 3, -1, -1, 0])
"""Role by 4 (from and broker in one group) + 2 (broker and to in one group) + 1 (from and to in one group)."""
_CHUNK = 1 << 18
"""Paths looked at together: arrays of this length stay in the processor's cache."""
_COMPILED_FROM = 200_000
"""Ties from which loading the compiled pass pays."""


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """What the pass adds up: three sums a tie, in the order of `oriented`, and (n, 5) of closed two-paths by role.

    `closed[i, r]` counts the directed paths from -> i -> to in role r whose ends are tied by from -> to; it is there
    only when arcs were given.
    """

    oriented: Oriented
    triangles: Ints
    product: Floats
    shared: Floats
    closed: Ints | None


def add_up(graph: Graph, group: Ints | None = None, *, compiled: bool | None = None, threads: int = 1) -> Sums:
    """Pass once over all triangles.

    Args:
        graph: the tie graph.
        group: the group of each person for brokerage roles (see `Arcs`), or None when roles are not asked for.
        compiled: use the pass compiled by numba (extra `fast`), or do not; None takes it where it is installed and the
            graph is large enough for it to pay. Both give the same sums up to rounding.
        threads: for the compiled pass.

    Raises:
        ImportError: the compiled pass is asked for and numba is not installed.
    """
    oriented = orient(graph)
    total = oriented.total
    inverse: Floats = np.divide(1.0, total, out=np.zeros_like(total), where=total > 0)
    given = None if group is None else arcs(graph, oriented, group)
    if compiled is None:
        compiled = len(graph.a) >= _COMPILED_FROM and _installed()
    if compiled:
        from hecht.core.network import compiled as fast  # noqa: PLC0415 - numba is an extra, and slow to load

        return Sums(oriented, *fast.add_up(oriented, given, inverse, threads))
    return _add_up(oriented, given, inverse)


def _installed() -> bool:
    try:
        import numba  # noqa: F401, PLC0415
    except ImportError:
        return False
    return True


def _add_up(oriented: Oriented, given: Arcs | None, inverse: Floats) -> Sums:
    low, high, strength = oriented.low, oriented.high, oriented.strength
    count = np.zeros(len(low), dtype=np.int64)
    product, shared = np.zeros(len(low)), np.zeros(len(low))
    closed = None if given is None else np.zeros((oriented.size, len(ROLES)), dtype=np.int64)
    for first, second, third in triangles(oriented):
        one, two, three = strength[first], strength[second], strength[third]
        u, v, x = low[first], high[first], high[second]
        products = np.concatenate([two * three, one * three, one * two])
        ties = np.concatenate([first, second, third])
        _add(product, ties, products)
        products *= inverse[np.concatenate([x, u, v])]
        _add(shared, ties, products)
        _count(count, ties)
        if given is not None and closed is not None:
            _close(closed, given, (first, second, third), (u, v, x))
    return Sums(oriented, count, product, shared, closed)


def triangles(oriented: Oriented) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Give every triangle once, in pieces, as the ties u-v, v-x and u-x with u < v < x."""
    n, high = max(1, oriented.size), oriented.high.astype(np.int32)
    start = oriented.start[:-1].astype(np.int32)
    width = np.diff(oriented.start).astype(np.int32)[high]
    until = np.cumsum(width, dtype=np.int64)
    begin, ties = 0, len(high)
    while begin < ties:
        before = int(until[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(until, before + _CHUNK, side="right")))
        paths = int(until[end - 1]) - before
        if paths:
            yield from _closing(oriented, n, high, (begin, end), width[begin:end], start, paths)
        begin = end


def _closing(
    oriented: Oriented,
    n: int,
    high: "np.ndarray[tuple[int], np.dtype[np.int32]]",
    some: tuple[int, int],
    width: "np.ndarray[tuple[int], np.dtype[np.int32]]",
    start: "np.ndarray[tuple[int], np.dtype[np.int32]]",
    paths: int,
) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Expand the ties u-v of one piece to paths u-v-x, and keep those whose ends are tied.

    Most paths are open. A small table of hashes of the ties u-x, which fits in the cache, turns nearly all of those away;
    only what is left is looked up among the sorted ties.
    """
    begin, end = some
    low = oriented.low
    since, to = int(oriented.start[low[begin]]), int(oriented.start[low[end - 1] + 1])
    mask = (1 << max(12, (to - since).bit_length() + 3)) - 1
    mixed = ((low[since:to] - low[begin]) * 40_503).astype(np.int32)
    tied = np.zeros(mask + 1, dtype=np.bool_)
    tied[(mixed + high[since:to]) & mask] = True
    place = np.repeat(np.arange(end - begin, dtype=np.int32), width)
    second = (start[high[begin:end]] - (np.cumsum(width, dtype=np.int32) - width))[place]
    second += np.arange(paths, dtype=np.int32)
    last = high[second]
    code = mixed[begin - since : end - since][place]
    code += last
    code &= mask
    likely = np.flatnonzero(tied[code])
    if not likely.size:
        return
    first = place[likely].astype(np.int64) + begin
    keys = low[since:to] * n + oriented.high[since:to]
    wanted = low[first] * n + last[likely]
    found = np.searchsorted(keys, wanted)
    found[found == to - since] = 0
    real = np.flatnonzero(keys[found] == wanted)
    if real.size:
        yield first[real], second[likely[real]].astype(np.int64), found[real] + since


def _add(sums: Floats, place: Ints, values: Floats) -> None:
    """Add values by place, by whichever way is shorter for how many there are."""
    if 8 * len(place) < len(sums):
        np.add.at(sums, place, values)
    else:
        sums += np.bincount(place, values, minlength=len(sums))


def _count(counts: Ints, place: Ints) -> None:
    """Add one by place, likewise."""
    if 8 * len(place) < len(counts):
        np.add.at(counts, place, 1)
    else:
        counts += np.bincount(place, minlength=len(counts))


def _close(closed: Ints, given: Arcs, ties: tuple[Ints, Ints, Ints], ends: tuple[Ints, Ints, Ints]) -> None:
    """Count the closed two-paths of some triangles by broker and role."""
    (u, v, x), flat = ends, closed.reshape(-1)
    of_u, of_v, of_x = given.group[u], given.group[v], given.group[x]
    uv, vx, ux = of_u == of_v, of_v == of_x, of_u == of_x
    known = (of_u >= 0) & (of_v >= 0) & (of_x >= 0)
    (up1, up2, up3), (down1, down2, down3) = ([way[tie] for tie in ties] for way in given[:2])
    for broker, held, into, out, apart in (
        (v, up1 & up2 & up3, uv, vx, ux),  # u -> v -> x
        (v, down1 & down2 & down3, vx, uv, ux),  # x -> v -> u
        (u, down1 & up3 & up2, uv, ux, vx),  # v -> u -> x
        (u, down3 & up1 & down2, ux, uv, vx),  # x -> u -> v
        (x, up3 & down2 & up1, ux, vx, uv),  # u -> x -> v
        (x, up2 & down3 & down1, vx, ux, uv),  # v -> x -> u
    ):
        some = np.flatnonzero(held & known)
        role = _ROLE_OF[4 * into[some] + 2 * out[some] + apart[some]]
        _count(flat, broker[some] * len(ROLES) + role)
