"""The sectors of the warm map: who belongs with which group, how a crowded one is split, and names that the user gives."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from hecht.app.network import Network
from hecht.app.people import Person
from hecht.app.position import houses
from hecht.app.said import next_second
from hecht.app.settings import now
from hecht.core.cleaning import clean
from hecht.core.network.communities import called_after
from hecht.core.network.position import groups_of
from hecht.core.ties.rhythm import WINDOW
from hecht.sql import query
from hecht.stores.said import Said, state, stated, take_back
from hecht.stores.store import Store

PRIVATE, REST = "private", "rest"
FEWEST = 3
"""People of one organisation from which it is a sector."""
CROWDED = 24
"""People drawn in a sector from which it is split, where there is something to split it by."""
SMALLEST = 4
"""People of a crowded sector who make a part of their own."""
ONE = 0.8
"""Part of all people drawn from which one organisation is nearly all there is."""
_KIND = "sector"


class Series(NamedTuple):
    """A meeting that recurs, and who were in it with the user."""

    thread: int
    title: str
    people: frozenset[int]


def series(store: Store, ego: int, as_of: int) -> list[Series]:
    """Give the meetings of 4 to 25 people that were held at least three times in the last 540 days."""
    people: dict[tuple[int, str], set[int]] = {}
    params = {"ego": ego, "as_of": as_of, "since": as_of - WINDOW, "ended": as_of}
    for thread, _, title, person in store.rows(query("series"), params):
        people.setdefault((int(thread or 0), str(title)), set()).add(int(person or 0))
    return [Series(thread, title, frozenset(some)) for (thread, title), some in people.items()]


def sectors_of(
    seen: Callable[[], Network],
    known: Mapping[int, Person],
    spheres: Mapping[int, str],
    contacts: Collection[int],
    shown: Collection[int] = (),
    asleep: Collection[int] = (),
    meetings: Iterable[Series] = (),
) -> dict[int, tuple[str, str]]:
    """Give the sector (key and name) of everybody, from the groups of today so that it stays while one looks back.

    People belong with their organisation where at least three of the user's contacts are of it; the others with the group in
    which their contact lies, called after the organisation that more than half of that group have. The private sphere is a
    sector of its own. A crowded sector is split by the meetings that recur in it, and where one organisation is nearly all
    there is, what is left of it by the groups in which contact lies, called after the two people in them with most ties.

    Args:
        seen: gives the network; asked only where somebody on the map has no organisation that is a sector, or where one is
            nearly all there is, since who knows whom takes long to read.
        known: everybody.
        spheres: the spheres that the user stated.
        contacts: everybody with whom the user had contact.
        shown: the people who are drawn.
        asleep: the people who are counted on the rim.
        meetings: see `series`.
    """
    home = houses(known)
    size = Counter(home[one] for one in contacts if home.get(one))
    found: dict[int, tuple[str, str]] = {}
    for person in known:
        own = home.get(person, "")
        if spheres.get(person) == PRIVATE:
            found[person] = (PRIVATE, "")
        elif size[own] >= FEWEST:
            found[person] = (own.casefold(), own)
    rest = [person for person in known if person not in found]
    groups: dict[int, int] = {}
    if not found.keys() >= {*shown, *asleep}:
        groups = _groups(seen())
    members: dict[int, list[str]] = {}
    for person, number in groups.items():
        members.setdefault(number, []).append(home.get(person, ""))
    called = {number: "".join(called_after(every, 1)) for number, every in members.items()}
    for person in rest:
        name = called.get(groups.get(person, -1), "") or home.get(person, "")
        found[person] = (name.casefold(), name) if name else (REST, "")
    drawn = Counter(found[one][0] for one in shown if one in found)
    every = list(meetings)
    for key, count in drawn.items():
        if key in (PRIVATE, REST):
            continue
        alone = count >= ONE * drawn.total() and count >= 2 * SMALLEST
        if count > CROWDED or alone:
            inside = {person for person, (of, _) in found.items() if of == key}
            left = _by_meeting(found, key, inside, inside & set(shown), every)
            if alone:
                group = groups or _groups(seen())
                _by_group(found, key, {one: group[one] for one in left if one in group}, seen(), known)
    return found


def _groups(seen: Network) -> dict[int, int]:
    """Give the group in which the contact of everybody lies, without those outside every group."""
    numbers = zip(seen.graph.people.tolist(), groups_of(seen.graph, seen.ego).tolist(), strict=True)
    return {person: number for person, number in numbers if number}


def _by_meeting(
    found: dict[int, tuple[str, str]], key: str, inside: set[int], drawn: set[int], every: Iterable[Series]
) -> set[int]:
    """Split a sector by its meetings, those with most people first; gives who is left.

    A meeting of nearly all of them would split nothing.
    """
    most = ONE * len(drawn)
    some = [one for one in every if len(one.people & drawn) <= most]
    while some:
        best = min(some, key=lambda one: (-len(one.people & drawn), one.title, one.thread))
        if len(best.people & drawn) < SMALLEST:
            break
        for person in best.people & inside:
            found[person] = (f"{key}/{best.thread}", best.title)
        inside, drawn = inside - best.people, drawn - best.people
        some.remove(best)
    return inside


def _by_group(
    found: dict[int, tuple[str, str]], key: str, group: Mapping[int, int], seen: Network, known: Mapping[int, Person]
) -> None:
    """Split what is left of a sector by the groups in which contact lies, where there is more than one of them."""
    degree = Counter(int(one) for one in (*seen.graph.people[seen.graph.a], *seen.graph.people[seen.graph.b]))
    parts: dict[int, list[int]] = {}
    for person, number in group.items():
        parts.setdefault(number, []).append(person)
    large = [some for some in parts.values() if len(some) >= SMALLEST]
    for some in large if len(large) > 1 else ():
        first = sorted(some, key=lambda one: (-degree[one], one))[:2]
        name = " & ".join(known[one].name for one in first)
        for person in some:
            found[person] = (f"{key}/with {first[0]}", name)


def name_sector(store: Store, key: str, name: str) -> None:
    """Give a sector a name of the user's own; an empty one takes back the last that was given."""
    if name:
        state(store, _KIND, 0, next_second(store, _KIND), value=f"{key}\n{clean(name, 60)}")
        return
    last = [one for one in stated(store, _KIND) if _parts(one)[0] == key]
    if last:
        take_back(store, last[-1].id, now())


def sector_names(store: Store) -> dict[str, str]:
    """Give the names that the user gave to sectors, by key."""
    return dict(_parts(one) for one in stated(store, _KIND))


def _parts(one: Said) -> tuple[str, str]:
    key, _, name = one.value.partition("\n")
    return key, name
