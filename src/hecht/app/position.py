"""Position as rows: where everybody stands, what the user's own contact amounts to, and what one tie would change."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from hecht.app.network import Network, network_and_people
from hecht.app.people import Person, find
from hecht.app.snapshot import ego_of
from hecht.app.thin import ThinRow, thin
from hecht.core.errors import ItIsYouError
from hecht.core.network.graph import Floats, Graph, Ints
from hecht.core.network.oriented import ROLES
from hecht.core.network.position import Position, concentration, groups_of, position
from hecht.core.network.what_if import Burt, burt, usual_strength
from hecht.core.organisation import domain_of
from hecht.stores.store import Store


@dataclass(frozen=True, slots=True)
class PositionRow:
    """Where one person stands; see docs/network.md. None where a measure is not defined or not known."""

    person: int
    name: str
    organisation: str
    degree: int
    strength: float
    constraint: float | None
    effective_size: float | None
    efficiency: float | None
    hierarchy: float | None
    clustering: float | None
    ego_betweenness: float | None
    betweenness: float | None
    pagerank: float | None
    core: int
    community: int | None
    coordinator: int | None
    itinerant: int | None
    gatekeeper: int | None
    representative: int | None
    liaison: int | None
    e_i_index: float | None


@dataclass(frozen=True, slots=True)
class PositionView:
    """The rows of everybody, the user first and then by strength.

    `whole` says that the whole network is seen, so that holes between people are holes; in one person's log most ties among
    others are not seen, and constraint is how far the user's own contact is concentrated. `half` is the number of people
    with whom the user has half of it. `error` is the largest standard error of betweenness (0-1), None where it is exact.
    `thin` has the organisations and topics on which the user's contact runs through one or two people; `pooled` names the
    owners of other logs that it was seen through as well.
    """

    as_of: int
    rows: tuple[PositionRow, ...]
    ties: int
    ego: int | None
    whole: bool
    half: int | None
    error: float | None
    seen_through: tuple[str, ...]
    thin: tuple[ThinRow, ...] = ()
    pooled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What one tie more (`more`) or less would change for the user: ties, constraint and effective size, now and then."""

    person: int
    name: str
    organisation: str
    more: bool
    strength: float
    degree: int
    constraint: float | None
    effective_size: float | None
    degree_then: int
    constraint_then: float | None
    effective_size_then: float | None


def positions(
    store: Store,
    as_of: int,
    seen: Network | None = None,
    known: Mapping[int, Person] | None = None,
    *,
    between: bool = True,
) -> PositionView:
    """Give the position of everybody in the log, groups being their organisations.

    The network and people of that day save loading them; otherwise logs that are pooled with this one are in it.
    Betweenness takes longer than all the rest.
    """
    if seen is None or known is None:
        seen, known = network_and_people(store, as_of)
    group = numbered(seen.graph, house := houses(known))
    found = position(seen.graph, group, ego=seen.ego, before=week_before(seen), between=between)
    return replace(view(seen, found, known), thin=thin(store, seen, known, house))


def week_before(seen: Network) -> dict[int, int]:
    """Give the communities of a week earlier, by person, so that today's keep their numbers."""
    found = groups_of(seen.before, seen.ego)
    return dict(zip(seen.before.people.tolist(), found.tolist(), strict=True))


def numbered(graph: Graph, labels: Mapping[int, str]) -> Ints:
    """Give the group of everybody as a number, in the graph's order; -1 for people without a label."""
    names = sorted({label for label in labels.values() if label})
    number = {name: i for i, name in enumerate(names)}
    return np.array([number.get(labels.get(one, ""), -1) for one in graph.people.tolist()], dtype=np.int64)


def view(seen: Network, found: Position, known: Mapping[int, Person]) -> PositionView:
    """Give measures as rows, each with the organisation as `houses` names it."""
    house = houses(known)
    rows = [replace(row, organisation=house[row.person]) for row in position_rows(found, known)]
    rows.sort(key=lambda row: (row.person != seen.ego, -row.strength, row.person))
    error = None if found.betweenness is None else found.betweenness.error
    return PositionView(
        seen.as_of,
        tuple(rows),
        len(seen.graph.a),
        seen.ego,
        seen.ego is None,
        None if seen.ego is None else concentration(seen.graph, seen.ego),
        None if error is None else float(error.max(initial=0.0)),
        seen.seen_through,
        pooled=seen.pooled,
    )


def position_rows(found: Position, known: Mapping[int, Person]) -> list[PositionRow]:
    """Give the row of everybody, in the graph's order."""
    graph, local = found.graph, found.holes
    count = len(graph.people)
    roles = [[None] * count] * len(ROLES) if found.roles is None else found.roles.T.tolist()
    columns = [
        local.degree.tolist(),
        rounded(local.strength, 3),
        *(
            rounded(values, 4)
            for values in (local.constraint, local.effective_size, local.efficiency, local.hierarchy, local.clustering)
        ),
        rounded(found.ego_betweenness, 3, count),
        rounded(None if found.betweenness is None else found.betweenness.share, 6, count),
        rounded(found.pagerank, 8),
        found.core.tolist(),
        [one or None for one in found.community.tolist()],
        *roles,
        rounded(found.e_i, 4, count),
    ]
    return [
        PositionRow(one, known[one].name, known[one].organisation, *values)
        for one, *values in zip(graph.people.tolist(), *columns, strict=True)
    ]


def rounded(values: Floats | None, digits: int, count: int = 0) -> list[float | None]:
    """Give numbers for people to read; None for what is not defined or (`count` times) not known."""
    if values is None:
        return [None] * count
    return [None if value != value else value for value in np.round(values, digits).tolist()]  # noqa: PLR0124 - nan


def what_if(store: Store, as_of: int, name: str) -> WhatIf:
    """Say what it would change for the user to have no tie with somebody, or to have one where there is none.

    A new tie is given the median strength of the user's ties.

    Raises:
        NobodyFoundError, SeveralFoundError: see `people.find`.
        WholeNetworkError: the log is of nobody in particular.
    """
    ego_of(store)
    seen, known = network_and_people(store, as_of)
    other = find(known, name)
    ego = seen.ego or 0
    if other.id == ego:
        raise ItIsYouError(other.name)
    graph = seen.graph
    if other.id not in graph.people:
        ids = graph.people
        graph = Graph.of(ids[graph.a], ids[graph.b], graph.strength, people=[*ids.tolist(), other.id])
    tied = other.id in graph.around(ego).people
    strength = 0.0 if tied else usual_strength(graph, ego)
    return compared(other, burt(graph, ego), burt(graph, ego, other.id, strength), more=not tied, strength=strength)


def compared(other: Person, now: Burt, then: Burt, *, more: bool, strength: float) -> WhatIf:
    """Put what is beside what would be."""
    constraint, size, constraint_then, size_then = rounded(np.array([*now[1:], *then[1:]]), 4)
    return WhatIf(
        person=other.id,
        name=other.name,
        organisation=other.organisation,
        more=more,
        strength=round(strength, 3),
        degree=now.degree,
        constraint=constraint,
        effective_size=size,
        degree_then=then.degree,
        constraint_then=constraint_then,
        effective_size_then=size_then,
    )


def houses(known: Mapping[int, Person]) -> dict[int, str]:
    """Give the organisation of everybody as a group: who is known by a domain alone belongs with those who share it.

    An address book calls some people's organisation by name and knows nothing of the others; a domain stands for the name
    that most people of that domain have.
    """
    usual = called(known)
    return {person: usual.get(one.organisation, one.organisation) for person, one in known.items()}


def called(known: Mapping[int, Person]) -> dict[str, str]:
    """Give the name of the organisation for which each domain stands: the one that most people of that domain have."""
    named: dict[str, Counter[str]] = {}
    for one in known.values():
        for domain in {domain_of(text) for text in one.identifiers} - {"", one.organisation}:
            if one.organisation:
                named.setdefault(domain, Counter())[one.organisation] += 1
    return {domain: min(names, key=lambda name: (-names[name], name)) for domain, names in named.items()}
