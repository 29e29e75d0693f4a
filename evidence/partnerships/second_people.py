"""The people of the second generator: their characters, their months, and what there is between each two of them."""

from dataclasses import dataclass, field
from random import Random


@dataclass(frozen=True, slots=True)
class Character:
    """How somebody is in a partnership; each number is a share of 0 to 1.

    Attributes:
        content: the pull to the dossier.
        warmth: the wish for a chat.
        reach: the habit of walking up to people not yet known.
        hours: the time there is for this partnership.
        skin: how soon it rubs.
        mends: the habit of calling after it rubbed, rather than falling silent.
    """

    content: float
    warmth: float
    reach: float
    hours: float
    skin: float
    mends: float


CHARACTERS = {
    "specialist": Character(0.9, 0.22, 0.1, 1.0, 0.6, 0.3),
    "connector": Character(0.45, 0.8, 0.85, 0.9, 0.35, 0.85),
    "newcomer": Character(0.6, 0.5, 0.3, 0.9, 0.5, 0.35),
    "director": Character(0.6, 0.45, 0.4, 0.45, 0.45, 0.6),
    "chatter": Character(0.3, 0.95, 0.5, 0.8, 0.3, 0.65),
    "official": Character(0.75, 0.4, 0.25, 0.9, 0.5, 0.45),
}

NAMES = (
    "Anja Bas Carlijn Dirk Esther Fouad Gerda Hans Ineke Jeroen Karima Leo Marijke Niels Olga Pieter Quirine Ruud Saskia Tom "
    "Ulrike Victor Willemijn Youssef Zeynep Arjan Bettie Cees Dewi Erik Fatma Gijs Hilde Ivo Jolanda Kees Lotte Maarten Nadia "
    "Otto Petra Ravi Sjoerd Trudy Umit Vera Wouter Yvonne Aafke Bram"
).lower()


@dataclass(slots=True, eq=False)
class Person:
    """A delegate or the secretary.

    Attributes:
        name: an identifier. organisation: whom they speak for.
        role: `director`, `delegate` or `secretary`.
        character: how they are, with a little of their own.
        mandate: what they may decide without asking at home, 0 to 1.
        themes: the working groups they sit in.
        since: first day. until: last day.
        months: how full each month of the year is, 0 to 1, January first.
        away: first and last days of holidays and illness.
    """

    name: str
    organisation: str
    role: str
    character: Character
    mandate: float
    themes: tuple[int, ...]
    since: int
    until: int
    months: tuple[float, ...]
    away: list[tuple[int, int]] = field(default_factory=list)

    def here(self, day: int) -> bool:
        """Say whether they are in the partnership and at work on a day."""
        if not self.since <= day <= self.until:
            return False
        for first, last in self.away:  # noqa: SIM110 - asked millions of times; a generator takes twice as long
            if first <= day <= last:
                return False
        return True

    def time(self, month: int) -> float:
        """Give what is left of their time in a month of the year (1 to 12), 0 to 1."""
        return self.character.hours * (1.2 - self.months[month - 1])


def somebody(
    rnd: Random, name: str, organisation: str, role: str, themes: tuple[int, ...], days: tuple[int, int]
) -> Person:
    """Make a person with a character that fits the role, a workload by month, and a mandate."""
    if role == "director":
        kind = rnd.choices(("director", "chatter", "connector"), (7, 1, 1))[0]
    elif role == "secretary":
        kind = rnd.choices(("connector", "official", "specialist", "chatter"), (4, 4, 2, 1))[0]
    else:
        kind = rnd.choices(("specialist", "official", "newcomer", "connector", "chatter"), (4, 3, 2, 2, 1.5))[0]
    base = CHARACTERS[kind]
    own = Character(
        *(
            min(1.0, max(0.05, rnd.gauss(one, 0.08)))
            for one in (base.content, base.warmth, base.reach, base.hours, base.skin, base.mends)
        )
    )
    usual = rnd.uniform(0.35, 0.75) + 0.1 * (role == "director")
    peaks = {rnd.randrange(12) for _ in range(3)} | (
        {8, 9} if rnd.random() < 0.5 else set()
    )  # the budget is written then
    months = tuple(min(1.0, usual + 0.25 * (one in peaks) + rnd.uniform(-0.08, 0.08)) for one in range(12))
    mandate = rnd.uniform(0.6, 1.0) if role == "director" else rnd.uniform(0.1, 0.7)
    return Person(name, organisation, role, own, mandate, themes, days[0], days[1], months)


Pair = tuple[str, str]


def pair_of(one: Person, other: Person) -> Pair:
    """Give the two names in order, as the key of what is between them."""
    return (one.name, other.name) if one.name < other.name else (other.name, one.name)


class Relations:
    """What there is between each two, 0 (strangers) to 1: it grows by shared experiences and fades without them.

    A shared experience takes away a part of what was still strange; a week without any takes away one thirty-fifth of what there is, so
    that half is left after some five and a half months.
    """

    def __init__(self) -> None:
        self._between: dict[Pair, float] = {}
        self._met: set[Pair] = set()
        self._silent: dict[Pair, int] = {}

    def between(self, one: Person, other: Person) -> float:
        """Give what there is between two, 0 to 1."""
        return self._between.get(pair_of(one, other), 0.0)

    def share(self, people: list[Person], experience: float) -> None:
        """Let each two of these people have had an experience together; the more were there, the less for each two."""
        part = experience / max(1.0, (len(people) - 1) ** 0.6)
        for place, one in enumerate(people):
            for other in people[place + 1 :]:
                pair = pair_of(one, other)
                now = self._between.get(pair, 0.0)
                self._between[pair] = now + part * (1 - now)
                self._met.add(pair)

    def hurt(self, one: Person, other: Person, until: int) -> None:
        """Let two fall silent until a day; a tenth of what was between them is lost."""
        pair = pair_of(one, other)
        self._silent[pair] = until
        self._between[pair] = 0.9 * self._between.get(pair, 0.0)

    def silent(self, one: Person, other: Person, day: int) -> bool:
        """Say whether two are silent on a day."""
        return self._silent.get(pair_of(one, other), -1) >= day

    def fade(self) -> None:
        """Let a week pass."""
        for pair, now in self._between.items():
            if pair not in self._met:
                self._between[pair] = now * (1 - 1 / 35)
        self._met.clear()
