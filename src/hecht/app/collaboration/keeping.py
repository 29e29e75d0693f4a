"""Keeping collaborations: finding one, stating something of it with time and author, its history, and taking back."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from hecht.app import settings
from hecht.app.people import Person, find, people
from hecht.app.snapshot import ego_of, whole
from hecht.core.collaboration.collaboration import Collaboration
from hecht.core.collaboration.parties import Party
from hecht.core.collaboration.record import Fields, Record, holding
from hecht.core.errors import NoSuchCollaborationError, NoSuchPartyError, NothingToUndoError, SeveralFoundError
from hecht.core.identity import key_of
from hecht.core.model import OWNER
from hecht.core.organisation import domain_of
from hecht.sql import query
from hecht.stores import records
from hecht.stores.records import New
from hecht.stores.store import Store


class Version(NamedTuple):
    """One thing that was stated at one moment: the moment (which undoes it), when in ISO, by whom, and if it was taken back."""

    moment: int
    at: str
    author: str
    kind: str
    slot: str
    value: Fields
    since: int | None
    until: int | None
    person: int | None
    undone: bool


def collaborations(store: Store) -> list[Collaboration]:
    """Give every collaboration that was not taken back, by name."""
    by_whole: dict[int, list[Record]] = {}
    for one in records.records(store):
        by_whole.setdefault(one.whole, []).append(one)
    known = persons(store) if by_whole else {}
    found = [Collaboration(whole, holding(theirs), known) for whole, theirs in by_whole.items()]
    return sorted((one for one in found if one.name), key=lambda one: (one.name.casefold(), one.id))


def persons(store: Store) -> dict[int, int]:
    """Give the person of every identifier that something is recorded of."""
    return {int(key or 0): int(person or 0) for key, person in store.rows(query("persons"), {"identifier": 0})}


def collaboration(store: Store, name: str) -> Collaboration:
    """Find one collaboration by its id or (part of) its name.

    Raises:
        NoSuchCollaborationError: none is called that; the message names those there are.
        SeveralFoundError: several fit, and none exactly.
    """
    every = collaborations(store)
    wanted = name.strip().casefold()
    exact = [one for one in every if wanted in (one.name.casefold(), f"{one.id:016x}")]
    partly = exact or [one for one in every if wanted and wanted in one.name.casefold()]
    if len(partly) == 1:
        return partly[0]
    if partly:
        raise SeveralFoundError("; ".join(one.name for one in partly))
    known = ", ".join(one.name for one in every)
    raise NoSuchCollaborationError(f"{name!r}" + (f" ({known})" if known else ""))


def party_of(of: Collaboration, name: str) -> Party:
    """Find a party of a collaboration by (part of) its name.

    Raises:
        NoSuchPartyError: none fits, or several do; the message names the parties.
    """
    wanted = name.strip().casefold()
    exact = [one for one in of.parties if one.organisation.casefold() == wanted]
    partly = exact or [one for one in of.parties if wanted and wanted in one.organisation.casefold()]
    if len(partly) != 1:
        raise NoSuchPartyError(f"{name!r}: {', '.join(one.organisation for one in of.parties)}")
    return partly[0]


def author(store: Store) -> str:
    """Give who states things in this log: the user, by the address they use at work if they have one; nobody in a whole network's log."""
    own = [str(text) for (text,) in store.rows(query("own"))]
    return min(own, key=lambda one: (one == OWNER, not domain_of(one), not one.startswith("mailto:"), one), default="")


def keep(store: Store, whole: int, new: Iterable[New], by: str | None = None) -> int:
    """State things of a collaboration; by default the user does. Returns the moment, by which it can be taken back."""
    return records.keep(store, whole, new, author(store) if by is None else by, settings.now())


def somebody(store: Store, name: str) -> Person:
    """Find a person by (part of) a name or an address; `me` or `ik` is the user."""
    everyone = people(store)
    if name.strip().casefold() in ("me", "ik") and not whole(store):
        return everyone[ego_of(store)]
    return find(everyone, name)


def key(person: Person) -> int:
    """Give the identifier key that a record on a person hangs on: the least of those they were seen under.

    The id of a person will not do: that of the user may be the key of `owner:me`, which need not be in the log.
    """
    return min(key_of(text) for text in person.identifiers)


def history(store: Store, name: str) -> list[Version]:
    """Give everything that was ever stated of a collaboration, the last first; also of one that was taken back whole."""
    every = records.records(store)
    wanted = name.strip().casefold()
    wholes = {
        one.whole
        for one in every
        if one.kind == "collaboration" and wanted and wanted in (one.text("name").casefold(), f"{one.whole:016x}")
    }
    if len(wholes) != 1:
        wholes = {collaboration(store, name).id}
    known = persons(store)
    return [
        Version(
            moment=one.seconds,
            at=datetime.fromtimestamp(one.seconds, UTC).isoformat(timespec="seconds"),
            author=one.author.partition(":")[2],
            kind=one.kind,
            slot=one.slot,
            value=one.value,
            since=one.since,
            until=one.until,
            person=known.get(one.about),
            undone=bool(one.undone),
        )
        for one in reversed(every)
        if one.whole in wholes
    ]


def undo(store: Store, name: str, moment: int | None = None) -> list[Version]:
    """Take back what was stated of a collaboration at a moment, or last; what held before holds again.

    Raises:
        NothingToUndoError: nothing was stated then, or it was taken back already.
    """
    standing = [one for one in history(store, name) if not one.undone]
    chosen = moment if moment is not None else (standing[0].moment if standing else None)
    taken = [one for one in standing if one.moment == chosen]
    if chosen is None or not taken:
        raise NothingToUndoError
    records.take_back(store, chosen, settings.now())
    return taken
