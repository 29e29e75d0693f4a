"""Who takes part in a partnership of the first generator, how much contact there is and how it goes up and down."""

import datetime as dt
import math
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from evidence.partnerships.first_words import ALLIANCES, PARTIES
from evidence.partnerships.shape import Scenario

MONTH = 30.44
_EPOCH = dt.date(1970, 1, 1).toordinal()


@dataclass(slots=True)
class Person:
    """A delegate: from when until when, and how often others meet this one, against one for the usual."""

    name: str
    organisation: str
    since: int
    until: int
    busy: float


@dataclass(slots=True)
class Course:
    """How much there is on a day: contacts a day about the content, and with room for the other."""

    business: Callable[[int], float]
    personal: Callable[[int], float]
    warm: Callable[[int], float]
    tense: Callable[[int], bool]


@dataclass(slots=True)
class Crowd:
    """Who can be met on a day, the author aside."""

    people: list[Person]
    reach: frozenset[str]
    busy: list[float]

    def some(self, rng: random.Random, apart: Person | None = None) -> Person | None:
        """Somebody, of another organisation than `apart`; None where there is nobody."""
        if not self.reach - {apart.organisation if apart else ""}:
            return None
        while True:
            found = rng.choices(self.people, cum_weights=self.busy)[0]
            if apart is None or found.organisation != apart.organisation:
                return found


@dataclass(slots=True)
class Setting:
    """What one partnership is drawn with."""

    rng: random.Random
    scenario: Scenario
    start: int
    end: int
    turn: int | None
    people: list[Person]
    author: Person
    role: str
    pair: tuple[Person, Person] | None
    chatty: float
    language: str
    name: str
    unknown: float
    missed: float
    plain: float
    friction: float
    crowds: dict[int, Crowd] = field(default_factory=dict)

    def others(self, day: int) -> Crowd:
        """Everybody who takes part on a day, the author aside."""
        if day not in self.crowds:
            people = [one for one in self.people if one.since <= day < one.until and one is not self.author]
            reach = frozenset(one.organisation for one in people)
            self.crowds[day] = Crowd(people, reach, list(accumulate(one.busy for one in people)))
        return self.crowds[day]

    def words(self, table: Mapping[str, tuple[str, ...]]) -> str:
        """A title, one in eight in the other language."""
        other = "en" if self.language == "nl" else "nl"
        return self.rng.choice(table[other if self.rng.random() < 0.12 else self.language]).replace("*", self.name)


def setting_of(rng: random.Random, scenario: Scenario, start: int, end: int, turn: int | None) -> Setting:
    """Draw who takes part, in what language, and how well contact is measured."""
    parties = rng.sample(PARTIES, rng.choices(range(3, 9), (5, 5, 4, 3, 2, 2))[0])
    author = Person(f"{parties[0]}.1", parties[0], start, end, 1.0)
    people = [author]
    for organisation in parties:
        people += list(_delegates(rng, organisation, start, end, author))
    rng.shuffle(people)
    organisations = {one.organisation for one in people}
    pair = None
    if rng.random() < 0.4 and (scenario != "little_contact" or len(organisations) > 3):
        first = rng.choice(people)
        second = rng.choice([one for one in people if one.organisation != first.organisation])
        pair = first, second
    return Setting(
        rng=rng,
        scenario=scenario,
        start=start,
        end=end,
        turn=turn,
        people=people,
        author=author,
        role=rng.choices(("manager", "delegate"), (6, 4))[0],
        pair=pair,
        chatty=rng.uniform(0.5, 0.8) if scenario == "little_contact" else rng.uniform(0.15, 0.35),
        language=rng.choices(("nl", "en"), (3, 1))[0],
        name=rng.choice(ALLIANCES),
        unknown=rng.uniform(0.15, 0.35),
        missed=rng.uniform(0.08, 0.28),
        plain=rng.uniform(30, 54),
        friction=rng.uniform(0.01, 0.04),
    )


def _delegates(rng: random.Random, organisation: str, start: int, end: int, author: Person) -> Iterator[Person]:
    """One to four at a time; who leaves is followed by another after up to six weeks."""
    number = int(organisation == author.organisation)
    for _ in range(number, rng.choices(range(1, 5), (3, 4, 2, 1))[0]):
        since = start
        while since < end:
            number += 1
            stay = rng.expovariate(1 / (30 * MONTH))
            until = end if stay > end - since else since + max(30, round(stay))
            yield Person(f"{organisation}.{number}", organisation, since, min(until, end), rng.lognormvariate(0, 0.6))
            since = until + rng.randrange(45)


def milestones_of(rng: random.Random, start: int, end: int, turn: int | None) -> tuple[tuple[int, str], ...]:
    """Draw the milestones; of a covenant only the day depends on the scenario, and only where there is a turn."""
    span = end - start
    found = []
    signed = rng.random() < 0.8
    covenant = start + round(rng.uniform(0.35, 0.75) * span) if turn is None else turn + rng.randint(-45, 45)
    if signed:
        found.append((covenant, "covenant"))
    before = (covenant if signed else start + span // 2) - start
    if rng.random() < 0.6:
        found.append((start + round(rng.uniform(0.1, 0.45) * before), "vision"))
    if rng.random() < 0.7:
        found.append((start + round(rng.uniform(0.5, 0.9) * before), "intent"))
    others = [kind for kind in ("permit", "election", "budget") if rng.random() < 0.15]
    found += [(start + round(rng.uniform(0.2, 1.3) * span), kind) for kind in others]
    if rng.random() < 0.8:
        found.append((end + rng.randint(10, 150), "cost_decision"))
    return tuple(sorted(found))


def course_of(setting: Setting) -> Course:
    """Draw how much contact there is, how it grows, fades and dips."""
    rng, start, end, turn = setting.rng, setting.start, setting.end, setting.turn
    pairs = math.comb(len({one.organisation for one in setting.people}), 2)
    little = setting.scenario == "little_contact"
    if little:
        level = math.exp(rng.uniform(math.log(0.08), math.log(1.3))) * pairs / MONTH
    else:
        level = math.exp(rng.uniform(math.log(2.4), math.log(24))) * 3 * (pairs / 3) ** 0.5 / MONTH
    growth = rng.uniform(1, 1.5) if setting.scenario == "together" else rng.uniform(0.85, 1.4)
    dried = rng.uniform(0, 0.15 if little else 0.022)
    full = rng.uniform(0.5, 0.8) if turn else rng.uniform(0.22, 0.55) if setting.scenario == "together" else dried
    fade = rng.uniform(1, min(42, 0.35 * (turn - start))) if turn else 1
    beside = rng.uniform(0.6, 1) / (1 + 0.45 * full / (1 - full))  # contact for each other is about the content too
    level *= beside if setting.scenario == "together" else 1
    noise = [(rng.lognormvariate(0, 0.25), rng.lognormvariate(0, 0.3)) for _ in range((end - start) // 30 + 1)]
    dips = list(_dips(setting))

    def of(day: int) -> tuple[float, float, float]:
        """Contacts about the content, contacts with room for the other, and their part of how much that was at most."""
        both, personal = noise[(day - start) // 30]
        business = level * both * quiet(day) * (1 + (growth - 1) * (day - start) / (end - start))
        less = 1.0
        for since, until, work, warmth in dips:
            if since <= day < until:
                business *= work
                less *= warmth / work
        if turn is not None and day < turn:
            share = dried + (full - dried) * min(1.0, (turn - day) / fade)
            business *= beside
        else:
            share = full if turn is None else dried
        return business, business * less * personal * share / (1 - share), less * share

    most = full if turn or setting.scenario == "together" else 0.6
    return Course(
        business=lambda day: of(day)[0],
        personal=lambda day: of(day)[1],
        warm=lambda day: of(day)[2] / most,
        tense=lambda day: (turn is not None and day >= turn) or any(a <= day < b and w > 1 for a, b, w, _ in dips),
    )


def _dips(setting: Setting) -> Iterator[tuple[int, int, float, float]]:
    """First and last day, times the content, times the relation: hard work or a lean time, silence, nothing in the log."""
    rng, start, end = setting.rng, setting.start, setting.end
    months = (end - start) / MONTH
    if setting.scenario == "together":
        for _ in range(rng.randint(0, 1) if months < 6 else rng.randint(1, 1 + int(months / 9))):
            length = rng.randint(28, 60)
            since = rng.randint(start, end - 21 - length)
            kind = ((rng.uniform(1.2, 1.6), 0.5), (1.0, rng.uniform(0.35, 0.6)), (0.5, 0.4))
            yield since, since + length, *rng.choice(kind)
    if setting.scenario == "little_contact" and months > 4:
        for _ in range(rng.randint(0, 3)):
            since = rng.randint(start, end - 60)
            yield since, since + rng.randint(40, 150), 0.02, 0.02
    if months > 6 and rng.random() < 0.3:
        for _ in range(rng.randint(1, 2)):
            since = rng.randint(start, end - 31)
            yield since, since + rng.randint(25, 31), 0.05, 0.05


@cache
def quiet(day: int) -> float:
    """Give how much of the usual contact there is on a day of the year: holidays and quiet summers."""
    date = dt.date.fromordinal(_EPOCH + day)
    when = date.month, date.day
    if when >= (12, 21) or when <= (1, 4):
        return 0.12
    if (7, 14) <= when <= (8, 24):
        return 0.35
    if (4, 25) <= when <= (5, 8) or (2, 18) <= when <= (2, 25) or (10, 16) <= when <= (10, 23):
        return 0.65
    return 1.0


def moments(setting: Setting, course: Course) -> Iterator[tuple[int, bool]]:
    """Day by day how often there is contact between two or a few, and whether for each other; weeks differ."""
    rng = setting.rng
    week = 1.0, 1.0
    for day in range(setting.start, setting.end):
        weekday = (day + 3) % 7
        if weekday == 0:
            week = rng.gammavariate(4, 0.25), rng.gammavariate(4, 0.25)
        rates = (0.02, 0.2) if weekday > 4 else (1.4, 1.32)
        for warm, mean in ((False, course.business(day)), (True, course.personal(day))):
            for _ in range(_poisson(rng, mean * rates[warm] * week[warm])):
                yield day, warm


def _poisson(rng: random.Random, mean: float) -> int:
    number, passed = 0, rng.expovariate(1.0)
    while passed < mean:
        number += 1
        passed += rng.expovariate(1.0)
    return number
