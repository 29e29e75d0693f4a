"""What one partnership of the third generator is drawn with: people, rhythm, tone, and how content and relation go up and down.

Nearly every number is drawn anew for each partnership, and widely, so that what does well on all of them cannot lean on one
way of working.
"""

import datetime as dt
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from evidence.partnerships.shape import Scenario

MONTH = 30.44
_EPOCH = dt.date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Person:
    """A delegate: from when until when, how often met (one is usual), and how much warmer their work mails sound."""

    name: str
    organisation: str
    since: int
    until: int
    busy: float
    manner: float


@dataclass(frozen=True, slots=True)
class Tone:
    """How relation shows in what was measured.

    Attributes:
        work: mean relation part of a mail about the work (0-1), with `narrow` for how close others lie to it.
        warm: mean of one with room for the other; `missed` of them sound as work.
        falsely: part of the work mails that sound warm.
        mixed: part of the work contact that has a little room while there is room (article 5: subtly, along with the work).
        unknown: part of the mails of which no relation part is known.
        titled: part of the meetings with room that have a title that says so; `plain` of those about the work.
    """

    work: float
    narrow: float
    warm: float
    missed: float
    falsely: float
    mixed: float
    unknown: float
    titled: float
    plain: float


@dataclass(frozen=True, slots=True)
class Lull:
    """Weeks in which the content or the room was another part of what it was."""

    since: int
    until: int
    content: float
    room: float


@dataclass(slots=True)
class Setting:
    """What one partnership is drawn with; `share` is the part of the contact between two that has room, at its start and end."""

    rng: random.Random
    scenario: Scenario
    start: int
    end: int
    turn: int | None
    people: list[Person]
    author: Person
    sees: float
    sees_room: float
    level: float
    growth: float
    share: tuple[float, float]
    low: float
    fade: int
    after: float
    steady: float
    tone: Tone
    lulls: list[Lull]
    joint: int
    groups: int
    written: float
    several: float
    outing: float
    friction: float
    summer: float
    winter: float
    _there: dict[int, list[Person]] = field(default_factory=dict)

    def there(self, day: int) -> list[Person]:
        """Give who takes part on a day."""
        if day not in self._there:
            self._there[day] = [one for one in self.people if one.since <= day < one.until]
        return self._there[day]

    def quiet(self, day: int) -> float:
        """Give how much of the usual contact there is in holidays."""
        season = season_of(day)
        return self.winter if season == "winter" else self.summer if season == "summer" else 1.0

    def lull(self, day: int) -> tuple[float, float]:
        """Give the parts of content and room that are left on a day."""
        content = room = 1.0
        for one in self.lulls:
            if one.since <= day < one.until:
                content, room = content * one.content, room * one.room
        return content, room

    def room(self, day: int) -> float:
        """Give the part of the contact between two that has room on a day, lulls aside."""
        first, last = self.share
        if self.turn is None:
            return first + (last - first) * (day - self.start) / (self.end - self.start)
        if day >= self.turn:
            return self.low
        return self.low + (first - self.low) * min(1.0, (self.turn - day) / self.fade)


@cache
def season_of(day: int) -> str:
    """Give the season of rest a day lies in, if any."""
    date = dt.date.fromordinal(_EPOCH + day)
    when = date.month, date.day
    if when >= (12, 21) or when <= (1, 4):
        return "winter"
    return "summer" if (7, 10) <= when <= (8, 25) else ""


def setting_of(rng: random.Random, scenario: Scenario) -> Setting:
    """Draw a partnership."""
    months = math.exp(rng.uniform(math.log(4.5 if scenario == "relation_first" else 3.02), math.log(23.9)))
    start = rng.randrange(17_000, 20_200)
    end = start + round(months * MONTH)
    turn = None
    if scenario == "relation_first":
        turn = start + round(max(1.3 * MONTH, rng.uniform(0.15, 0.65) * (end - start)))
        turn = min(turn, end - round(1.5 * MONTH))
    people = _people(rng, start, end)
    author = max((one for one in people if one.until == end and one.since == start), key=lambda one: one.busy)
    lines = math.comb(len({one.organisation for one in people}), 2)
    little = scenario == "little_contact"
    each = rng.uniform(math.log(0.1), math.log(1.5)) if little else rng.uniform(math.log(2.2), math.log(22))
    low = rng.uniform(0.0, rng.choice((0.02, 0.07)))
    share = _share(rng, scenario, low)
    manager = rng.random() < 0.55
    return Setting(
        rng=rng,
        scenario=scenario,
        start=start,
        end=end,
        turn=turn,
        people=people,
        author=author,
        sees=rng.uniform(0.22, 0.62) if manager else rng.uniform(0.08, 0.32),
        sees_room=math.exp(rng.gauss(0, 0.35)),
        level=math.exp(each) * (lines if little else 3 * (lines / 3) ** rng.uniform(0.35, 0.75)) / MONTH,
        growth=math.exp(rng.gauss(0, 0.35)),
        share=share,
        low=low,
        fade=rng.choice((1, rng.randint(7, 30), rng.randint(20, 75))),
        after=math.exp(rng.uniform(math.log(0.9), math.log(1.9))),
        steady=rng.uniform(1.5, 8),
        tone=_tone(rng),
        lulls=list(_lulls(rng, scenario, start, end, turn)),
        joint=round(math.exp(rng.uniform(math.log(7), math.log(95)))) * (4 if little else 1),
        groups=0 if little else rng.choice((0, 0, 1, 2, 3, 5)),
        written=rng.uniform(0.35, 0.97),
        several=rng.uniform(0, 0.4),
        outing=rng.choice((0.0, rng.uniform(0.2, 1.6))),
        friction=rng.uniform(0.0, 0.05),
        summer=rng.uniform(0.2, 0.95),
        winter=rng.uniform(0.05, 0.6),
    )


def _share(rng: random.Random, scenario: Scenario, low: float) -> tuple[float, float]:
    if scenario == "relation_first":
        full = rng.uniform(0.2, 0.8)
        return full, full
    if scenario == "together":
        first = rng.uniform(0.12, 0.6)
        return first, min(0.65, max(0.12, first * math.exp(rng.gauss(0, 0.3))))
    return low, low


def _tone(rng: random.Random) -> Tone:
    """Draw how well it was measured: from plainly to hardly."""
    return Tone(
        work=rng.uniform(0.03, 0.14),
        narrow=rng.uniform(3, 10),
        warm=rng.uniform(0.45, 0.8),
        missed=rng.uniform(0.03, 0.4),
        falsely=rng.choice((0.0, rng.uniform(0, 0.05))),
        mixed=rng.choice((0.0, rng.uniform(0.1, 0.6))),
        unknown=rng.uniform(0.05, 0.5),
        titled=rng.uniform(0.4, 1.0),
        plain=rng.uniform(0.75, 1.0),
    )


def _people(rng: random.Random, start: int, end: int) -> list[Person]:
    """Draw 3-14 parties of one to four people each, who stay, go, or are all replaced in a reorganisation."""
    found: list[Person] = []
    for index in range(rng.choices(range(3, 15), [1 / size for size in range(3, 15)])[0]):
        organisation = f"party{index + 1}"
        changed = rng.randrange(start + 30, end) if rng.random() < 0.2 and end - start > 90 else None
        stay = rng.uniform(10, 60) * MONTH
        for place in range(rng.choices((1, 2, 3, 4), (3, 4, 2, 1))[0]):
            since, number = start, place + 1
            while since < end:
                ends = [end, since + max(25, round(rng.expovariate(1 / stay)))]
                ends += [changed] if changed is not None and changed > since else []
                until = end if not index and not place else min(ends)
                manner = max(0.0, rng.gauss(-0.03, 0.07))
                name = f"{organisation}.{number}"
                found.append(Person(name, organisation, since, until, rng.lognormvariate(0, 0.7), manner))
                since, number = until + rng.randrange(40) * (until < end), number + 10
    return found


def _lulls(rng: random.Random, scenario: Scenario, start: int, end: int, turn: int | None) -> Iterator[Lull]:
    """Draw weeks of hard work, of little of anything, and of little room; in `together` and before a turn they pass."""
    span = end - start
    for _ in range(rng.choices((0, 1, 2), (6, 3, 1))[0] if span > 120 else 0):
        since = rng.randrange(start + 20, end - 40)
        yield Lull(since, since + rng.randint(14, 45), *((rng.uniform(0.1, 0.6),) * 2))
    if scenario == "together":
        for _ in range(rng.choices((0, 1, 2, 3), (3, 3, 2, 1))[0] if span > 100 else 0):
            length = rng.randint(18, 60)
            if span > length + 55:
                since = rng.randint(start + 30, end - 21 - length)
                yield Lull(since, since + length, rng.uniform(0.8, 1.7), rng.uniform(0.1, 0.8))
    if turn is not None and turn - start > 120 and rng.random() < 0.4:
        since = rng.randint(start + 20, turn - 70)
        yield Lull(since, since + rng.randint(18, 45), rng.uniform(0.8, 1.5), rng.uniform(0.2, 0.8))


def milestones_of(rng: random.Random, start: int, end: int, turn: int | None) -> tuple[tuple[int, str], ...]:
    """Draw what was agreed when: often near a turn, and as often without one."""
    found = []
    for kind, chance, low, high in (
        ("vision", 0.5, 0.05, 0.6),
        ("intent", 0.5, 0.1, 0.8),
        ("covenant", 0.75, 0.2, 0.9),
    ):
        if rng.random() < chance:
            found.append((start + round(rng.uniform(low, high) * (end - start)), kind))
    if turn is not None and rng.random() < 0.65:
        kind = rng.choice(("vision", "intent", "covenant", "covenant"))
        found = [one for one in found if one[1] != kind] + [(turn - rng.randint(-25, 55), kind)]
    found += [
        (rng.randrange(start, end + 120), kind) for kind in ("permit", "election", "budget") if rng.random() < 0.2
    ]
    found += [(end + rng.randint(5, 150), "cost_decision")] if rng.random() < 0.6 else []
    return tuple(sorted(found))
