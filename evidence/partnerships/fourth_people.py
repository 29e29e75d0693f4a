"""Who takes part in a partnership of the fourth generator: organisations, their delegates, who follows whom up, and the author."""

import math
from dataclasses import dataclass
from random import Random

from evidence.partnerships.fourth_fields import FIELDS, Field

FIRST = (
    *(
        "Anna",
        "Bram",
        "Carla",
        "Daan",
        "Esther",
        "Fatma",
        "Gerard",
        "Hanneke",
        "Ibrahim",
        "Joke",
        "Karim",
        "Lotte",
        "Maarten",
    ),
    *(
        "Nadia",
        "Onno",
        "Petra",
        "Quirine",
        "Ruud",
        "Sanne",
        "Tim",
        "Ursula",
        "Vincent",
        "Wilma",
        "Yusuf",
        "Zara",
        "Erik",
    ),
    *(
        "Marieke",
        "Jeroen",
        "Annemiek",
        "Hans",
        "Ingrid",
        "Klaas",
        "Monique",
        "Pieter",
        "Samira",
        "Theo",
        "Willemijn",
        "Joost",
    ),
)
LAST = (
    *(
        "de Vries",
        "Jansen",
        "Bakker",
        "Visser",
        "Smit",
        "Meijer",
        "de Boer",
        "Mulder",
        "Bos",
        "Vos",
        "Peters",
        "Hendriks",
    ),
    *(
        "van Dijk",
        "van den Berg",
        "Dekker",
        "Brouwer",
        "Yilmaz",
        "El Amrani",
        "Kok",
        "Jacobs",
        "van Leeuwen",
        "Postma",
        "Kuiper",
    ),
    *(
        "Schouten",
        "Willems",
        "Hoekstra",
        "Koster",
        "Prins",
        "Blom",
        "Huisman",
        "Peeters",
        "Verhoeven",
        "Aydin",
        "Veenstra",
    ),
)
# how often a role is met, how busy it is in the partnership, and how much its holders make room for others (mean of a beta)
ROLES = {
    "lead": (0, 2.6, 0.6),
    "policy": (40, 1.0, 0.5),
    "specialist": (28, 0.8, 0.32),
    "board": (12, 0.35, 0.55),
    "secretary": (8, 1.3, 0.5),
    "legal": (6, 0.4, 0.25),
    "finance": (6, 0.5, 0.3),
}


@dataclass(frozen=True, slots=True)
class Person:
    """One who takes part.

    Attributes:
        name: the name that stands for the identifier.
        organisation: on whose behalf.
        role: a key of ROLES.
        busy: how much of the contact comes from this person, relative to the others.
        warmth: how readily room is made for the other, around 1.
        first: the first day; last: the last day.
        sealed: whether the mail goes through a service that lets nothing be read of it.
    """

    name: str
    organisation: str
    role: str
    busy: float
    warmth: float
    first: int
    last: int
    sealed: bool

    @property
    def called(self) -> str:
        """The first name."""
        return self.name.split(" ", 1)[0]


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody of a partnership.

    Attributes:
        field: what it is about; name: what it is called.
        organisations: those that take part, the one that leads first.
        people: all who ever took part; a successor stands right after whom he or she follows up.
        author: whose mailbox is read; took part from the first day to the last.
    """

    field: Field
    name: str
    organisations: tuple[str, ...]
    people: tuple[Person, ...]
    author: Person

    def present(self, day: int) -> list[Person]:
        """Give who took part on a day."""
        return [one for one in self.people if one.first <= day <= one.last]


def cast(chance: Random, start: int, end: int) -> Cast:
    """Bring organisations and their delegates together: two to twelve, most often a handful."""
    field = chance.choice(FIELDS)
    count = min(12, 2 + int(chance.lognormvariate(1.0, 0.62)))
    # those at the front of the list are there most often
    order = sorted(field.parties, key=lambda one: field.parties.index(one) + chance.gauss(0, 3.5))
    organisations = tuple(order[:count])
    sealed = {one for one in organisations if chance.random() < field.sealed}
    names = Names(chance)
    people: list[Person] = []
    for index, organisation in enumerate(organisations):
        least = 2 if count == 2 or index == 0 else 1
        for place in range(chance.choices((least, least + 1, least + 2), weights=(5, 3, 1 if count < 8 else 0))[0]):
            role = "lead" if index == 0 and place == 0 else _role(chance)
            person = _person(chance, next(names), organisation, role, (start, end), sealed=organisation in sealed)
            people += _followed(chance, person, names, keeps=index == 0 and place == 0)
    staying = [one for one in people if one.first == start and one.last == end]
    author = staying[0] if chance.random() < 0.4 else chance.choices(staying, weights=[one.busy for one in staying])[0]
    return Cast(field, chance.choice(field.names), organisations, tuple(people), author)


class Names:
    """Gives names that were not given before."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._given: set[str] = set()

    def __next__(self) -> str:
        """Give the next name."""
        while True:
            name = f"{self._chance.choice(FIRST)} {self._chance.choice(LAST)}"
            if name not in self._given:
                self._given.add(name)
                return name


def _role(chance: Random) -> str:
    return chance.choices(tuple(ROLES), weights=[one[0] for one in ROLES.values()])[0]


def _person(chance: Random, name: str, organisation: str, role: str, stay: tuple[int, int], *, sealed: bool) -> Person:
    _, busy, warm = ROLES[role]
    return Person(
        name=name,
        organisation=organisation,
        role=role,
        busy=busy * chance.lognormvariate(0.0, 0.45),
        warmth=0.3 + 1.4 * chance.betavariate(5 * warm, 5 * (1 - warm)),
        first=stay[0],
        last=stay[1],
        sealed=sealed,
    )


def _followed(chance: Random, person: Person, names: Names, *, keeps: bool) -> list[Person]:
    """Give the delegate and, where he or she went, those who came after: about one in five is replaced in a year."""
    if keeps:
        return [person]
    stays = int(chance.expovariate(math.log(1 / 0.8) / 365)) + 45
    if person.first + stays > person.last - 30:
        return [person]
    goes = person.first + stays
    gone = Person(
        person.name, person.organisation, person.role, person.busy, person.warmth, person.first, goes, person.sealed
    )
    comes = goes + chance.randint(
        -7, 35
    )  # now and then they hand over together, more often the place is empty for a while
    successor = _person(
        chance, next(names), person.organisation, person.role, (comes, person.last), sealed=person.sealed
    )
    return [gone, *_followed(chance, successor, names, keeps=False)]


def affinities(chance: Random, people: tuple[Person, ...]) -> dict[tuple[str, str], float]:
    """Give how much each two have to do with each other, beside how busy they are: who shares a matter, and who gets on."""
    made: dict[tuple[str, str], float] = {}
    for index, one in enumerate(people):
        for other in people[index + 1 :]:
            near = 0.45 if one.organisation == other.organisation else 1.0
            boards = 2.0 if one.role == other.role == "board" else 1.0
            made[one.name, other.name] = made[other.name, one.name] = near * boards * chance.lognormvariate(0.0, 0.7)
    return made
