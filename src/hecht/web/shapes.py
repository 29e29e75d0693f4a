"""The shapes of replies and requests; ids are texts, since they are larger than a browser counts exactly."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Id = Annotated[str, Meta(pattern="^[0-9]{1,19}$", description="The number of a person, a job or a source, as text.")]
MoveId = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="A date, as 2026-11-16.")]
Address = Annotated[str, Meta(min_length=1, max_length=254, pattern=r"^\S[^\x00-\x1f\x7f]*$")]
Lang = Literal["nl", "en"]
StateWord = Literal["new", "living", "quieter", "dormant", "peripheral"]
Channel = Literal["mail", "meeting", "call", "chat", "visit"]
Verdict = Literal["done", "later", "never", "keep", "rest", "undo"]


class Problem(Struct):
    """What went wrong (RFC 9457): `code` for programs, `title` for people in their language."""

    type: str
    title: str
    status: int
    code: str


class Session(Struct):
    """What the page opens with: whose log, looked at from which day, and whether there is anything in it."""

    version: str
    lang: Lang
    as_of: Day
    own_today: bool
    demo: bool
    demo_made: bool
    empty: bool
    whole: bool
    ego: Annotated[list[str], Meta(max_length=50)]
    ego_known: bool
    ego_said: bool
    ego_maybe: Annotated[list[str], Meta(max_length=8)]
    people: int
    interactions: int


class Who(Struct):
    """A person as they are named; `first` is what one calls them."""

    id: Id
    name: str
    first: str
    organisation: str


class Strip(Struct):
    """The year before a day: the days with contact as numbers from `since` (0), and the length of the year in days."""

    since: Day
    length: int
    days: Annotated[list[int], Meta(max_length=366)]
    silence: int


class Moment(Struct):
    """A meeting at which a suggestion fits: when in words, the time in ISO 8601, and what it is called."""

    words: str
    at: str
    title: str


class Card(Struct):
    """One suggestion; `state` is how contact with the person goes, None for several or for somebody without a tie."""

    id: MoveId
    state: StateWord | None
    kind: str
    label: str
    people: Annotated[list[Who], Meta(max_length=60)]
    verdicts: Annotated[list[Verdict], Meta(max_length=3)]
    reason: str
    draft: str
    address: str
    moment: Moment | None
    strip: Strip | None


class Week(Struct):
    """The week: nought to five suggestions; `glad` is said when there is none, `glad_why` why, `note` when the log is old."""

    as_of: Day
    cards: Annotated[list[Card], Meta(max_length=5)]
    glad: str
    glad_why: str
    note: str
    seen_through: str


class Decision(Struct, forbid_unknown_fields=True):
    """What the user does with a suggestion, and perhaps why (for themselves)."""

    verdict: Verdict
    because: Annotated[str, Meta(max_length=500)] = ""


class Said(Struct):
    """What was kept, in words."""

    words: str


class Note(Struct, forbid_unknown_fields=True):
    """One line that the user notes about somebody."""

    text: Annotated[str, Meta(max_length=500, pattern=r"\S")]


class Tie(Struct):
    """A tie as it is shown."""

    who: Who
    state: StateWord
    layer: int | None
    first: Day
    last: Day
    silence: int
    silence_words: str
    active_days: int
    sent: int
    received: int
    strength: float
    relation_share: float | None
    channels: Annotated[list[Channel], Meta(max_length=5)]


class People(Struct):
    """A page of the user's ties, with how many there are in all."""

    rows: Annotated[list[Tie], Meta(max_length=200)]
    total: int
    offset: int


class Month(Struct):
    """Contact in one month."""

    month: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}$")]
    active_days: int
    sent: int
    received: int
    together: int


class MonthAmounts(Struct):
    """Both amounts of one month, and how often it rubbed."""

    month: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}$")]
    task: float
    relation: float
    friction: int


class Question(Struct):
    """A question after which nothing came back that hecht can see."""

    mine: bool
    day: Day
    words: str
    subject: str


class Person(Struct):
    """One person."""

    who: Who
    identifiers: Annotated[list[str], Meta(max_length=200)]
    addresses: Annotated[list[str], Meta(max_length=200)]
    tie: Tie | None
    rhythm: str
    one_to_one: int
    chances: list[int]
    starts: float | None
    months: Annotated[list[Month], Meta(max_length=1200)]
    amounts: Annotated[list[MonthAmounts], Meta(max_length=1200)]
    amounts_lines: Annotated[list[str], Meta(max_length=10)]
    notes: Annotated[list[str], Meta(max_length=100)]
    questions: Annotated[list[Question], Meta(max_length=200)]
    strip: Strip | None
    seen_through: str


class Source(Struct):
    """Something that was imported."""

    id: Id
    path: str
    name: str
    kinds: str
    files: int
    newest: str
    read: Day
    there: bool
    dropped: bool


class Sources(Struct):
    """Everything that was imported."""

    rows: Annotated[list[Source], Meta(max_length=1000)]
    total: int
    ego: Annotated[list[str], Meta(max_length=50)]


class Job(Struct):
    """How far long work is; `words` say what it did once it is done, `new` counts what it added, `known` what was there."""

    id: Id
    kind: Literal["import", "demo"]
    state: Literal["receiving", "waiting", "running", "done", "failed"]
    name: str
    read: int
    size: int
    items: int
    new: int
    known: int
    unreadable: int
    words: Annotated[list[str], Meta(max_length=300)]


class Jobs(Struct):
    """The jobs that are remembered, the newest first."""

    rows: Annotated[list[Job], Meta(max_length=30)]


class Open(Struct, forbid_unknown_fields=True):
    """Which log to lay open."""

    demo: bool


class Me(Struct, forbid_unknown_fields=True):
    """The user's own addresses, or what else the log knows them by (a number, an account), and what is not theirs."""

    addresses: Annotated[list[Address], Meta(max_length=20)] = field(default_factory=list)
    not_mine: Annotated[list[Address], Meta(max_length=20)] = field(default_factory=list)


class HeldCount(Struct):
    """How much there is of one channel, and from when to when."""

    channel: Channel
    count: int
    first: Day
    last: Day


class Held(Struct):
    """All that is held of a person."""

    who: Who
    names: Annotated[list[str], Meta(max_length=1000)]
    identifiers: Annotated[list[str], Meta(max_length=200)]
    cards: Annotated[list[str], Meta(max_length=1000)]
    interactions: Annotated[list[HeldCount], Meta(max_length=5)]
    titles: Annotated[list[str], Meta(max_length=500)]
    titles_total: int
    topics: Annotated[list[str], Meta(max_length=500)]
    topics_total: int
    places: Annotated[list[str], Meta(max_length=1000)]
    decisions: Annotated[list[str], Meta(max_length=1000)]
    sources: Annotated[list[str], Meta(max_length=1000)]


class Erased(Struct):
    """How an erase ended."""

    finished: bool
    words: str
