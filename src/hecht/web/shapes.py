"""The shapes of replies and requests; ids are texts, since they are larger than a browser counts exactly."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Id = Annotated[str, Meta(pattern="^[0-9]{1,19}$", description="The number of a person, a job or a source, as text.")]
MoveId = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="A date, as 2026-11-16.")]
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
    """One suggestion."""

    id: MoveId
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
    """The week: nought to five suggestions; `glad` is said when nothing is needed, `note` when the log is old."""

    as_of: Day
    cards: Annotated[list[Card], Meta(max_length=5)]
    glad: str
    note: str
    seen_through: str


class Decision(Struct, forbid_unknown_fields=True):
    """What the user does with a suggestion, and perhaps why (for themselves)."""

    verdict: Verdict
    because: Annotated[str, Meta(max_length=500)] = ""


class Said(Struct):
    """What was kept, in words."""

    words: str


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
    """How far long work is; `words` say what it did once it is done, `new` counts what it added."""

    id: Id
    kind: Literal["import", "demo"]
    state: Literal["receiving", "waiting", "running", "done", "failed"]
    name: str
    read: int
    size: int
    items: int
    new: int
    unreadable: int
    words: Annotated[list[str], Meta(max_length=300)]


class Jobs(Struct):
    """The jobs that are remembered, the newest first."""

    rows: Annotated[list[Job], Meta(max_length=30)]


class Open(Struct, forbid_unknown_fields=True):
    """Which log to lay open."""

    demo: bool


class Me(Struct, forbid_unknown_fields=True):
    """The user's own addresses."""

    addresses: Annotated[
        list[Annotated[str, Meta(max_length=254, pattern=r"^[^\s@]+@[^\s@]+$")]], Meta(min_length=1, max_length=20)
    ]


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
    places: Annotated[list[str], Meta(max_length=1000)]
    decisions: Annotated[list[str], Meta(max_length=1000)]
    sources: Annotated[list[str], Meta(max_length=1000)]


class Erased(Struct):
    """How an erase ended."""

    finished: bool
    words: str


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
    """A group on the map; its name is empty for `private` and `rest`. Who is asleep, and how many are not drawn."""

    key: str
    name: str
    asleep: Annotated[list[Who], Meta(max_length=200)]
    asleep_total: int
    more: int


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
    """The sheets of a day and the next working day."""

    as_of: Day
    sheets: Annotated[list[Sheet], Meta(max_length=40)]
    seen_through: str


class Position(Struct):
    """What the user's own contact amounts to, in sentences; `ways` are different ways in, at most."""

    lines: Annotated[list[str], Meta(max_length=40)]
    contacts: int
    ways: float | None
    half: int | None


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
    """Another person; `apart` says that the two are not one."""

    other: Id
    apart: bool = False


class Address(Struct, forbid_unknown_fields=True):
    """An identifier, as `mailto:` or `tel:`."""

    address: Annotated[str, Meta(min_length=3, max_length=320)]
