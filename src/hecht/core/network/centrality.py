"""Centrality: betweenness and k-core of everybody, by igraph, and PageRank."""

from dataclasses import dataclass

import igraph
import numpy as np

from hecht.core.network.graph import Floats, Graph, Ints, summed

EXACT = 400_000_000
"""People times (people + ties) up to which betweenness is exact: some five seconds of one processor."""
_DAMPING, _STEPS, _CLOSE = 0.85, 1_000, 1e-13
_BATCHES = 16
_LEAST = 64
"""Sources that are sampled at least: four in each of the sixteen batches."""


@dataclass(frozen=True, slots=True, eq=False)
class Betweenness:
    """The share (0-1) of pairs of other people whose shortest paths run through each person, in the graph's order.

    `error` is None where it is exact; else its standard error (0-1) by person, estimated from sampled sources.
    """

    share: Floats
    error: Floats | None


def as_igraph(graph: Graph) -> igraph.Graph:
    """Give the undirected graph to igraph, persons and ties in the same order."""
    return igraph.Graph(n=len(graph.people), edges=np.column_stack([graph.a, graph.b]))


def betweenness(graph: Graph, *, exact: int = EXACT, seed: int = 1) -> Betweenness:
    """Work out betweenness (Freeman 1977; Brandes 2001) by shortest paths of steps, strengths not counted.

    Args:
        graph: the tie graph.
        exact: people times (people + ties) up to which every shortest path is counted. Above it, paths from as many
            sampled people as fit in that amount (at least 64), in sixteen batches whose spread gives the error
            (Brandes and Pich 2007).
        seed: of the sample.
    """
    n, ties = len(graph.people), len(graph.a)
    pairs = (n - 1) * (n - 2) / 2
    if n < 3:  # noqa: PLR2004 - there are no two others
        return Betweenness(np.zeros(n), None)
    made = as_igraph(graph)
    if n * (n + ties) <= exact:
        return Betweenness(np.array(made.betweenness(directed=False)) / pairs, None)
    size = min(n, max(_LEAST, exact // (n + ties))) // _BATCHES
    sources = np.random.default_rng(seed).permutation(n)[: size * _BATCHES].reshape(_BATCHES, size)
    every = np.array([made.betweenness(directed=False, sources=batch.tolist()) for batch in sources])
    every *= n / size / pairs
    left = 1 - size * _BATCHES / n
    return Betweenness(every.mean(axis=0), every.std(axis=0, ddof=1) * np.sqrt(left / _BATCHES))


def pagerank(graph: Graph) -> Floats:
    """Give PageRank (Brin and Page 1998, damping .85) along arcs weighed by what went that way; the sum is 1.

    Everybody else's contact points to a person in proportion to where it goes; who writes to nobody points to all alike.
    Power iteration until a step changes less than 1e-13 in all: for a network of contact it takes some fifty steps, and a
    fifth of the time of igraph's solver.
    """
    n = len(graph.people)
    source, target = np.concatenate([graph.a, graph.b]), np.concatenate([graph.b, graph.a])
    weight = np.concatenate([graph.forth, graph.back])
    out = summed(source, weight, n)
    share = _DAMPING * weight * np.divide(1.0, out, out=np.zeros(n), where=out > 0)[source]
    rank = np.full(n, 1 / max(1, n))
    for _ in range(_STEPS):
        before, rank = rank, summed(target, share * rank[source], n)
        rank += (1 - rank.sum()) / max(1, n)
        if np.abs(rank - before).sum() < _CLOSE:
            break
    return rank


def core(graph: Graph) -> Ints:
    """Give the k-core of everybody (Seidman 1983): the largest k such that one is among people with k ties to each other."""
    return np.array(as_igraph(graph).coreness(), dtype=np.int64)
