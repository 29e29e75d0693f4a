"""The ties of a graph pointed from the person with fewer to the one with more, so that each triangle is met once."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from hecht.core.network.graph import Flags, Floats, Graph, Ints

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
"""The five roles of Gould and Fernandez, in the order of `Sums.closed`."""
_BITS = 64
"""Bits of the number in which a tie and its place are packed to be sorted."""


@dataclass(frozen=True, slots=True, eq=False)
class Oriented:
    """The ties of a graph from fewer to more: persons are numbered by ascending degree, `low` < `high`, sorted.

    `place[i]` is the number of person i of the graph, `tie[k]` the place in the graph of the k-th tie here, and the ties
    of number u to higher ones stand at `start[u]:start[u + 1]`.
    """

    place: Ints
    tie: Ints
    low: Ints
    high: Ints
    start: Ints
    strength: Floats
    degree: Ints
    total: Floats

    @property
    def size(self) -> int:
        """Give the number of persons."""
        return len(self.place)


class Arcs(NamedTuple):
    """The directed side of oriented ties: whether something went `up` (low to high) and `down`, and groups by number.

    A group is an integer >= 0; -1 is a person whose group is not known, who takes no part in any role.
    """

    up: Flags
    down: Flags
    group: Ints


def orient(graph: Graph) -> Oriented:
    """Point every tie from the person with fewer ties to the one with more (equal: by place in the graph)."""
    n, degree = len(graph.people), graph.degree
    order = np.argsort(degree, kind="stable")
    place = np.empty(n, dtype=np.int64)
    place[order] = np.arange(n)
    one, two = place[graph.a], place[graph.b]
    low, high, tie = _sorted(np.minimum(one, two), np.maximum(one, two), n)
    start = np.zeros(n + 1, dtype=np.int64)
    np.cumsum(np.bincount(low, minlength=n), out=start[1:])
    return Oriented(place, tie, low, high, start, graph.strength[tie], degree[order], graph.total[order])


def _sorted(low: Ints, high: Ints, n: int) -> tuple[Ints, Ints, Ints]:
    """Sort ties by (low, high), with the place that each had; packed in one number each that is three times as fast."""
    wide, far = n.bit_length(), len(low).bit_length()
    if 2 * wide + far <= _BITS:
        packed = low.astype(np.uint64)
        packed <<= np.uint64(wide)
        packed |= high.astype(np.uint64)
        packed <<= np.uint64(far)
        packed |= np.arange(len(low), dtype=np.uint64)
        packed.sort()
        tie = (packed & np.uint64((1 << far) - 1)).astype(np.int64)
        packed >>= np.uint64(far)
        high = (packed & np.uint64((1 << wide) - 1)).astype(np.int64)
        packed >>= np.uint64(wide)
        return packed.view(np.int64), high, tie
    tie = np.argsort(low * n + high)
    return low[tie], high[tie], tie


def arcs(graph: Graph, oriented: Oriented, group: Ints) -> Arcs:
    """Give the directed side of oriented ties; `group` is in the graph's order."""
    forth, back = (graph.forth > 0)[oriented.tie], (graph.back > 0)[oriented.tie]
    turned = oriented.place[graph.a[oriented.tie]] != oriented.low
    number = np.empty(oriented.size, dtype=np.int64)
    number[oriented.place] = group
    return Arcs(np.where(turned, back, forth), np.where(turned, forth, back), number)
