"""Leaning: on whom much of the contact of others rests, beside the usual of their own group."""

from typing import NamedTuple

import numpy as np

from hecht.core.network.graph import Flags, Floats, Graph, Ints, summed

TIMES = 2.0
"""The least number of times the usual contact of one's group."""
DRAWN = 2.0
"""The least attention drawn, as that of so many people."""
MAIN = 0.6
"""The least share of one's contacts for whom one is a main contact."""
_MAIN_ASKED = 0.3
"""And for who is written to more than they write."""
_FEWEST = 8
"""Contacts for whom one is a main contact, at the least."""
_TWICE = 2.0
_PRIOR = 5.0
"""People of the usual of all, added to those of one's group."""
_CERTAINTY = 1.96


class Leaning(NamedTuple):
    """By person, in the graph's order.

    times: contact as a ratio to the usual; low, high: its 95 % interval. drawn: the attention drawn, as that of so many
    people. main: the share (0-1) of one's contacts for whom one is a main contact. asked: contact towards one as a ratio to
    contact from one, beside what is usual; asked_low: the lower end of its 95 % interval. found: whether much rests on one.
    """

    times: Floats
    low: Floats
    high: Floats
    drawn: Floats
    main: Floats
    asked: Floats
    asked_low: Floats
    found: Flags


def leaning(graph: Graph, group: Ints, count: int, rank: Ints | None = None) -> Leaning:
    """Find on whom much rests: who has far more contact than is usual around them, because others come to them.

    Much contact alone is a habit, not a load. With w_ij the strength of a tie, S_j the sum over j's ties and N_j their number:

    times_i = S_i / u_i, u_i the geometric mean of the median contact of i's group (as many times as it has people) and that of
        all (5 times); divided by the median of those of like rank where ranks are given and at least 5 people have it. Its
        interval is exp(-+ 1.96 / sqrt(S_i + 1)): strength is a sum of days that weigh at most 1.
    drawn_i = sum over j of w_ij / S_j: everybody has one attention to give, so that the mean is 1 (one step of PageRank).
    main_i = the share of i's ties with w_ij > 2 S_j / N_j: to how many of them one is more than twice an ordinary contact.
    asked_i = (towards + 1) / (from + 1), over the median of all; the error of its logarithm is sqrt(1 / (towards + 1) + 1 / (from + 1)).

    Much rests on who has times >= 2 and drawn >= 2, is a main contact of at least 8 people, and of 60 % of their contacts; or
    of 30 % while more comes to them than goes out (asked_low > 1). After Cross and Parker (2004): those on whom a network
    leans are found by how many depend on them, not by how much they say.

    Args:
        graph: the tie graph; `forth` and `back` say what went which way.
        group: the group of everybody, 0 to `count` - 1.
        count: how many groups there are.
        rank: a level of everybody, >= 0, or -1 where it is not known.
    """
    n, total, degree = len(graph.people), graph.total, graph.degree
    mean = np.divide(total, degree, out=np.zeros(n), where=degree > 0)
    inverse = np.divide(1.0, total, out=np.zeros(n), where=total > 0)
    drawn = summed(graph.a, graph.strength * inverse[graph.b], n) + summed(
        graph.b, graph.strength * inverse[graph.a], n
    )
    to_a = (graph.strength > _TWICE * mean[graph.b]).astype(np.float64)
    to_b = (graph.strength > _TWICE * mean[graph.a]).astype(np.float64)
    many = summed(graph.a, to_a, n) + summed(graph.b, to_b, n)
    main = np.divide(many, degree, out=np.zeros(n), where=degree > 0)
    towards = summed(graph.a, graph.back, n) + summed(graph.b, graph.forth, n)
    away = summed(graph.a, graph.forth, n) + summed(graph.b, graph.back, n)
    asked = np.log((towards + 1) / (away + 1))
    asked -= float(np.median(asked)) if n else 0.0
    asked_low = asked - _CERTAINTY * np.sqrt(1 / (towards + 1) + 1 / (away + 1))
    times = total / _usual(total, group, count)
    for one in np.unique(rank[rank >= 0]) if rank is not None else ():
        if (same := rank == one).sum() >= _PRIOR:
            times[same] /= max(float(np.median(times[same])), 1.0)
    reach = np.exp(_CERTAINTY / np.sqrt(total + 1))
    leans = (many >= _FEWEST) & ((main >= MAIN) | ((main >= _MAIN_ASKED) & (asked_low > 0)))
    found = (times >= TIMES) & (drawn >= DRAWN) & leans
    return Leaning(times, times / reach, times * reach, drawn, main, np.exp(asked), np.exp(asked_low), found)


def _usual(total: Floats, group: Ints, count: int) -> Floats:
    """Give everybody the median contact of their group, drawn towards that of all as far as the group is small."""
    order = np.lexsort((total, group))
    size = np.bincount(group, minlength=count)
    start = np.concatenate([[0], np.cumsum(size)])[:-1]
    sorted_ = total[order]
    low, high = start + np.maximum(size - 1, 0) // 2, start + size // 2
    last = max(len(total) - 1, 0)
    middle = (sorted_[np.minimum(low, last)] + sorted_[np.minimum(high, last)]) / 2
    every = float(np.median(total)) if len(total) else 0.0
    weighed = np.log(middle + 1) * size + np.log(every + 1) * _PRIOR
    usual: Floats = np.exp(weighed / (size + _PRIOR))[group]
    return usual
