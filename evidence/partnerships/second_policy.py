"""What a partnership decides of itself in the second generator: room for one another, pace, milestones; and the seasons."""

from dataclasses import dataclass
from datetime import date
from random import Random

from evidence.partnerships.shape import Scenario

_EPOCH = date(1970, 1, 1).toordinal()
_ELECTIONS = (date(2022, 3, 16), date(2023, 3, 15), date(2026, 3, 18))


def date_of(day: int) -> date:
    """Give the date of a day number."""
    return date.fromordinal(day + _EPOCH)


def day_of(on: date) -> int:
    """Give the day number of a date."""
    return on.toordinal() - _EPOCH


def workday(day: int) -> int:
    """Give the day itself, or the Monday after a weekend."""
    return day + max(0, 7 - (day + 3) % 7) if (day + 3) % 7 > 4 else day


def season(day: int) -> float:
    """Give how much of the usual work is done in this time of the year, 0 to 1."""
    on = date_of(day)
    if (on.month == 12 and on.day >= 21) or (on.month == 1 and on.day <= 4):
        return 0.06
    if (on.month == 7 and on.day >= 14) or (on.month == 8 and on.day <= 22):
        return 0.28
    if (
        (on.month == 5 and on.day <= 6)
        or (on.month == 2 and 14 <= on.day <= 20)
        or (on.month == 10 and 15 <= on.day <= 22)
    ):
        return 0.65
    return 1.0


def locked(day: int) -> bool:
    """Say whether people met on a screen alone: the Dutch lockdowns of the winters of 2021 and 2022."""
    on = date_of(day)
    return on < date(2021, 5, 20) or date(2021, 12, 19) <= on < date(2022, 1, 26)


@dataclass(frozen=True, slots=True)
class Policy:
    """How a partnership means to go about content and relation; the scenario.

    Attributes:
        scenario: which one. turn: the day it changed; None where it never did.
        warm: the room for one another while it is cared for, 0 to 1.
        cold: the room that is left where it is not.
        pace: how much this partnership works, about 1.
    """

    scenario: Scenario
    turn: int | None
    warm: float
    cold: float
    pace: float

    def cares(self, day: int) -> bool:
        """Say whether relations are cared for on purpose on a day."""
        if self.scenario == "relation_first":
            return self.turn is None or day < self.turn
        return self.scenario == "together"

    def room(self, day: int, linger: int) -> float:
        """Give the room two people find for one another; after a turn it goes in `linger` days, for each two at its own speed."""
        if self.cares(day):
            return self.warm
        if self.turn is None or day >= self.turn + linger:
            return self.cold
        return self.cold + (self.warm - self.cold) * (1 - (day - self.turn) / linger)

    def by_itself(self, between: float) -> float:
        """Give the room that people who came to like each other make themselves; hardly any once it is business only."""
        part = {"content_first": 0.18, "together": 0.18, "relation_first": 0.04, "little_contact": 0.0}[self.scenario]
        return part * max(0.0, between - 0.3)

    def drive(self, day: int) -> float:
        """Give how hard they work on the content on a day, about 1."""
        if self.scenario == "little_contact":
            return 0.04 * self.pace
        if self.scenario == "relation_first":
            return self.pace * (0.45 if self.cares(day) else 1.2)
        return self.pace


def milestones(rnd: Random, scenario: Scenario, start: int, end: int) -> tuple[tuple[int, str], ...]:
    """Give the milestones from the start until some seven months after the end, in order."""
    found: list[tuple[int, str]] = []
    if scenario == "little_contact":
        found.append((workday(start + rnd.randint(0, 25)), rnd.choice(("intent", "covenant"))))
    else:
        speed, day = rnd.uniform(0.6, 1.5), start
        steps = (
            ("vision", 50, 110),
            ("intent", 40, 100),
            ("covenant", 50, 140),
            ("cost_decision", 60, 150),
            ("permit", 80, 180),
        )
        for kind, least, most in steps:
            day += round(speed * rnd.uniform(least, most))
            if rnd.random() < 0.8:
                found.append((workday(day), kind))
    budgets = [
        workday(day_of(date(year, 11, 1)) + rnd.randint(0, 18))
        for year in range(date_of(start).year, date_of(end).year + 2)
    ]
    found += [(day, "budget") for day in budgets if rnd.random() < 0.6]
    found += [(day_of(on), "election") for on in _ELECTIONS]
    return tuple(sorted(one for one in found if start <= one[0] <= end + 210))


def policy_of(rnd: Random, scenario: Scenario, start: int, end: int, known: tuple[tuple[int, str], ...]) -> Policy:
    """Draw a policy; a turn comes after four weeks to nine months of acquaintance, five weeks before the end at the latest.

    In half of the cases where a vision or a letter of intent falls in that time, it is the moment on which everything seems settled, and
    the turn follows within two weeks.
    """
    turn = None
    if scenario == "relation_first":
        first, last = start + 28, end - 35
        turn = min(last, max(first, start + min(275, round((end - start) * rnd.uniform(0.2, 0.6)))))
        settled = [
            day for day, kind in known if kind in {"vision", "intent"} and first <= day <= min(last - 14, start + 275)
        ]
        if settled and rnd.random() < 0.5:
            turn = rnd.choice(settled) + rnd.randint(1, 12)
        turn = workday(turn)
    warm = {"relation_first": rnd.uniform(0.75, 1.0), "together": rnd.uniform(0.5, 0.85)}.get(scenario, 0.0)
    cold = {"content_first": rnd.uniform(0.05, 0.16), "little_contact": 0.02}.get(scenario, rnd.uniform(0.02, 0.07))
    return Policy(scenario, turn, warm, cold, min(2.2, max(0.5, rnd.lognormvariate(0, 0.35))))
