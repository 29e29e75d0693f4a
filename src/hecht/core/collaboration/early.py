"""The early sign: whether room for each other seems to be drying up, before that can be stated; worded as a question.

A turn can be stated only when it is quite sure (`hecht.core.collaboration.balance`), and from one mailbox that takes long. What
shows sooner is that informal contact stays away: with as many days with room as there were, how many more would have been
expected by now, since the last one and since the last but one (`missed`)? Weighed together with the chance of a turn by the
course and with an agreement in the 60 days before (article 5), that gives the chance that room has gone, as a logistic sum:

    log odds = ODDS + TURN log odds of a turn + FIRST log(1 + missed since the last)
               + SECOND log(1 + missed since the last but one) + SIGNED when something was agreed

It is right less often than what is stated, so it is asked and not told, and it rests when it was answered. Weights and line
were found on the first and third generators of simulated partnerships (seeds from 100,000): the line is the lowest of .60,
.65, .70, .75 and .80 at which, from everything and from one mailbox of both, partnerships that went on together showed it at
no more than 2 % of fortnightly looks and no more than 5 % at their end. What came of it is in docs/evidence-collaborations.md.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from hecht.core.collaboration.course import SETTLED, Course
from hecht.core.collaboration.occasions import Occasion, Stretch

LINE = 0.75
"""Certainty from which it is asked."""
ODDS, TURN, FIRST, SECOND, SIGNED = -2.73, 0.65, 0.78, 0.84, 0.82
"""The weights of the sum."""
LEAST, MOST = 20, 15.0
"""Days over which it is counted how often there was room, at least; and what may be missed at most: more says no more."""
SURE = 9.2
"""Log odds of a turn beyond which surer says no more."""
LASTING, FEWEST, HALVED = 13, 3, 0.5
"""Days of a stretch that is spoken of, and occasions in it, at least; and how much of the room before it may hold, at most."""
BEGINNING = 60
"""Days from the start in which nothing is asked: at the beginning one is wary (article 4)."""
WEEKS = (41, 62)
"""Days before the day of looking at which the stretch begins when it cannot begin at a day with room: six weeks, or nine."""
ANSWERS = ("seen", "usual")
"""What one may answer: that it is seen, or that it is how it goes here."""
_TWO = 2


class Early(NamedTuple):
    """An early sign: the first day of the stretch it is about, how sure it is (0-1), and the occasions before it and in it."""

    since: int
    certainty: float
    before: Stretch
    after: Stretch


def early(found: Sequence[Occasion], start: int, as_of: int, course: Course, agreed: Sequence[int]) -> Early | None:
    """Give the early sign of a day, or None.

    Args:
        found: the occasions up to that day, in order of day.
        start: the day it began.
        as_of: the day of looking.
        course: how likely each course is on that day.
        agreed: days of agreements up to that day.

    Returns:
        None when work alone from the start is the likeliest, below the line, in the first 60 days, and where no stretch of two
        weeks and three occasions has at most half the part with room that there was before it: then it would not be true. The
        stretch begins after the last day with room, else after the last but one, else it is the last six or nine weeks.
    """
    rooms = sorted({one.day for one in found if one.room})
    if as_of - start < BEGINNING or course.work > max(course.turned, course.room):
        return None
    turn = min(max(course.turned, 1e-9), 1 - 1e-9)
    odds = ODDS + TURN * min(max(math.log(turn / (1 - turn)), -SURE), SURE)
    odds += FIRST * math.log1p(missed(rooms, start, as_of, 1)) + SECOND * math.log1p(missed(rooms, start, as_of, _TWO))
    odds += SIGNED * any(0 <= as_of - one <= SETTLED for one in agreed)
    certainty = 1 / (1 + math.exp(-odds))
    if certainty < LINE:
        return None
    for since in (*(rooms[-back] + 1 for back in (1, _TWO) if len(rooms) >= back), *(as_of - one for one in WEEKS)):
        before, after = _cut(found, since)
        if (
            as_of - since >= LASTING
            and after.occasions >= FEWEST
            and before.room
            and after.room * before.occasions <= HALVED * before.room * after.occasions
        ):
            return Early(since, round(certainty, 3), before, after)
    return None


def rests(sign: Early, answer: str, day: int) -> bool:
    """Say whether a sign rests after an answer of a day.

    After `usual` (that is how it goes here) always; after `seen` while it is still about a stretch that had begun by then.
    """
    return answer == "usual" or (answer == "seen" and sign.since <= day)


def missed(rooms: Sequence[int], start: int, as_of: int, back: int) -> float:
    """Give how many days with room were to be expected since the last (1) or the last but one (2), had it gone on as before.

    With n days with room up to that one, over t days from the start (20 at least), that is n / t times the days since, at most
    15; 0 when there are no so many.
    """
    if len(rooms) < back:
        return 0.0
    last = rooms[-back]
    return min(MOST, (as_of - last) * (len(rooms) - back + 1) / max(last - start, LEAST))


def _cut(found: Sequence[Occasion], since: int) -> tuple[Stretch, Stretch]:
    before = [one.room for one in found if one.day < since]
    after = [one.room for one in found if one.day >= since]
    return Stretch(len(before), sum(before)), Stretch(len(after), sum(after))
