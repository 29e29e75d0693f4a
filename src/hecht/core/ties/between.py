"""Between: the two amounts of the contact between organisations: task, and room for the other, by pair and month."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from hecht.core.ties.amounts import MonthAmounts, Share, Toned, months, share


class Joined(NamedTuple):
    """One interaction whose relation part is known, and the organisations that took part.

    `senders` are the organisations of who wrote or called, empty where nobody did (a meeting, a visit, a chat day);
    `others` are those of everybody else. The name "" is that of people whose organisation is not known.
    """

    key: int
    day: int
    channel: int
    relation: int
    friction: int
    senders: frozenset[str]
    others: frozenset[str]


@dataclass(frozen=True, slots=True)
class Between:
    """The contact between two organisations (`a` before `b` in the alphabet): amounts by month, and the share over all.

    `share` is None below 20 interactions, and drawn towards the habit of the whole log (see `core.ties.amounts`).
    """

    a: str
    b: str
    months: tuple[MonthAmounts, ...]
    share: Share | None
    count: int


def pairs_of(item: Joined) -> list[tuple[str, str]]:
    """Give the pairs of organisations that had contact in an interaction, each in the order of the alphabet.

    Of a mail or a call: the sender with each recipient; two recipients had no contact. Of a meeting: every two. An
    interaction counts once for a pair, however many people of either were there; contact within a house is none of these.
    """
    if item.senders:
        found = {tuple(sorted((one, other))) for one in item.senders for other in item.others if one != other}
    else:
        found = set(combinations(sorted(item.others), 2))
    return sorted((a, b) for a, b in found if a and b)


def by_pair(items: Iterable[Joined]) -> dict[tuple[str, str], list[Toned]]:
    """Give the interactions of each pair of organisations, in the order they are given; `mine` says that `a` sent it."""
    found: defaultdict[tuple[str, str], list[Toned]] = defaultdict(list)
    for item in items:
        for pair in pairs_of(item):
            sent = pair[0] in item.senders
            found[pair].append(Toned(item.key, item.day, item.channel, sent, item.relation, item.friction))
    return dict(found)


def between(items: Sequence[Joined]) -> list[Between]:
    """Give what there was between every two organisations, in the order of their names.

    The habit towards which shares are drawn is the mean relation part of all the interactions given.
    """
    habit = sum(item.relation for item in items) / (100 * len(items)) if items else 0.0
    return [
        Between(a, b, tuple(months(some, habit)), share(some, habit), len(some))
        for (a, b), some in sorted(by_pair(items).items())
    ]
