"""The first generator of simulated partnerships, frozen before the recogniser of scenarios was written.

What is true of every partnership, measured on all its contacts (the relation part over those whose relation is known):

- it lasts 3 to 24 months (`relation_first` 5 or more, so that there is time after the turn), of 3-8 organisations with
  1-4 delegates at a time; delegates come and go, the author stays;
- `content_first`: relation is 5-12 % of the whole;
- `relation_first`: a first quarter to half, at least two months, of getting to know each other with at least 27 %
  relation, fading in its last weeks; from the turn on 5-12 %, with at least 90 % of the content a day there was before.
  Four in five have a covenant within 45 days of the turn, the others have none;
- `together`: at least 15 % relation in each half, in the second at least .6 of the first, through dips of one or two
  months that end at least three weeks before the end;
- `little_contact`: fewer than two contacts a month per pair of organisations, a contact counting for every pair in it.
  The others have at least two, on both sides of a turn;
- the author sees 25-60 % of the contacts (an alliance manager) or 8-30 % (a delegate); below 40 contacts at least one.

A draw that does not bear its truth out is drawn again; that is asked of the whole, not of what one mailbox shows of it.
Relation of mail is spread about as the tone model spreads it over the held-back mails of evidence/tone (business: mean
8, half below 3, a tenth above 22; personal: mean 57, half above 58); that of meetings, calls and visits is by the stated
rule for occasions. Both are as they were when this was written, and do not follow later changes.
"""

import math
import random
from collections.abc import Iterator
from itertools import count

from evidence.partnerships.first_setting import (
    MONTH,
    Course,
    Person,
    Setting,
    course_of,
    milestones_of,
    moments,
    quiet,
    setting_of,
)
from evidence.partnerships.first_words import BUSINESS, GATHERED, GATHERINGS, LETTERS, PERSONAL, TALKS
from evidence.partnerships.shape import Contact, Partnership, Scenario

_FIRST, _LAST = 17_532, 19_900
_FEW = 40
_SEEN = {"manager": (0.25, 0.60), "delegate": (0.08, 0.30)}


def partnership(seed: int, scenario: Scenario) -> Partnership:
    """Make a partnership of which the scenario is true, as the module says; the same for the same seed and scenario."""
    draws = (_draw(random.Random(f"first:{seed}:{scenario}:{attempt}"), seed, scenario) for attempt in count())
    return next(made for made in draws if made is not None)


def _draw(rng: random.Random, seed: int, scenario: Scenario) -> Partnership | None:
    months = math.exp(rng.uniform(math.log(5.05 if scenario == "relation_first" else 3.05), math.log(23.95)))
    start = rng.randrange(_FIRST, _LAST)
    end = start + round(months * MONTH)
    turn = None
    if scenario == "relation_first":
        turn = start + math.ceil(max(2 * MONTH, rng.uniform(0.25, 0.5) * (end - start)))
    setting = setting_of(rng, scenario, start, end, turn)
    milestones = milestones_of(rng, start, end, turn)
    contacts = _contacts(setting, course_of(setting), [day for day, _ in milestones if day < end])
    made = Partnership(
        seed=seed,
        scenario=scenario,
        start=start,
        end=end,
        turn=turn,
        milestones=milestones,
        organisations={one.name: one.organisation for one in setting.people},
        author=setting.author.name,
        contacts=tuple(sorted(contacts, key=lambda one: one.day)),
    )
    return made if _holds(made) and _is_seen(made, setting.role) else None


def _contacts(setting: Setting, course: Course, signed: list[int]) -> list[Contact]:
    found = [*_formal(setting, signed), *_outings(setting, course)]
    by_two = list(moments(setting, course))
    low, high = _SEEN[setting.role]
    share = setting.rng.uniform(low + 0.02, high - 0.02)
    already = sum(setting.author.name in one.people for one in found)
    own = max(1, round(share * (len(found) + len(by_two))) - already)
    tilt = setting.rng.lognormvariate(0, 0.3)
    order = sorted(by_two, key=lambda one: setting.rng.random() ** (tilt if one[1] else 1.0))
    for place, (day, warm) in enumerate(order):
        people = _two(setting, day, warm=warm, author=place < own)
        if len(people) > 1:
            tense = 3 if course.tense(day) else 1
            found.append((_personal if warm else _business)(setting, day, people, setting.friction * tense))
    return found


def _two(setting: Setting, day: int, *, warm: bool, author: bool) -> list[Person]:
    """Two people of different organisations, the chatty pair more often; with the author, or without if possible."""
    rng = setting.rng
    chatty = setting.chatty * (1.6 if warm else 1.0)
    if setting.pair and rng.random() < chatty and (setting.author in setting.pair) == author:
        both = list(setting.pair)
        if all(one.since <= day < one.until for one in both):
            return rng.sample(both, 2)
    others = setting.others(day)
    first = setting.author
    if not author and len(others.reach) > 1:
        first = others.some(rng) or first
    second = others.some(rng, first)
    return rng.sample([first, second], 2) if second else []


def _business(setting: Setting, day: int, people: list[Person], friction: float) -> Contact:
    rng = setting.rng
    names = [one.name for one in people]
    kind = rng.random()
    if kind < 0.91:
        if kind < 0.15:
            more = [one.name for one in setting.others(day).people if one.name not in names]
            names += rng.sample(more, min(len(more), rng.randint(1, 3)))
        return _mail(setting, day, names, friction, warm=False)
    formal = rng.random() < 0.85
    title = setting.words(TALKS if formal else BUSINESS) if rng.random() < 0.9 else ""
    part = occasion(2, warm=False, formal=formal and title != "") + 10 * (rng.random() < 0.08)
    if kind < 0.955:
        return Contact(day, "call", tuple(names), title, rng.randrange(240, 2400, 60), part, friction=False)
    return Contact(day, "meeting", tuple(names), title, rng.choice((1800, 2700, 3600, 5400)), part, friction=False)


def _personal(setting: Setting, day: int, people: list[Person], friction: float) -> Contact:
    rng = setting.rng
    names = tuple(one.name for one in people)
    kind = rng.random()
    if kind < 0.55:
        return _mail(setting, day, list(names), friction / 2, warm=True)
    if kind < 0.65:
        title = setting.words(PERSONAL) if rng.random() < 0.3 else ""
        part = occasion(2, warm=title != "", formal=False)
        return Contact(day, "call", names, title, rng.randrange(300, 3600, 60), part, friction=False)
    title = setting.words(PERSONAL) if rng.random() < 0.88 else ""
    part = occasion(2, warm=title != "", formal=False) + 10 * (rng.random() < 0.4)
    if kind < 0.93:
        return Contact(day, "meeting", names, title, rng.choice((1800, 2700, 3600, 5400)), part, friction=False)
    part = occasion(2, warm=True, formal=False) + 10 * (rng.random() < 0.4)
    title = setting.words(GATHERINGS)
    return Contact(day, "visit", names, title, rng.choice((5400, 7200, 10800, 14400)), part, friction=False)


def _mail(setting: Setting, day: int, names: list[str], friction: float, *, warm: bool) -> Contact:
    rng = setting.rng
    title = setting.words(PERSONAL if warm and rng.random() < 0.5 else LETTERS)
    if rng.random() < 0.4:
        title = f"Re: {title}"
    heard = warm and rng.random() > setting.missed
    heard = heard or (not warm and rng.random() < setting.missed / 16)
    part = 40 + 57 * rng.random() if heard else 1 + setting.plain * rng.random() ** 6
    known = None if rng.random() < setting.unknown else round(part)
    return Contact(day, "mail", tuple(names), title, 0, known, friction=rng.random() < friction)


def _formal(setting: Setting, signed: list[int]) -> Iterator[Contact]:
    """Steering group with its papers, project groups, and the days of signing."""
    rng, start, end = setting.rng, setting.start, setting.end
    little = setting.scenario == "little_contact"
    in_steering = setting.role == "manager" or rng.random() < 0.35
    every = rng.randint(150, 300) if little else rng.randint(28, 56)
    for day in [*_rhythm(setting, start + rng.randint(5, 45), every), *([] if little else signed)]:
        heads: dict[str, Person] = {}
        for one in setting.others(day).people:
            if one.organisation not in heads or rng.random() < 0.2:
                heads[one.organisation] = one
        people = [one for one in heads.values() if rng.random() < 0.88]
        if in_steering and rng.random() < 0.92:
            people = [setting.author, *people]
        met = list(_around(setting, day, people, "steering"))
        yield from met
        if met and rng.random() < 0.5:
            yield _mail(setting, max(start, day - rng.randint(3, 9)), [one.name for one in people], 0.01, warm=False)
    for _ in range(0 if little else rng.randint(1, 3)):
        size, own = rng.randint(3, 6), rng.random() < (0.5 if setting.role == "manager" else 0.2)
        liked = {one.name: rng.random() for one in setting.people}
        until = end if rng.random() < 0.7 else rng.randint((start + end) // 2, end)
        first = start + round(rng.uniform(0.05, 0.4) * (end - start))
        for day in _rhythm(setting, first, rng.randint(14, 35)):
            if day < until:
                members = sorted(setting.others(day).people, key=lambda one: liked[one.name])
                yield from _around(setting, day, [setting.author] * own + members[: size - own], "project")


def _rhythm(setting: Setting, first: int, every: int) -> Iterator[int]:
    """Working days at about equal distance, often not in quiet weeks."""
    for day in range(first, setting.end - 4, every):
        at = day + setting.rng.randint(0, 3)
        at = at + 2 if (at + 3) % 7 > 4 else at
        if at < setting.end and setting.rng.random() < 0.3 + quiet(at):
            yield at


def _around(setting: Setting, day: int, people: list[Person], kind: str) -> Iterator[Contact]:
    """A formal meeting, if people of more than one organisation are there; one in twenty without a title."""
    if len({one.organisation for one in people}) > 1:
        title = "" if setting.rng.random() < 0.05 else setting.words(GATHERED[kind])
        names = tuple(one.name for one in people)
        part = occasion(len(names), warm=False, formal=True) if title or len(names) < 3 else None
        yield Contact(day, "meeting", names, title, setting.rng.choice((3600, 5400, 7200)), part, friction=False)


def _outings(setting: Setting, course: Course) -> Iterator[Contact]:
    """A dinner, a work visit or a match with a part of all, as often as there is room for it at the time."""
    rng = setting.rng
    for day in range(setting.start + rng.randint(5, 40), setting.end, rng.randint(30, 80)):
        people = [one for one in [setting.author, *setting.others(day).people] if rng.random() < rng.uniform(0.4, 0.9)]
        if rng.random() < course.warm(day) * quiet(day) and len({one.organisation for one in people}) > 1:
            names = tuple(one.name for one in rng.sample(people, len(people)))
            part = occasion(len(names), warm=True, formal=False)
            duration = rng.randrange(7200, 18000, 1800)
            yield Contact(day, "visit", names, setting.words(GATHERINGS), duration, part, friction=False)


def occasion(people: int, *, warm: bool, formal: bool) -> int:
    """Give the relation part of a meeting, call or visit by who is there and what it is called."""
    part = 50 if people <= 2 else 25 if people <= 4 else 10 if people <= 8 else 0
    if warm:
        return max(part, 85 if people <= 2 else 70 if people <= 8 else 40)
    return max(0, part - 25 * formal)


def _holds(made: Partnership) -> bool:
    """Whether the contacts bear out what the module says of the scenario."""
    middle = made.turn or (made.start + made.end) // 2
    early = [one for one in made.contacts if one.day < middle]
    late = [one for one in made.contacts if one.day >= middle]
    if made.scenario == "little_contact":
        return len(made.contacts) > 2 and _a_month(made, list(made.contacts), made.end - made.start) < 2
    days = middle - made.start, made.end - middle
    if min(_a_month(made, early, days[0]), _a_month(made, late, days[1])) < 2:
        return False
    if made.scenario == "content_first":
        return 0.05 <= _relation(list(made.contacts))[0] <= 0.12
    (before, content), (after, later) = _relation(early), _relation(late)
    if made.scenario == "together":
        return min(before, after) >= 0.15 and after >= 0.6 * before
    return before >= 0.27 and 0.05 <= after <= 0.12 and later / days[1] >= 0.9 * content / days[0]


def _relation(contacts: list[Contact]) -> tuple[float, float]:
    """Relation as a part of what is known, and the amount of content."""
    parts = [one.relation for one in contacts if one.relation is not None]
    return sum(parts) / 100 / max(1, len(parts)), len(parts) - sum(parts) / 100


def _a_month(made: Partnership, contacts: list[Contact], days: int) -> float:
    """Contacts a month per pair of organisations."""
    number = 0
    for one in contacts:
        organisations = {made.organisations[name] for name in one.people}
        number += math.comb(len(organisations), 2)
    pairs = math.comb(len(set(made.organisations.values())), 2)
    return number / pairs / (days / MONTH)


def _is_seen(made: Partnership, role: str) -> bool:
    own = len(made.one_mailbox().contacts)
    low, high = _SEEN[role]
    return own > 0 if len(made.contacts) < _FEW else low <= own / len(made.contacts) <= high
