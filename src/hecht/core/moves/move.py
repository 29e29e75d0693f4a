"""A move: a suggestion with its people, its occasion as data, the moment it fits, and what one decided about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from hecht.core.identity import hashed
from hecht.core.ties.reciprocity import Question
from hecht.core.ties.tie import Tie


class Kind(StrEnum):
    """The kinds of suggestion, those that give first in front."""

    GIVE_BACK = "give_back"
    MEET = "meet"
    REACH_OUT = "reach_out"


class Meeting(NamedTuple):
    """A planned meeting of the user: when (unix seconds), how long, what it is called and who else comes."""

    key: int
    seconds: int
    duration: int
    title: str
    people: tuple[int, ...]


class Topic(NamedTuple):
    """A topic that returned: a title between the two from before with its day, and one of the last two weeks."""

    subject: str
    day: int
    recent: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a move is proposed, as data that can be said in any language.

    occasion: `question_to_me`, `question_of_mine`, `meeting` or `topic`. silence and rhythm are in days;
    rhythm is None when one cannot honestly say "usually"; contacts and since count contact days in the last
    540 days. subject is a title as it was between the two, day the day it was on; topic is a title of the last
    two weeks that holds a word of it.
    """

    occasion: str
    silence: int
    rhythm: int | None
    contacts: int
    since: int
    subject: str = ""
    day: int = 0
    topic: str = ""
    seen_through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """One suggestion. `id` stays the same while its reason does; `moment` is a meeting where it fits."""

    id: str
    kind: Kind
    people: tuple[int, ...]
    reason: Reason
    moment: Meeting | None
    rank: tuple[float, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything the kinds of move look at, at one moment; the agenda is the only part that lies ahead.

    `days` gives the active days of a tie in the last 540 days. `ids` gives the identifier key that decisions
    on a person hang on, where it is not the person's own id.
    """

    as_of: int
    ties: Mapping[int, Tie]
    days: Mapping[int, Sequence[int]]
    questions: Sequence[Question]
    agenda: Sequence[Meeting]
    topics: Mapping[int, Topic]
    unanswered: Mapping[int, int]
    seen_through: tuple[str, ...]
    ids: Mapping[int, int] = field(default_factory=dict)


def move_id(kind: Kind, people: Sequence[int], period: int) -> str:
    """Give the id of a move: 16 hexadecimal digits of kind, people (identifier keys) and what began its reason."""
    return f"{hashed('move', kind, *map(str, sorted(people)), str(period)):016x}"


def matters(tie: Tie) -> bool:
    """Say whether a tie is one in layers 1 to 3: the ones whose silence one would notice."""
    return tie.layer is not None and tie.layer <= 3  # noqa: PLR2004 - the definition
