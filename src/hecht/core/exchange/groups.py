"""Groups: people with the same problem in several organisations, an inventory of it, and the common interest that shows."""

from collections.abc import Sequence
from datetime import MAXYEAR
from enum import StrEnum
from typing import NamedTuple

from hecht.core.days import to_date, to_day
from hecht.core.exchange.words import Words

FEWEST = 3
"""People with whom a problem is worth a gathering."""
LATER = (1, 2)
"""Years after the gathering on whose day one looks back: does it still run?"""


class Part(StrEnum):
    """What somebody is in a group: who convenes, one with the problem, or a third party (a supplier, an engineer)."""

    CONVENER = "convener"
    PEER = "peer"
    THIRD = "third"


class Row(NamedTuple):
    """One row of an inventory: of which organisation, the situation, what was tried, what is needed."""

    organisation: str
    situation: str
    tried: str
    needed: str


COLUMNS = Row._fields


class Shared(NamedTuple):
    """A word that stands in the rows of several organisations, as it was written, and of how many."""

    word: str
    organisations: int


def years_later(day: int, years: int) -> int:
    """Give the same date some years later; 28 February for a leap day that is not there."""
    then = to_date(day)
    last = 28 if (then.month, then.day) == (2, 29) else then.day
    return to_day(then.replace(year=min(then.year + years, MAXYEAR), day=last))


def in_common(rows: Sequence[Row], words: Words) -> list[Shared]:
    """Give the words that stand in the rows of at least two organisations, the most shared first.

    It shows where the common interest may lie; what it is, people say.
    """
    held: dict[str, dict[str, str]] = {}
    for row in rows:
        for text in (row.situation, row.tried, row.needed):
            for said in text.split():
                for term in words.stems(said):
                    held.setdefault(term, {}).setdefault(row.organisation, said.strip(".,;:!?()'\"").lower())
    found = [Shared(min(said.values(), key=len), len(said)) for said in held.values() if len(said) > 1]
    return sorted(found, key=lambda one: (-one.organisations, one.word))
