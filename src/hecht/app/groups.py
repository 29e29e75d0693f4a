"""Groups with the same problem: who convenes, who comes, the inventory by file, the common interest, and looking back."""

import csv
import json
from collections.abc import Sequence
from csv import DictReader
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from hecht.app.exchange import wish
from hecht.app.matters import parts
from hecht.app.people import Person, find, people, persons_of
from hecht.app.said import next_second
from hecht.app.settings import now
from hecht.core.cleaning import clean
from hecht.core.errors import (
    BadInventoryError,
    NeverSharedError,
    NoSuchGroupError,
    NoSuchPathError,
    SeveralFoundError,
)
from hecht.core.exchange.asks import Need
from hecht.core.exchange.groups import COLUMNS, LATER, Part, Row, Shared, in_common, years_later
from hecht.core.exchange.words import Words
from hecht.core.identity import hashed
from hecht.core.moves.move import Later
from hecht.stores.said import Said, state, stated, take_back
from hecht.stores.store import Store

GROUP, MEMBER, INVENTORY = "group", "group_member", "inventory"
LARGEST = 1_000_000
"""Characters of an inventory that is read."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group with the same problem. Without a convener among the members the user invites.

    `day` is that of the gathering, `looks_back` the days one and two years after it, and `collaboration` the id of the one it became.
    """

    id: str
    title: str
    ask: str
    day: int | None
    interest: str
    members: tuple[tuple[Person, Part], ...]
    inventory: tuple[Row, ...]
    common: tuple[Shared, ...] = field(default=())
    collaboration: str = ""

    @property
    def looks_back(self) -> tuple[int, ...]:
        """Give the days on which to look back."""
        return () if self.day is None else tuple(years_later(self.day, years) for years in LATER)

    def of(self, part: Part) -> list[Person]:
        """Give the members with a part."""
        return [person for person, theirs in self.members if theirs is part]


def begin(
    store: Store,
    title: str,
    *,
    peers: Sequence[str],
    third: Sequence[str] = (),
    convener: str = "",
    ask: str = "",
    day: int | None = None,
) -> Group:
    """Begin a group: its title, who has the problem, third parties, who convenes (the user when nobody is named), and the day.

    Raises:
        NeverSharedError: the ask is for thinking along, which stays between two.
        NobodyFoundError, SeveralFoundError: see `app.people.find`.
    """
    about = wish(store, ask) if ask else None
    if about and about.need is Need.THINKING_ALONG:
        raise NeverSharedError
    everyone = people(store)
    asked = [
        *((find(everyone, name).id, Part.PEER) for name in peers),
        *((find(everyone, name).id, Part.THIRD) for name in third),
    ]
    host = [(find(everyone, convener).id, Part.CONVENER)] if convener else []
    moment = next_second(store, GROUP)
    number = f"{hashed(GROUP, title, str(moment)):016x}"
    held = {"id": number, "title": clean(title), "ask": about.id if about else "", "day": day, "interest": ""}
    state(store, GROUP, 0, moment, value=json.dumps(held, ensure_ascii=False))
    for person, part in dict([*asked, *host]).items():
        state(store, MEMBER, person, moment, value=json.dumps({"group": number, "part": str(part)}))
    return group(store, number)


def groups(store: Store) -> list[Group]:
    """Give the groups that were begun, oldest first."""
    return [_group(store, json.loads(one.value)) for one in stated(store, GROUP)]


def group(store: Store, number: str) -> Group:
    """Give the group of an id, or of the beginning of one.

    Raises:
        NoSuchGroupError: none has it.
    """
    return _group(store, json.loads(_said(store, number).value))


def looking_back(store: Store, since: int, until: int) -> list[Later]:
    """Give the gatherings whose look-back day lies from one day up to and including another, with who has the problem."""
    found = []
    for one in groups(store) if stated(store, GROUP) else ():
        who = tuple(person.id for person in one.of(Part.PEER))
        days = zip(LATER, one.looks_back, strict=False)
        found += [Later(one.title, day, years, who) for years, day in days if since <= day <= until]
    return found


def change(
    store: Store, number: str, *, day: int | None = None, interest: str | None = None, collaboration: str | None = None
) -> Group:
    """Set the day of the gathering, the common interest as it was found there, or the id of the collaboration it became."""
    one = _said(store, number)
    held = json.loads(one.value)
    new = {**held, "day": held["day"] if day is None else day}
    new["interest"] = held["interest"] if interest is None else clean(interest, 500)
    new["collaboration"] = held.get("collaboration", "") if collaboration is None else collaboration
    if new != held:
        take_back(store, one.id, now())
        state(store, GROUP, 0, next_second(store, GROUP), value=json.dumps(new, ensure_ascii=False))
    return group(store, number)


def inventory_text(path: Path) -> str:
    """Give the text of an inventory file: UTF-8, or what spreadsheets on Windows write.

    Raises:
        NoSuchPathError: there is no such file, or it cannot be read.
    """
    try:
        with path.open("rb") as opened:
            held = opened.read(4 * LARGEST)
    except OSError as error:
        raise NoSuchPathError(f"{path}: {error.strerror}") from error
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError:
        return held.decode("cp1252", "replace")


def read_inventory(store: Store, number: str, text: str) -> int:
    """Read the rows of an inventory file (CSV, comma or semicolon) into a group; gives how many were new.

    A row of an organisation that is there already takes the place of the older one; empty rows are passed over.

    Raises:
        BadInventoryError: a column is missing, or it is no table.
    """
    held = json.loads(_said(store, number).value)
    head = text[:LARGEST].lstrip("\ufeff")
    table = DictReader(StringIO(head, newline=""), delimiter=";" if ";" in head.partition("\n")[0] else ",")
    try:
        names = [name.strip().lower() for name in table.fieldnames or ()]
        table.fieldnames = names
        lines = list(table)
    except csv.Error as error:
        raise BadInventoryError(str(error)) from None
    if missing := [name for name in COLUMNS if name not in names]:
        raise BadInventoryError(", ".join(missing))
    before = {row.organisation.casefold(): (one, row) for one, row in _rows(store, held["id"])}
    count = 0
    for line in lines:
        row = Row(*(clean(_plain(line.get(name) or ""), 1_000) for name in COLUMNS))
        if not row.organisation or not any(row[1:]):
            continue
        old = before.get(row.organisation.casefold())
        if old and old[1] == row:
            continue
        if old:
            take_back(store, old[0].id, now())
        value = json.dumps({"group": held["id"], **row._asdict()}, ensure_ascii=False)
        key = state(store, INVENTORY, 0, next_second(store, INVENTORY), value=value)
        before[row.organisation.casefold()] = Said(key, 0, 0, 0, value, None, None), row
        count += 1
    return count


def _plain(cell: str) -> str:
    """Take off the quote by which a spreadsheet's formula was guarded when it was written."""
    return cell[1:] if cell[:2] in ("'=", "'+", "'-", "'@") else cell


def _said(store: Store, number: str) -> Said:
    fits = [one for one in stated(store, GROUP) if number and json.loads(one.value)["id"].startswith(number.lower())]
    if len(fits) > 1:
        raise SeveralFoundError("; ".join(json.loads(one.value)["id"][:8] for one in fits))
    if not fits:
        raise NoSuchGroupError(repr(number))
    return fits[0]


def _rows(store: Store, number: str) -> list[tuple[Said, Row]]:
    held = [(one, json.loads(one.value)) for one in stated(store, INVENTORY)]
    return [(one, Row(*(value[name] for name in COLUMNS))) for one, value in held if value["group"] == number]


def _group(store: Store, held: dict[str, object]) -> Group:
    number = str(held["id"])
    some = [(one, json.loads(one.value)) for one in stated(store, MEMBER)]
    mine = [(one, Part(value["part"])) for one, value in some if value["group"] == number]
    person_of = persons_of(store, {one.identifier for one, _ in mine})
    named = people(store, set(person_of.values())) if person_of else {}
    members = {
        person_of[one.identifier]: (named[person_of[one.identifier]], part)
        for one, part in mine
        if person_of.get(one.identifier) in named
    }
    rows = tuple(row for _, row in _rows(store, number))
    day = held["day"]
    return Group(
        number,
        str(held["title"]),
        str(held["ask"]),
        day if isinstance(day, int) else None,
        str(held["interest"]),
        tuple(sorted(members.values(), key=lambda one: (one[0].name, one[0].id))),
        rows,
        tuple(in_common(rows, Words([text for row in rows for text in row[1:]], parts()))),
        str(held.get("collaboration", "")),
    )
