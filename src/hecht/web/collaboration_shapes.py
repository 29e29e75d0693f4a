"""The shapes of collaborations: the list, one of them, and what is stated of it."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from hecht.web.shapes import Day, Id, Who

CollaborationId = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
Text = Annotated[str, Meta(max_length=500)]
Short = Annotated[str, Meta(max_length=100)]
Name = Annotated[str, Meta(min_length=1, max_length=100, pattern=r"\S")]
Role = Literal["", "partner", "supplier", "funder", "client", "regulator", "adviser", "knowledge", "users", "other"]
Motive = Literal[
    "", "too_small", "knowledge", "means", "continuity", "learning", "another_world", "one_counter", "other"
]
MilestoneKind = Literal[
    "start",
    "vision",
    "intent",
    "covenant",
    "cost_decision",
    "permit",
    "election",
    "budget",
    "reorganisation",
    "other",
]
Question = Literal["why", "for_whom", "how", "success"]


class Listed(Struct):
    """A collaboration in the list."""

    id: CollaborationId
    name: str
    parties: Annotated[list[str], Meta(max_length=100)]
    start: Day | None
    people: int


class Proposed(Struct):
    """A collaboration that may exist: organisations whose people meet again and again."""

    id: str
    name: str
    organisations: Annotated[list[str], Meta(max_length=100)]
    people: Annotated[list[Who], Meta(max_length=200)]
    meetings: int
    first: Day
    last: Day


class Collaborations(Struct):
    """Every collaboration, and what may be one."""

    rows: Annotated[list[Listed], Meta(max_length=500)]
    proposed: Annotated[list[Proposed], Meta(max_length=20)]


class Begin(Struct, forbid_unknown_fields=True):
    """A collaboration to begin: a name (of a proposal, or a new one) and people who take part."""

    name: Name
    people: Annotated[list[Id], Meta(max_length=100)] = []


class PartyRow(Struct):
    """A party with what was said of it."""

    organisation: str
    role: str
    motive: str
    brings: str
    yields: str


class Member(Struct):
    """Somebody who takes part; `days` and `last` are the contact with the user within the collaboration."""

    who: Who
    party: str
    mandate: str
    since: Day | None
    until: Day | None
    now: bool
    you: bool
    days: int | None
    last: Day | None


class CellRow(Struct):
    """What is known of the contact between two parties in the last year, and the same in words."""

    a: str
    b: str
    how: Literal["seen", "reported", "not_visible"]
    days: int | None
    informal: int | None
    last: Day | None
    words: str


class Belongs(Struct):
    """An interaction that belongs, and why."""

    key: str
    day: Day
    channel: str
    title: str
    people: Annotated[list[str], Meta(max_length=60)]
    basis: Literal["stated", "title", "people"]
    why: str
    informal: bool


class Answer(Struct):
    """One of the five questions of the start, and the answer while there is one."""

    question: str
    words: str
    answer: str


class MilestoneRow(Struct):
    """A milestone: stated, or read from the title of a meeting."""

    id: str
    day: Day
    kind: str
    title: str
    stated: bool
    coming: bool


class QuietRow(Struct):
    """Somebody who has to agree and with whom it was quiet, in words, with the small thing that can still be done."""

    who: Who
    words: str


class MomentRow(Struct):
    """The next difficult moment: what, when, and who it was quiet with; `rest` says what is not seen."""

    words: str
    day: Day
    left: int
    quiet: Annotated[list[QuietRow], Meta(max_length=100)]
    rest: str


class Collaboration(Struct):
    """One collaboration: what was said of it and what is seen of it."""

    id: CollaborationId
    name: str
    start: Day | None
    look_back: Day | None
    moment: MomentRow | None
    milestones: Annotated[list[MilestoneRow], Meta(max_length=200)]
    answers: Annotated[list[Answer], Meta(max_length=5)]
    parties: Annotated[list[PartyRow], Meta(max_length=100)]
    members: Annotated[list[Member], Meta(max_length=500)]
    cells: Annotated[list[CellRow], Meta(max_length=5000)]
    visible: str
    bridges: str
    belongs: Annotated[list[Belongs], Meta(max_length=200)]
    belongs_total: int
    seen_through: str


class Why(Struct, forbid_unknown_fields=True):
    """An answer to one of the questions of the start."""

    question: Question
    text: Text


class PartySaid(Struct, forbid_unknown_fields=True):
    """What is said of a party; it is added when it is not there yet."""

    organisation: Name
    role: Role | None = None
    motive: Motive | None = None
    brings: Text | None = None
    yields: Text | None = None
    remove: bool = False


class DelegateSaid(Struct, forbid_unknown_fields=True):
    """Who takes part for which party (empty: where they work), with what mandate."""

    person: Id
    party: Short = ""
    mandate: Text | None = None
    remove: bool = False


class BelongsSaid(Struct, forbid_unknown_fields=True):
    """That an interaction, a conversation or words of a title belong, or do not."""

    what: Literal["item", "thread", "title"]
    value: Name
    inside: bool


class MilestoneSaid(Struct, forbid_unknown_fields=True):
    """A milestone: what it is called, when, and of which kind."""

    title: Name
    day: Day
    kind: MilestoneKind = "other"


class NoMilestone(Struct, forbid_unknown_fields=True):
    """A milestone to take out, by its id."""

    id: Annotated[str, Meta(pattern="^[0-9a-f]{1,16}$")]


class Named(Struct, forbid_unknown_fields=True):
    """Another name."""

    name: Name


class VersionRow(Struct):
    """One thing that was stated, with when and by whom; `moment` takes it back."""

    moment: int
    when: str
    author: str
    words: str
    undone: bool


class History(Struct):
    """What was stated of a collaboration, the last first."""

    rows: Annotated[list[VersionRow], Meta(max_length=500)]
