"""Structural holes: how far one's contacts lead to one another, after Burt (1992), from one pass over triangles."""

from dataclasses import dataclass

import numpy as np

from hecht.core.network.graph import Floats, Graph, Ints, summed
from hecht.core.network.triangles import Sums, add_up


@dataclass(frozen=True, slots=True, eq=False)
class Holes:
    """The local measures of every person, in the graph's order; nan where a measure is not defined.

    With w_ij the strength of a tie, S_i the sum over i's ties, N_i their number and p_ij = w_ij / S_i:

    degree: N_i.
    strength: S_i.
    constraint: C_i = sum over j of c_ij, c_ij = (p_ij + sum over q of p_iq p_qj)^2, j and q neighbours of i (Burt 1992,
        2.4). How far one's contact is concentrated in people who lead to one another; it can pass 1 for people with two
        or three ties. nan without a tie; 1 with one tie whose other end has no other.
    effective_size: N_i minus the redundancy: sum over j of (1 - sum over q of p_iq m_jq), m_jq = w_jq / (the strongest tie
        of j) (Burt 1992, 2.2). Between 0 and N_i; nan without a tie.
    efficiency: effective_size / degree.
    hierarchy: how far the constraint comes from few: sum over j of r ln r / (N ln N), r = c_ij / (C / N) (Burt 1992,
        2.9). From 0 (all alike) to 1 (one has it all); nan below two ties.
    clustering: the share of pairs of neighbours that are tied (Watts and Strogatz 1998), strengths not counted; nan
        below two ties.
    tied_pairs: how many pairs of neighbours are tied.
    open_pairs: how many are not.
    """

    degree: Ints
    strength: Floats
    constraint: Floats
    effective_size: Floats
    efficiency: Floats
    hierarchy: Floats
    clustering: Floats
    tied_pairs: Ints
    open_pairs: Ints


def holes(graph: Graph, sums: Sums | None = None) -> Holes:
    """Work out the local measures of everybody.

    Args:
        graph: the tie graph; direction plays no part here.
        sums: of a pass over the triangles of this graph that was made already; without it one is made.
    """
    passed = sums or add_up(graph)
    oriented, n = passed.oriented, passed.oriented.size
    degree, total = oriented.degree, oriented.total
    constraint, hierarchy = _constraint(passed, degree, total)
    effective = _effective_size(passed, degree, total)
    twice = np.bincount(oriented.low, passed.triangles, minlength=n)
    twice += np.bincount(oriented.high, passed.triangles, minlength=n)
    tied = twice.astype(np.int64) // 2
    pairs = degree * (degree - 1) // 2
    shown = oriented.place
    return Holes(
        degree[shown],
        total[shown],
        constraint[shown],
        effective[shown],
        _over(effective, degree)[shown],
        hierarchy[shown],
        _over(tied, pairs)[shown],
        tied[shown],
        (pairs - tied)[shown],
    )


def _constraint(passed: Sums, degree: Ints, total: Floats) -> tuple[Floats, Floats]:
    """Give constraint and hierarchy: sum r ln r = (N / C) sum c ln c + N ln(N / C)."""
    oriented = passed.oriented
    reach = oriented.strength + passed.shared
    constraint, spread = np.zeros(oriented.size), np.zeros(oriented.size)
    inverse = np.divide(1.0, total, out=np.zeros_like(total), where=total > 0)
    for end in (oriented.low, oriented.high):
        part = inverse[end]
        part *= reach
        part *= part
        constraint += summed(end, part, oriented.size)
        part *= np.log(part)
        spread += summed(end, part, oriented.size)
    constraint[degree == 0] = np.nan
    several = np.where(degree > 1, degree, np.nan)
    scale = several / constraint
    hierarchy = (scale * spread + several * np.log(scale)) / (several * np.log(several))
    return constraint, np.clip(hierarchy, 0.0, 1.0)


def _effective_size(passed: Sums, degree: Ints, total: Floats) -> Floats:
    """Give N_i - (1 / S_i) sum over j of product_ij / (the strongest tie of j)."""
    oriented = passed.oriented
    strongest = np.zeros(oriented.size)
    np.maximum.at(strongest, oriented.low, oriented.strength)
    np.maximum.at(strongest, oriented.high, oriented.strength)
    inverse = np.divide(1.0, strongest, out=np.zeros_like(strongest), where=strongest > 0)
    redundant = summed(oriented.low, passed.product * inverse[oriented.high], oriented.size)
    redundant += summed(oriented.high, passed.product * inverse[oriented.low], oriented.size)
    return np.where(degree > 0, degree - _over(redundant, total), np.nan)


def _over(part: Floats | Ints, whole: Floats | Ints) -> Floats:
    share: Floats = np.divide(part, whole, out=np.full(len(part), np.nan), where=whole != 0)
    return share
