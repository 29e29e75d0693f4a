"""Amounts: how much of the contact in a tie was about the task and how much had room for the other, month by month.

Every interaction has a task part *and* a relation part (article 3), so both amounts may rise together. A share is never
said of fewer than 20 interactions, and always with what it may be instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from hecht.core.days import to_date
from hecht.core.ties.strength import KNOWN_NEEDED

ROOM = 50
"""Relation part from which one interaction had room for the other."""
RUBBED = 50
"""Friction mark from which an interaction is said to have rubbed."""
HABIT_WEIGHT = 10
"""Interactions that a person's own habit counts for, beside those of the tie."""
NINETY = 1.645
"""Standard deviations either way that hold nine in ten of a normal distribution."""
ENOUGH = 5
"""Interactions on either side without which nothing is said of a change."""
SPELL = 14
"""Days within which two interactions with friction are one time in which it rubbed; one alone says too little."""


class Toned(NamedTuple):
    """One interaction of a tie whose relation part is known: its key, day, channel, whose it was, and its tone."""

    key: int
    day: int
    channel: int
    mine: bool
    relation: int
    friction: int


@dataclass(frozen=True, slots=True)
class MonthAmounts:
    """Both amounts of one month (`2026-11`): sums of (100 - relation)/100 and relation/100, and how often it rubbed.

    `friction` counts the interactions of times in which it rubbed; one alone says too little (see `rubbings`). `share`
    (0-1) is the part with room for the other as far as `count` interactions can tell, drawn towards what is usual (see
    `months`), and lies between `low` and `high` nine times in ten: with few interactions far apart.
    """

    month: str
    task: float
    relation: float
    friction: int
    count: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Share:
    """A share of contact with room for the other, 0-1, with what it lies between nine times in ten, over `count` interactions."""

    share: float
    low: float
    high: float
    count: int


def months(items: Sequence[Toned], habit: float) -> list[MonthAmounts]:
    """Give both amounts for every month with contact, in order.

    The share of a month is drawn towards that of the whole tie, as that is drawn towards `habit` (see `estimate`): one
    warm mail makes no warm month.

    Args:
        items: the interactions of one tie.
        habit: the person's own share with room for the other over everybody, 0-1.
    """
    found: dict[str, list[Toned]] = {}
    for item in items:
        found.setdefault(to_date(item.day).isoformat()[:7], []).append(item)
    rubbed = {day for spell in _spells(items) for day in spell}
    usual = estimate(items, habit).share
    given = []
    for month, some in sorted(found.items()):
        relation = sum(item.relation for item in some) / 100
        part = estimate(some, usual)
        given.append(
            MonthAmounts(
                month=month,
                task=round(len(some) - relation, 2),
                relation=round(relation, 2),
                friction=sum(item.friction >= RUBBED and item.day in rubbed for item in some),
                count=len(some),
                share=round(part.share, 3),
                low=round(part.low, 3),
                high=round(part.high, 3),
            )
        )
    return given


def estimate(items: Sequence[Toned], habit: float) -> Share:
    """Give the share with room for the other as far as some interactions can tell, drawn towards a habit.

    Posterior of a Beta prior with mean `habit` that counts as 10 interactions: mean
    `p = (10 habit + sum r/100) / (10 + n)`, standard deviation `sqrt(p (1 - p) / (11 + n))`, interval `p +- 1.645 sd`
    within 0 and 1. Without interactions that is the habit itself.
    """
    count = len(items)
    total = sum(item.relation for item in items) / 100
    mean = (HABIT_WEIGHT * habit + total) / (HABIT_WEIGHT + count)
    spread = NINETY * sqrt(mean * (1 - mean) / (HABIT_WEIGHT + count + 1))
    return Share(mean, max(0.0, mean - spread), min(1.0, mean + spread), count)


def share(items: Sequence[Toned], habit: float) -> Share | None:
    """Give the share of a tie with room for the other (see `estimate`); None below 20 interactions."""
    return estimate(items, habit) if len(items) >= KNOWN_NEEDED else None


def only_task_since(items: Sequence[Toned]) -> int | None:
    """Give the day from which no interaction had room for the other, where there was room before.

    That is the day after the last one that had. True only when at least five interactions came after it, and of the
    twenty up to it at least a fifth (and two) had room; else None: what is not sure is not said.

    Args:
        items: the interactions of one tie, in order of time.
    """
    last = max((index for index, item in enumerate(items) if item.relation >= ROOM), default=None)
    if last is None or len(items) - last - 1 < ENOUGH:
        return None
    before = items[max(0, last - 19) : last + 1]
    warm = sum(item.relation >= ROOM for item in before)
    if len(before) < ENOUGH or warm < 2 or 5 * warm < len(before):  # noqa: PLR2004 - as said above
        return None
    return items[last].day + 1


def _spells(items: Sequence[Toned]) -> list[list[int]]:
    """Give the days of each time in which it rubbed: at least two interactions with friction, each within 14 days of the last."""
    spells: list[list[int]] = []
    for day in (item.day for item in items if item.friction >= RUBBED):
        if spells and day - spells[-1][-1] <= SPELL:
            spells[-1].append(day)
        else:
            spells.append([day])
    return [spell for spell in spells if len(spell) > 1]


class Rubbing(NamedTuple):
    """The last day of a time in which it rubbed, and what came of it: `went_on`, `quiet` or, while unclear, `open`."""

    day: int
    after: str


def rubbings(items: Sequence[Toned], active: Sequence[int], usual: float, as_of: int) -> list[Rubbing]:
    """Give the times in which it rubbed with what followed (article 5: it may chafe; handled well it is gain).

    A single message is never labelled: at least two with a friction mark within a fortnight make one time.

    Args:
        items: the interactions of one tie, in order of time.
        active: its days of contact, in order.
        usual: the gap in days within which contact usually follows; a week at least is given.
        as_of: the day of looking.
    """
    patience = max(7.0, usual)
    found: list[Rubbing] = []
    for spell in _spells(items):
        following = next((other for other in active if other > spell[-1]), None)
        if (following or as_of) - spell[-1] > patience:
            found.append(Rubbing(spell[-1], "quiet"))
        else:
            found.append(Rubbing(spell[-1], "went_on" if following else "open"))
    return found


def by_quarter(items: Sequence[Toned], as_of: int) -> tuple[tuple[float, int], tuple[float, int]]:
    """Give (share with room, interactions) of the last 30 days and of the 90 days before those; shares are means of r/100."""
    parts = []
    for begin, end in ((as_of - 30, as_of), (as_of - 120, as_of - 30)):
        some = [item.relation for item in items if begin < item.day <= end]
        parts.append((sum(some) / (100 * len(some)) if some else 0.0, len(some)))
    return parts[0], parts[1]


class ChannelChange(NamedTuple):
    """A channel that gave way to another within the last half year: "mail replaced meeting"; days of each before and since."""

    gone: int
    came: int
    before: int
    since: int


def channel_change(days: Sequence[tuple[int, int]], as_of: int) -> ChannelChange | None:
    """Give the channel that had at least four in ten contact days of the year before and at most one in ten of the last half.

    Args:
        days: (day, channel) of one tie, a pair once.
        as_of: the day of looking.

    Returns:
        None where there were fewer than five days in either part, or where nothing took its place.
    """
    since = [channel for day, channel in days if as_of - 182 < day <= as_of]
    before = [channel for day, channel in days if as_of - 547 < day <= as_of - 182]
    if len(since) < ENOUGH or len(before) < ENOUGH:
        return None
    channels = sorted(set(before))
    gone = max(channels, key=lambda one: (before.count(one) / len(before) - since.count(one) / len(since), -one))
    came = max(sorted(set(since)), key=lambda one: (since.count(one), -one))
    if 10 * before.count(gone) < 4 * len(before) or 10 * since.count(gone) > len(since) or came == gone:
        return None
    return ChannelChange(gone, came, before.count(gone), since.count(gone))
