"""What one tie more or less would change for one person, from their surroundings alone."""

from typing import NamedTuple

import numpy as np

from hecht.core.network.graph import Graph


class Burt(NamedTuple):
    """Number of ties, constraint and effective size of one person (nan without a tie); see `core.network.holes`."""

    degree: int
    constraint: float
    effective_size: float


def burt(graph: Graph, person: int, other: int | None = None, strength: float = 0.0) -> Burt:
    """Work out constraint and effective size of one person, exactly, without those of the others.

    With `other` it is done as if the tie between the two had this strength: 0 takes it away, more makes it or changes it.
    Only the ties of the person and of their contacts are looked at.

    Args:
        graph: the tie graph.
        person: whose measures.
        other: the other end of the tie that is thought up; it has to be in the graph.
        strength: of that tie, >= 0.

    Raises:
        KeyError: one of the two is not in the graph.
        ValueError: a tie with oneself, or a negative strength.
    """
    me = int(graph.index(person))
    ties = np.zeros(len(graph.people))
    mine_a, mine_b = graph.a == me, graph.b == me
    ties[graph.b[mine_a]] = graph.strength[mine_a]
    ties[graph.a[mine_b]] = graph.strength[mine_b]
    total = graph.total
    if other is not None:
        if other == person or strength < 0:
            raise ValueError("a tie is with somebody else, and its strength at least 0")
        place = int(graph.index(other))
        total[[me, place]] += strength - ties[place]
        ties[place] = strength
    near = np.flatnonzero(ties)
    if not near.size:
        return Burt(0, np.nan, np.nan)
    of_near = (ties[graph.a] > 0) | (ties[graph.b] > 0)
    others = of_near & ~mine_a & ~mine_b
    a, b, weight = graph.a[others], graph.b[others], graph.strength[others]
    strongest = ties.copy()  # of each contact: the tie with the person, or another that is stronger
    np.maximum.at(strongest, a, weight)
    np.maximum.at(strongest, b, weight)
    within = (ties[a] > 0) & (ties[b] > 0)
    a, b, weight = a[within], b[within], weight[within]
    shared, product = np.zeros(len(ties)), np.zeros(len(ties))
    np.add.at(shared, a, weight * ties[b] / total[b])
    np.add.at(shared, b, weight * ties[a] / total[a])
    np.add.at(product, a, weight * ties[b])
    np.add.at(product, b, weight * ties[a])
    reach = (ties[near] + shared[near]) / total[me]
    redundant = (product[near] / strongest[near]).sum() / total[me]
    return Burt(len(near), float((reach**2).sum()), float(len(near) - redundant))


def usual_strength(graph: Graph, person: int) -> float:
    """Give the median strength of somebody's ties, as what a new one might become; 1 without any."""
    me = int(graph.index(person))
    mine = graph.strength[(graph.a == me) | (graph.b == me)]
    return float(np.median(mine)) if mine.size else 1.0
