"""How a partnership of the fourth generator goes by day: the pressure of the work, the room for each other, what rubs."""

import math
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from evidence.partnerships.shape import Scenario

EPOCH = date(1970, 1, 1)
VOTES = ("2017-03-15", "2018-03-21", "2019-03-20", "2021-03-17", "2022-03-16", "2023-03-15", "2023-11-22", "2026-03-18")


@dataclass(frozen=True, slots=True)
class Course:
    """What drives the contact, a value for each day from the start to the end.

    Attributes:
        task: how much the work asks, 1 where it goes as usual.
        room: the inclination to make room for the other, 0-1.
        rub: the chance that a contact about the work rubs.
        turn: the first day from which it was content alone, or None.
    """

    task: tuple[float, ...]
    room: tuple[float, ...]
    rub: tuple[float, ...]
    turn: int | None


def number(day: date) -> int:
    """Give the number of a date."""
    return (day - EPOCH).days


def easter(year: int) -> date:
    """Give Easter Sunday (Gauss's rule as Meeus wrote it down for the Gregorian calendar)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def free(day: date) -> bool:
    """Say whether offices are closed: weekends and the days off in the Netherlands."""
    sunday = easter(day.year)
    fixed = {(1, 1), (4, 27), (12, 25), (12, 26)}
    moving = {sunday + timedelta(days=days) for days in (-2, 1, 39, 40, 50)}
    return day.weekday() > 4 or (day.month, day.day) in fixed or day in moving


def working(day: int, shift: int) -> float:
    """Give how much is worked on a day: 0 when closed, less in the holidays of the schools, on Wednesday and Friday.

    Args:
        day: its number.
        shift: how many days the summer of this region begins after 6 July.
    """
    when = EPOCH + timedelta(days=day)
    if free(when):
        return 0.0
    usual = (1.0, 1.08, 0.85, 1.08, 0.68)[when.weekday()]
    summer = number(date(when.year, 7, 6)) + shift
    if summer <= day < summer + 42:
        return usual * (0.3 if summer + 10 <= day < summer + 33 else 0.5)
    if (when.month, when.day) >= (12, 21) or (when.month, when.day) <= (1, 3):
        return usual * 0.2
    if (4, 26) <= (when.month, when.day) <= (5, 6):
        return usual * 0.55
    if (when.month == 10 and 14 <= when.day <= 23) or (when.month == 2 and 15 <= when.day <= 24):
        return usual * 0.7
    return usual


def turning(chance: Random, start: int, end: int) -> int:
    """Choose the day from which it was content alone: after weeks in a short history, half a year or more in a long one."""
    length = end - start
    least = 28
    most = max(least + 5, min(int(length * 0.6), 270, length - 42))
    return start + least + int((most - least) * chance.betavariate(2.0, 1.8))


def milestones(
    chance: Random, start: int, end: int, turn: int | None, *, public: bool, permits: bool
) -> list[tuple[int, str]]:
    """Give what was agreed and decided, and what is to come in the half year after the end.

    A vision, a letter of intent and a covenant come in that order. Where relations came first, one of them is most often the
    moment after which "let's do business" is said.
    """
    length = end - start
    at = {
        "vision": chance.uniform(0.12, 0.4),
        "intent": chance.uniform(0.25, 0.6),
        "covenant": chance.uniform(0.4, 1.1),
    }
    days = {kind: start + int(part * length) for kind, part in at.items() if chance.random() < 0.5}
    if turn is not None and chance.random() < 0.65:
        order = ("vision", "intent", "covenant")
        sign = chance.choice(order)
        days[sign] = turn - chance.randint(0, 12)
        for kind in [one for one in days if one != sign]:
            before = order.index(kind) < order.index(sign)
            if before != (days[kind] < days[sign]):
                del days[kind]
    made = [(day, kind) for kind, day in days.items()]
    if chance.random() < 0.55:
        made.append((start + int(length * chance.uniform(0.45, 1.25)), "cost_decision"))
    if permits and chance.random() < 0.5:
        made.append((start + int(length * chance.uniform(0.4, 1.3)), "permit"))
    if public:
        for year in range((EPOCH + timedelta(days=start)).year, (EPOCH + timedelta(days=end)).year + 2):
            made += [(number(date(year, 11, chance.randint(3, 12))), "budget")] if chance.random() < 0.6 else []
        made += [(number(date.fromisoformat(one)), "election") for one in VOTES if chance.random() < 0.6]
    elif chance.random() < 0.4:
        made.append((number(date((EPOCH + timedelta(days=end)).year, 12, chance.randint(1, 12))), "budget"))
    kept = [(day, kind) for day, kind in made if start + 10 <= day <= end + 183]
    return sorted(kept) if chance.random() < 0.85 else []


def wave(chance: Random, length: int, spread: float, *, memory: float = 0.8) -> list[float]:
    """Give a factor for each day that wanders around 1 from week to week."""
    made: list[float] = []
    at = chance.gauss(0.0, spread)
    for day in range(length + 1):
        if day % 7 == 0:
            at = memory * at + chance.gauss(0.0, spread * math.sqrt(1 - memory * memory))
        made.append(math.exp(at - spread * spread / 2))
    return made


def course(
    chance: Random, scenario: Scenario, start: int, end: int, turn: int | None, agreed: list[tuple[int, str]]
) -> Course:
    """Work out how it goes, day by day."""
    length = end - start
    task = wave(chance, length, 0.32)
    room = [one * level for one, level in zip(wave(chance, length, 0.2), _room(chance, scenario, length), strict=True)]
    rubs = chance.uniform(0.008, 0.03)
    rub = [rubs] * (length + 1)
    hard = [day - start for day, kind in agreed if kind in {"cost_decision", "permit"}]
    hard += [chance.randint(0, length) for _ in range(chance.randint(0, 1 + length // 300))]
    for day in hard:
        _bump(rub, day, 14, 1 + chance.uniform(2, 6))
    for day, kind in agreed:
        if kind in {"vision", "intent", "covenant", "cost_decision", "permit"}:
            _bump(task, day - start - 10, 12, chance.uniform(1.15, 1.7))
            if scenario == "together":  # the weeks before a signature are for the text, those after it for each other
                _bump(room, day - start - 10, 12, chance.uniform(0.5, 0.9))
                _bump(room, day - start + 8, 8, chance.uniform(1.0, 1.35))
    if chance.random() < 0.12 and length > 200:  # a reorganisation, a vacancy, a political pause
        quiet = chance.randint(40, length - 30)
        _bump(task, quiet, chance.randint(14, 32), 0.35)
    if turn is not None:
        _turned(chance, task, room, rub, turn - start)
    if scenario == "together":  # one is wary at first
        wary, lasts = chance.uniform(0.45, 0.9), chance.randint(20, 90)
        room = [one * min(1.0, wary + (1 - wary) * day / lasts) for day, one in enumerate(room)]
    if scenario in {"content_first", "relation_first"}:
        rub = [one * 1.4 for one in rub]
    return Course(tuple(task), tuple(min(0.95, one) for one in room), tuple(min(0.4, one) for one in rub), turn)


def _room(chance: Random, scenario: Scenario, length: int) -> list[float]:
    """Give the room for the other as it would be without weeks and milestones."""
    if scenario == "content_first":
        least = chance.betavariate(2.2, 26)
        grows = chance.uniform(0.03, 0.11) if chance.random() < 0.35 else 0.0  # "or it does not follow, bad luck then"
        return [least + grows * day / length for day in range(length + 1)]
    if scenario == "relation_first":
        return [chance.uniform(0.5, 0.85)] * (length + 1)
    if scenario == "together":
        mean, swing = chance.uniform(0.3, 0.62), chance.uniform(0.0, 0.22)
        period, phase = chance.uniform(120, 300), chance.uniform(0, math.tau)
        return [mean * (1 + swing * math.sin(math.tau * day / period + phase)) for day in range(length + 1)]
    return [chance.uniform(0.03, 0.45)] * (length + 1)


def _turned(chance: Random, task: list[float], room: list[float], rub: list[float], turn: int) -> None:
    """Make it content alone from the turn: at once after a signature or a new deadline, or over some weeks towards it."""
    before, after = chance.uniform(0.28, 0.65), chance.uniform(0.9, 1.4)
    left = chance.betavariate(2.2, 26)
    takes = 1 if chance.random() < 0.5 else chance.randint(7, 28)
    for day in range(len(task)):
        done = min(1.0, max(0.0, (day - turn + takes) / takes))
        task[day] *= before + (after - before) * done
        usual = room[day]
        room[day] = usual * (1 - done) + left * (usual / 0.68) * done
        if done >= 1.0:
            rub[day] *= 1.0 + min(1.0, (day - turn) / 90)  # positions are taken again, too soon


def _bump(values: list[float], middle: int, width: int, factor: float) -> None:
    """Multiply the days around one by a factor, less towards the edges."""
    for day in range(max(0, middle - width), min(len(values), middle + width + 1)):
        nearness = 1 - abs(day - middle) / (width + 1)
        values[day] *= 1 + (factor - 1) * nearness
