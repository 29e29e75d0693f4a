"""People: their names, addresses and organisations, and finding one by name."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from hecht.core import employers
from hecht.core.errors import NobodyFoundError, SeveralFoundError
from hecht.core.identity import key_of
from hecht.core.model import OWNER
from hecht.core.organisation import domain_of
from hecht.sql import query
from hecht.stores.said import stated
from hecht.stores.store import Store

_EVER = 1 << 30
"""A day that never comes, for looking at everything."""


class Person(NamedTuple):
    """A person as shown: id, the name to use, organisation (may be empty) and identifiers in normal form."""

    id: int
    name: str
    organisation: str
    identifiers: tuple[str, ...]


def people(store: Store, only: Iterable[int] | None = None, as_of: int | None = None) -> dict[int, Person]:
    """Give persons by id: all, or only some, as they were on a day (by default with all that is known).

    The name is the one in an address book, else the one a person writes under in most months, else the one
    others use, else the address. The organisation is what the user stated for that day, else that of the address
    that came into use last (see `core.employers`), else what an address book states, else the domain.
    """
    wanted = list(dict.fromkeys(only)) if only is not None else [0]
    names: dict[int, tuple[tuple[int, int, int, str], str]] = {}
    for one in wanted:
        for person, name, rank, months, latest in store.rows(query("names"), {"person": one}):
            order = (int(rank or 0), int(months or 0), int(latest or 0), str(name))
            if int(person or 0) not in names or order > names[int(person or 0)][0]:
                names[int(person or 0)] = order, str(name)
    addresses = _addresses(store, wanted)
    day = _EVER if as_of is None else as_of
    used, said = _used(store, wanted, addresses, day), _stated(store)
    return {
        person: _person(person, names.get(person, ((), ""))[1], held, used.get(person, []), said.get(person, []), day)
        for person, held in addresses.items()
    }


def organisations(store: Store, person: int, as_of: int) -> tuple[employers.Employment, ...]:
    """Give the organisations of a person in the order of time, as far as they were seen or stated up to a day.

    What a card alone says has no days: a telephone or account says nothing of where its owner works when it is used.
    """
    addresses = _addresses(store, [person])
    seen = _used(store, [person], addresses, as_of).get(person, [])
    said = [one for one in _stated(store).get(person, []) if one.since is None or one.since <= as_of]
    dated = employers.history(seen, said)
    named = employers.labels(addresses.get(person, []))
    known = {one.organisation for one in dated} | {one.organisation for one in said}
    known |= {organisation for text, organisation in named.items() if domain_of(text)}
    loose = sorted({organisation for organisation in named.values() if organisation} - known)
    return (*(employers.Employment(organisation, None, None) for organisation in loose), *dated)


def organisation_on(store: Store, known: dict[int, Person], as_of: int) -> Callable[[int, int], str]:
    """Give what tells the organisation of a person on a day: by what was stated for it, and by addresses in use by then.

    Whoever has only one organisation in all that is seen or stated up to `as_of` has it on every day.
    """
    addresses = _addresses(store, [0])
    used, said = _used(store, [0], addresses, as_of), _stated(store)
    moved = {
        person
        for person in known
        if person in said or len({one.organisation for one in used.get(person, []) if one.organisation}) > 1
    }

    @cache
    def on(person: int, day: int) -> str:
        now = known[person].organisation if person in known else ""
        if person not in moved:
            return now
        seen = [
            one._replace(last=min(one.last, day))
            for one in used.get(person, [])
            if one.first is not None and one.last is not None and one.first <= day
        ]
        then = employers.present(seen, said.get(person, []), day)
        if then is None:  # neither use nor statement tells of that day: what the addresses themselves say
            then = next((one for one in employers.labels(addresses.get(person, [])).values() if one), "")
        return then

    return on


def _addresses(store: Store, wanted: Iterable[int]) -> dict[int, list[tuple[str, str]]]:
    """Give the identifiers of persons (0: of everybody), each with the organisation on its card."""
    found: dict[int, list[tuple[str, str]]] = {}
    for one in wanted:
        for person, text, organisation in store.rows(query("addresses"), {"person": one}):
            found.setdefault(int(person or 0), []).append((str(text), str(organisation)))
    return found


def _used(
    store: Store, wanted: Iterable[int], addresses: dict[int, list[tuple[str, str]]], as_of: int
) -> dict[int, list[employers.Used]]:
    """Give when the addresses of persons were in use, by organisation."""
    days: dict[int, dict[int, tuple[int, int]]] = {}
    for one in wanted:
        for person, identifier, first, last in store.rows(query("used"), {"person": one, "as_of": as_of}):
            days.setdefault(int(person or 0), {})[int(identifier or 0)] = int(first or 0), int(last or 0)
    found = {}
    for person, spans in days.items():
        named = employers.labels(addresses.get(person, []))
        found[person] = [
            employers.Used(organisation, *spans[key])
            for text, organisation in named.items()
            if domain_of(text) and organisation and (key := key_of(text)) in spans
        ]
    return found


def _stated(store: Store) -> dict[int, list[employers.Stated]]:
    """Give what the user stated about organisations, by person, oldest first."""
    said = stated(store, "organisation")
    if not said:
        return {}
    person_of = persons_of(store, {one.identifier for one in said})
    found: dict[int, list[employers.Stated]] = {}
    for one in said:
        if one.identifier in person_of:
            told = employers.Stated(one.value, one.since, one.until)
            found.setdefault(person_of[one.identifier], []).append(told)
    return found


def persons_of(store: Store, identifiers: Iterable[int]) -> dict[int, int]:
    """Give the person of identifier keys; older ids of persons are such keys too, and so lead to who they are now."""
    found = {key: store.rows(query("person_at"), {"identifier": key}) for key in identifiers}
    return {key: int(rows[0][0] or 0) for key, rows in found.items() if rows}


def _person(
    person: int,
    name: str,
    every: list[tuple[str, str]],
    used: list[employers.Used],
    stated: list[employers.Stated],
    as_of: int,
) -> Person:
    held = [one for one in every if one[0] != OWNER] or every
    now = employers.present(used, stated, as_of)
    if now is None:
        named = employers.labels(held)
        on_cards = (organisation for text, organisation in held if organisation and named[text] == organisation)
        now = next(on_cards, "") or next((organisation for organisation in named.values() if organisation), "")
    shown = name or held[0][0].partition(":")[2]
    return Person(person, shown, now, tuple(text for text, _ in held))


def find(everyone: dict[int, Person], name: str) -> Person:
    """Find one person by (part of) a name, an address or an id.

    Raises:
        NobodyFoundError: nobody fits.
        SeveralFoundError: several do, and none fits exactly; the message names some.
    """
    wanted = name.strip().casefold()
    offered = wanted.endswith(">") and "<" in wanted  # as it is offered when several fit
    if offered:
        wanted = wanted.rpartition("<")[2].removesuffix(">")
    if wanted.isdecimal() and int(wanted) in everyone:
        return everyone[int(wanted)]
    if wanted.isdecimal():  # an id from before a merge is the key of one of the person's identifiers
        for one in everyone.values():
            if any(key_of(text) == int(wanted) for text in one.identifiers):
                return one
    as_address = offered or " " not in wanted  # an account of a chat may be called as people are
    addressed = [
        one
        for one in everyone.values()
        if as_address and any(wanted in (text, text.partition(":")[2]) for text in one.identifiers)
    ]
    named = [one for one in everyone.values() if one.name.casefold() == wanted]
    words = wanted.split()
    partly = [one for one in everyone.values() if words and all(word in _words(one) for word in words)]
    begins = [one for one in everyone.values() if wanted and any(word.startswith(wanted) for word in _words(one))]
    for found in (addressed, named, partly, begins):
        if len(found) == 1:
            return found[0]
        if found:
            shown = sorted(f"{one.name} <{one.identifiers[0].partition(':')[2]}>" for one in found)
            raise SeveralFoundError("; ".join(shown[:8]) + ("; ..." if len(shown) > 8 else ""))  # noqa: PLR2004
    raise NobodyFoundError(repr(name))


def _words(person: Person) -> set[str]:
    return set(person.name.casefold().replace(",", " ").split())
