"""A record: one thing that somebody stated of a collaboration, of which every earlier version stays to be seen."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

Fields = Mapping[str, str | int | float | bool | None]


class Record(NamedTuple):
    """One version of one thing about a collaboration.

    Attributes:
        id: a hash of all of it.
        whole: the id of the collaboration.
        kind: what it is (`party`, `delegate`, `milestone`, ...).
        slot: which of its kind: versions with the same kind and slot are versions of one thing.
        seconds: when it was stated, in unix seconds; no two statements of one log have the same.
        about: the identifier key of a person it is about, or 0. other: of a second one, or 0.
        author: the identifier of who stated it.
        value: what was stated; `gone` says that the thing is no more.
        since: a day from which it holds, or on which it is. until: a day until which, or by which.
        undone: the unix second at which it was taken back, or 0.
    """

    id: int
    whole: int
    kind: str
    slot: str
    seconds: int
    about: int
    other: int
    author: str
    value: Fields
    since: int | None
    until: int | None
    undone: int

    def text(self, name: str) -> str:
        """Give a field as text; nothing when it is not there."""
        found = self.value.get(name)
        return "" if found is None else str(found)

    def number(self, name: str) -> int | None:
        """Give a field as a whole number, or None."""
        found = self.value.get(name)
        return int(found) if isinstance(found, int | float) else None


def holding(records: Iterable[Record]) -> dict[str, dict[str, Record]]:
    """Give what holds now, by kind and slot: of each thing the last version that was not undone, unless that says it is gone.

    Kinds and slots stand in the order in which each was first stated.
    """
    last: dict[tuple[str, str], Record] = {}
    for one in sorted(records, key=lambda one: (one.seconds, one.kind, one.slot, one.id)):
        if not one.undone:
            last[one.kind, one.slot] = one
    found: dict[str, dict[str, Record]] = {}
    for (kind, slot), one in last.items():
        if not one.value.get("gone"):
            found.setdefault(kind, {})[slot] = one
    return found
