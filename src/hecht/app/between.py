"""Between: task and room for the other in the contact between organisations, by pair and month, as the log shows it."""

from collections.abc import Collection
from itertools import groupby
from operator import itemgetter

from hecht.app.corrections import as_corrected
from hecht.app.people import organisation_on, people
from hecht.app.position import called
from hecht.app.said import by_person
from hecht.app.snapshot import nobody
from hecht.core.ties import between as core
from hecht.core.ties.between import Between, Joined
from hecht.sql import query
from hecht.stores.store import Store


def between(store: Store, as_of: int, *, since: int = -1, only: Collection[str] = ()) -> list[Between]:
    """Give both amounts of the contact between every two organisations, by month, with intervals.

    Somebody counts for the organisation where they worked on that day. What went between two others shows only where the
    log saw it: in one mailbox, mail and meetings that its owner shared.

    Args:
        store: the log.
        as_of: the day of looking; nothing later counts.
        since: only what came after this day.
        only: the organisations to look at (empty: all); a pair counts when both are among them.
    """
    return core.between(joined(store, as_of, since=since, only=only))


def joined(store: Store, as_of: int, *, since: int = -1, only: Collection[str] = ()) -> list[Joined]:
    """Give the interactions between organisations whose relation part is known, in time, as the user corrected them."""
    known, machines = people(store, as_of=as_of), nobody(store)
    stated = by_person(store, "organisation")  # where somebody went says nothing of what their old address is called
    names = called({person: one for person, one in known.items() if person not in stated})
    on = organisation_on(store, known, as_of)
    rows: list[tuple[int, ...]] = store.rows(query("joined"), {"since": since, "as_of": as_of})  # type: ignore[assignment]
    by = as_corrected(store, as_of)
    found = []
    for (key, day, channel, relation, friction), group in groupby(rows, key=itemgetter(0, 1, 2, 3, 4)):
        senders: set[str] = set()
        others: set[str] = set()
        for *_, person, sender in group:
            if person in machines:
                continue
            house = on(person, day)
            house = names.get(house, house)
            if not only or house in only:
                (senders if sender else others).add(house)
        if channel in (1, 3) and not senders:  # the sender is of a house that is not looked at
            continue
        one = Joined(
            key, day, channel, by.part(key, channel, relation), friction or 0, frozenset(senders), frozenset(others)
        )
        if core.pairs_of(one):
            found.append(one)
    return found
