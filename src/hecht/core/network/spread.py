"""Spread: where everybody lies when the network is drawn, the same at every visit."""

import igraph
import numpy as np

from hecht.core.network.dice import seeded
from hecht.core.network.graph import Floats, Graph

STEPS = 300
_TURN = 2_654_435_761
_ROUND = 2**32


def spread(graph: Graph) -> Floats:
    """Give a place in the plane to everybody, shape (n, 2): who have ties lie near each other.

    Fruchterman and Reingold 1991 ("Graph drawing by force-directed placement", Software: Practice and Experience 21/11),
    from a start that follows from the persons' ids alone, so that the same network always looks the same and a little
    more contact changes little. An empty graph gives an empty array.
    """
    count = len(graph.people)
    if not count:
        return np.zeros((0, 2))
    turn = (graph.people.astype(np.uint64) * np.uint64(_TURN)) % np.uint64(_ROUND)
    angle = 2 * np.pi * turn.astype(np.float64) / _ROUND
    away = np.sqrt(count) * (0.5 + (graph.people % 997) / 997)
    start = np.column_stack([away * np.cos(angle), away * np.sin(angle)])
    drawn = igraph.Graph(n=count, edges=np.column_stack([graph.a, graph.b]))
    weight = (1 + np.log1p(graph.strength)).tolist() if len(graph.a) else None
    with seeded(1):
        placed = drawn.layout_fruchterman_reingold(weights=weight, niter=STEPS, seed=start.tolist(), grid=False)
    found: Floats = np.array(placed.coords, dtype=np.float64)
    return found
