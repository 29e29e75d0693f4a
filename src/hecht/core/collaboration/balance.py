"""Content and relation in a partnership: both amounts by month, and which of the scenarios of article 5 it shows, how surely.

What is counted are *occasions* (`occasions`), and what is said of them is weighed by month in `course`: work alone all along,
room for each other, or room at first and work alone from some day on (the *turn*).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from hecht.core.collaboration.course import BLOCK, SETTLED, course
from hecht.core.collaboration.early import BEGINNING, Early, early
from hecht.core.collaboration.item import Item
from hecht.core.collaboration.milestones import AGREED, Milestone
from hecht.core.collaboration.occasions import Stretch, occasions
from hecht.core.collaboration.seen import ENOUGH
from hecht.core.ties.amounts import MonthAmounts, Toned, months

MONTH = 30.44
FEWEST = 8
"""Occasions below which nothing is said of content and relation."""
SURE, TURN_SURE = 0.5, 0.9
"""Certainty below which it is not yet to be said; a turn is said only when it is surer, since that is what one acts on."""
LASTS, LASTED_SURE = 50, 0.74
"""Days after which a turn that has lasted is said from this certainty on: most lulls have passed by then.

These and `TURN_SURE` were chosen together on simulated partnerships: of those that went on with room about one in twenty was
called a turn at any of the looks in its whole course. The pairs are in docs/evidence-collaborations.md.
"""
LITTLE = 2.0
"""Days of contact a month on each line between two parties, below which there is little contact."""
RECENT = 180
"""Days over which little contact is counted."""
_TWO = 2


class Scenario(StrEnum):
    """How content and relation go together."""

    CONTENT_FIRST = "content_first"
    RELATION_FIRST = "relation_first"
    TOGETHER = "together"
    LITTLE_CONTACT = "little_contact"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Balance:
    """What is recognised, since which day, and how surely (0-1), with what it rests on.

    `seen_share` is the part of the contact between the parties that can be seen (see `seen_part`). `before` and `after` are
    the occasions up to the turn and from it on; without a turn all of them are in `after`. `agreed` is the milestone in the
    60 days before the turn, if there is one. `rate` is the number of contact days a month on a line between two parties that is seen, of
    the last 180 days. `why` says why it is unclear: `few`, `toneless` (there is contact, of whose tone too little
    is known), `unseen`, `early`, `even` or nothing. `early` is the early sign that room dries up, if there is one and no turn
    is stated (`hecht.core.collaboration.early`).
    """

    scenario: Scenario
    since: int | None
    certainty: float
    seen_share: float
    months: tuple[MonthAmounts, ...]
    before: Stretch
    after: Stretch
    agreed: Milestone | None
    rate: float
    why: str = ""
    early: Early | None = None


def balance(
    items: Sequence[Item],
    party: Mapping[int, str],
    start: int,
    as_of: int,
    *,
    observers: Collection[int] | None = None,
    reported: Collection[tuple[str, str]] = (),
    milestones: Sequence[Milestone] = (),
) -> Balance:
    """Recognise how content and relation go together in a partnership.

    Args:
        items: interactions that belong to it, none later than `as_of`, in any order.
        party: the party of everybody who takes part.
        start: the day it began.
        as_of: the day of looking.
        observers: people whose contact is seen whole; None: everybody's is.
        reported: lines between parties of which somebody told the contact.
        milestones: what was agreed when; those after `as_of` do not count.

    Returns:
        `little_contact` only where everybody's contact is seen: from one mailbox it is `unclear` instead, and so it is where
        that shows less than a day a month on each line. Below half of the contact seen, below eight occasions, or below the
        certainty asked for (`SURE`, `TURN_SURE`, `LASTED_SURE`) it is `unclear` too.
    """
    between = [one for one in items if one.day <= as_of and len(_parties(one, party)) > 1]
    found = occasions(between)
    watched = _watched(party, observers, reported)
    share = seen_part(between, party, watched)
    rate = _rate(between, party, watched, max(start, as_of - RECENT), as_of)
    toned = [
        Toned(one.key, one.day, one.channel, mine=False, relation=one.relation, friction=one.friction)
        for one in sorted(between, key=lambda one: (one.seconds, one.key))
        if one.relation is not None
    ]
    habit = sum(one.relation for one in toned) / (100 * len(toned)) if toned else 0.0
    amounts = tuple(months(toned, habit))
    whole = Stretch(len(found), sum(one.room for one in found))

    sign: Early | None = None

    def said(scenario: Scenario, since: int | None, certainty: float, why: str = "") -> Balance:
        return Balance(
            scenario, since, round(certainty, 3), round(share, 3), amounts, Stretch(0, 0), whole, None, rate, why, sign
        )

    if share < ENOUGH:
        return said(Scenario.UNCLEAR, None, 0.0, "unseen")
    if rate < LITTLE and observers is None:
        if as_of - start < BEGINNING:
            return said(Scenario.UNCLEAR, None, 0.0, "early")
        return said(Scenario.LITTLE_CONTACT, max(start, as_of - RECENT), min(1.0, 1 - rate / (2 * LITTLE)))
    if len(found) < FEWEST or rate < LITTLE / 2:  # so little in one mailbox: there may be more elsewhere
        unknown = rate >= LITTLE / 2 and len({one.day for one in between}) >= FEWEST
        return said(Scenario.UNCLEAR, None, 0.0, "toneless" if unknown else "few")
    signed = [one.day for one in milestones if one.day <= as_of and one.kind in AGREED]
    seen = course(found, start, as_of, signed)
    chances = {
        Scenario.CONTENT_FIRST: seen.work,
        Scenario.RELATION_FIRST: seen.turned,
        Scenario.TOGETHER: seen.room,
    }
    scenario = max(chances, key=lambda one: chances[one])
    certainty = chances[scenario]
    lasted = seen.since is not None and as_of - seen.since >= LASTS
    asked = SURE if scenario is not Scenario.RELATION_FIRST else LASTED_SURE if lasted else TURN_SURE
    if scenario is not Scenario.RELATION_FIRST or certainty < asked:
        sign = early(found, start, as_of, seen, signed)
    if certainty < asked:
        return said(Scenario.UNCLEAR, None, certainty, "even")
    begun = seen.since or start
    if scenario is Scenario.RELATION_FIRST and not any(one.room for one in found if begun - BLOCK <= one.day < begun):
        begun -= BLOCK  # too little contact there to weigh, and none of it with room
    before = [one for one in found if one.day < begun]
    after = found[len(before) :]
    if not before or not after or scenario is Scenario.CONTENT_FIRST:
        return said(scenario, start, certainty)
    since = after[0].day
    agreed = max(
        (one for one in milestones if one.kind in AGREED and since - SETTLED <= one.day <= since),
        key=lambda one: one.day,
        default=None,
    )
    return Balance(
        scenario,
        since,
        round(certainty, 3),
        round(share, 3),
        amounts,
        Stretch(len(before), sum(one.room for one in before)),
        Stretch(len(after), sum(one.room for one in after)),
        agreed,
        rate,
        early=sign,
    )


def seen_part(items: Sequence[Item], party: Mapping[int, str], watched: Collection[tuple[str, ...]]) -> float:
    """Give the part of the contact between the parties that can be seen, 0-1.

    Contact of two parties alone is seen on the lines that are watched (`s` of all lines), and contact of three or more
    parties at once shows on all lines whenever one of them is watched. With J days of the latter and B days of the former
    on a watched line, taken to be as many on the others, that is `(J + s B) / (J + B)`; 1 when there is no line that is not
    watched, `s` when there was no contact.
    """
    lines = _lines(party)
    if not lines:
        return 1.0
    s = len(set(lines) & set(watched)) / len(lines)
    several = [(one.day, _parties(one, party)) for one in items]
    joint = {day for day, parties in several if len(parties) > _TWO}
    alone = {(day, parties) for day, parties in several if len(parties) == _TWO and parties in set(watched)}
    per_line = len(alone) / len(watched) if watched else 0.0
    total = len(joint) + per_line
    return (len(joint) + s * per_line) / total if total and watched else s


def _parties(item: Item, party: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(sorted({party[one] for one in item.people if one in party}))


def _lines(party: Mapping[int, str]) -> list[tuple[str, ...]]:
    return list(combinations(sorted(set(party.values())), 2))


def _watched(
    party: Mapping[int, str], observers: Collection[int] | None, reported: Collection[tuple[str, str]]
) -> list[tuple[str, ...]]:
    if observers is None:
        return _lines(party)
    there = {party[one] for one in observers if one in party}
    return [line for line in _lines(party) if there & set(line) or line in reported]


def _rate(
    items: Sequence[Item], party: Mapping[int, str], watched: Sequence[tuple[str, ...]], since: int, as_of: int
) -> float:
    """Give the days of contact a month on a watched line, in the mean over those lines."""
    days: dict[tuple[str, ...], set[int]] = {line: set() for line in watched}
    for one in items:
        if one.day > since:
            for line in combinations(_parties(one, party), 2):
                if line in days:
                    days[line].add(one.day)
    span = max(as_of - since, 1) / MONTH
    return round(sum(map(len, days.values())) / len(days) / span, 2) if days else 0.0
