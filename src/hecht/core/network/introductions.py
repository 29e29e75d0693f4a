"""Introductions: which two people without contact would likely find each other, and through whom."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from hecht.core.network.graph import Flags, Floats, Graph, Ints, Rows, summed

BESIDE = 0.5
"""Weight of the root of decayed days on which two people stood in one mail or meeting."""
LOWEST = 0.01
"""What a pair counts for of which neither's own log is seen, against one of which a log is: most such pairs may know each other."""
ACTIVE = 90
"""Days within which both had contact with anybody, to be introduced at all."""
_CHUNK = 1 << 19
_DENSE = 8
"""Cells a wedge up to which adding by place is quicker than sorting."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What is seen of a network, for introductions. All graphs hold the same persons.

    `graph` has the ties by D_30 (active days that halve in 30 days); `known` every tie there ever was, of any strength, and
    `active` their active days. `beside` has who stood in one mail or meeting that was no contact, by decayed days, and
    `days` by their number. `silence` is the days since each person's last contact with anybody here. `whole` says of whom
    all contact is seen: everybody in a whole network's log, otherwise the owners of the logs.
    """

    graph: Graph
    known: Graph
    active: Graph
    beside: Graph
    days: Graph
    silence: Ints
    whole: Flags


class Introduction(NamedTuple):
    """Two persons (ids) who could be introduced, with how likely contact is and who knows both, strongest first."""

    a: int
    b: int
    score: float
    shared: tuple[int, ...]

    @property
    def broker(self) -> int | None:
        """Give who stands closest to both: the one with the largest term of the score."""
        return self.shared[0] if self.shared else None


def introductions(
    seen: Seen,
    *,
    around: int | None = None,
    mine: bool = False,
    acquainted: Iterable[tuple[int, int]] = (),
    most: int | None = None,
    also: Collection[tuple[int, int]] = (),
) -> list[Introduction]:
    """Give pairs without contact that share somebody, the likeliest contact first.

    The score of a pair of which one's contact is seen whole is the strength-weighted index of Adamic and Adar (2003),
    `sum over c of sqrt(w_ac w_bc) / ln(s_c + 2)`, plus `0.5 sqrt(v_ab)`: w is the tie's D_30, s_c the sum over c's
    ties, v the decayed days on which the two stood in one mail or meeting without contact between them. Of other pairs
    a log sees a small part, and much of what it sees together knows each other already; their score is
    `0.01 x partial` (see there) and so stands below.

    Args:
        seen: the network.
        around: an id: only pairs of this person's own contacts.
        mine: with `around`, only pairs of this person with somebody they had no contact with.
        acquainted: pairs of ids of whom it was said that they know each other; left out.
        most: how many pairs to give (all without it); never fewer than `also`.
        also: pairs of ids to give whatever their score, if they are candidates.

    Returns:
        Introductions, ids ascending within a pair; ties in the score by id. People with more than 90 days of silence
        and pairs that ever had contact are left out, and so are pairs that share nobody.
    """
    graph, n = seen.graph, len(seen.graph.people)
    allowed = seen.silence <= ACTIVE
    if around is not None:
        me = int(graph.index([around])[0])
        near = _near(seen.known, me)
    done = _keys(seen.known)
    said = _pairs(graph, acquainted)
    wanted = _pairs(graph, also)
    found: list[tuple[Ints, Floats]] = []
    for key, total, common in _terms(graph):
        a, b = key // n, key % n
        keep = allowed[a] & allowed[b] & _without(key, done) & _without(key, said)
        if around is not None:
            keep &= (a == me) | (b == me) if mine else near[a] & near[b]
        pairs, score = key[keep], _judged(seen, key[keep], total[keep], common[keep], around)
        best = _first(pairs, score, wanted, most)
        found.append((pairs[best], score[best]))
    if not found:
        return []
    key, score = (np.concatenate([one[i] for one in found]) for i in range(2))
    rising = np.argsort(key)
    key, score = key[rising], score[rising]
    order = _first(key, score, wanted, most)
    rows = graph.rows
    return [
        Introduction(int(graph.people[key[i] // n]), int(graph.people[key[i] % n]), float(score[i]), shared)
        for i, shared in ((i, _shared(graph, rows, int(key[i] // n), int(key[i] % n))) for i in order)
    ]


def _first(key: Ints, score: Floats, wanted: Ints, most: int | None) -> Ints:
    """Give the places of the highest scores, the lower key first among equals, and then those of wanted keys."""
    if most is None or len(key) <= most:
        return np.lexsort((key, -score))
    least = np.partition(score, len(score) - most)[len(score) - most] if most else np.inf
    high = np.flatnonzero(score >= least)
    order = high[np.lexsort((key[high], -score[high]))][:most]
    place, there = _at(key, wanted)
    more = np.setdiff1d(place[there], order)
    return np.concatenate([order, more[np.lexsort((key[more], -score[more]))]])


def partial(
    others: Floats,
    common: Ints,
    strengths: tuple[Floats, Floats],
    contacts: tuple[Floats, Floats],
    days: tuple[Floats, Floats],
    silences: tuple[Floats, Floats],
) -> Floats:
    """Judge pairs of which neither's own log is seen: who of them would find each other, and do not know each other yet.

    A product of powers, fitted on one mailbox each of a research institute (docs/network.md). It rises with what they
    share besides the owner and with how much of either is seen, and falls with how many they share, after which people
    mostly know each other already, with silence, and with how long the owner knows both.

    Args:
        others: the index of Adamic and Adar over everybody they share but the owner.
        common: how many these are.
        strengths: ln(s + 0.1), s the sum of D_30 over the ties of each.
        contacts: ln(k + 1), k how many others than the owner each was in contact with, as far as is seen.
        days: ln(d), d >= 1 the active days of each with the owner.
        silences: ln(r + 1), r the days since the last contact of each with anybody.
    """
    fewest, most = np.minimum(*contacts), np.maximum(*contacts)
    given: Floats = np.full(len(others), 0.09 * np.log(0.01) - 0.11 * np.log(0.5))
    some = np.flatnonzero(common)
    given[some] = 0.09 * np.log(others[some] + 0.01) - 0.11 * np.log(common[some] + 0.5)
    given += 0.19 * np.minimum(*strengths) - 0.06 * fewest + 0.14 * most
    given -= 0.11 * np.minimum(*days) + 0.11 * np.minimum(*silences)
    np.exp(given, out=given)
    return given


def _judged(seen: Seen, key: Ints, total: Floats, common: Ints, around: int | None) -> Floats:
    n = len(seen.graph.people)
    a, b = key // n, key % n
    whole = seen.whole[a] | seen.whole[b]
    score = total + BESIDE * np.sqrt(_values(seen.beside, key))
    if whole.all():
        return score
    others, days, known = total, np.ones(n), seen.known.degree
    if around is not None:
        me = int(seen.graph.index([around])[0])
        root = _roots(seen.graph, me)
        both = (root[a] > 0) & (root[b] > 0)
        others, common = np.maximum(0.0, total - root[a] * root[b]), common - both
        near = _near(seen.known, me)
        known = known - near
        for here, there in ((seen.active.a, seen.active.b), (seen.active.b, seen.active.a)):
            days[there[here == me]] = seen.active.strength[here == me]
    strength, contacts = np.log(seen.graph.total + 0.1), np.log1p(known)
    days, silence = np.log(np.maximum(days, 1.0)), np.log1p(seen.silence)
    part = partial(
        others,
        common,
        (strength[a], strength[b]),
        (contacts[a], contacts[b]),
        (days[a], days[b]),
        (silence[a], silence[b]),
    )
    return np.where(whole, score, LOWEST * part)


def _near(graph: Graph, person: int) -> Flags:
    near = np.zeros(len(graph.people), dtype=np.bool_)
    near[graph.b[graph.a == person]] = True
    near[graph.a[graph.b == person]] = True
    return near


def _terms(graph: Graph) -> Iterator[tuple[Ints, Floats, Ints]]:
    """Give for pairs a < b (as a x n + b) that share somebody the sum of their terms and how many, in chunks."""
    rows, n = graph.rows, len(graph.people)
    root = np.sqrt(graph.strength[rows.tie])
    each = root / np.log(graph.total[rows.other] + 2)
    size = np.diff(rows.start)
    here = np.repeat(np.arange(n), size)
    # the wedges a - c - b: for every arc a - c those arcs c - b that lie beyond a among c's own
    first = np.searchsorted(here * n + rows.other, rows.other * n + here) + 1
    reach = rows.start[rows.other + 1] - first
    work = np.concatenate([[0], np.cumsum(np.bincount(here, reach, n))])
    begin = 0
    while begin < n:
        end = max(begin + 1, int(np.searchsorted(work, work[begin] + _CHUNK, side="right")) - 1)
        arcs = np.arange(rows.start[begin], rows.start[end])
        many = reach[arcs]
        of = np.repeat(arcs, many)
        to = np.arange(len(of)) - np.repeat(np.cumsum(many) - many, many) + first[of]
        terms, cell = each[of] * root[to], (here[of] - begin) * n + rows.other[to]
        if (end - begin) * n <= _DENSE * len(of):
            count = np.bincount(cell, minlength=(end - begin) * n)
            met = np.flatnonzero(count)
            yield met + begin * n, summed(cell, terms, (end - begin) * n)[met], count[met]
        else:
            met, place, count = np.unique(cell, return_inverse=True, return_counts=True)
            yield met + begin * n, summed(place.ravel(), terms, len(met)), count
        begin = end


def _shared(graph: Graph, rows: Rows, a: int, b: int) -> tuple[int, ...]:
    """Give the ids of those who know both, by the size of their term."""
    one, two = (slice(rows.start[i], rows.start[i + 1]) for i in (a, b))
    both, first, second = np.intersect1d(rows.other[one], rows.other[two], assume_unique=True, return_indices=True)
    weight = np.sqrt(graph.strength[rows.tie[one][first]] * graph.strength[rows.tie[two][second]])
    total = np.array([graph.strength[rows.tie[rows.start[c] : rows.start[c + 1]]].sum() for c in both])
    order = np.lexsort((both, -weight / np.log(total + 2))) if len(both) else both
    return tuple(int(graph.people[both[i]]) for i in order)


def _roots(graph: Graph, person: int) -> Floats:
    """Give the root of a person's part in the term of each pair of neighbours: their product is the term."""
    given = np.zeros(len(graph.people))
    scale = 1 / np.log(graph.total[person] + 2)
    for here, there in ((graph.a, graph.b), (graph.b, graph.a)):
        mine = here == person
        given[there[mine]] = np.sqrt(graph.strength[mine] * scale)
    return given


def _keys(graph: Graph) -> Ints:
    return graph.a * len(graph.people) + graph.b


def _pairs(graph: Graph, pairs: Iterable[tuple[int, int]]) -> Ints:
    """Give pairs of ids as keys; those of whom one is not in the graph fall away."""
    ids = np.array([sorted(pair) for pair in pairs], dtype=np.int64).reshape(-1, 2)
    ids = ids[np.isin(ids, graph.people).all(axis=1)]
    place = graph.index(ids.ravel()).reshape(-1, 2)
    keys: Ints = place[:, 0] * len(graph.people) + place[:, 1]
    return keys


def _at(key: Ints, wanted: Ints) -> tuple[Ints, Flags]:
    """Give where some keys stand in ascending keys, and which of them do."""
    place = np.minimum(np.searchsorted(key, wanted), max(len(key) - 1, 0))
    return place, key[place] == wanted if len(key) else np.zeros(len(wanted), dtype=np.bool_)


def _without(key: Ints, gone: Ints) -> Flags:
    """Say of ascending keys which are not among some others; the few are looked up among the many."""
    kept = np.ones(len(key), dtype=np.bool_)
    place, there = _at(key, gone)
    kept[place[there]] = False
    return kept


def _values(graph: Graph, key: Ints) -> Floats:
    """Give the strength of pairs by ascending key, 0 where there is no tie."""
    given = np.zeros(len(key))
    place, there = _at(key, _keys(graph))
    given[place[there]] = graph.strength[there]
    return given
