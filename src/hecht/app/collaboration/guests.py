"""Guests: who comes to a gathering, from a collaboration, from a list in a file, or by name; in the log or not."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from hecht.app.people import Person, find
from hecht.core.errors import BadGuestsError, NobodyFoundError, NoSuchPathError, SeveralFoundError

_COLUMNS = {
    "name": "name", "naam": "name", "organisation": "organisation", "organization": "organisation", "organisatie": "organisation",
    "id": "id", "email": "id", "e-mail": "id", "mail": "id", "address": "id", "adres": "id",
}  # fmt: skip
_ADDRESSED = re.compile(r"^(.*?)\s*<([^<>]+@[^<>]+)>$")
MOST = 2_000
"""Guests that are read from a list; a seating of more would not be done in a sensible time."""


class Guest(NamedTuple):
    """Somebody who comes: their person in the log (None when they are not in it), name and organisation (may be empty)."""

    person: int | None
    name: str
    organisation: str


def read_guests(path: str | Path, everyone: Mapping[int, Person], house: Mapping[int, str]) -> list[Guest]:
    """Read a list of people.

    A line is a name, `Name <address>`, an address, or `name, organisation`; or the first line names columns: `name`
    (`naam`), `organisation` (`organisatie`) and `id` (`email`, `adres`). Who is in the log is found by address, else by full
    name when one person is called so; others are guests of whom nothing is known but what the list says.

    Raises:
        NoSuchPathError: there is no such file.
        BadGuestsError: it is no text, holds nobody or too many, or somebody twice.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise NoSuchPathError(str(path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadGuestsError(f"{path}: {error}") from error
    delimiter = max(";,\t", key=text.count)
    rows = [row for row in csv.reader(text.splitlines(), delimiter=delimiter) if any(one.strip() for one in row)]
    columns = [_COLUMNS.get(one.strip().casefold(), "") for one in rows[0]] if rows else []
    if "name" in columns or "id" in columns:
        rows = rows[1:]
    else:
        columns = ["name", "organisation"]
    by_address = {text.partition(":")[2]: one for one in everyone.values() for text in one.identifiers}
    by_name: dict[str, list[Person]] = {}
    for one in everyone.values():
        by_name.setdefault(one.name.casefold(), []).append(one)
    found = []
    for row in rows:
        says = {name: " ".join(one.split()) for name, one in zip(columns, row, strict=False) if name}
        name, address = says.get("name", ""), says.get("id", "").casefold()
        if match := _ADDRESSED.match(name):
            name, address = match[1].strip('" '), match[2].casefold()
        called = by_name.get(name.casefold(), [])
        person = by_address.get(address or name.casefold()) or (called[0] if len(called) == 1 else None)
        shown = name if name and "@" not in name else (person.name if person else name or address)
        if shown:
            own = house.get(person.id, "") if person else ""
            found.append(Guest(person.id if person else None, shown, says.get("organisation", "") or own))
    if not 0 < len(found) <= MOST:
        raise BadGuestsError(f"{path}: {len(found)}")
    return found


def of_persons(people: Iterable[int], everyone: Mapping[int, Person], house: Mapping[int, str]) -> list[Guest]:
    """Give people of the log as guests."""
    return [Guest(one, everyone[one].name, house.get(one, "")) for one in people if one in everyone]


def chosen(
    guests: Sequence[Guest],
    with_: Sequence[str],
    without: Sequence[str],
    everyone: Mapping[int, Person],
    house: Mapping[int, str],
) -> tuple[Guest, ...]:
    """Add people of the log by name and leave others out; guests stand by name.

    Raises:
        NobodyFoundError, SeveralFoundError: a name that fits nobody or several.
        BadGuestsError: somebody stands there twice.
    """
    there = {one.person for one in guests}
    more = [find(dict(everyone), one).id for one in with_]
    every = [*guests, *of_persons((one for one in dict.fromkeys(more) if one not in there), everyone, house)]
    away = {place for name in without for place in named(every, name)}
    kept = [one for place, one in enumerate(every) if place not in away]
    seen: set[object] = set()
    for one in kept:
        mark = one.person if one.person is not None else (one.name.casefold(), one.organisation.casefold())
        if mark in seen:
            raise BadGuestsError(one.name)
        seen.add(mark)
    return tuple(sorted(kept, key=lambda one: (one.name.casefold(), one.organisation.casefold(), one.person or 0)))


def named(guests: Sequence[Guest], names: str) -> tuple[int, ...]:
    """Find guests by (part of) their names, separated by `;` or `+`: their places in the list.

    Raises:
        NobodyFoundError, SeveralFoundError: a name that fits nobody, or several.
    """
    found = []
    for name in filter(None, (one.strip().casefold() for one in re.split(r"[;+]", names))):
        exact = [place for place, one in enumerate(guests) if one.name.casefold() == name]
        partly = exact or [place for place, one in enumerate(guests) if name in one.name.casefold()]
        if not partly:
            raise NobodyFoundError(repr(name))
        if len(partly) > 1:
            raise SeveralFoundError("; ".join(guests[place].name for place in partly[:8]))
        found.append(partly[0])
    return tuple(dict.fromkeys(found))
