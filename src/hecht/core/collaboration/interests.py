"""Ambition and interests: the shared ambition with how far each party recognises itself, and the two-level table (article 5)."""

from dataclasses import dataclass
from typing import NamedTuple

from hecht.core.collaboration.collaboration import Collaboration

LEVELS = ("individual", "organisational", "collective")
LOWEST, HIGHEST = 1, 10
"""How far one recognises oneself, or is served, is said as a school mark."""


class Recognises(NamedTuple):
    """A party's own words for the ambition, and how far it recognises itself in the shared one (1-10, None: not said)."""

    party: str
    words: str
    mark: int | None


class Interest(NamedTuple):
    """An interest of a party: its level, in words, how far it is served (1-10, None: not said), and whose when individual."""

    slot: str
    party: str
    level: str
    text: str
    served: int | None
    person: int | None


class TwoLevels(NamedTuple):
    """A party between the interest of the network and its own: what it gives up of its autonomy and what it gets for it.

    `conflicts` are conflicts of loyalty as the author sees them; they are the author's alone and are never shared.
    """

    party: str
    network: str
    own: str
    gives: str
    gets: str
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ambition:
    """The shared ambition, each party's words with its mark, and those parties that did not say yet."""

    text: str
    recognised: tuple[Recognises, ...]
    unsaid: tuple[str, ...]

    @property
    def lowest(self) -> Recognises | None:
        """Give the party that recognises itself least, of those that gave a mark."""
        return min(
            (one for one in self.recognised if one.mark is not None),
            key=lambda one: (one.mark or 0, one.party),
            default=None,
        )


def ambition(of: Collaboration) -> Ambition:
    """Give the ambition and how far each party recognises itself in it."""
    shared = next(iter(of.of("ambition")), None)
    said = tuple(Recognises(one.slot, one.text("words"), one.number("mark")) for one in of.of("recognises"))
    told = {one.party for one in said}
    return Ambition(
        shared.text("text") if shared else "",
        said,
        tuple(one.organisation for one in of.parties if one.organisation not in told),
    )


def interests(of: Collaboration) -> list[Interest]:
    """Give the interests, those of one party together in the order of the parties, the collective ones first."""
    order = {party.organisation: number for number, party in enumerate(of.parties)}
    found = [
        Interest(one.slot, one.text("party"), one.text("level"), one.text("text"), one.number("served"), of.person(one))
        for one in of.of("interest")
    ]
    return sorted(
        found, key=lambda one: (one.level != "collective", order.get(one.party, len(order)), LEVELS.index(one.level))
    )


def two_levels(of: Collaboration) -> list[TwoLevels]:
    """Give the two-level table, a row for every party; cells that were not filled are empty."""
    told = of.held.get("two_levels", {})
    conflicts: dict[str, list[str]] = {}
    for one in of.of("conflict"):
        conflicts.setdefault(one.text("party"), []).append(one.text("text"))
    rows = []
    for party in of.parties:
        row = told.get(party.organisation)
        network, own, gives, gets = (row.text(name) if row else "" for name in ("network", "own", "gives", "gets"))
        rows.append(
            TwoLevels(party.organisation, network, own, gives, gets, tuple(conflicts.get(party.organisation, ())))
        )
    return rows
