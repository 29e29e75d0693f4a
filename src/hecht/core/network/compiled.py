"""The pass over triangles compiled by numba (extra `fast`): the same sums as `core.network.triangles`, sooner."""

from threading import Thread

import numpy as np
from numba import njit

from hecht.core.network.graph import Floats, Ints
from hecht.core.network.oriented import ROLES, Arcs, Oriented

_NONE = np.zeros(0, dtype=np.bool_)


def add_up(
    oriented: Oriented, given: Arcs | None, inverse: Floats, threads: int = 1
) -> tuple[Ints, Floats, Floats, Ints | None]:
    """Give triangles, product and shared by tie, and closed two-paths by person and role when arcs are given.

    Each thread adds into arrays of its own, since two may meet at one tie; they are added together at the end. Threads
    are plain ones: the compiled code runs without the interpreter's lock.
    """
    ways = np.zeros(0, dtype=np.int8) if given is None else (given.up + 2 * given.down).astype(np.int8)
    group = np.zeros(0, dtype=np.int32) if given is None else given.group.astype(np.int32)
    high = oriented.high.astype(np.int32)
    cuts = _cuts(oriented, max(1, threads))
    parts = []
    for _ in cuts[1:]:
        ties = len(high)
        counts = np.zeros((0 if given is None else oriented.size, len(ROLES)), dtype=np.int64)
        parts.append((np.zeros(ties, dtype=np.int64), np.zeros(ties), np.zeros(ties), counts))
    work = [
        Thread(target=_pass, args=(since, to, oriented.start, high, oriented.strength, inverse, ways, group, *part))
        for since, to, part in zip(cuts, cuts[1:], parts, strict=False)
    ]
    for one in work[1:]:
        one.start()
    work[0].run()
    for one in work[1:]:
        one.join()
    triangles, product, shared, closed = parts[0]
    for part in parts[1:]:
        triangles += part[0]
        product += part[1]
        shared += part[2]
        closed += part[3]
    return triangles, product, shared, None if given is None else closed


def _cuts(oriented: Oriented, threads: int) -> list[int]:
    """Give the numbers of persons at which the work falls in equal parts."""
    if threads == 1:
        return [0, oriented.size]
    until = np.cumsum(np.diff(oriented.start)[oriented.high])
    every = int(until[-1]) if until.size else 0
    inner = [int(np.searchsorted(until, every * i // threads)) for i in range(1, threads)]
    return [0, *(int(oriented.low[min(one, len(until) - 1)]) if until.size else 0 for one in inner), oriented.size]


@njit(nogil=True, cache=True)
def _pass(since, to, start, high, strength, inverse, ways, group, triangles, product, shared, closed):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0917
    """Visit every triangle whose lowest person is in since:to (see `core.network.triangles`)."""
    mark = np.zeros(len(start), dtype=np.int32)
    for u in range(since, to):
        begin, end = start[u], start[u + 1]
        if end - begin < 2:  # noqa: PLR2004 - two ties are needed to begin a triangle
            continue
        for tie in range(begin, end):
            mark[high[tie]] = tie - begin + 1
        for first in range(begin, end):
            v = high[first]
            for second in range(start[v], start[v + 1]):
                x = high[second]
                found = mark[x]
                if found == 0:
                    continue
                third = begin + found - 1
                one, two, three = strength[first], strength[second], strength[third]
                triangles[first] += 1
                triangles[second] += 1
                triangles[third] += 1
                product[first] += two * three
                product[second] += one * three
                product[third] += one * two
                shared[first] += two * three * inverse[x]
                shared[second] += one * three * inverse[u]
                shared[third] += one * two * inverse[v]
                if len(ways):
                    _close(u, v, x, ways[first], ways[second], ways[third], group, closed)
        for tie in range(begin, end):
            mark[high[tie]] = 0


@njit(nogil=True, cache=True, inline="always")
def _role(came, broker, went):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    if came == broker:
        return 0 if broker == went else 3
    if broker == went:
        return 2
    return 1 if came == went else 4


@njit(nogil=True, cache=True, inline="always")
def _close(u, v, x, uv, vx, ux, group, closed):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Count the closed two-paths of a triangle; a way holds 1 for from low to high and 2 for back."""
    of_u, of_v, of_x = group[u], group[v], group[x]
    if of_u < 0 or of_v < 0 or of_x < 0:
        return
    if ux & 1:
        if uv & 1 and vx & 1:
            closed[v, _role(of_u, of_v, of_x)] += 1
        if uv & 2 and vx & 1:
            closed[u, _role(of_v, of_u, of_x)] += 1
        if uv & 1 and vx & 2:
            closed[x, _role(of_u, of_x, of_v)] += 1
    if ux & 2:
        if uv & 2 and vx & 2:
            closed[v, _role(of_x, of_v, of_u)] += 1
        if uv & 1 and vx & 2:
            closed[u, _role(of_x, of_u, of_v)] += 1
        if uv & 2 and vx & 1:
            closed[x, _role(of_v, of_x, of_u)] += 1
