"""Ties and situations for the tests of moves, made by hand."""

from collections.abc import Mapping, Sequence

from hecht.core.moves.move import Change, Ended, First, Kind, Meeting, Move, Reason, Seen, Situation, Topic
from hecht.core.moves.preferences import NONE, Preferences
from hecht.core.ties.reciprocity import Question
from hecht.core.ties.state import State
from hecht.core.ties.tie import Facts, Tie

NOW = 20_773
"""Monday 16 November 2026."""
EGO = 999


def tie(
    person: int, *, state: State = State.QUIETER, layer: int | None = 2, silence: int = 42, strength: float = 5
) -> Tie:
    facts = Facts(EGO, person, NOW - 400, NOW - silence, 20, 20, 20, int(strength * 2**40))
    return Tie(EGO, person, facts, silence, 20.0, strength, state, layer)


def asked(person: int, days_ago: int, *, mine: bool, title: str = "pompgegevens") -> Question:
    return Question(1000 * person + days_ago, person, NOW - days_ago, mine, title)


def meeting(key: int, *people: int, seconds: int = 0) -> Meeting:
    return Meeting(key, seconds or (NOW + 1) * 86_400 + key, 3600, "projectoverleg", people)


def situation(
    ties: Sequence[Tie] = (),
    *,
    questions: Sequence[Question] = (),
    agenda: Sequence[Meeting] = (),
    topics: Mapping[int, Topic] | None = None,
    unanswered: Mapping[int, int] | None = None,
    days: Mapping[int, Sequence[int]] | None = None,
    ids: Mapping[int, int] | None = None,
    seen: Mapping[int, Seen] | None = None,
    firsts: Mapping[int, First] | None = None,
    changes: Mapping[int, Change] | None = None,
    ended: Sequence[Ended] = (),
    noted: frozenset[int] = frozenset(),
    resting: frozenset[int] = frozenset(),
    kept: frozenset[int] = frozenset(),
    preferences: Preferences = NONE,
    only_task: Mapping[int, int] | None = None,
) -> Situation:
    return Situation(
        as_of=NOW,
        ties={one.alter: one for one in ties},
        days=days or {},
        questions=questions,
        agenda=agenda,
        topics=topics or {},
        unanswered=unanswered or {},
        seen_through=("mail", "meeting"),
        ids=ids or {},
        seen=seen or {},
        firsts=firsts or {},
        changes=changes or {},
        ended=ended,
        noted=noted,
        resting=resting,
        kept=kept,
        preferences=preferences,
        only_task=only_task or {},
    )


def reason(
    occasion: str,
    *,
    silence: int = 42,
    rhythm: int | None = None,
    contacts: int = 5,
    since: int = NOW - 180,
    subject: str = "",
    day: int = NOW - 13,
    topic: str = "",
) -> Reason:
    return Reason(occasion, silence, rhythm, contacts, since, subject, day, topic, ("mail", "meeting"))


def move(kind: Kind, why: Reason, *, moment: Meeting | None = None, person: int = 1) -> Move:
    return Move("0" * 16, kind, (person,), why, moment)
