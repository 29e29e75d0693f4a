"""Replies: how soon mail is answered in a tie, either way, against what is usual for who answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import NamedTuple

from hecht.core.ties.amounts import NINETY
from hecht.core.ties.rhythm import WINDOW

LONGEST = 30 * 86_400
"""Seconds after which a mail in the same thread is no answer any more, but a new beginning."""
ENOUGH = 5
"""Replies below which nothing is said."""
LATELY = 90
"""Days that are held against those before them."""
TWICE = 2.0
"""How many times as long or as short the middle must be before it is called slower or sooner."""
_DAY = 86_400


class Mailed(NamedTuple):
    """One row of `sql/replies.sql`: a mail between the user and `person`; `reply` says that it answers something."""

    person: int
    thread: int
    seconds: int
    mine: int
    reply: int


class Reply(NamedTuple):
    """An answer: when it was sent and how long after the mail that it answers, in seconds."""

    seconds: int
    wait: int


@dataclass(frozen=True, slots=True)
class Speed:
    """How soon answers came, in hours: the middle one, and within what two of three did; over `count` answers."""

    hours: float
    within: float
    count: int


@dataclass(frozen=True, slots=True)
class Replies:
    """How soon the user answers somebody (`mine`) and is answered (`theirs`), over the last 540 days.

    `usual` is how soon the user answers everybody. `than_usual` says whether the user answers this person `sooner` or
    `later` than that, `lately` whether they answer so compared with themselves before the last 90 days. None where
    there are too few answers (below five) or where it is not sure.
    """

    mine: Speed | None
    theirs: Speed | None
    usual: Speed | None
    than_usual: str | None
    lately: str | None


def answers(mails: Iterable[Mailed]) -> dict[int, tuple[list[Reply], list[Reply]]]:
    """Give, by person, the answers of the user and theirs, in time.

    An answer is a mail that replies to something, in a thread in which the last mail between the two came from the other.
    It waited since that one. After 30 days it is none. In what another program or a telephone answered, nothing is seen.

    Args:
        mails: in order of time.
    """
    found: dict[int, tuple[list[Reply], list[Reply]]] = {}
    last: dict[tuple[int, int], Mailed] = {}
    for mail in mails:
        before = last.get((mail.person, mail.thread))
        if before is not None and mail.reply and before.mine != mail.mine and mail.seconds - before.seconds <= LONGEST:
            either = found.setdefault(mail.person, ([], []))
            either[0 if mail.mine else 1].append(Reply(mail.seconds, mail.seconds - before.seconds))
        last[mail.person, mail.thread] = mail
    return found


def speed(some: Sequence[Reply]) -> Speed | None:
    """Give how soon answers came (nearest rank); None below five."""
    if len(some) < ENOUGH:
        return None
    waits = sorted(one.wait / 3600 for one in some)
    middle = waits[ceil(len(waits) / 2) - 1]
    return Speed(round(middle, 2), round(waits[ceil(2 * len(waits) / 3) - 1], 2), len(waits))


def compared(some: Sequence[Reply], usual: Sequence[Reply]) -> str | None:
    """Say whether answers come `sooner` or `later` than usual; None where there are too few or it is not sure.

    Of n answers, n/2 wait less than the usual middle if nothing differs (sign test): their number must lie more than
    1.645 standard deviations, `sqrt(n) / 2`, from that, and the middle must be half or twice the usual one.
    """
    one, other = speed(some), speed(usual)
    if one is None or other is None:
        return None
    below = sum(reply.wait / 3600 < other.hours for reply in some)
    above = sum(reply.wait / 3600 > other.hours for reply in some)
    if abs(below - above) / 2 <= NINETY * sqrt(below + above) / 2:
        return None
    if below > above and TWICE * one.hours <= other.hours:
        return "sooner"
    return "later" if above > below and one.hours >= TWICE * other.hours else None


def replies(found: dict[int, tuple[list[Reply], list[Reply]]], person: int, as_of: int) -> Replies:
    """Give how soon mail is answered in the tie with one person; see `Replies`.

    Args:
        found: from `answers`, of the mail of the last 540 days with everybody.
        person: whom it is about.
        as_of: the day of looking.
    """
    mine, theirs = found.get(person, ([], []))
    everybody = [one for some, _ in found.values() for one in some]
    since = (as_of + 1 - LATELY) * _DAY
    return Replies(
        mine=speed(mine),
        theirs=speed(theirs),
        usual=speed(everybody),
        than_usual=compared(mine, everybody),
        lately=compared(
            [one for one in theirs if one.seconds >= since], [one for one in theirs if one.seconds < since]
        ),
    )


def begin(as_of: int) -> int:
    """Give the day after which mail counts."""
    return as_of - WINDOW
