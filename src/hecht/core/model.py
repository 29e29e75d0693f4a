"""The words of the log: interactions with their participants, cards, sightings, and what a source may yield."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import NamedTuple, Protocol, TypeAlias

Value: TypeAlias = int | float | str | None


class Rows(Protocol):
    """Anything that runs a query of `sql/` and gives its rows: a store or an engine."""

    def rows(self, sql: str, params: Mapping[str, Value]) -> Sequence[tuple[Value, ...]]:
        """Run one statement with `:name` parameters and return all its rows."""
        ...  # pragma: no cover


class Channel(IntEnum):
    """Through what people had contact; the numbers are stored."""

    MAIL = 1
    MEETING = 2
    CALL = 3
    CHAT = 4
    VISIT = 5


class Status(IntEnum):
    """Whether an interaction holds; *planned* is no status but a day after `as_of` (docs/decisions/0002)."""

    HELD = 1
    CANCELLED = 2


class Role(IntEnum):
    """What a participant is in one interaction."""

    SENDER = 1
    TO = 2
    CC = 3
    ORGANISER = 4
    ATTENDEE = 5
    MEMBER = 6


class Answer(IntEnum):
    """What a participant answered to an invitation; NONE where nothing was asked or said."""

    NONE = 0
    ACCEPTED = 1
    TENTATIVE = 2
    DECLINED = 3


OWNER = "owner:me"
"""Whoever a file belongs to, where the file does not name them (an event without organiser, one's own side of a chat);
it always belongs to the ego."""


class Participant(NamedTuple):
    """One person's part in one interaction, by identifier (`mailto:`, `tel:`, an account or any opaque id)."""

    identifier: str
    role: Role
    name: str = ""
    answer: Answer = Answer.NONE


@dataclass(frozen=True, slots=True)
class Interaction:
    """One mail, meeting, call, visit or day of chat.

    `key` names the item itself and is equal for every copy or later version of it; `sequence` and `stamp`
    rank versions of one item (SEQUENCE and last change of an event; own words and tone version of a mail;
    messages of a chat day). `seconds` is unix time of the start, `duration` is in seconds. `recipients` is
    the number of distinct people besides the sender; for meetings besides the organiser or owner, declined
    ones left out. `relation` is the relation part, 0-100, None when unknown. `title` is a subject line or
    meeting title. `suspect` marks mail whose sender could not be trusted: kept, but never contact.
    `utc` says that the day is counted in UTC instead of the log's home zone (plain logs).
    """

    key: int
    seconds: int
    channel: Channel
    participants: tuple[Participant, ...]
    recipients: int
    thread: int = 0
    reply_to: int = 0
    status: Status = Status.HELD
    duration: int = 0
    title: str = ""
    relation: int | None = None
    friction: int = 0
    asks: int = 0
    words: int = 0
    language: str = ""
    tone_version: int = 0
    suspect: bool = False
    sequence: int = 0
    stamp: int = 0
    utc: bool = False

    def among(self, people: tuple[Participant, ...]) -> "Interaction":
        """Give the same interaction with only some of its people and without its title (others were erased)."""
        return replace(self, participants=people, title="")


class Series(NamedTuple):
    """One version of a recurring event as a whole: occurrences of an older version no longer hold."""

    thread: int
    sequence: int
    stamp: int


@dataclass(frozen=True, slots=True)
class Card:
    """Identifiers that one address book says belong to one person, with names and organisation."""

    identifiers: tuple[str, ...]
    name: str = ""
    organisation: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody seen at a place (a mailing list), which is not contact; `address` is the place's own address."""

    place: str
    identifier: str
    seconds: int
    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item that was read and is on purpose not kept, with why: a word of `REASONS`."""

    reason: str
    sighting: Sighting | None = None


REASONS = (
    "list",
    "automatic",
    "spam",
    "draft",
    "alone",
    "template",
    "scope",
    "retained",
    "erased",
    "no_people",
    "elsewhere",
    "other_key",
)
"""Why items are left out: list mail, automatic mail, spam and trash, drafts, an event with nobody else in it,
something that is no interaction (a to-do, a journal entry), outside the scope the user set, older than the
user keeps, erased by the user, mail without any other person, told of a collaboration that is not kept here."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An item that could not be read: the offset in bytes (or the line, for tables) and the cause in words."""

    offset: int
    cause: str


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a next reading of the same growing file may begin."""

    offset: int
    check: int


@dataclass(frozen=True, slots=True)
class Owner:
    """A sign of whose file this is: an identifier and how often.

    `delivered`: mail was delivered to it; `sent`: it wrote mail in a folder of sent mail; `labelled`: it wrote
    mail with the label of sent mail, which others could forge.
    """

    identifier: str
    how: str
    count: int


@dataclass(frozen=True, slots=True)
class Reported:
    """The days on which a participant of a collaboration had contact with another, as they told; up to and including `until`.

    `key` is the public key that the file was signed with, in hexadecimals; empty when it was not signed.
    """

    collaboration: str
    reporter: str
    other: str
    days: tuple[int, ...]
    until: int
    key: str = ""


Item: TypeAlias = Interaction | Series | Card | LeftOut | Unreadable | Cursor | Owner | Reported
Items: TypeAlias = Iterator[Item]


@dataclass(frozen=True, slots=True)
class Tone:
    """What was judged of one text, after which the text dies: see `core.tone`."""

    relation: int | None
    friction: int
    asks: int
    words: int
    language: str
    version: int
    reasons: tuple[str, ...] = ()


class Judge(Protocol):
    """A function that judges the tone of own text (quotes and signature already cut off) under a title."""

    def __call__(self, text: str, title: str, /) -> Tone:
        """Return the tone of the text."""
        ...  # pragma: no cover
