"""Dependence: what falls out of reach of a person, a team or a partnership when one person leaves."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import exp, log, sqrt

import numpy as np

from hecht.core.network.graph import Flags, Floats, Graph, Ints, Rows

STEPS = 2
"""Ties within which somebody is in reach: those one knows, and those they can introduce."""
CERTAINTY = 1.96
"""Standard errors of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """How many contacts of somebody are not in the log: an estimate with its 95 % interval. It is a lower bound."""

    estimate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Dependence:
    """What rests on one person, for a group (of one or more); persons by id, the strongest contact first.

    held: people whom nobody of the group but this person is in contact with (for a group of one, this person's
        contacts who are none of the group's own): the ties only they hold.
    lost: people within two ties of the group who no longer are without this person.
    organisations: of those within two ties and of this person, other than the group's, which then have nobody left in reach.
    opened: pairs of this person's contacts whose only link, the group left aside, is this person: the holes that open.
    unseen: this person's contacts that are not in the log; None where all contact is seen, or too little to say.
    """

    held: tuple[int, ...]
    lost: tuple[int, ...]
    organisations: tuple[str, ...]
    opened: tuple[tuple[int, int], ...]
    unseen: Unseen | None


def dependence(
    graph: Graph,
    person: int,
    group: Collection[int],
    organisations: Mapping[int, str],
    *,
    days: Mapping[int, int] | None = None,
) -> Dependence:
    """Work out what rests on a person, for a group of which they may be a member.

    Args:
        graph: the tie graph.
        person: the id of who leaves.
        group: the ids of the others for whom it matters: the user, a team, the delegates of a partnership.
        organisations: by person; empty or absent where it is not known.
        days: active days between this person and each contact outside the group, where the log does not see all of
            their contact; without it nothing is said of people who are not in the log.

    Raises:
        KeyError: the person is not in the graph, or nobody of the group is.
    """
    me = int(graph.index([person])[0])
    ids = np.array(sorted({one for one in group if one != person}), dtype=np.int64)
    ids = ids[np.isin(ids, graph.people)]
    if not len(ids):
        raise KeyError(tuple(group))
    inside = np.zeros(len(graph.people), dtype=np.bool_)
    inside[graph.index(ids)] = True
    rows = graph.rows
    before, _ = _within(graph, inside, me, without=False)
    after, still = _within(graph, inside, me, without=True)
    theirs = _of(rows, me)
    outside = theirs[~inside[theirs]]
    strength = np.zeros(len(graph.people))
    arcs = slice(rows.start[me], rows.start[me + 1])
    strength[rows.other[arcs]] = graph.strength[rows.tie[arcs]]
    held = outside[~still[outside]]
    lost = np.flatnonzero(before & ~after)
    lost = lost[lost != me]
    kept = {organisations.get(int(graph.people[i]), "") for i in np.flatnonzero(after | inside)}
    gone = {organisations.get(int(graph.people[i]), "") for i in lost} | {organisations.get(person, "")}
    return Dependence(
        held=_ids(graph, held, strength),
        lost=_ids(graph, lost, strength),
        organisations=tuple(sorted(gone - kept - {""})),
        opened=_opened(graph, rows, me, inside),
        unseen=unseen(list(days.values())) if days is not None else None,
    )


def unseen(days: Collection[int]) -> Unseen | None:
    """Estimate how many contacts somebody has that were never seen, from how often the seen ones were.

    Chao's lower bound (1987) in its bias-corrected form, `f1 (f1 - 1) / (2 (f2 + 1))`, with f1 contacts seen on one
    day and f2 on two, and its log-normal 95 % interval. It assumes that who is seen seldom resembles who is not seen
    at all; who can never come by (contact that no mail of the log is copied into) is not counted, so the truth
    is at least about as large. None below two contacts.
    """
    if len(days) < 2:  # noqa: PLR2004 - said above
        return None
    once, twice = sum(one == 1 for one in days), sum(one == 2 for one in days)  # noqa: PLR2004 - two days
    estimate = once * (once - 1) / (2 * (twice + 1))
    if estimate == 0:
        return Unseen(0.0, 0.0, 0.0)
    spread = (
        estimate
        + once * (2 * once - 1) ** 2 / (4 * (twice + 1) ** 2)
        + once**2 * twice * (once - 1) ** 2 / (4 * (twice + 1) ** 4)
    )
    factor = exp(CERTAINTY * sqrt(log(1 + spread / estimate**2)))
    return Unseen(estimate, estimate / factor, estimate * factor)


def _within(graph: Graph, inside: Flags, person: int, *, without: bool) -> tuple[Flags, Flags]:
    """Give who is within two ties of the group, and who within one; with `without`, as if the person were not there."""
    usable = np.ones(len(graph.people), dtype=np.bool_)
    if without:
        usable[person] = False
    ties = usable[graph.a] & usable[graph.b]
    a, b = graph.a[ties], graph.b[ties]
    reach, first = inside & usable, inside & usable
    for step in range(STEPS):
        wider = reach.copy()
        wider[b[reach[a]]] = True
        wider[a[reach[b]]] = True
        reach = wider
        first = wider if step == 0 else first
    return reach & ~inside, first & ~inside


def _opened(graph: Graph, rows: Rows, person: int, inside: Flags) -> tuple[tuple[int, int], ...]:
    """Give pairs of the person's contacts outside the group that share nobody else outside it, and no tie."""
    theirs = [int(one) for one in _of(rows, person) if not inside[one]]
    outside = {one: {int(x) for x in _of(rows, one) if not inside[x]} - {person} for one in theirs}
    pairs = [
        (one, other)
        for place, one in enumerate(theirs)
        for other in theirs[place + 1 :]
        if other not in outside[one] and outside[one].isdisjoint(outside[other])
    ]
    return tuple((int(graph.people[one]), int(graph.people[other])) for one, other in pairs)


def _of(rows: Rows, person: int) -> Ints:
    return rows.other[rows.start[person] : rows.start[person + 1]]


def _ids(graph: Graph, places: Ints, strength: Floats) -> tuple[int, ...]:
    order = np.lexsort((graph.people[places], -strength[places]))
    return tuple(int(one) for one in graph.people[places[order]])
