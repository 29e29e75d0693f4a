"""The roster: who belongs where in an organisation and since when, as the analyst hands it over (people.csv)."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hecht.app.people import Person
from hecht.core.days import to_day
from hecht.core.errors import BadIdentifierError, BadRosterError, NoSuchPathError
from hecht.core.identity import key_of
from hecht.sources.plain import identifier

NEEDED = "id"
_NEVER = 1 << 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a person, the days from and until which it holds (both included), and what it says by column."""

    person: int
    identifier: str
    since: int
    until: int
    says: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Roster:
    """Lines by person; `columns` are those that say something of people (`organisation`, `department`, ...)."""

    entries: tuple[Entry, ...]
    columns: tuple[str, ...]

    def at(self, day: int) -> dict[int, Entry]:
        """Give the line that holds of everybody on a day."""
        return {one.person: one for one in self.entries if one.since <= day <= one.until}


def read_roster(path: str | Path, known: Mapping[int, Person]) -> Roster:
    """Read who belongs where.

    The table has a column `id` (an address or id as in the log) and any of `name`, `organisation`, `department`, `level`,
    `location`, `manager` (an id), `from`, `until` (2026-11-16; empty: open), and columns of one's own. Somebody who is not
    in the log is kept, as a person without contact.

    Raises:
        NoSuchPathError: there is no such file.
        BadRosterError: no `id` column, a date that is none, or two lines of one person that hold on one day.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise NoSuchPathError(str(path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadRosterError(f"{path}: {error}") from error
    head = text.partition("\n")[0]
    table = csv.DictReader(text.splitlines(), delimiter=";" if head.count(";") > head.count(",") else ",")
    columns = [name.strip().lower() for name in table.fieldnames or ()]
    if NEEDED not in columns:
        raise BadRosterError(f"{path}: there is no column 'id'")
    table.fieldnames = columns
    person = {text: one.id for one in known.values() for text in one.identifiers}
    entries = [_entry(row, person, f"{path}, line {line}") for line, row in enumerate(table, 2)]
    _apart(entries, str(path))
    says = tuple(name for name in columns if name not in (NEEDED, "from", "until", ""))
    return Roster(tuple(entries), says)


def _entry(row: Mapping[str | None, str | None], person: Mapping[str, int], place: str) -> Entry:
    said = {name: (value or "").strip() for name, value in row.items() if name}
    try:
        who = identifier(said["id"])
    except BadIdentifierError as error:
        raise BadRosterError(f"{place}: {said['id']!r} is no id") from error
    since, until = (_day(said.pop(name, ""), place, other) for name, other in (("from", -_NEVER), ("until", _NEVER)))
    return Entry(person.get(who, key_of(who)), who, since, until, said)


def _day(text: str, place: str, otherwise: int) -> int:
    try:
        return to_day(date.fromisoformat(text)) if text else otherwise
    except ValueError as error:
        raise BadRosterError(f"{place}: {text!r} is not a date (2026-11-16)") from error


def _apart(entries: Iterable[Entry], path: str) -> None:
    """Refuse a roster in which somebody stands twice on one day."""
    until: dict[int, int] = {}
    for one in sorted(entries, key=lambda entry: (entry.person, entry.since)):
        if one.since <= until.get(one.person, -_NEVER - 1):
            raise BadRosterError(f"{path}: two lines of {one.says['id']} hold on one day")
        until[one.person] = one.until


def manager_of(entry: Entry, person: Mapping[str, int]) -> int | None:
    """Give the person that an entry names as manager, or None."""
    named = entry.says.get("manager", "")
    try:
        return person.get(identifier(named)) if named else None
    except BadIdentifierError:
        return None
