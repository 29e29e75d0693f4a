"""The shapes of gatherings with seating on the page: who comes, what is asked, the plan with its worths, and what came of it."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from hecht.web.shapes import Day

MOST = 300
Place = Annotated[int, Meta(ge=0, lt=MOST)]
Wish = Annotated[list[Place], Meta(min_length=2, max_length=60)]
Table = Annotated[list[Place], Meta(max_length=MOST)]
Round = Annotated[list[Table], Meta(max_length=MOST)]
Plan = Annotated[list[Round], Meta(max_length=20)]
Flat = Annotated[list[int], Meta(max_length=MOST * (MOST - 1) // 2)]
Title = Annotated[str, Meta(max_length=100)]
Why = Literal["dormant", "useful", "shared", "new", "bridge"]


class GuestShape(Struct):
    """Somebody who comes: a person of the log by id (empty: not in the log), name and organisation."""

    name: Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\S")]
    person: Annotated[str, Meta(pattern="^[0-9]{0,19}$")] = ""
    organisation: Annotated[str, Meta(max_length=200)] = ""


Guests = Annotated[list[GuestShape], Meta(max_length=MOST)]


class Coming(Struct):
    """Who could come: those who take part in a collaboration, or the members of a group with the same problem."""

    title: str
    rows: Guests


class SeatingAsked(Struct, forbid_unknown_fields=True):
    """What is asked of a seating; wishes are places in the list of guests. `sizes` go before `tables`."""

    guests: Annotated[list[GuestShape], Meta(min_length=1, max_length=MOST)]
    tables: Annotated[int, Meta(ge=0, le=100)] = 0
    sizes: Annotated[list[Annotated[int, Meta(ge=1, le=MOST)]], Meta(max_length=100)] = []
    rounds: Annotated[int, Meta(ge=1, le=12)] = 1
    together: Annotated[list[Wish], Meta(max_length=100)] = []
    apart: Annotated[list[Wish], Meta(max_length=100)] = []
    seed: Annotated[int, Meta(ge=0, le=1_000_000)] = 0


class WhyRow(Struct):
    """A reason why a pair has to gain from one table, and the same in words; `telling` ones are drawn."""

    why: Why
    words: str
    telling: bool


class SeatingShape(Struct):
    """A seating: for each round the tables with places in the list of guests.

    `worth` and `gains` are of the pairs (0,1), (0,2) ... (1,2) ..., each once: what it is worth that they meet, and which
    of `whys` they have, as the sum of 1 for the first, 2 for the second, 4 for the third, and so on.
    """

    rounds: Plan
    value: int
    bound: int
    again: int
    forced: int
    worth: Flat
    gains: Flat
    whys: Annotated[list[WhyRow], Meta(max_length=5)]
    unknown: int
    seen_through: str


class PlanShape(Struct, forbid_unknown_fields=True):
    """A plan as it stands, perhaps changed by hand."""

    guests: Annotated[list[GuestShape], Meta(min_length=1, max_length=MOST)]
    rounds: Plan
    title: Title = ""


class File(Struct):
    """A file to save: its name and text."""

    name: str
    text: str


class Printed(Struct):
    """Name cards and lists as a page to print, and the list as a table."""

    cards: File
    table: File


class Kept(Struct, forbid_unknown_fields=True):
    """A plan to keep as a gathering of a collaboration on a day."""

    day: Day
    plan: PlanShape


class Counted(Struct):
    """Of how many pairs without contact, or whose contact slept, there was contact afterwards."""

    pairs: int
    went_on: int


class PairRow(Struct):
    """Two between whom contact began, or was taken up again, and the first day of it."""

    a: str
    b: str
    day: Day
    began: bool


class GatheringRow(Struct):
    """A gathering that was kept, and what came of it."""

    title: str
    day: Day
    people: int
    words: Annotated[list[str], Meta(max_length=30)]
    pairs: Annotated[list[PairRow], Meta(max_length=100)]
    together: Counted
    elsewhere: Counted
    complete: bool


class Gatherings(Struct):
    """The gatherings of a collaboration, the last first."""

    rows: Annotated[list[GatheringRow], Meta(max_length=100)]
    seen_through: str
