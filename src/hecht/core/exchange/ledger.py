"""Ledger: who asked whom and got an answer, and from whom one took without giving; never points, never a balance."""

from collections.abc import Iterable
from typing import NamedTuple

from hecht.core.model import Channel
from hecht.core.ties.reciprocity import Event

YEAR = 365
ENOUGH = 3
"""Times of taking without giving anything, within a year, after which nothing more is asked of somebody."""
_FEW = 2


class Turn(NamedTuple):
    """Something that one did for the other: the user for the person (`gave`), or the person for the user."""

    person: int
    day: int
    gave: bool
    title: str


def turns(events: Iterable[Event]) -> list[Turn]:
    """Give the questions that were answered, by the day of the answer.

    `events` are in order of time. A question is a mail with a question to at most two people; it is answered by the next mail
    the other way, or by a call or meeting of the two alone. Answering is giving. Other ways of helping are not seen.
    """
    waiting: dict[tuple[int, bool], str] = {}
    found = []
    for event in events:
        mine = bool(event.mine)
        if event.channel == Channel.MAIL:
            title = waiting.pop((event.person, not mine), None)
            if title is not None and event.direct:
                found.append(Turn(event.person, event.day, mine, title))
            if event.asks and event.direct and event.recipients <= _FEW:
                waiting[event.person, mine] = event.title
        elif event.recipients == 1:
            for asked_by_me in (True, False):
                title = waiting.pop((event.person, asked_by_me), None)
                if title is not None:
                    found.append(Turn(event.person, event.day, not asked_by_me, title))
    return found


def only_taken(all_turns: Iterable[Turn], as_of: int) -> frozenset[int]:
    """Give those from whom the user took at least three times in the last year without giving anything."""
    gave, took = set[int](), dict[int, int]()
    for turn in all_turns:
        if as_of - YEAR < turn.day <= as_of:
            if turn.gave:
                gave.add(turn.person)
            else:
                took[turn.person] = took.get(turn.person, 0) + 1
    return frozenset(person for person, times in took.items() if times >= ENOUGH and person not in gave)
