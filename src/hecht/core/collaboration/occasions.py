"""Occasions: days on which the same people of at least two parties had contact, and what each says of room for the other.

An occasion had room when something in it had a relation part of 50 (a meeting, call or visit) or 60 (a mail or day of chat, of
which one alone is judged with doubt). That is what is counted for the reader. For weighing it is finer: by its relation part
an occasion is so many times likelier among those with room than in work alone. A mail that sounds like work says little
against room, for one in six or seven with room sounds so too; two people without a stated subject may go either way; coffee,
a visit or a dinner happens in work alone hardly ever.
"""

from collections.abc import Iterable
from typing import NamedTuple

from hecht.core.collaboration.item import Item
from hecht.core.model import Channel

ROOM_MET, ROOM_WRITTEN = 50, 60
"""Relation part from which a meeting, call or visit had room for the other, and a mail or day of chat."""
WRITTEN = ((30, 0.15), (40, 0.75), (50, 4.0), (60, 9.0), (101, 20.0))
BY_TWO = ((40, 0.12), (55, 1.2), (70, 2.3), (101, 30.0))
BY_MORE = ((30, 0.3), (101, 20.0))
"""Below which relation part how many times likelier: of mail and chat, of two people who met, and of more who met.

Found, with the rest of the weighing, on simulated partnerships; see `hecht.core.collaboration.course`.
"""
MANY, MANY_COUNTS = 4, 0.3
"""People above which a meeting without room counts less: it says something of the agenda and little of the people."""
_TWO = 2


class Stretch(NamedTuple):
    """Occasions of a stretch of time, and how many of them had room for each other."""

    occasions: int
    room: int


class Occasion(NamedTuple):
    """The day, whether it had room, how many times likelier it is with room than in work alone, and how much it counts (0-1)."""

    day: int
    room: bool
    times: float
    counts: float


def occasions(items: Iterable[Item]) -> list[Occasion]:
    """Give the occasions in order of day, of items between parties; those whose relation part is not known give none.

    Of several on one day between the same people the one that says most for room counts.
    """
    found: dict[tuple[int, frozenset[int]], Occasion] = {}
    for one in items:
        if one.relation is not None:
            key = one.day, frozenset(one.people)
            made = _occasion(one.day, one.channel, one.relation, len(key[1]))
            there = found.get(key, made)
            found[key] = Occasion(
                one.day, there.room or made.room, max(there.times, made.times), max(there.counts, made.counts)
            )
    return sorted(found.values())


def _occasion(day: int, channel: int, relation: int, people: int) -> Occasion:
    if channel in (Channel.MAIL, Channel.CHAT):
        return Occasion(day, relation >= ROOM_WRITTEN, _times(WRITTEN, relation), 1.0)
    plain = people > MANY and relation < BY_MORE[0][0]
    times = _times(BY_TWO if people <= _TWO else BY_MORE, relation)
    return Occasion(day, relation >= ROOM_MET, times, MANY_COUNTS if plain else 1.0)


def _times(table: tuple[tuple[int, float], ...], relation: int) -> float:
    return next(times for below, times in table if relation < below)
