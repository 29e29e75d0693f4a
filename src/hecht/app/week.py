"""The week: nought to five moves chosen from the situation as the log shows it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hecht.app.age import age, calendar_age
from hecht.app.decisions import decisions
from hecht.app.looking_back import time_to_look_back
from hecht.app.people import Person, people
from hecht.app.preferences import voices
from hecht.app.situation import situation
from hecht.core.moves.move import Kind, Move, Situation
from hecht.core.moves.plan import MOST, OLD, candidates, plan
from hecht.core.moves.preferences import Voice
from hecht.stores.store import Store

AHEAD = 6
"""Days after today that a week looks ahead."""
FEWER = 2
"""Suggestions of a week that rests on mail older than ten days."""
SPENT = ("done", "keep", "rest")
"""Verdicts that use up a place in the week; what is put off or not for the user makes room for another."""
_WEEK = 7
_SOME = 3
"""Days of contact from which somebody is more than a name that came along."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week's moves on a day, with the people in them, through what it was seen, and how old the mail is in days.

    `calendar_age` is that of the newest calendar file; `voices` says how a draft to each person sounds; `look_back` that
    a quarter has passed to look back on; `settled` how many suggestions the user saw to in the last seven days; and
    `acquainted` whether there is anybody of whom more than a few days of contact are to be seen.
    """

    as_of: int
    moves: tuple[Move, ...]
    people: dict[int, Person]
    seen_through: tuple[str, ...]
    zone: str
    age: int | None = None
    voices: dict[int, Voice] = field(default_factory=dict)
    look_back: bool = False
    calendar_age: int | None = None
    settled: int = 0
    acquainted: bool = True


def week(store: Store, as_of: int, found: Situation | None = None) -> Week:
    """Choose nought to five moves for the week that begins on a day; its situation saves gathering it.

    What the user saw to in the last seven days counts towards the five: who is done with a week is done.
    """
    now = found or situation(store, as_of, AHEAD)
    old = age(store, as_of)
    decided = decisions(store)
    settled = sum(one.verdict in SPENT and 0 <= as_of - one.day < _WEEK for one in decided.values())
    most = FEWER if old is not None and old > OLD else MOST
    return replace(
        _with(store, now, plan(now, decided, most=max(0, most - settled)), old),
        settled=settled,
        acquainted=any(tie.facts.active_days >= _SOME for tie in now.ties.values()),
    )


def about(store: Store, as_of: int, found: Situation, person: int) -> Week:
    """Give the first of all suggestions that are about one person, whether or not the week has room for it."""
    mine = [
        move for move in candidates(found, decisions(store)) if person in move.people and move.kind is not Kind.REVIEW
    ]
    return _with(store, found, mine[:1], age(store, as_of))


def _with(store: Store, now: Situation, moves: Sequence[Move], old: int | None) -> Week:
    """Give moves with what is needed to show them."""
    as_of = now.as_of
    named = (
        people(store, [one for move in moves for one in (*move.people, *move.reason.shared)], as_of) if moves else {}
    )
    spoken = voices(store, as_of, [move.people[0] for move in moves if move.kind is not Kind.REVIEW], now.preferences)
    back = time_to_look_back(store, as_of)
    return Week(
        as_of=as_of,
        moves=tuple(moves),
        people=named,
        seen_through=now.seen_through,
        zone=store.setting("zone") or "UTC",
        age=old,
        voices=spoken,
        look_back=back,
        calendar_age=calendar_age(store, as_of),
    )


def offered(store: Store, as_of: int, found: Situation | None = None) -> dict[str, Move]:
    """Give every move that may be proposed on a day, by id: those of the week, of today, and what stands in line."""
    return {move.id: move for move in candidates(found or situation(store, as_of, AHEAD), decisions(store))}
