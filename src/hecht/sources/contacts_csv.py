"""Address books as tables: contacts exported by Google and by Outlook (Dutch and English), and lists like them."""

import re
from typing import BinaryIO, ClassVar

from hecht.core.cleaning import clean
from hecht.core.model import Card, Cursor, Item, Items, LeftOut, Unreadable
from hecht.sources.table import Row, address_in, begins_table, number_in, rows

_FIRST = ("first name", "given name", "voornaam", "roepnaam")
_MIDDLE = ("middle name", "additional name", "middelste naam", "tweede naam")
_PARTICLE = ("tussenvoegsel", "tussenvoegsels")
_LAST = ("last name", "family name", "achternaam")
_WHOLE = (
    "name",
    "naam",
    "display name",
    "weergavenaam",
    "file as",
    "e-mail display name",
    "weergavenaam voor e-mail",
    "nickname",
    "bijnaam",
)
_ORGANISATION = (
    "organization name",
    "organization 1 - name",
    "company",
    "bedrijf",
    "organization",
    "organisation",
    "organisatie",
)
_POSITION = ("organization title", "organization 1 - title", "job title", "functie")
_MAIL = re.compile(
    r"(?:(?:primary|secondary|work|home|other) )?e-?mail(?: \d)?(?:[ -]?(?:address|adres))?(?: \d)?(?: - value)?"
)
_NUMBER = re.compile(r"\b(?:phone|telefoon|telefoonnummer|mobile|mobiel|autotelefoon|radiotelefoon)\b")
_NO_VOICE = re.compile(r"fax|pager|telex|\bmain\b|hoofd|assist|isdn|tty|tdd|- (?:type|label)$")
"""Machines, and the number that all who work somewhere share."""
_SEVERAL = " ::: "
"""What Google puts between several values in one cell."""
_SHOWN_ADDRESS = re.compile(r"\([^()]{0,254}@[^()]{0,254}\)")
_ELSEWHERE = frozenset(("connected on", "conversation id"))
"""Columns of tables that another source reads."""


def _known(names: frozenset[str]) -> bool:
    return (
        not names.isdisjoint(_FIRST)
        and not names.isdisjoint(_LAST)
        and any(_MAIL.fullmatch(name) for name in names)
        and names.isdisjoint(_ELSEWHERE)
    )


class ContactsSource:
    """Address books as tables; notes, addresses, birthdays and labels are never looked at."""

    name: ClassVar[str] = "contacts"

    def __init__(self, region: str = "NL") -> None:
        """Read telephone numbers without a country as dialled in `region`."""
        self.region = region

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise a header row with a first name, a last name and a mail address."""
        del name
        return begins_table(head, _known)

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield a card a row."""
        del now, cursor
        for row in rows(opened, _known):
            yield row if isinstance(row, Unreadable) else self._card(row)

    def _card(self, row: Row) -> Item:
        found = [address_in(cell) for name, cell in row.cells.items() if _MAIL.fullmatch(name) for cell in _split(cell)]
        for name, cell in row.cells.items():
            if _NUMBER.search(name) and not _NO_VOICE.search(name) and not _NO_VOICE.search(_kind(row, name)):
                found += [number_in(number, self.region) for number in _split(cell)]
        identifiers = tuple(dict.fromkeys(identifier for identifier in found if identifier))
        if not identifiers:
            return LeftOut("no_people")
        organisation = clean(_split(row.first(*_ORGANISATION))[0])
        return Card(identifiers, _name(row) or organisation, organisation, clean(_split(row.first(*_POSITION))[0]))


def _split(cell: str) -> list[str]:
    return cell.split(_SEVERAL)


def _kind(row: Row, name: str) -> str:
    """Give what Google calls a number ("Work Fax"), in the column before it."""
    stem = name.removesuffix("- value")
    return row.first(stem + "- label", stem + "- type").lower()


def _name(row: Row) -> str:
    """Give the name from its parts, else as a whole, skipping an address that was put in its place."""
    parts = " ".join(row.first(*names) for names in (_FIRST, _MIDDLE, _PARTICLE, _LAST))
    candidates = (parts, *(row.first(name) for name in _WHOLE))
    names = (clean(_SHOWN_ADDRESS.sub("", name)) for name in candidates)
    return next((name for name in names if name and ("@" not in name or " " in name)), "")
