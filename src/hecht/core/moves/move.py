"""A move: a suggestion with its people, its occasion as data, the moment it fits, and what one decided about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from hecht.core.identity import hashed
from hecht.core.moves.preferences import NONE, Preferences, Way
from hecht.core.ties.reciprocity import Question
from hecht.core.ties.tie import Tie


class Kind(StrEnum):
    """The kinds of suggestion, those that give first in front."""

    GIVE_BACK = "give_back"
    MEET = "meet"
    ASK = "ask"
    DEEPEN = "deepen"
    REACH_OUT = "reach_out"
    WAKE = "wake"
    INTRODUCE = "introduce"
    GET_TO_KNOW = "get_to_know"
    APPROACH = "approach"
    GATHER = "gather"
    REVIEW = "review"


LARGEST = 8
"""A larger meeting is no contact, so silence cannot be said of people who sit in it every week; nor is it an occasion."""
CROWD = 25
"""Above so many people a meeting is a place, where two of them need not see each other."""


class Meeting(NamedTuple):
    """A planned meeting of the user: when (unix seconds), how long, what it is called and who else comes."""

    key: int
    seconds: int
    duration: int
    title: str
    people: tuple[int, ...]


class Topic(NamedTuple):
    """A topic that returned: a title between the two from before with its day, and one of the last two weeks.

    `goal` is a goal of the user's of which that title holds a word, and then `recent` may be empty.
    """

    subject: str
    day: int
    recent: str
    goal: str = ""


class Seen(NamedTuple):
    """Where the user and somebody without contact of their own were seen together: on how many days, from when to when.

    `where` is `meeting`, `mail` (both stood in it) or `list`; `title` is that of the meeting, or the list's name.
    """

    where: str
    times: int
    first: int
    last: int
    title: str


class First(NamedTuple):
    """What went between the user and somebody new so far: mails either way, days of meetings, days of calls and chat."""

    sent: int
    received: int
    met: int
    spoken: int


class Change(NamedTuple):
    """Something new of somebody: since when, and of which organisation the address or position is."""

    day: int
    organisation: str


class Ended(NamedTuple):
    """A series of meetings that came to an end: the key of the series, its title, last day, and who sat in it."""

    key: int
    title: str
    last: int
    people: tuple[int, ...]


class Strangers(NamedTuple):
    """Two people of different organisations who share a matter with the user and were never seen together.

    `titles` is one of each, `times` how many such titles there are, `day` the last of them; `shared` are contacts of
    both, the nearest to the user first.
    """

    people: tuple[int, int]
    titles: tuple[str, str]
    times: int
    day: int
    shared: tuple[int, ...]


class Fits(NamedTuple):
    """A standing ask of the user's that somebody may answer, or an ask of somebody's that the user's offer answers.

    `key` is that of the user's statement and `text` its words; `title` is what it rests on, of `day`: a title, or what the
    other seeks or brings (`offered`). `since` is the day of the user's statement.
    """

    key: int
    person: int
    text: str
    title: str
    day: int
    since: int
    offered: bool


class Exchange(NamedTuple):
    """One who seeks what another brings, both by what the user noted of them; `day` is that of the later note."""

    seeks: int
    brings: int
    ask: str
    offer: str
    day: int


class Common(NamedTuple):
    """A goal of the user's, or a matter (a title of it), that several people share with them; `day` is the last of it."""

    text: str
    day: int
    people: tuple[int, ...]
    goal: bool


class Later(NamedTuple):
    """A gathering of people with the same problem, one or two `years` ago on a `day`, on which one looks back: does it still run?"""

    title: str
    day: int
    years: int
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a move is proposed, as data that can be said in any language.

    occasion: `question_to_me`, `question_of_mine`, `meeting`, `only_task`, `topic`, `goal`, `changed`, `new`, `together`,
    `same_matter`, `ended`, `ask_fits`, `my_offer`, `ask_and_offer`, `shared_goal`, `shared_matter` or `look_back`.
    silence and rhythm are in days; rhythm is None when one cannot honestly say "usually"; contacts and
    since count contact days in the last 540 days (of somebody asleep: all of them). subject is a title as it was
    between the two, day the day it was on; topic is a title of the last two weeks that holds words of it. goal is
    a goal of the user's that this fits. organisation is where somebody now writes from. where is where two people
    were seen together (`Seen`), and first what went between them so far. apart: while it was silent, the two still sat
    in meetings too large to count as contact. Of two people with the same matter, subject and topic are a title of each, and
    shared are those who know both. opens is an organisation where the user has no other contact now,
    alone the number of people with whom only this one is seen in contact.
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
    goal: str = ""
    organisation: str = ""
    where: str = ""
    first: First | None = None
    apart: bool = False
    shared: tuple[int, ...] = ()
    opens: str = ""
    alone: int = 0


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
    on a person hang on, where it is not the person's own id. `seen` has people without contact of their own,
    `firsts` those who are new, `changes` those who sleep and of whom something is new, `only_task` the day from
    which a tie was about the work alone. `noted` are those of whom the user noted what they do. `crowded` gives the
    last day on which the user and somebody sat in a meeting of 9 to 25 people. `resting` are those whom the user
    lets rest, `kept` those they chose to keep. `strangers` are pairs who could be introduced, and `opens` gives for
    somebody asleep, or seen and never spoken, the organisation where the user has no other contact now, `alone` with
    how many people only they are seen in contact. `answers` and `wanted` are who may answer the user's asks and who
    seeks what they bring, `exchanges` who brings what another seeks, `common` what several good contacts share, `later`
    the gatherings to look back on, and `spared` those from whom the user took three times without giving.
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
    seen: Mapping[int, Seen] = field(default_factory=dict)
    firsts: Mapping[int, First] = field(default_factory=dict)
    changes: Mapping[int, Change] = field(default_factory=dict)
    ended: Sequence[Ended] = ()
    noted: frozenset[int] = frozenset()
    resting: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    preferences: Preferences = NONE
    strangers: Sequence[Strangers] = ()
    opens: Mapping[int, str] = field(default_factory=dict)
    alone: Mapping[int, int] = field(default_factory=dict)
    only_task: Mapping[int, int] = field(default_factory=dict)
    crowded: Mapping[int, int] = field(default_factory=dict)
    answers: Sequence[Fits] = ()
    wanted: Sequence[Fits] = ()
    exchanges: Sequence[Exchange] = ()
    common: Sequence[Common] = ()
    later: Sequence[Later] = ()
    spared: frozenset[int] = frozenset()

    def met_in_small(self, largest: int) -> Iterator[tuple[Meeting, Tie]]:
        """Give everybody with a tie who comes to a meeting of at most `largest` people, once, with their smallest one."""
        met: set[int] = set()
        for meeting in sorted(self.agenda, key=lambda one: (len(one.people), one.seconds, one.key)):
            if len(meeting.people) + 1 > largest or not self.preferences.fits(meeting.title):
                continue
            for person in meeting.people:
                if person in self.ties and person not in met:
                    met.add(person)
                    yield meeting, self.ties[person]

    def next_with(self, person: int, largest: int = LARGEST) -> Meeting | None:
        """Give the first meeting to come with somebody of at most `largest` people at which one could have a word: no reception.

        Who likes one to one is given a meeting of the two alone, if there is one.
        """
        found = [
            one
            for one in self.agenda
            if person in one.people and len(one.people) < largest and self.preferences.fits(one.title)
        ]
        if Way.ONE_TO_ONE in self.preferences.likes:
            found.sort(key=lambda one: len(one.people) > 1)
        return next(iter(found), None)


def move_id(kind: Kind, people: Sequence[int], period: int) -> str:
    """Give the id of a move: 16 hexadecimal digits of kind, people (identifier keys) and what began its reason."""
    return f"{hashed('move', kind, *map(str, sorted(people)), str(period)):016x}"


def matters(tie: Tie) -> bool:
    """Say whether a tie is one in layers 1 to 3: the ones whose silence one would notice."""
    return tie.layer is not None and tie.layer <= 3  # noqa: PLR2004 - the definition
