"""The shapes of the map, of today, of position and of who is who."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from hecht.web.shapes import Channel, Day, Id, MoveId, Question, StateWord, Who


class Dot(Struct):
    """One person on the map: in a sector and band (1 nearest); how they are drawn."""

    who: Who
    sector: str
    band: int
    before: int | None
    stated: bool
    state: StateWord
    fill: Literal["room", "task", "unknown"]
    size: int
    silence_words: str
    last: Day


class Sector(Struct):
    """A group on the map; its name is empty for `private` and `rest` unless the user gave one (`stated`).

    Who is asleep, how many are not drawn, how many get quieter, and how many are in this week's suggestions.
    """

    key: str
    name: str
    asleep: Annotated[list[Who], Meta(max_length=200)]
    asleep_total: int
    more: int
    stated: bool
    quieter: int
    suggested: int


class Map(Struct):
    """The warm map of a day; `bands` are the layers of each band, none with too few people for bands."""

    as_of: Day
    first: Day
    bands: Annotated[list[list[int]], Meta(max_length=4)]
    sectors: Annotated[list[Sector], Meta(max_length=10)]
    dots: Annotated[list[Dot], Meta(max_length=150)]
    near: int
    quieter: int
    asleep: int
    seen_through: str


class SharedTie(Struct):
    """Somebody whom a person knows too."""

    who: Who
    strength: float


class Shared(Struct):
    """The user's contacts whom a person knows too, as far as seen."""

    rows: Annotated[list[SharedTie], Meta(max_length=200)]
    total: int
    seen_through: str


class Glance(Struct):
    """A person at a glance, on the card beside the map; `suggestion` is empty when there is none."""

    rhythm: str
    channels: Annotated[list[Channel], Meta(max_length=5)]
    questions: Annotated[list[Question], Meta(max_length=3)]
    suggestion: str
    this_week: bool


class SectorName(Struct, forbid_unknown_fields=True):
    """What the user calls a group of the map; an empty name takes back the last."""

    key: Annotated[str, Meta(max_length=400)]
    name: Annotated[str, Meta(max_length=60)]


class Layer(Struct, forbid_unknown_fields=True):
    """A circle that the user states, 1 (nearest) to 5; 0 takes it back."""

    layer: Annotated[int, Meta(ge=0, le=5)]


class Guest(Struct):
    """Somebody who comes, and what is known of the contact so far."""

    who: Who
    lines: Annotated[list[str], Meta(max_length=10)]


class Sheet(Struct):
    """One meeting: when, who comes, who does not know whom as far as seen, and one suggestion."""

    day: Day
    begin: str
    end: str
    words: str
    title: str
    guests: Annotated[list[Guest], Meta(max_length=12)]
    more: int
    strangers: Annotated[list[str], Meta(max_length=2)]
    suggestion: str
    move: MoveId | None
    draft: str
    address: str


class Today(Struct):
    """The sheets of a day and the next working day, and what to look back on that day, in words."""

    as_of: Day
    sheets: Annotated[list[Sheet], Meta(max_length=40)]
    look_back: Annotated[list[str], Meta(max_length=20)]
    seen_through: str


class Group(Struct):
    """A group in which contact lies, and how many people are in it."""

    called: str
    people: int


class Position(Struct):
    """What the user's own contact amounts to, in sentences; `ways` are different ways in, at most."""

    lines: Annotated[list[str], Meta(max_length=40)]
    contacts: int
    ways: float | None
    half: int | None
    groups: Annotated[list[Group], Meta(max_length=8)]


class Proposal(Struct):
    """Two who may be one person, and why."""

    id: str
    title: str
    reason: str
    a: Who
    b: Who
    a_addresses: Annotated[list[str], Meta(max_length=20)]
    b_addresses: Annotated[list[str], Meta(max_length=20)]


class Proposals(Struct):
    """Who may be one person."""

    rows: Annotated[list[Proposal], Meta(max_length=50)]
    total: int


class Other(Struct, forbid_unknown_fields=True):
    """Another person, with `more` who are the same; `apart` says that the two are not one."""

    other: Id
    apart: bool = False
    more: Annotated[list[Id], Meta(max_length=20)] = field(default_factory=list)


class Address(Struct, forbid_unknown_fields=True):
    """An identifier, as `mailto:` or `tel:`."""

    address: Annotated[str, Meta(min_length=3, max_length=320)]


class Point(Struct):
    """Somebody in the drawing of who knows whom; `group` is 0 outside every group."""

    id: Id
    name: str
    x: float
    y: float
    group: int
    layer: int | None


class Drawing(Struct):
    """Who knows whom: points, and ties as two indices of points and a strength."""

    points: Annotated[list[Point], Meta(max_length=2000)]
    ties: Annotated[list[tuple[int, int, float]], Meta(max_length=8000)]
    left_out: int
    seen_through: str
