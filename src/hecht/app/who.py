"""What the user decides about who is who: merge, split, apart, organisation, sphere, own addresses, and undoing it."""

from collections.abc import Sequence
from dataclasses import dataclass

from hecht.app.people import Person, find, people, persons_of
from hecht.app.proposals import proposals
from hecht.app.settings import as_of_day, now
from hecht.app.whose import whose
from hecht.core.days import DAY, to_date
from hecht.core.errors import (
    BadDateError,
    BadIdentifierError,
    NoSuchProposalError,
    NotAnAddressError,
    NothingToSplitError,
    NothingToUndoError,
    NotOwnAddressError,
    OwnAddressError,
    SamePersonError,
    SeveralFoundError,
)
from hecht.core.identity import hashed, key_of
from hecht.core.model import OWNER
from hecht.sources.plain import identifier
from hecht.sql import query
from hecht.stores import said
from hecht.stores.said import Statement
from hecht.stores.store import Store

KINDS = ("merge", "split", "apart", "organisation", "sphere", "me", "not_me")
SPHERES = ("work", "private")
_FIRST_FOUND = "found"
"""The value of an own address that was the first to be said, or one taken out before any was: those that were found counted."""
_HELD = "held"
"""The value of an own address that had been found before it was said."""
_MAYBE = "maybe"
"""The value of an address that is not the user's own and was not held to be."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: its id, day (ISO), kind, whom it was about, a value, from and until a day (ISO), and if it was undone."""

    id: str
    day: str
    kind: str
    people: tuple[str, ...]
    value: str
    since: str | None
    until: str | None
    undone: bool


def merge(store: Store, a: str, b: str | None, as_of: int) -> Person:
    """Say that two are one person, by names or addresses, or by the id of a proposal; gives who they are together.

    When one of them is the user, the addresses of the other become the user's own.

    Raises:
        SamePersonError: they are one already.
        NoSuchProposalError: no proposal has that id.
    """
    return _joined(store, _both(store, a, b, as_of))


def merge_all(store: Store, people_of: Sequence[str]) -> Person:
    """Say that several are one person, by names, ids or addresses, as one decision; gives who they are together.

    Raises:
        SamePersonError: two of them are one already.
    """
    everyone = people(store)
    return _joined(store, [_named(everyone, one) for one in people_of])


def _joined(store: Store, several: Sequence[tuple[Person, int]]) -> Person:
    for i, (one, _) in enumerate(several):
        if one.id in (other.id for other, _ in several[:i]):
            raise SamePersonError(one.name)
    ego = _ego(store)
    if ego in (one.id for one, _ in several):
        return add_own(
            store, [text for one, _ in several if one.id != ego for text in one.identifiers if text != OWNER]
        )
    (_, first), *others = several
    said.decide(store, now(), [Statement("merge", first, key) for _, key in others])
    return _person_of(store, first)


def apart(store: Store, a: str, b: str | None, as_of: int) -> tuple[Person, Person]:
    """Say that two are two people, so that they are never proposed again."""
    one, other = _both(store, a, b, as_of)
    if one[0].id == other[0].id:
        raise SamePersonError(one[0].name)
    said.decide(store, now(), [Statement("apart", one[1], other[1])])
    return one[0], other[0]


def split(store: Store, address: str) -> tuple[Person, Person]:
    """Say that an address is not of the person it is held to be of; gives who it is now, and who the others are.

    Where the user said that it belongs there, that is taken back, which gives what was before; else it is taken from
    the cards that hold it. The two are not proposed again.
    """
    everyone = people(store)
    key = _key_of(everyone, address)
    before = everyone[persons_of(store, [key])[key]]
    if before.id == _ego(store):
        raise OwnAddressError(address)
    others = {key_of(text) for text in before.identifiers} - {key}
    if not others:
        raise NothingToSplitError(address)
    alone = said.without_merges(store)
    part = {one for one in (key, *others) if alone.get(one, one) == alone.get(key, key)}
    back = [one.id for one in said.stated(store, "merge") if part & {one.identifier, one.other}]
    theirs = others - part if back else others
    new = [Statement("apart", key, one) for one in sorted(theirs)]
    said.decide(store, now(), new if back else [Statement("split", key), *new], back)
    return _person_of(store, key), _person_of(store, min(theirs))


def organisation(store: Store, name: str, organisation: str, since: str | None, until: str | None) -> Person:
    """State where somebody works, from and until a day (ISO); an empty organisation states that there is none."""
    found, key = _named(people(store), name)
    first, last = (None if day is None else as_of_day(store, day) for day in (since, until))
    if first is not None and last is not None and last < first:
        raise BadDateError(f"{since} - {until}")
    said.decide(store, now(), [Statement("organisation", key, 0, organisation.strip(), first, last)])
    return found


def sphere(store: Store, name: str, value: str) -> Person:
    """Say whether somebody belongs to your work or to your private life; private people are in nothing for others."""
    found, key = _named(people(store), name)
    theirs = {key_of(text) for text in found.identifiers}
    before = [one.id for one in said.stated(store, "sphere") if one.identifier in theirs]
    said.decide(store, now(), [Statement("sphere", key, 0, value)], before)
    return found


def spheres(store: Store) -> dict[int, str]:
    """Give the sphere of every person of whom one was stated."""
    told = said.stated(store, "sphere")
    person_of = persons_of(store, {one.identifier for one in told})
    return {person_of[one.identifier]: one.value for one in told if one.identifier in person_of}


def private_people(store: Store) -> frozenset[int]:
    """Give the persons of the private sphere; whatever is made for others leaves them out."""
    return frozenset(person for person, value in spheres(store).items() if value == "private")


def add_own(store: Store, addresses: Sequence[str]) -> Person:
    """Say that addresses are the user's own, beside those that were said or found before."""
    held = _own(store)
    known = set(_texts(store).values())
    new = {key_of(text): text for text in (one if one in known else identifier(one) for one in addresses)}
    fresh = {key: text for key, text in new.items() if not held.get(key, (text, False))[1]}
    first = not any(spoken for _, spoken in held.values())
    store.set_ego({**{key: text for key, (text, _) in held.items()}, **new}, said=True)
    if fresh:
        value = _FIRST_FOUND if first else ""
        statements = [Statement("me", key, 0, _HELD if key in held else value) for key in sorted(fresh)]
        said.decide(store, now(), statements)
    return _person_of(store, min(new))


def drop_own(store: Store, address: str) -> None:
    """Say that an address is not the user's own, also of one that only may be; the last of their own stays.

    Raises:
        NotOwnAddressError: it is the only one, or nothing says that it may be theirs.
    """
    held, wanted = _own(store), address.strip().lower()
    texts = {key: text for key, (text, _) in held.items()} | {key_of(text): text for text in whose(store).maybe}
    key = next((key for key, text in texts.items() if wanted in (text, text.partition(":")[2])), 0)
    if not key or [*held] == [key]:
        raise NotOwnAddressError(address)
    spoken = any(told for _, told in held.values())
    if key in held:
        store.drop_ego([key], found=not spoken)
    said.decide(
        store, now(), [Statement("not_me", key, 0, _MAYBE if key not in held else "" if spoken else _FIRST_FOUND)]
    )


def own_addresses(store: Store) -> list[str]:
    """Give the user's own identifiers."""
    return sorted(text for text, _ in _own(store).values() if text != OWNER)


def undo(store: Store, decision: str | None = None) -> Decided:
    """Undo a decision by its id or its first letters, or the last one that was not undone."""
    every = decided(store)
    if decision is None:
        fits = [one for one in every if not one.undone][:1]
    else:
        fits = [one for one in every if one.id.startswith(decision.lower()) and not one.undone]
    if len(fits) > 1:
        raise SeveralFoundError("; ".join(one.id[:8] for one in fits))
    if not fits:
        raise NothingToUndoError
    (moment,) = (one for one in said.decisions(store, KINDS) if _id(one.moment) == fits[0].id)
    said.undo(store, moment.moment, now(), KINDS)
    mine = [one for one in moment.statements if one.kind == "me"]
    if mine:
        added = [one.identifier for one in mine if one.value != _HELD]
        store.drop_ego(added, found=any(one.value in (_FIRST_FOUND, _HELD) for one in mine))
    texts = _texts(store)
    for one in moment.statements:
        if one.kind == "not_me" and one.value != _MAYBE:
            found = {} if one.value != _FIRST_FOUND else {key: text for key, (text, _) in _own(store).items()}
            store.set_ego({**found, one.identifier: texts[one.identifier]}, said=one.value != _FIRST_FOUND)
    return fits[0]


def decided(store: Store) -> list[Decided]:
    """Give what the user decided about who is who, the last first."""
    every = said.decisions(store, KINDS)
    if not every:
        return []
    texts = _texts(store)
    found = []
    for one in every:
        told = min(one.statements, key=lambda statement: KINDS.index(statement.kind))
        keys = dict.fromkeys(key for some in one.statements for key in (some.identifier, some.other) if key)
        found.append(
            Decided(
                _id(one.moment),
                to_date(one.moment // DAY).isoformat(),
                told.kind,
                tuple(texts.get(key, "?") for key in keys),
                "" if told.kind in ("me", "not_me") else told.value,
                None if told.since is None else to_date(told.since).isoformat(),
                None if told.until is None else to_date(told.until).isoformat(),
                one.undone,
            )
        )
    return found


def _id(moment: int) -> str:
    return f"{hashed('decision', str(moment)):016x}"


def _texts(store: Store) -> dict[int, str]:
    return {int(key or 0): str(text) for key, text in store.rows(query("texts"))}


def _ego(store: Store) -> int:
    return int(store.rows(query("ego"))[0][0] or 0)


def _own(store: Store) -> dict[int, tuple[str, bool]]:
    """Give the user's own identifiers by key, and whether they were said."""
    return {int(key or 0): (str(text), bool(spoken)) for key, text, spoken in store.rows(query("own_said"))}


def _both(store: Store, a: str, b: str | None, as_of: int) -> tuple[tuple[Person, int], tuple[Person, int]]:
    """Give two people and the identifier key by which each was meant: by name, or by the id of a proposal."""
    everyone = people(store)
    if b is not None:
        return _named(everyone, a), _named(everyone, b)
    fits = [row for row in proposals(store, as_of) if a and row.id.startswith(a.lower())]
    if len(fits) != 1:
        raise SeveralFoundError("; ".join(row.id[:8] for row in fits)) if fits else NoSuchProposalError(repr(a))
    one, other = everyone[fits[0].a.person], everyone[fits[0].b.person]
    return (one, _main(one)), (other, _main(other))


def _main(person: Person) -> int:
    """Give the identifier on which to hang a decision: a mail address rather than a number that may be shared."""
    return key_of(next((text for text in person.identifiers if text.startswith("mailto:")), person.identifiers[0]))


def _named(everyone: dict[int, Person], name: str) -> tuple[Person, int]:
    """Find somebody, and the key of the address by which they were named, else of their main one."""
    found = find(everyone, name)
    wanted = name.strip().casefold()
    wanted = wanted.rpartition("<")[2].removesuffix(">") if wanted.endswith(">") else wanted
    named = next((text for text in found.identifiers if wanted in (text, text.partition(":")[2])), None)
    return found, _main(found) if named is None else key_of(named)


def _key_of(everyone: dict[int, Person], address: str) -> int:
    try:
        wanted = {identifier(address), address.strip().casefold()}
    except BadIdentifierError:
        wanted = {address.strip().casefold()}
    for one in everyone.values():
        for text in one.identifiers:
            if wanted & {text, text.partition(":")[2]}:
                return key_of(text)
    raise NotAnAddressError(repr(address))


def _person_of(store: Store, key: int) -> Person:
    person = persons_of(store, [key])[key]
    return people(store, [person])[person]
