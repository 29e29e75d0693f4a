"""Introductions: who without contact finds each other within two months, by a whole log, one mailbox, and five pooled."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from evidence.datasets import DataSet
from evidence.mails import Mails, mails_of
from evidence.measuring import table

from hecht.core.network.graph import Flags, Floats, Graph, Ints
from hecht.core.network.introductions import Introduction, Seen, introductions
from hecht.core.ties.strength import HALF_LIFE_SLOW

TITLE = "Introductions"
HORIZON, PACE, ACTIVE, FEWEST, POOLED, FIRST = 60, 3, 90, 20, 4, 5
STARTS = range(150, 451, 60)
BOOTSTRAPS = 300
ABOUT = """Pairs that never had contact, both active in the last 90 days; what comes is contact within 60 days. Windows start on day
150 to 450, every 60 days. People with at least 20 contacts are those who ask. `AUC` is over all such pairs, `P@50` is the share of the
first fifty that find each other, `hit@5` the share of people of whose own first five one or more does. `plain` is the index of Adamic and
Adar without strength, in the same run. In one mailbox, and in that of somebody pooled with their four strongest contacts, the first five
pairs of the owner's contacts are judged by the whole log: `P@5` is the share that find each other, `acquainted` the share that had
contact already, which the log of the owner could not see. In brackets: 95 % of 300 bootstraps over people (for pairs: both ends drawn)."""


class Judgement(NamedTuple):
    """Of one person or window: the figures, in the order of a table's columns."""

    person: int
    figures: tuple[float, ...]


def run(sets: Sequence[DataSet]) -> Iterator[str]:
    """Give a table of whole logs and one of mailboxes, for every data set that has the mails themselves."""
    whole: list[list[object]] = []
    boxes: list[list[object]] = []
    for data in sets:
        mails = mails_of(data)
        if mails is None:
            continue
        for name, strength in (("hecht", True), ("plain", False)):
            whole.append([f"{data.name}, {name}", *_whole(mails, weighted=strength)])
        for name, pooled in (("one mailbox", 0), ("five pooled", POOLED)):
            boxes.append([f"{data.name}, {name}", *_mailboxes(mails, pooled)])
    yield from table(["data", "people", "AUC", "P@50", "hit@5"], whole)
    yield from table(["data", "mailboxes", "P@5", "acquainted", "plain P@5", "plain acquainted"], boxes)


def seen(mails: Mails, day: int, owners: Ints | None = None, *, weighted: bool = True) -> Seen:
    """Give what is seen of the mails up to a day: of everybody, or of those that some owners sent or got."""
    some = mails.until(day, owners)
    a, b, on = some.contacts()
    everyone = np.unique(np.concatenate([a, b]))
    known = Graph.of(a, b, np.ones(len(a)), people=everyone.tolist())
    weight = 2.0 ** (-PACE * (day - on) / HALF_LIFE_SLOW) if weighted else np.ones(len(on))
    graph = Graph.of(a, b, weight, people=everyone.tolist()) if weighted else _even(known)
    last = np.full(len(everyone), -(10**6), dtype=np.int64)
    for ends in (a, b):
        np.maximum.at(last, known.index(ends), on)
    one, other, when = some.beside()
    here = np.isin(one, everyone) & np.isin(other, everyone)
    one, other, when = one[here], other[here], when[here]
    aged = 2.0 ** (-PACE * (day - when) / HALF_LIFE_SLOW) if weighted else np.zeros(len(when))
    beside = Graph.of(one, other, aged, people=everyone.tolist())
    days = Graph.of(one, other, np.ones(len(one)), people=everyone.tolist())
    whole = np.ones(len(everyone), dtype=np.bool_) if owners is None else np.isin(everyone, owners)
    return Seen(
        graph, known, Graph.of(a, b, np.ones(len(a)), people=everyone.tolist()), beside, days, day - last, whole
    )


def _even(known: Graph) -> Graph:
    return Graph(known.people, known.a, known.b, np.ones(len(known.a)), known.forth, known.back)


def _whole(mails: Mails, *, weighted: bool) -> list[object]:
    windows = [_window(mails, start, weighted=weighted) for start in STARTS]
    count = round(float(np.mean([len(egos) for _, _, egos in windows])))
    chance = np.random.default_rng(1)
    drawn = []
    for _ in range(BOOTSTRAPS):
        times = np.bincount(chance.integers(0, mails.people, mails.people), minlength=mails.people).astype(float)
        drawn.append(_figures(windows, times))
    plain = _figures(windows, np.ones(mails.people))
    return [count, *(_with(value, [one[i] for one in drawn]) for i, value in enumerate(plain))]


Window = tuple[tuple[Ints, Ints, Floats, Flags], Ints, list[tuple[int, bool]]]


def _window(mails: Mails, start: int, *, weighted: bool) -> Window:
    """Give the pairs in order with whether they found each other, and of each ego whether one of the first five did."""
    view = seen(mails, start, weighted=weighted)
    came = mails.pairs_in(start, start + HORIZON)
    found = introductions(view)
    people = view.graph.people[view.silence < ACTIVE]
    listed = {(one.a, one.b): one.score for one in found}
    every = [(int(a), int(b)) for i, a in enumerate(people) for b in people[i + 1 :]]
    known = set(zip(view.known.people[view.known.a].tolist(), view.known.people[view.known.b].tolist(), strict=True))
    pairs = np.array([pair for pair in every if pair not in known], dtype=np.int64)
    score = np.array([listed.get((a, b), 0.0) for a, b in pairs.tolist()])
    label = np.array([(a, b) in came for a, b in pairs.tolist()])
    order = np.argsort(-score, kind="stable")
    pairs, score, label = pairs[order], score[order], label[order]
    degree = dict(zip(view.known.people.tolist(), view.known.degree.tolist(), strict=True))
    first: dict[int, list[bool]] = {int(one): [] for one in people if degree[int(one)] >= FEWEST}
    for (a, b), value, hit in zip(pairs.tolist(), score.tolist(), label.tolist(), strict=True):
        for one in (a, b):
            if one in first and len(first[one]) < FIRST and value > 0:
                first[one].append(hit)
    return (
        (pairs[:, 0], pairs[:, 1], score, label),
        np.array(sorted(first)),
        [(one, any(hits)) for one, hits in first.items()],
    )


def _figures(windows: Sequence[Window], times: Floats) -> tuple[float, float, float]:
    rows = []
    for (a, b, score, label), _, egos in windows:
        weight = times[a] * times[b]
        place = np.cumsum(weight)
        top = place <= max(50.0, weight[0])
        hits = [(times[one], hit) for one, hit in egos]
        rows.append(
            (
                _auc(score, label, weight),
                float((weight * label)[top].sum() / max(weight[top].sum(), 1e-9)),
                sum(count * hit for count, hit in hits) / sum(count for count, _ in hits),
            )
        )
    one, two, three = np.mean(np.array(rows), axis=0).tolist()
    return one, two, three


def _auc(score: Floats, label: Flags, weight: Floats) -> float:
    """Give the area under the curve with weights, pairs in falling order of the score; equal scores count half."""
    change = np.flatnonzero(np.append(True, np.diff(score) != 0))
    good = np.add.reduceat(weight * label, change)
    bad = np.add.reduceat(weight * ~label, change)
    below = bad.sum() - np.cumsum(bad)
    return float((good * (below + bad / 2)).sum() / (good.sum() * bad.sum()))


def _mailboxes(mails: Mails, pooled: int) -> list[object]:
    rows: list[Judgement] = []
    for start in STARTS:
        view = seen(mails, start)
        came = mails.pairs_in(start, start + HORIZON)
        ever = set(zip(view.known.people[view.known.a].tolist(), view.known.people[view.known.b].tolist(), strict=True))
        arcs = view.graph.rows
        for place in np.flatnonzero((view.known.degree >= FEWEST) & (view.silence < ACTIVE)):
            ego = int(view.graph.people[place])
            near = slice(arcs.start[place], arcs.start[place + 1])
            order = np.lexsort((arcs.other[near], -view.graph.strength[arcs.tie[near]]))[:pooled]
            owners = np.array([ego, *view.graph.people[arcs.other[near][order]].tolist()], dtype=np.int64)
            figures: list[float] = []
            for weighted in (True, False):
                part = seen(mails, start, owners, weighted=weighted)
                part = part if weighted else replace(part, whole=np.ones(len(part.whole), dtype=np.bool_))
                first = introductions(part, around=ego, most=FIRST)
                if len(first) == FIRST:
                    figures += _judged(first, came, ever)
            if len(figures) == 4:
                rows.append(Judgement(ego, tuple(figures)))
    people, of = np.unique(np.array([one.person for one in rows]), return_inverse=True)
    values = np.array([one.figures for one in rows])
    chance = np.random.default_rng(1)
    drawn = []
    for _ in range(BOOTSTRAPS):
        times = np.bincount(chance.integers(0, len(people), len(people)), minlength=len(people))[of]
        drawn.append((values * times[:, None]).sum(axis=0) / times.sum())
    return [
        len(rows),
        *(_with(value, [one[i] for one in drawn]) for i, value in enumerate(values.mean(axis=0).tolist())),
    ]


def _judged(
    first: Sequence[Introduction], came: set[tuple[int, int]], ever: set[tuple[int, int]]
) -> tuple[float, float]:
    pairs = [(one.a, one.b) for one in first]
    return (
        sum(pair in came and pair not in ever for pair in pairs) / len(pairs),
        sum(pair in ever for pair in pairs) / len(pairs),
    )


def _with(value: float, drawn: Sequence[float]) -> str:
    low, high = np.quantile(drawn, [0.025, 0.975])
    return " ".join((_short(value), f"({_short(low)}-{_short(high)})"))


def _short(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")
