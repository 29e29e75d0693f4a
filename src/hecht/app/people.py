"""People: their names, addresses and organisations, and finding one by name."""

from collections.abc import Iterable
from typing import NamedTuple

from hecht.core.errors import NobodyFoundError, SeveralFoundError
from hecht.core.model import OWNER
from hecht.core.organisation import domain_of
from hecht.sql import query
from hecht.stores.store import Store


class Person(NamedTuple):
    """A person as shown: id, the name to use, organisation (may be empty) and identifiers in normal form."""

    id: int
    name: str
    organisation: str
    identifiers: tuple[str, ...]


def people(store: Store, only: Iterable[int] | None = None) -> dict[int, Person]:
    """Give persons by id: all, or only some.

    The name is the one in an address book, else the one a person writes under in most months, else the one
    others use, else the address. The organisation is what an address book states, else the domain.
    """
    wanted = list(dict.fromkeys(only)) if only is not None else [0]
    names: dict[int, tuple[tuple[int, int, int, str], str]] = {}
    for one in wanted:
        for person, name, rank, months, latest in store.rows(query("names"), {"person": one}):
            order = (int(rank or 0), int(months or 0), int(latest or 0), str(name))
            if int(person or 0) not in names or order > names[int(person or 0)][0]:
                names[int(person or 0)] = order, str(name)
    addresses: dict[int, list[tuple[str, str]]] = {}
    for one in wanted:
        for person, text, organisation in store.rows(query("addresses"), {"person": one}):
            addresses.setdefault(int(person or 0), []).append((str(text), str(organisation)))
    return {person: _person(person, names.get(person, ((), ""))[1], held) for person, held in addresses.items()}


def _person(person: int, name: str, every: list[tuple[str, str]]) -> Person:
    held = [one for one in every if one[0] != OWNER] or every
    stated = next((organisation for _, organisation in held if organisation), "")
    domain = next((domain for text, _ in held if (domain := domain_of(text))), "")
    shown = name or held[0][0].partition(":")[2]
    return Person(person, shown, stated or domain, tuple(text for text, _ in held))


def find(everyone: dict[int, Person], name: str) -> Person:
    """Find one person by (part of) a name, an address or an id.

    Raises:
        NobodyFoundError: nobody fits.
        SeveralFoundError: several do, and none fits exactly; the message names some.
    """
    wanted = name.strip().casefold()
    if wanted.endswith(">") and "<" in wanted:  # as it is offered when several fit
        wanted = wanted.rpartition("<")[2].removesuffix(">")
    if wanted.isdecimal() and int(wanted) in everyone:
        return everyone[int(wanted)]
    addressed = [
        one for one in everyone.values() if any(wanted in (text, text.partition(":")[2]) for text in one.identifiers)
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
