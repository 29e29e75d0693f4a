"""The third generator of simulated partnerships, for development: wider than the first, from the articles.

Nearly everything is drawn anew for each partnership (`third_setting`). What is true of every one:

- it lasts 3 to 24 months (`relation_first` 4.5 or more), of 3-14 organisations of which delegates come, go and are replaced;
- `content_first`: at most 9 % of all contact has room for the other, from the start on; there may be a dinner at the start;
- `relation_first`: until the turn at least 16 %, of which at most two fifths is left after it, and at most 9 %, suddenly or
  in up to ten weeks (the turn is their end); the content goes on as much as before, or more. Two in three have an agreement nearby;
- `together`: at least 8 % in the whole, in each half and in the last two months, through lulls of up to two months that end
  three weeks before the end;
- `little_contact`: less than 1.8 days of contact a month on a line between two parties, in the last half year. The others
  have at least 2.1.

How much has room is counted on the contact as it was, not as it was measured; how well it was measured differs from plainly to
hardly. A draw that does not bear this out is drawn again. It was written by who wrote the recogniser, which is tuned on it.
"""

import math
import random
from collections.abc import Iterator, Sequence
from itertools import combinations, count
from typing import NamedTuple

from evidence.partnerships.shape import Contact, Partnership, Scenario
from evidence.partnerships.third_setting import MONTH, Person, Setting, milestones_of, season_of, setting_of

_LEAST, _MOST = 0.08, 0.09


class _Happened(NamedTuple):
    contact: Contact
    room: bool


def partnership(seed: int, scenario: Scenario) -> Partnership:
    """Make a partnership of which the scenario is true, as the module says; the same for the same seed and scenario."""
    draws = (_draw(random.Random(f"third:{seed}:{scenario}:{attempt}"), seed, scenario) for attempt in count())
    return next(made for made in draws if made is not None)


def _draw(rng: random.Random, seed: int, scenario: Scenario) -> Partnership | None:
    setting = setting_of(rng, scenario)
    milestones = milestones_of(rng, setting.start, setting.end, setting.turn)
    happened = sorted([*_meetings(setting), *_outings(setting), *_by_two(setting)], key=lambda one: one.contact.day)
    if not happened or not _holds(setting, happened):
        return None
    made = Partnership(
        seed=seed,
        scenario=scenario,
        start=setting.start,
        end=setting.end,
        turn=setting.turn,
        milestones=milestones,
        organisations={one.name: one.organisation for one in setting.people},
        author=setting.author.name,
        contacts=tuple(one.contact for one in happened),
    )
    return made if made.one_mailbox().contacts else None


def _by_two(setting: Setting) -> Iterator[_Happened]:
    """Contact between two or a few, day by day; weeks differ, and so do months."""
    rng = setting.rng
    month = [(math.exp(rng.gauss(0, 0.2)), math.exp(rng.gauss(0, 0.25))) for _ in range(25)]
    week = 1.0, 1.0
    for day in range(setting.start, setting.end):
        weekday = (day + 3) % 7
        if weekday == 0 or day == setting.start:
            week = (
                rng.gammavariate(setting.steady, 1 / setting.steady),
                rng.gammavariate(setting.steady, 1 / setting.steady),
            )
        grown = setting.growth ** ((day - setting.start) / (setting.end - setting.start))
        more = setting.after if setting.turn is not None and day >= setting.turn else 1.0
        content, room = setting.lull(day)
        base = setting.level * grown * setting.quiet(day)
        both = month[int((day - setting.start) / MONTH)]
        share = setting.room(day)
        rates = (0.05, 0.25) if weekday > 4 else (1.38, 1.3)
        means = (
            base * (1 - setting.share[0]) * more * content * both[0] * week[0] * rates[0],
            base * (1 - setting.share[0]) * share / (1 - share) * room * both[1] * week[1] * rates[1],
        )
        for warm, mean in zip((False, True), means, strict=True):
            for _ in range(poisson(rng, mean)):
                people = _some(setting, day, warm=warm)
                if people:
                    yield _one(setting, day, people, warm=warm)


def _some(setting: Setting, day: int, *, warm: bool) -> list[Person]:
    """Two people of different organisations, or a few; with the author as often as it was drawn that they see it."""
    rng, there = setting.rng, setting.there(day)
    sees = min(0.95, setting.sees * (setting.sees_room if warm else 1.0))
    others = [one for one in there if one is not setting.author]
    if not others:
        return []
    first = setting.author if rng.random() < sees else rng.choices(others, [one.busy for one in others])[0]
    across = [one for one in others if one.organisation != first.organisation]
    if not across:
        return []
    people = [first, rng.choices(across, [one.busy for one in across])[0]]
    if rng.random() < setting.several * (0.5 if warm else 1.0):
        more = [one for one in others if one not in people]
        people += rng.sample(more, min(len(more), rng.randint(1, 3)))
    if rng.random() < 0.5:
        people[0], people[1] = people[1], people[0]
    return people


def _one(setting: Setting, day: int, people: Sequence[Person], *, warm: bool) -> _Happened:
    rng, tone = setting.rng, setting.tone
    names = tuple(one.name for one in people)
    friction = rng.random() < setting.friction
    if rng.random() < (setting.written * 0.75 if warm else setting.written):
        return _Happened(Contact(day, "mail", names, "", 0, _said(setting, day, people[0], warm=warm), friction), warm)
    plain = rng.random() < (tone.titled if warm else tone.plain)
    part = occasion(len(names), warm=warm and plain, formal=not warm and plain)
    channel = (
        "call" if len(names) == 2 and rng.random() < 0.4 else "visit" if warm and rng.random() < 0.25 else "meeting"
    )
    known = None if len(names) > 2 and not plain and channel == "meeting" else part
    made = Contact(day, channel, names, "", rng.randrange(900, 7200, 900), known, friction=False)  # type: ignore[arg-type]
    return _Happened(made, warm)


def _said(setting: Setting, day: int, sender: Person, *, warm: bool) -> int | None:
    """Give what was measured of a mail."""
    rng, tone = setting.rng, setting.tone
    if rng.random() < tone.unknown:
        return None
    heard = rng.random() >= tone.missed if warm else rng.random() < tone.falsely
    if heard:
        return round(100 * rng.betavariate(4 * tone.warm, 4 * (1 - tone.warm)))
    mixed = not warm and rng.random() < tone.mixed * min(1.0, 2.5 * setting.room(day))
    mean = tone.work + sender.manner + (0.2 if mixed else 0.0)
    return round(100 * rng.betavariate(tone.narrow * mean, tone.narrow * (1 - mean)))


def _meetings(setting: Setting) -> Iterator[_Happened]:
    """A meeting of all parties in its rhythm, and working groups in theirs; the author in most of the first."""
    rng = setting.rng
    for group in range(setting.groups + 1):
        every = setting.joint if not group else rng.randint(7, 45)
        size = rng.randint(3, 8)
        liked = {one.name: rng.random() for one in setting.people}
        own = rng.random() < (0.85 if not group else setting.sees)
        for day in range(setting.start + rng.randint(3, 30), setting.end, max(7, every)):
            at = day + rng.randint(0, 4)
            if at >= setting.end or rng.random() > 0.3 + setting.quiet(at):
                continue
            there = sorted(setting.there(at), key=lambda one: liked[one.name])
            people = there[:size] if group else list({one.organisation: one for one in reversed(there)}.values())
            people = [one for one in people if one is not setting.author and rng.random() < 0.85]
            people = [setting.author, *people] if own and rng.random() < 0.9 else people
            if len({one.organisation for one in people}) < 2:
                continue
            plain = rng.random() < setting.tone.plain
            part = occasion(len(people), warm=False, formal=plain) if plain or len(people) < 3 else None
            names = tuple(one.name for one in people)
            yield _Happened(Contact(at, "meeting", names, "", 5400, part, friction=False), room=False)


def _outings(setting: Setting) -> Iterator[_Happened]:
    """A dinner, a visit or a match while there is room for it; at the start and at the new year there may be one in any case."""
    rng = setting.rng
    days = [(setting.start + rng.randint(1, 20), 1.0)] if rng.random() < 0.4 else []
    full = max(setting.share)
    if setting.scenario in ("together", "relation_first"):
        every = max(10, round(30 / max(0.2, setting.outing))) if setting.outing else 10_000
        for day in range(setting.start + rng.randint(5, 40), setting.end, every):
            chance = setting.room(day) / full * setting.lull(day)[1] * setting.quiet(day)
            days += [(day, chance)]
    elif rng.random() < 0.3:
        days += [(day, 1.0) for day in range(setting.start, setting.end) if season_of(day) and season_of(day + 1) == ""]
    for day, chance in days:
        people = [one for one in setting.there(day) if rng.random() < rng.uniform(0.3, 0.9)]
        if day < setting.end and rng.random() < chance and len({one.organisation for one in people}) > 1:
            part = occasion(len(people), warm=rng.random() < 0.9, formal=False)
            names = tuple(one.name for one in rng.sample(people, len(people)))
            yield _Happened(Contact(day, "visit", names, "", 9000, part, friction=False), room=True)


def occasion(people: int, *, warm: bool, formal: bool) -> int:
    """Give the relation part of a meeting, call or visit by who is there and what it is called."""
    part = 50 if people <= 2 else 25 if people <= 4 else 10 if people <= 8 else 0
    if warm:
        return max(part, 85 if people <= 2 else 70 if people <= 8 else 40)
    return max(0, part - 25 * formal)


def poisson(rng: random.Random, mean: float) -> int:
    """Draw how often something happens that happens `mean` times."""
    number, passed = 0, rng.expovariate(1.0)
    while passed < mean:
        number += 1
        passed += rng.expovariate(1.0)
    return number


def _holds(setting: Setting, happened: Sequence[_Happened]) -> bool:
    """Whether the contacts bear out what the module says of the scenario."""
    middle = setting.turn or (setting.start + setting.end) // 2
    if setting.scenario == "little_contact":
        return (
            len(happened) > 2 and _a_month(setting, happened, max(setting.start, setting.end - 180), setting.end) < 1.8
        )
    spans = [(setting.start, middle), (middle, setting.end), (max(setting.start, setting.end - 180), setting.end)]
    if min(_a_month(setting, happened, *span) for span in spans) < 2.1:
        return False
    early, late = (_room(happened, *span) for span in spans[:2])
    if setting.scenario == "content_first":
        return _room(happened, setting.start, setting.end) <= _MOST
    if setting.scenario == "together":
        return min(early, late, _room(happened, setting.end - 60, setting.end)) >= _LEAST
    return early >= 2 * _LEAST and late <= min(_MOST, 0.4 * early)


def _room(happened: Sequence[_Happened], since: int, until: int) -> float:
    some = [one.room for one in happened if since <= one.contact.day < until]
    return sum(some) / max(1, len(some))


def _a_month(setting: Setting, happened: Sequence[_Happened], since: int, until: int) -> float:
    """Give the days of contact a month on a line between two parties."""
    of = {one.name: one.organisation for one in setting.people}
    days = set()
    for one in happened:
        if since <= one.contact.day < until:
            there = sorted({of[name] for name in one.contact.people})
            days |= {(line, one.contact.day) for line in combinations(there, 2)}
    return len(days) / math.comb(len(set(of.values())), 2) / ((until - since) / MONTH)
