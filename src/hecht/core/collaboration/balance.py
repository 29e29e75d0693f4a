"""Content and relation in a partnership: both amounts by month, and which of the scenarios of article 5 it shows, how surely.

An *occasion* is one day on which the same people of at least two parties had contact, and whose relation part is known; it
had room when something in it had a relation part of 50 (a meeting, call or visit) or 60 (a mail or day of chat, of which one alone is
judged with doubt). Four courses are weighed against each other: work alone all along, room all along, room at first and work
alone from some day on (the *turn*), and the other way round.

Occasions are taken in blocks of 15 days, since those of one block resemble each other. The chance that an occasion of a block
has room is Beta(0.7, 14) in a stretch of work alone (one in twenty-one) and Beta(1.5, 4) in one with room (three in eleven),
drawn anew for every block; so a block of n occasions of which k had room weighs `B(a + k, b + n - k) / B(a, b)`. A turn may lie
before any block that leaves four occasions on either side. The 60 days after a vision, a letter of intent or a covenant are
four times as likely as others, for that is when all seems settled (article 5).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, combinations
from math import exp, lgamma, log
from typing import NamedTuple

from hecht.core.collaboration.item import Item
from hecht.core.collaboration.milestones import AGREED, Milestone
from hecht.core.collaboration.seen import ENOUGH
from hecht.core.model import Channel
from hecht.core.ties.amounts import MonthAmounts, Toned, months

MONTH = 30.44
WORK, ROOM = (0.7, 14.0), (1.5, 4.0)
"""The Beta distributions of the chance that an occasion of a block has room, in work alone and with room.

Chosen on simulated partnerships (`evidence/partnerships`, the first generator, seeds from 100,000), as were `BLOCK`, `SURE` and
`TURN_SURE`; what came of it on others, and what was changed after that was known, is in docs/evidence-collaborations.md.
"""
ROOM_MET, ROOM_WRITTEN = 50, 60
"""Relation part from which a meeting, call or visit had room for the other, and a mail or day of chat."""
BLOCK = 15
"""Days of a block: within one, occasions resemble each other (a week of talks, a week of figures)."""
EITHER_SIDE = 4
"""Occasions on either side without which there is no turn."""
SETTLED, TIMES = 60, 4.0
"""Days after an agreement in which a turn is more likely, and how many times."""
FEWEST = 8
"""Occasions below which nothing is said of content and relation."""
SURE, TURN_SURE = 0.5, 0.8
"""Certainty below which it is not yet to be said; a turn is said only when it is surer, since that is what one acts on."""
LITTLE = 2.0
"""Days of contact a month on each line between two parties, below which there is little contact."""
RECENT = 180
"""Days over which little contact is counted."""
_TWO = 2
BEGINNING = 60
"""Days from the start in which nothing is said of how much contact there is: at the beginning one is wary (article 4)."""
_COURSES = {"work": 0.3, "room": 0.3, "turned": 0.3, "warmed": 0.1}
"""How likely each course is beforehand."""


class Scenario(StrEnum):
    """How content and relation go together."""

    CONTENT_FIRST = "content_first"
    RELATION_FIRST = "relation_first"
    TOGETHER = "together"
    LITTLE_CONTACT = "little_contact"
    UNCLEAR = "unclear"


class Stretch(NamedTuple):
    """Occasions of a stretch of time, and how many of them had room for each other."""

    occasions: int
    room: int


@dataclass(frozen=True, slots=True)
class Balance:
    """What is recognised, since which day, and how surely (0-1), with what it rests on.

    `seen_share` is the part of the contact between the parties that can be seen (see `seen_part`). `before` and `after` are
    the occasions up to the turn and from it on; without a turn all of them are in `after`. `agreed` is the milestone in the
    60 days before the turn, if there is one. `rate` is the number of contact days a month on a line between two parties that is seen, of
    the last 180 days. `why` says why it is unclear: `few`, `toneless` (there is contact, of whose tone too little
    is known), `unseen`, `early`, `even` or nothing.
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


class _Occasion(NamedTuple):
    day: int
    room: bool


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
        certainty asked for (`SURE`, `TURN_SURE`) it is `unclear` too.
    """
    between = [one for one in items if one.day <= as_of and len(_parties(one, party)) > 1]
    occasions = _occasions(between)
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
    whole = Stretch(len(occasions), sum(one.room for one in occasions))

    def said(scenario: Scenario, since: int | None, certainty: float, why: str = "") -> Balance:
        return Balance(
            scenario, since, round(certainty, 3), round(share, 3), amounts, Stretch(0, 0), whole, None, rate, why
        )

    if share < ENOUGH:
        return said(Scenario.UNCLEAR, None, 0.0, "unseen")
    if rate < LITTLE and observers is None:
        if as_of - start < BEGINNING:
            return said(Scenario.UNCLEAR, None, 0.0, "early")
        return said(Scenario.LITTLE_CONTACT, max(start, as_of - RECENT), min(1.0, 1 - rate / (2 * LITTLE)))
    if len(occasions) < FEWEST or rate < LITTLE / 2:  # so little in one mailbox: there may be more elsewhere
        unknown = rate >= LITTLE / 2 and len({one.day for one in between}) >= FEWEST
        return said(Scenario.UNCLEAR, None, 0.0, "toneless" if unknown else "few")
    chances, turn = _weigh(occasions, start, [one for one in milestones if one.day <= as_of and one.kind in AGREED])
    found = {
        Scenario.CONTENT_FIRST: chances["work"],
        Scenario.RELATION_FIRST: chances["turned"],
        Scenario.TOGETHER: chances["room"] + chances["warmed"],
    }
    scenario = max(found, key=lambda one: found[one])
    certainty = found[scenario]
    if certainty < (TURN_SURE if scenario is Scenario.RELATION_FIRST else SURE):
        return said(Scenario.UNCLEAR, None, certainty, "even")
    turned = scenario is Scenario.RELATION_FIRST or (
        scenario is Scenario.TOGETHER and chances["warmed"] > chances["room"]
    )
    if not turned:
        return said(scenario, start, certainty)
    at = turn["turned" if scenario is Scenario.RELATION_FIRST else "warmed"]
    before, after = occasions[:at], occasions[at:]
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


def _occasions(items: Sequence[Item]) -> list[_Occasion]:
    found: dict[tuple[int, frozenset[int]], bool] = {}
    for one in items:
        if one.relation is not None:
            key = one.day, frozenset(one.people)
            least = ROOM_WRITTEN if one.channel in (Channel.MAIL, Channel.CHAT) else ROOM_MET
            found[key] = found.get(key, False) or one.relation >= least
    made = [(day, sorted(people), room) for (day, people), room in found.items()]
    return [_Occasion(day, room) for day, _, room in sorted(made)]


def _weight(prior: tuple[float, float], block: Stretch) -> float:
    """Give the logarithm of the weight of a block in a stretch; see the module."""
    a, b = prior
    n, k = block
    return lgamma(a + k) + lgamma(b + n - k) - lgamma(a + b + n) - lgamma(a) - lgamma(b) + lgamma(a + b)


def _weigh(
    occasions: Sequence[_Occasion], start: int, agreed: Sequence[Milestone]
) -> tuple[dict[str, float], dict[str, int]]:
    """Give the chance of each course, and for those with a turn the index of the occasion with which it most likely began."""
    blocks: dict[int, Stretch] = {}
    firsts: dict[int, int] = {}
    for index, one in enumerate(occasions):
        block = (one.day - start) // BLOCK
        n, k = blocks.get(block, Stretch(0, 0))
        blocks[block] = Stretch(n + 1, k + one.room)
        firsts.setdefault(block, index)
    order = sorted(blocks)
    work = [0.0, *accumulate(_weight(WORK, blocks[one]) for one in order)]
    room = [0.0, *accumulate(_weight(ROOM, blocks[one]) for one in order)]
    logs = {"work": work[-1], "room": room[-1], "turned": float("-inf"), "warmed": float("-inf")}
    places = [at for at in range(1, len(order)) if EITHER_SIDE <= firsts[order[at]] <= len(occasions) - EITHER_SIDE]
    turn: dict[str, int] = {}
    if places:
        days = {at: start + order[at] * BLOCK for at in places}
        prior = [TIMES if any(-BLOCK <= days[at] - one.day <= SETTLED for one in agreed) else 1.0 for at in places]
        whole = log(sum(prior))
        for name, first, second in (("turned", room, work), ("warmed", work, room)):
            every = [
                log(weight) - whole + first[at] + second[-1] - second[at]
                for at, weight in zip(places, prior, strict=True)
            ]
            best = max(every)
            logs[name] = best + log(sum(exp(one - best) for one in every))
            turn[name] = firsts[order[places[every.index(best)]]]
    logs = {name: value + log(_COURSES[name]) for name, value in logs.items()}
    top = max(logs.values())
    weights = {name: exp(value - top) for name, value in logs.items()}
    summed = sum(weights.values())
    return {name: value / summed for name, value in weights.items()}, turn
