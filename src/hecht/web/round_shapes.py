"""The shapes of rounds of questions (vragenrondjes) on the page: what one may ask, where a round stands, what came out."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from hecht.core.collaboration.pulse import LONGEST_TERM
from hecht.web.exchange_shapes import Form
from hecht.web.shapes import Day, Id, Who

RoundId = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
Mode = Literal["named", "anonymous"]
Asked = Literal["recognise", "gets", "theirs", "say_it", "clear", "kept", "forward", "contact"]
Line = Annotated[list[str], Meta(max_length=10)]


class QuestionRow(Struct):
    """A question that a round may ask; `named` ones are asked by name alone."""

    id: str
    kind: Literal["scale", "contact"]
    condition: str
    words: str
    named: bool


class SeatRow(Struct):
    """Somebody whom a round by name went to; the message and reminder to copy are there as long as it is open."""

    number: int
    name: str
    organisation: str
    answered: bool
    message: str
    reminder: str
    link: str


class Listening(Struct):
    """A round that is being answered: where, and in words who can reach it."""

    address: str
    words: Line


class SaidRow(Struct):
    """What somebody answered; nobody is named where the round was anonymous."""

    who: str
    what: str


class CameOut(Struct):
    """What came out for a question: where on the scale from 1 to 5, how often each step was chosen (by name), and in words."""

    id: str
    kind: Literal["scale", "contact", "term"]
    question: str
    words: str
    place: float | None
    steps: Annotated[list[int], Meta(max_length=5)]
    rows: Annotated[list[SaidRow], Meta(max_length=500)]


class RoundRow(Struct):
    """A round. Of an anonymous one it is not told how many answered, only whether five did.

    `messages` are those of an anonymous round, given once at its start; `reminder` is the one for all. `network` says that
    it can be answered at an address that others reach. `cautious` says that fewer than 80 % answered.
    """

    id: RoundId
    mode: Mode
    opened: Day
    last: Day
    closed: bool
    invited: int
    answered: int | None
    enough: bool
    cautious: bool | None
    words: Line
    at: str
    network: bool
    listening: Listening | None
    seats: Annotated[list[SeatRow], Meta(max_length=500)]
    messages: Annotated[list[str], Meta(max_length=500)]
    reminder: str
    came_out: Annotated[list[CameOut], Meta(max_length=10)]


class Rounds(Struct):
    """The rounds of a collaboration, the last first, and what a new one can be.

    `named_from` and `anonymous_from` are the first days on which one may begin, when that is not today; `beside` puts what
    came out of the closed ones side by side, in words.
    """

    rows: Annotated[list[RoundRow], Meta(max_length=50)]
    people: Annotated[list[Who], Meta(max_length=500)]
    questions: Annotated[list[QuestionRow], Meta(max_length=10)]
    terms: Annotated[list[str], Meta(max_length=200)]
    today: Day
    last: Day
    latest: Day
    named_from: Day | None
    anonymous_from: Day | None
    addresses: Annotated[list[str], Meta(max_length=5)]
    beside: Annotated[list[str], Meta(max_length=200)]


class NewRound(Struct, forbid_unknown_fields=True):
    """A round to begin, as the group chose it; an empty address is this computer's own."""

    mode: Mode
    last: Day
    term: Annotated[str, Meta(max_length=LONGEST_TERM)] = ""
    trust: bool = False
    leave_out: Annotated[list[Asked], Meta(max_length=8)] = []
    without: Annotated[list[Id], Meta(max_length=200)] = []
    at: Annotated[str, Meta(max_length=200)] = ""


class Listen(Struct, forbid_unknown_fields=True):
    """Whether a round is answered now, and for whom: this computer alone, or whoever is on its network."""

    on: bool
    network: bool = False


class AnswerFile(Struct, forbid_unknown_fields=True):
    """The text of a file with answers that came back."""

    text: Annotated[str, Meta(max_length=60_000)]


class Taken(Struct):
    """What was taken into the collaboration, in words."""

    words: Line


class Forms(Struct):
    """The forms of a round by name: a page for each person, which works without a network and saves their answers."""

    rows: Annotated[list[Form], Meta(max_length=500)]
