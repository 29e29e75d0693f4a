"""Introductions: the score against its definition worked out with networkx, and who is left out."""

from itertools import combinations
from math import log, sqrt

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.network.graphs import arcs, same_graph
from hecht.core.network.graph import Graph
from hecht.core.network.introductions import LOWEST, Introduction, Seen, introductions, partial
from hecht.core.network.worth import Common, worth


def seen(
    graph: Graph,
    *,
    beside: Graph | None = None,
    silence: dict[int, int] | None = None,
    whole: bool = True,
    known: Graph | None = None,
) -> Seen:
    everyone = graph.people.tolist()
    none = Graph.of([], [], [], people=everyone)
    quiet = np.array([(silence or {}).get(one, 0) for one in everyone], dtype=np.int64)
    sees = np.full(len(everyone), whole)
    return Seen(graph, known or graph, known or graph, beside or none, beside or none, quiet, sees)


def pairs(found: list[Introduction]) -> list[tuple[int, int]]:
    return [(one.a, one.b) for one in found]


@given(arcs())
def test_the_score_is_the_weighted_index_of_adamic_and_adar(digraph: nx.DiGraph) -> None:
    graph, both = same_graph(digraph)
    found = {(one.a, one.b): one for one in introductions(seen(graph))}
    total = dict(both.degree(weight="weight"))
    for one, other in combinations(sorted(both), 2):
        common = sorted(nx.common_neighbors(both, one, other))
        if both.has_edge(one, other) or not common:
            assert (one, other) not in found
            continue
        terms = {c: sqrt(both[one][c]["weight"] * both[other][c]["weight"]) / log(total[c] + 2) for c in common}
        given_ = found[one, other]
        assert given_.score == pytest.approx(sum(terms.values()))
        assert set(given_.shared) == set(common)
        assert terms[given_.broker or 0] == pytest.approx(max(terms.values()))


@given(arcs(), st.integers(1, 5))
def test_fewer_are_the_first_of_all(digraph: nx.DiGraph, most: int) -> None:
    graph, _ = same_graph(digraph)
    every = introductions(seen(graph))
    assert introductions(seen(graph), most=most) == every[:most]
    scores = [one.score for one in every]
    assert scores == sorted(scores, reverse=True)


WEB = Graph.of([1, 1, 2, 2, 5], [2, 3, 4, 5, 6], [4.0, 1.0, 1.0, 9.0, 1.0])
"""1-2 (4), 1-3 (1), 2-4 (1), 2-5 (9), 5-6 (1). Pairs at two ties: 2-3 by 1; 1-4, 1-5 and 4-5 by 2; 2-6 by 5."""


def test_a_score_by_hand() -> None:
    """1-5 by 2: sqrt(4 x 9) / ln(4 + 1 + 9 + 2) = 6 / 2.7726 = 2.1640."""
    found = introductions(seen(WEB))
    assert found[0] == Introduction(1, 5, pytest.approx(2.16404, abs=1e-5), (2,))  # type: ignore[arg-type]
    assert sorted(pairs(found)) == [(1, 4), (1, 5), (2, 3), (2, 6), (4, 5)]


def test_standing_in_one_mail_counts_by_its_root() -> None:
    """Four decayed days: 0.5 x sqrt(4) = 1 more."""
    beside = Graph.of([1], [5], [4.0], people=WEB.people.tolist())
    assert introductions(seen(WEB, beside=beside))[0].score == pytest.approx(3.16404, abs=1e-5)


def test_who_is_silent_was_in_contact_before_or_is_acquainted_is_left_out() -> None:
    assert (1, 5) not in pairs(introductions(seen(WEB, silence={5: 91})))
    assert (1, 5) in pairs(introductions(seen(WEB, silence={5: 90})))
    before = Graph.of([*WEB.people[WEB.a], 1], [*WEB.people[WEB.b], 5], [1.0] * 6)
    assert (1, 5) not in pairs(introductions(seen(WEB, known=before)))
    assert (1, 5) not in pairs(introductions(seen(WEB), acquainted=[(5, 1), (1, 99)]))


def test_around_somebody_are_their_own_contacts_and_mine_are_those_they_lack() -> None:
    assert sorted(pairs(introductions(seen(WEB), around=2))) == [(1, 4), (1, 5), (4, 5)]
    assert sorted(pairs(introductions(seen(WEB), around=2, mine=True))) == [(2, 3), (2, 6)]


def test_asked_pairs_are_given_beyond_the_most() -> None:
    assert pairs(introductions(seen(WEB), most=1, also=[(6, 2)])) == [(1, 5), (2, 6)]
    assert pairs(introductions(seen(WEB), most=1, also=[(1, 2)])) == [(1, 5)]


def test_pairs_of_which_no_own_log_is_seen_stand_below_and_by_what_is_partly_seen() -> None:
    """1-5 shares nobody besides 2, whose log it is.

    Others 0 and none of them; strengths 5 and 10; contacts besides 2: 3 and 6, one each; days with 2: 4 and 9; silence 0.
    """
    found = introductions(seen(WEB, whole=False), around=2)
    one = next(pair for pair in found if (pair.a, pair.b) == (1, 5))
    by_hand = 0.01**0.09 * 0.5**-0.11 * 5.1**0.19 * 2**-0.06 * 2**0.14 * 4**-0.11
    assert one.score == pytest.approx(LOWEST * by_hand)


def test_the_partial_score_rises_and_falls_as_it_says() -> None:
    def of(others: float, common: int, strength: float, most: int, days: float, silence: int) -> float:
        given_ = partial(
            np.array([others]),
            np.array([common]),
            (np.log([strength]), np.log([9.0])),
            (np.log1p([most]), np.log1p([1])),
            (np.log([days]), np.log([99.0])),
            (np.log1p([silence]), np.log1p([99])),
        )
        return float(given_[0])

    least = of(1, 1, 1, 2, 2, 1)
    assert of(2, 1, 1, 2, 2, 1) > least
    assert of(1, 2, 1, 2, 2, 1) < least
    assert of(1, 1, 2, 2, 2, 1) > least
    assert of(1, 1, 1, 3, 2, 1) > least
    assert of(1, 1, 1, 2, 3, 1) < least
    assert of(1, 1, 1, 2, 2, 2) < least


def test_worth_prefers_what_is_in_common_over_what_is_likely() -> None:
    """sqrt(.04) = .2; three titles of two organisations: .2 x 4 x 2 = 1.6; seen together a tenth; said: .2 x 2."""
    assert worth(0.04, Common()) == pytest.approx(0.2)
    assert worth(0.04, Common(topics=("a", "b"), times=3, apart=True)) == pytest.approx(1.6)
    assert worth(0.04, Common(together=1)) == pytest.approx(0.02)
    assert worth(0.04, Common(together=1, told=True)) == pytest.approx(0.4)
    assert worth(0.04, Common(times=20, place="x")) == pytest.approx(0.2 * 7 * 1.5)


def test_an_empty_network_gives_nobody() -> None:
    assert introductions(seen(Graph.of([], [], []))) == []
