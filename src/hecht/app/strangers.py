"""Who could be brought together this week, and what a sleeping contact would open up again."""

from collections.abc import Iterable, Mapping, Sequence

from hecht.app.common import Matter
from hecht.app.people import people
from hecht.app.snapshot import Snapshot
from hecht.core.moves.introduce import FEWEST_TIMES, FRESH
from hecht.core.moves.move import Strangers
from hecht.core.organisation import domain_of
from hecht.core.ties.state import State
from hecht.sql import query
from hecht.stores.store import Store

LOOKED_AT = 20
"""Pairs that share most and are looked at, and sleepers, the likeliest to answer first."""
MANY = 60
"""People of a sleeper who are looked at one by one."""


def strangers(store: Store, shot: Snapshot, topics: Mapping[tuple[int, int], Matter]) -> list[Strangers]:
    """Give pairs of two organisations who share a matter with the user and took part in nothing together, up to 25 people.

    `topics` are the pairs that share one (`app.common.common_topics`). Pairs of whom the user said that they know each other are left out.
    """
    if not topics:
        return []
    from hecht.app.introductions import acquainted
    from hecht.app.position import houses

    known, _ = acquainted(store)
    pairs = [
        (pair, matter)
        for pair, matter in topics.items()
        if matter.times >= FEWEST_TIMES
        and shot.as_of - matter.day <= FRESH
        and pair not in known
        and all(person in shot.ties and shot.ties[person].state is not State.DORMANT for person in pair)
    ]
    pairs.sort(key=lambda one: (-one[1].times, one[0]))
    if not pairs:
        return []
    house = houses(people(store, as_of=shot.as_of))
    found = []
    together: dict[int, set[int]] = {}
    for pair, matter in pairs[:LOOKED_AT]:
        if not all(house.get(person) for person in pair) or house[pair[0]] == house[pair[1]]:
            continue
        for person in pair:
            if person not in together:
                rows = store.rows(query("acquainted"), {"person": person, "as_of": shot.as_of})
                together[person] = {int(other or 0) for (other,) in rows}
        if pair[1] in together[pair[0]]:
            continue
        both = (_contacts(store, pair[0], shot.as_of) & _contacts(store, pair[1], shot.as_of) & shot.ties.keys()) - {
            shot.ego
        }
        nearest = sorted(both, key=lambda person: (-shot.ties[person].strength, person))
        found.append(Strangers(pair, matter.titles, matter.times, matter.day, tuple(nearest[:2])))
    return found


def _contacts(store: Store, person: int, as_of: int) -> set[int]:
    return {int(other or 0) for (other,) in store.rows(query("contacts"), {"person": person, "as_of": as_of})}


def asleep(shot: Snapshot, those: Iterable[int]) -> list[int]:
    """Give those who are asleep, the likeliest to answer first."""
    held = (shot.ties[person] for person in those if person in shot.ties)
    found = sorted((tie for tie in held if tie.state is State.DORMANT), key=lambda tie: (-tie.likely, tie.alter))
    return [tie.alter for tie in found[:LOOKED_AT]]


def alone(store: Store, shot: Snapshot, sleepers: Iterable[int]) -> dict[int, int]:
    """Give for sleepers with how many people they alone are seen in contact with: nobody else in the log is, nor the user."""
    found = {}
    for person in sleepers:
        theirs = sorted(_contacts(store, person, shot.as_of) - shot.ties.keys() - shot.nobody - {shot.ego})[:MANY]
        count = sum(_contacts(store, one, shot.as_of) == {person} for one in theirs)
        if count:
            found[person] = count
    return found


def opens(store: Store, shot: Snapshot, sleepers: Sequence[int]) -> dict[int, str]:
    """Give for sleepers, and for people whom the user never spoke, their organisation where the user has no contact that does not sleep."""
    if not sleepers:
        return {}
    awake = {person for person, tie in shot.ties.items() if tie.state not in (State.DORMANT, State.PERIPHERAL)}
    named = people(store, sleepers, shot.as_of)
    found = {}
    for person, one in named.items():
        domains = {domain for text in one.identifiers if (domain := domain_of(text))}
        there = {
            int(other or 0) for domain in domains for (other,) in store.rows(query("at_domain"), {"domain": domain})
        }
        if one.organisation and domains and not there & awake:
            found[person] = one.organisation
    return found
