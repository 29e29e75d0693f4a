"""Thin: organisations and topics on which one's contact runs through one or two people, though one knows more of them.

Which information reaches you depends on who brings it (article 2): where all of it comes through two people, it stops
with them.
"""

from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

FEWEST_PEOPLE = 3
"""People one knows in an organisation, below which it goes without saying that contact runs through one or two."""
FEWEST_DAYS = 20
SHARE = 0.8
"""Part of the contact days that the one or two people must have."""
MOST = 2

Group = TypeVar("Group", bound=Hashable)


class Thin(NamedTuple, Generic[Group]):
    """A group, through whom most contact on it runs (the most first), their part (0-1), and all one knows there."""

    group: Group
    through: tuple[int, ...]
    share: float
    people: int


def thin(
    days: Mapping[Group, Mapping[int, int]], own: Iterable[Group] = (), *, fewest: int = FEWEST_DAYS
) -> list[Thin[Group]]:
    """Give the groups (organisations, topics) on which contact runs through one or two people, most contact first.

    Args:
        days: by group the contact days of each of its people, as far as they count.
        own: groups that are not looked at, such as one's own organisation.
        fewest: contact days with a group below which nothing is said of it.
    """
    left_out = frozenset(own)
    found: list[tuple[int, int, Thin[Group]]] = []
    for place, (group, everybody) in enumerate(days.items()):
        people = {person: count for person, count in everybody.items() if count > 0}
        total = sum(people.values())
        if group in left_out or len(people) < FEWEST_PEOPLE or total < fewest:
            continue
        order = sorted(people, key=lambda person: (-people[person], person))
        for count in range(1, MOST + 1):
            share = sum(people[person] for person in order[:count]) / total
            if share >= SHARE:
                found.append((-total, place, Thin(group, tuple(order[:count]), share, len(people))))
                break
    return [one for *_, one in sorted(found, key=lambda one: one[:2])]
