"""Reciprocity: how even the messages in a tie are, who starts, and which questions stand open."""

from collections.abc import Iterable
from typing import NamedTuple

from hecht.core.model import Channel

_FEW = 2
_SMALL = 8


class Question(NamedTuple):
    """A question one person mailed the other after which nothing came back that the log can see.

    `key` is the item's, `mine` says that the user asked it, `title` is the subject line.
    """

    key: int
    person: int
    day: int
    mine: bool
    title: str


def reciprocity(sent: int, received: int) -> float | None:
    """Give how even a tie is, 0-1: `min(sent, received) / max(sent, received)`; None without messages.

    1 means as many either way, 0 means that only one side writes. Meetings count for neither side.
    """
    most = max(sent, received)
    return min(sent, received) / most if most else None


def starts(opened: int, other_opened: int) -> float | None:
    """Give the share (0-1) of conversations by message that the user began; None without any."""
    total = opened + other_opened
    return opened / total if total else None


class Event(NamedTuple):
    """One row of `sql/events.sql`: an item that the user and `person` both took part in.

    `mine`: the user sent it; `direct`: it went from the one straight to the other.
    """

    key: int
    seconds: int
    day: int
    channel: int
    person: int
    mine: int
    recipients: int
    asks: int
    direct: int
    title: str


def open_questions(events: Iterable[Event]) -> list[Question]:
    """Give the questions after which nothing came back, the latest per person and direction, oldest first.

    `events` are in order of time. A question is a mail with a question in its own text to at most two people. It is settled by anything
    later that could have answered it: a mail the other way, or a call, meeting, visit or chat of at most
    eight people. What went by telephone unseen cannot be known, so this is only ever said as "not seen here".
    """
    waiting: dict[tuple[int, bool], Question] = {}
    for event in events:
        mine = bool(event.mine)
        if event.channel == Channel.MAIL:
            waiting.pop((event.person, not mine), None)
            if event.asks and event.direct and event.recipients <= _FEW:
                waiting[event.person, mine] = Question(event.key, event.person, event.day, mine, event.title)
        elif event.recipients < _SMALL:
            waiting.pop((event.person, True), None)
            waiting.pop((event.person, False), None)
    return sorted(waiting.values(), key=lambda one: (one.day, one.key, one.mine))


def unanswered(events: Iterable[Event]) -> dict[int, int]:
    """Count, per person, the mails of the user to them alone since anything last came back; zero is left out.

    `events` are in order of time.
    """
    counts: dict[int, int] = {}
    for event in events:
        if event.channel == Channel.MAIL and event.mine:
            if event.recipients == 1:
                counts[event.person] = counts.get(event.person, 0) + 1
        elif event.channel == Channel.MAIL or event.recipients < _SMALL:
            counts.pop(event.person, None)
    return counts
