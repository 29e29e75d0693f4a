"""Thin: organisations with which one's contact runs through one or two people, though one knows more of them.

Which information reaches you depends on who brings it (article 2): where all of it comes through two people, it stops
with them.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

FEWEST_PEOPLE = 3
"""People one knows in an organisation, below which it goes without saying that contact runs through one or two."""
FEWEST_DAYS = 20
SHARE = 0.8
"""Part of the contact days that the one or two people must have."""
MOST = 2


class Thin(NamedTuple):
    """An organisation, through whom most contact with it runs (the most first), their part (0-1), and all one knows there."""

    organisation: str
    through: tuple[int, ...]
    share: float
    people: int


def thin(days: Mapping[int, int], organisation: Mapping[int, str], own: Iterable[str] = ()) -> list[Thin]:
    """Give the organisations with which contact runs through one or two people, those with most contact first.

    Args:
        days: by person the contact days that count.
        organisation: by person; people without one are left out.
        own: organisations that are not looked at: one's own.
    """
    groups: dict[str, dict[int, int]] = {}
    for person, count in days.items():
        name = organisation.get(person, "")
        if name and name not in set(own) and count > 0:
            groups.setdefault(name, {})[person] = count
    found: list[tuple[int, Thin]] = []
    for name, people in groups.items():
        total = sum(people.values())
        if len(people) < FEWEST_PEOPLE or total < FEWEST_DAYS:
            continue
        order = sorted(people, key=lambda person: (-people[person], person))
        for count in range(1, MOST + 1):
            share = sum(people[person] for person in order[:count]) / total
            if share >= SHARE:
                found.append((total, Thin(name, tuple(order[:count]), share, len(people))))
                break
    return [one for _, one in sorted(found, key=lambda pair: (-pair[0], pair[1].organisation))]
