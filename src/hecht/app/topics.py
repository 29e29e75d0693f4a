"""Topics that returned: what the user and somebody else shared before, and what is going on now again."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from hecht.app.snapshot import Snapshot
from hecht.app.topics_kept import kept
from hecht.core.moves.move import Topic, matters
from hecht.core.moves.preferences import Preferences
from hecht.core.ties.rhythm import WINDOW
from hecht.core.ties.state import State
from hecht.core.ties.tie import Tie
from hecht.core.topics import ALIKE, COMMON, convincing
from hecht.sql import query
from hecht.stores.store import Store

RECENT = 14
"""Days in which a topic counts as being of now."""
LONG_AGO = 1_460
"""Days in which what one shared with somebody who sleeps is still looked at."""
LOOKED_AT = 40
"""Quieter ties, and as many sleeping ones, for which topics are looked up, the nearest first."""


class Title(NamedTuple):
    """A title with its stems, the day it was last on, and (one of now) who took part."""

    text: str
    stems: frozenset[str]
    day: int
    people: frozenset[int]


def topics(store: Store, shot: Snapshot, wishes: Preferences) -> dict[int, Topic]:
    """Give, for quieter ties that matter and for sleeping ones, a title they shared that is of now again.

    Of now is a title of the last two weeks, in which the other took no part, that shares words with it which seldom
    stand in titles together (`core.topics.convincing`); or else a goal of the user's that shares a word with it.
    """
    looked_at = _looked_at(shot)
    if not looked_at or not kept(store):
        return {}
    recent = _recent(store, shot)
    if not recent and not wishes.goals:
        return {}
    before = {tie.alter: _before(store, shot, tie) for tie in looked_at}
    pairs = {
        person: [
            (now.stems & then.stems, then, now)
            for now in recent
            for then in titles
            if person not in now.people and then.text != now.text and len(now.stems & then.stems) >= ALIKE
        ]
        for person, titles in before.items()
    }
    where = threads_of(store, shot.as_of, {stem for some in pairs.values() for shared, _, _ in some for stem in shared})
    total = conversations(store, shot.as_of) if where else 0
    found: dict[int, Topic] = {}
    for person, some in pairs.items():
        returned = []
        for shared, then, now in some:
            together = len(frozenset.intersection(*(where[stem] for stem in shared)))
            if convincing(len(shared), together, total):
                returned.append((-together, then.day, then.text, now.text))
        goals = [(*wishes.goal_of(then.stems), then.day, then.text) for then in before[person]]
        best = max(goals, default=(0, "", 0, ""))
        if returned:
            _, day, subject, now_on = max(returned)
            found[person] = Topic(subject, day, now_on, wishes.goal_about(subject))
        elif best[0]:
            found[person] = Topic(best[3], best[2], "", best[1])
    return found


def _looked_at(shot: Snapshot) -> list[Tie]:
    quiet = [tie for tie in shot.ties.values() if tie.state is State.QUIETER and matters(tie)]
    asleep = [tie for tie in shot.ties.values() if tie.state is State.DORMANT]
    quiet.sort(key=lambda tie: (tie.layer or 0, -tie.strength, tie.alter))
    asleep.sort(key=lambda tie: (-tie.likely, tie.alter))
    return [*quiet[:LOOKED_AT], *asleep[:LOOKED_AT]]


def _recent(store: Store, shot: Snapshot) -> list[Title]:
    params = {"ego": shot.ego, "as_of": shot.as_of, "since": shot.as_of - RECENT}
    held: dict[str, tuple[set[str], set[int]]] = {}
    for person, stem, title, _ in store.rows(query("stems_days"), params):
        words, people = held.setdefault(str(title), (set(), set()))
        words.add(str(stem))
        people.add(int(person or 0))
    return [Title(title, frozenset(words), shot.as_of, frozenset(who)) for title, (words, who) in held.items()]


def _before(store: Store, shot: Snapshot, tie: Tie) -> Sequence[Title]:
    span = LONG_AGO if tie.state is State.DORMANT else WINDOW
    params = {"person": tie.alter, "ego": shot.ego, "as_of": shot.as_of, "since": shot.as_of - span}
    held: dict[str, tuple[set[str], int]] = {}
    for stem, day, title in store.rows(query("stems_person"), params):
        held.setdefault(str(title), (set(), int(day or 0)))[0].add(str(stem))
    return [Title(title, frozenset(words), day, frozenset()) for title, (words, day) in held.items()]


def threads_of(store: Store, as_of: int, stems: Collection[str]) -> dict[str, frozenset[int]]:
    """Give the conversations in whose titles each of some stems stands, up to a day."""
    found: dict[str, set[int]] = {stem: set() for stem in sorted(stems)}
    rows = store.rows(query("stem_threads"), {"as_of": as_of, "stems": f"|{'|'.join(found)}|"}) if found else ()
    for stem, thread in rows:
        found[str(stem)].add(int(thread or 0))
    return {stem: frozenset(threads) for stem, threads in found.items()}


def conversations(store: Store, as_of: int) -> int:
    """Give how many conversations with a title there are up to a day."""
    return int(store.rows(query("threads"), {"as_of": as_of})[0][0] or 0)


def telling(store: Store, as_of: int, wishes: Preferences) -> Preferences:
    """Leave out of the goals the words that stand in no conversation, or in too many to tell anything."""
    words = frozenset(stem for goal in wishes.goals for word in goal.words for stem in word)
    if not words:
        return wishes
    total = conversations(store, as_of)
    where = threads_of(store, as_of, words)
    many = [stem for stem, threads in where.items() if len(threads) * COMMON > total >= COMMON * ALIKE]
    return wishes.without([*many, *(stem for stem, threads in where.items() if not threads)])
