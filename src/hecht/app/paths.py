"""Paths: who can introduce the user to a person, or into an organisation."""

from collections.abc import Iterable
from dataclasses import dataclass

from hecht.app.acquaintance import acquaintance
from hecht.app.people import Person, find
from hecht.app.snapshot import ego_of
from hecht.app.who import private_people
from hecht.core.errors import ItIsYouError, NobodyFoundError, SeveralFoundError
from hecht.core.network.paths import paths
from hecht.core.organisation import domain_of
from hecht.stores.store import Store


@dataclass(frozen=True, slots=True)
class PathRow:
    """One chain, the user first; `weakest` is the index of the first of the two people at its weakest link."""

    people: tuple[Person, ...]
    holds: float
    weakest: int


@dataclass(frozen=True, slots=True)
class PathView:
    """Chains to a person or into an organisation (`organisation` is then its name), the strongest first.

    `there` is how many people of it are seen; `pooled` how many other logs were looked in.
    """

    name: str
    organisation: str
    there: int
    chains: tuple[PathRow, ...]
    pooled: int
    seen_through: tuple[str, ...]


def path(store: Store, name: str, as_of: int) -> PathView:
    """Give the strongest chains to somebody, or into an organisation when the name is that of one.

    An organisation is named as it is shown, by a part of that, or by its domain. People whom the user put in private
    life are not asked to introduce anybody at work, unless they are who is looked for.

    Raises:
        NobodyFoundError: nobody and no organisation in the log is called so.
        SeveralFoundError: several people or organisations fit.
        ItIsYouError: the user needs no introduction to themselves.
    """
    ego_of(store)
    found = acquaintance(store, as_of)
    ego = found.ego or 0
    others = {one.id: one for one in found.people.values() if one.id != ego}
    house = _exactly(others.values(), name)
    targets: set[int]
    if house:
        shown, targets = house
        organisation = shown
    else:
        try:
            one = find(found.people, name)
        except (NobodyFoundError, SeveralFoundError) as nobody:
            partly = _partly(others.values(), name)
            if partly is None:
                raise nobody from None
            shown, targets = partly
            organisation = shown
        else:
            if one.id == ego:
                raise ItIsYouError(one.name)
            shown, targets, organisation = one.name, {one.id}, ""
    chains = paths(found.graph, ego, targets, without=private_people(store) - targets)
    return PathView(
        name=shown,
        organisation=organisation,
        there=len(targets),
        chains=tuple(
            PathRow(tuple(found.people[person] for person in one.people), round(one.holds, 4), one.weakest)
            for one in chains
        ),
        pooled=found.pooled,
        seen_through=found.seen_through,
    )


def people_of(everyone: Iterable[Person], name: str) -> tuple[str, set[int]] | None:
    """Give an organisation by its name, domain, or a part of the name that fits one alone, with its people; else None."""
    some = list(everyone)
    return _exactly(some, name) or _partly(some, name)


def _exactly(everyone: Iterable[Person], name: str) -> tuple[str, set[int]] | None:
    wanted = name.strip().casefold()
    there = [
        one
        for one in everyone
        if wanted
        and (one.organisation.casefold() == wanted or any(wanted == domain_of(text) for text in one.identifiers))
    ]
    if not there:
        return None
    names = [one.organisation for one in there if one.organisation]
    shown = max(sorted(set(names)), key=names.count) if names else name
    return shown, {one.id for one in there}


def _partly(everyone: Iterable[Person], name: str) -> tuple[str, set[int]] | None:
    words = name.casefold().split()
    fits = [
        one
        for one in everyone
        if words and one.organisation and all(word in one.organisation.casefold() for word in words)
    ]
    houses = sorted({one.organisation for one in fits})
    if len(houses) > 1:
        raise SeveralFoundError("; ".join(houses[:8]))
    return (houses[0], {one.id for one in fits}) if houses else None
