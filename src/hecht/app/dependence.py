"""Dependence: what rests on somebody, for the user, a team, or the people of an organisation."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hecht.app.acquaintance import Acquaintance, acquaintance
from hecht.app.paths import people_of
from hecht.app.people import Person, find
from hecht.core.errors import ItIsYouError, NobodyThereError, NoTeamError
from hecht.core.network.dependence import Unseen, dependence
from hecht.stores.store import Store


@dataclass(frozen=True, slots=True)
class LeaveView:
    """What falls away without somebody, for a group (empty: the user); see `core.network.dependence`.

    `opened` are pairs; `unseen` is how many contacts of this person are not in the log, None where that is not said.
    """

    person: Person
    group: tuple[Person, ...]
    held: tuple[Person, ...]
    lost: tuple[Person, ...]
    organisations: tuple[str, ...]
    opened: tuple[tuple[Person, Person], ...]
    unseen: Unseen | None
    whole: bool
    pooled: int
    seen_through: tuple[str, ...]


def leave(store: Store, name: str, as_of: int, team: Sequence[str] = (), organisation: str = "") -> LeaveView:
    """Give what rests on somebody: for the user, or for the others of a team or an organisation.

    Args:
        store: the log.
        name: who leaves.
        as_of: the day of looking.
        team: names of the others for whom it matters.
        organisation: or everybody of an organisation.

    Raises:
        NoTeamError: a whole network's log has no user, so that a team or organisation is needed.
        NobodyThereError: nobody belongs to that organisation.
        ItIsYouError: the user themselves, where it is about the user.
    """
    found = acquaintance(store, as_of)
    one = find(found.people, name)
    group = {find(found.people, other).id for other in team}
    if organisation:
        house = people_of(found.people.values(), organisation)
        if house is None:
            raise NobodyThereError(repr(organisation))
        group |= house[1]
    if not group:
        if found.ego is None:
            raise NoTeamError
        if one.id == found.ego:
            raise ItIsYouError(one.name)
    present = set(found.graph.people.tolist())
    others = (group or {found.ego or 0}) - {one.id}
    if one.id not in present or not others & present:
        return _view(found, one, group, (), (), (), (), None)
    houses = {person: found.organisation(person) for person in present}
    whole = bool(found.whole[int(found.graph.index([one.id])[0])])
    rests = dependence(
        found.graph, one.id, others, houses, days=None if whole else _days(found, one.id, others | {found.ego or 0})
    )
    return _view(found, one, group, rests.held, rests.lost, rests.organisations, rests.opened, rests.unseen)


def _days(found: Acquaintance, person: int, group: set[int]) -> dict[int, int]:
    """Give the active days of the last 548 between somebody and each contact outside the group."""
    graph = found.days
    place = int(graph.index([person])[0])
    days: dict[int, int] = {}
    for here, there in ((graph.a, graph.b), (graph.b, graph.a)):
        mine = np.flatnonzero(here == place)
        days |= {int(graph.people[there[i]]): int(graph.strength[i]) for i in mine}
    return {other: count for other, count in days.items() if other not in group}


def _view(
    found: Acquaintance,
    person: Person,
    group: set[int],
    held: Sequence[int],
    lost: Sequence[int],
    organisations: tuple[str, ...],
    opened: Sequence[tuple[int, int]],
    unseen: Unseen | None,
) -> LeaveView:
    who = found.people
    return LeaveView(
        person=person,
        group=tuple(who[one] for one in sorted(group - {person.id})),
        held=tuple(who[one] for one in held),
        lost=tuple(who[one] for one in lost),
        organisations=organisations,
        opened=tuple((who[one], who[other]) for one, other in opened),
        unseen=unseen,
        whole=found.ego is None,
        pooled=found.pooled,
        seen_through=found.seen_through,
    )
