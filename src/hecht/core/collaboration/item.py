"""An item: one mail, meeting, call, day of chat or visit between people of a collaboration, as the log shows it."""

from typing import NamedTuple

from hecht.core.model import Channel
from hecht.core.ties.amounts import ROOM

PLAINLY = 65
"""Relation part from which a single mail or day of chat between two is taken for contact beside the work.

One text alone is judged with doubt (docs/numbers.md), so it has to be plain, and a mail to several never counts.
"""
_TWO = 2


class Item(NamedTuple):
    """One interaction with everybody who took part, by person; the sender or organiser first.

    `thread` is the conversation or series (0 for none), `recipients` the number of others, `relation` the part with room
    for the other (0-100, None when unknown).
    """

    key: int
    thread: int
    seconds: int
    day: int
    channel: int
    duration: int
    recipients: int
    relation: int | None
    friction: int
    title: str
    people: tuple[int, ...]

    @property
    def informal(self) -> bool:
        """Say whether it was contact beside the work: coffee, a walk, a visit, a talk of two, a mail between two that plainly was.

        Meetings, calls and visits from a relation part of 50; a mail or day of chat between two people from 65.
        """
        if self.relation is None:
            return False
        if self.channel in (Channel.MAIL, Channel.CHAT):
            return len(self.people) == _TWO and self.relation >= PLAINLY
        return self.relation >= ROOM
