"""Who lives in the demo world: people, organisations, ties and groups, read from the tables."""

import datetime as dt
import zlib
from dataclasses import dataclass
from functools import cache

from hecht.demo import clock, tables

ME = ("marit.hoekstra@waterschap-veenstroom.example", "marit.hoekstra@postbode.example")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A house with a mail domain."""

    key: str
    name: str
    domain: str
    place: str
    kind: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a mailbox. `register` is je, en, or u with m, v or o (an office)."""

    address: str
    name: str
    organisation: str
    role: str
    circle: str
    register: str
    card: str
    other: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name by which the tables speak of this person."""
        return self.address.partition("@")[0]

    @property
    def first_name(self) -> str:
        """The name that friends and colleagues use."""
        return self.name.split()[0]

    @property
    def private(self) -> bool:
        """Whether the contact belongs at home."""
        return self.circle == "private"

    def habit(self, what: str, choices: int) -> int:
        """A choice that this person always makes in the same way (mail program, greeting)."""
        return zlib.crc32(f"{what}:{self.address}".encode()) % choices


@dataclass(frozen=True, slots=True)
class Tie:
    """A stretch of time in which ego and a person had a certain rhythm and tone.

    `gap` is the mean number of days between conversations, `steady` how even those gaps are
    (the shape of a gamma distribution), `talk` and `mine` are percentages: room for the other,
    and conversations that ego begins.
    """

    person: Person
    since: dt.date
    until: dt.date
    gap: float
    steady: float
    talk: int
    mine: int
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Circular:
    """Mail that goes round in a group."""

    group: str
    topic: str
    since: dt.date
    until: dt.date
    gap: float


@cache
def organisations() -> dict[str, Organisation]:
    """All organisations by key."""
    return {row["key"]: Organisation(**row) for row in tables.rows("organisations")}


@cache
def me() -> Person:
    """The owner of the mailbox."""
    return Person(ME[0], "Marit Hoekstra", "veenstroom", "projectleider", "me", "je", "", ME[1:])


@cache
def people() -> dict[str, Person]:
    """Everybody but ego, by key."""
    found = {}
    for row in tables.rows("people"):
        person = Person(**{**row, "other": tuple(row["other"].split())})  # type: ignore[arg-type]
        found[person.key] = person
    return found


@cache
def groups() -> dict[str, tuple[Person, ...]]:
    """The members of each group, without ego. `hall` is everybody in ego's own house."""
    everybody = people()
    found = {row["key"]: tuple(everybody[key] for key in row["members"].split()) for row in tables.rows("groups")}
    found["hall"] = tuple(p for p in everybody.values() if p.organisation == "veenstroom")
    return found


def _day(text: str, otherwise: dt.date) -> dt.date:
    return dt.date.fromisoformat(text) if text else otherwise


@cache
def ties() -> tuple[Tie, ...]:
    """The rhythms, in the order of the table; one person may have several after one another."""
    everybody = people()
    return tuple(
        Tie(
            person=everybody[row["address"]],
            since=_day(row["from"], clock.FIRST),
            until=_day(row["until"], clock.LAST),
            gap=float(row["gap"]),
            steady=float(row["steady"]),
            talk=int(row["talk"]),
            mine=int(row["mine"]),
            topics=tuple(row["topics"].split()),
        )
        for row in tables.rows("ties")
    )


@cache
def circulars() -> tuple[Circular, ...]:
    """The groups that write to one another."""
    return tuple(
        Circular(
            group=row["group"],
            topic=row["topic"],
            since=_day(row["from"], clock.FIRST),
            until=_day(row["until"], clock.LAST),
            gap=float(row["gap"]),
        )
        for row in tables.rows("circulars")
    )
