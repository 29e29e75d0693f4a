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
_CHUNK = 1 << 22


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What is seen of a network, for introductions. All graphs hold the same persons.

    `graph` has the ties by D_30 (active days that halve in 30 days); `known` every tie there ever was, of any strength;
    `beside` who stood in one mail or meeting that was no contact, by decayed days, and `days` by their number. `silence`
    is the days since each person's last contact with anybody here. `whole` says of whom all contact is seen: everybody
    in a whole network's log, otherwise the owners of the logs.
    """

    graph: Graph
    known: Graph
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
        near = np.zeros(n, dtype=np.bool_)
        near[seen.known.b[seen.known.a == me]] = True
        near[seen.known.a[seen.known.b == me]] = True
    done = _keys(seen.known)
    said = np.sort(_pairs(graph, acquainted))
    wanted = _pairs(graph, also)
    found: list[tuple[Ints, Floats]] = []
    for key, total in _terms(graph):
        a, b = key // n, key % n
        keep = allowed[a] & allowed[b] & ~_among(done, key) & ~_among(said, key)
        if around is not None:
            keep &= (a == me) | (b == me) if mine else near[a] & near[b]
        found.append((key[keep], total[keep]))
    key = np.concatenate([one for one, _ in found]) if found else np.zeros(0, dtype=np.int64)
    score = np.concatenate([one for _, one in found]) if found else np.zeros(0)
    score = _judged(seen, key, score, around)
    order = np.lexsort((key, -score))
    if most is not None and len(order) > most:
        rest = order[most:]
        order = np.concatenate([order[:most], rest[np.isin(key[rest], wanted)]])
    rows = graph.rows
    return [
        Introduction(int(graph.people[key[i] // n]), int(graph.people[key[i] % n]), float(score[i]), shared)
        for i, shared in ((i, _shared(graph, rows, int(key[i] // n), int(key[i] % n))) for i in order)
    ]


def partial(others: Floats, strengths: tuple[Floats, Floats], days: Floats, silences: tuple[Ints, Ints]) -> Floats:
    """Judge pairs of which neither's own log is seen: who of them would find each other, and do not know each other yet.

    A product of powers, fitted on one mailbox each of a research institute (docs/network.md): it rises with what they
    share besides the owner and with how much is seen of either, and falls with the days they stood in one mail, after
    which people mostly know each other already, and with silence.

    Args:
        others: the index of Adamic and Adar over everybody they share but the owner.
        strengths: the sum of D_30 over the ties of each.
        days: on how many days they stood in one mail or meeting.
        silences: days since the last contact of each with anybody.
    """
    low, high = np.minimum(*strengths), np.maximum(*strengths)
    recent, longest = np.minimum(*silences), np.maximum(*silences)
    given: Floats = np.exp(
        0.05 * np.log(others + 0.01)
        + 0.03 * np.log(low + 0.1)
        + 0.09 * np.log(high + 0.1)
        - 0.06 * np.log(days + 0.5)
        - 0.09 * np.log1p(recent)
        - 0.08 * np.log1p(longest)
    )
    return given


def _judged(seen: Seen, key: Ints, total: Floats, around: int | None) -> Floats:
    n = len(seen.graph.people)
    a, b = key // n, key % n
    whole = seen.whole[a] | seen.whole[b]
    score = total + BESIDE * np.sqrt(_values(seen.beside, key))
    if whole.all():
        return score
    others = total
    if around is not None:
        root = _roots(seen.graph, int(seen.graph.index([around])[0]))
        others = np.maximum(0.0, total - root[a] * root[b])
    strength = seen.graph.total
    part = partial(others, (strength[a], strength[b]), _values(seen.days, key), (seen.silence[a], seen.silence[b]))
    return np.where(whole, score, LOWEST * part)


def _terms(graph: Graph) -> Iterator[tuple[Ints, Floats]]:
    """Give for pairs a < b (as a x n + b) that share somebody the sum of their terms, in chunks, each pair once."""
    rows, n = graph.rows, len(graph.people)
    root = np.sqrt(graph.strength[rows.tie])
    each = root / np.log(graph.total[rows.other] + 2)
    size = np.diff(rows.start)
    here = np.repeat(np.arange(n), size)
    # the wedges a - c - b: for every arc a - c those arcs c - b that lie beyond a among c's own
    first = np.searchsorted(here * n + rows.other, rows.other * n + here) + 1
    count = rows.start[rows.other + 1] - first
    work = np.concatenate([[0], np.cumsum(np.bincount(here, count, n))])
    begin = 0
    while begin < n:
        end = max(begin + 1, int(np.searchsorted(work, work[begin] + _CHUNK, side="right")) - 1)
        arcs = np.arange(rows.start[begin], rows.start[end])
        many = count[arcs]
        of = np.repeat(arcs, many)
        to = np.arange(len(of)) - np.repeat(np.cumsum(many) - many, many) + first[of]
        key, place = np.unique(here[of] * n + rows.other[to], return_inverse=True)
        yield key, summed(place.ravel(), each[of] * root[to], len(key))
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


def _among(keys: Ints, wanted: Ints) -> Flags:
    if not len(keys):
        return np.zeros(len(wanted), dtype=np.bool_)
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    found: Flags = keys[place] == wanted
    return found


def _values(graph: Graph, wanted: Ints) -> Floats:
    """Give the strength of pairs by key, 0 where there is no tie."""
    keys = _keys(graph)
    if not len(keys):
        return np.zeros(len(wanted))
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    given: Floats = np.where(keys[place] == wanted, graph.strength[place], 0.0)
    return given
