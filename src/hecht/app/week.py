"""The week: the situation as the log shows it, the moves chosen from it, and what the user decides about them."""

from dataclasses import dataclass

from hecht.app.age import age
from hecht.app.people import Person, find, people
from hecht.app.settings import now
from hecht.app.snapshot import Snapshot, ego_of, take
from hecht.core.days import DAY
from hecht.core.errors import NoSuchMoveError, SeveralFoundError
from hecht.core.identity import hashed
from hecht.core.model import OWNER, Channel, Interaction, Participant, Role
from hecht.core.moves.move import Meeting, Move, Situation, Topic, matters
from hecht.core.moves.plan import MOST, OLD, Decision, plan
from hecht.core.revision import Entry
from hecht.core.ties.reciprocity import Event, open_questions, unanswered
from hecht.core.ties.rhythm import WINDOW
from hecht.core.ties.state import State
from hecht.sql import query
from hecht.stores.append import Batch
from hecht.stores.store import Store

AHEAD = 6
"""Days after today that a week looks ahead."""
LOOK_BACK = 90
"""Days in which an open question still counts."""
RESTS = {"later": 7, "done": 14}
"""Days for which a move rests after a verdict; somebody to whom something was done is left alone altogether."""
FEWER = 2
"""Suggestions of a week that rests on mail older than ten days."""
RECENT = 14
"""Days in which a topic counts as being of now."""
ALIKE = 2
"""Content words that two titles must share to be about the same: one word ("planning", "lunch") says nothing."""
LOOKED_AT = 40
"""Quieter ties for which returning topics are looked up, the nearest first."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week's moves on a day, with the people in them, through what it was seen, and the age of the newest mail in days."""

    as_of: int
    moves: tuple[Move, ...]
    people: dict[int, Person]
    seen_through: tuple[str, ...]
    zone: str
    age: int | None = None


def events(store: Store, ego: int, as_of: int) -> list[Event]:
    """Give what happened between the user and others in the last 90 days."""
    rows = store.rows(query("events"), {"ego": ego, "as_of": as_of, "since": as_of - LOOK_BACK})
    return [Event(*row) for row in rows]  # type: ignore[arg-type]


def week(store: Store, as_of: int) -> Week:
    """Choose nought to five moves for the week that begins on a day."""
    shot = take(store, as_of)
    happened = events(store, shot.ego, as_of)
    situation = Situation(
        as_of=as_of,
        ties=shot.ties,
        days=shot.days,
        questions=open_questions(happened),
        agenda=agenda(store, shot.ego, as_of),
        topics=_topics(store, shot),
        unanswered=unanswered(happened),
        seen_through=shot.seen_through,
    )
    old = age(store, as_of)
    moves = plan(situation, decisions(store), most=FEWER if old is not None and old > OLD else MOST)
    named = people(store, [person for move in moves for person in move.people]) if moves else {}
    return Week(as_of, tuple(moves), named, shot.seen_through, store.setting("zone") or "UTC", old)


def agenda(store: Store, ego: int, as_of: int) -> list[Meeting]:
    """Give the user's meetings from a day to six days later, in order."""
    found: dict[int, list[tuple[int, int, str, int]]] = {}
    for key, seconds, duration, _, person, title in store.rows(
        query("agenda"), {"ego": ego, "since": as_of, "until": as_of + AHEAD}
    ):
        found.setdefault(int(key or 0), []).append(
            (int(seconds or 0), int(duration or 0), str(title), int(person or 0))
        )
    meetings = [
        Meeting(key, rows[0][0], rows[0][1], rows[0][2], tuple(dict.fromkeys(row[3] for row in rows)))
        for key, rows in found.items()
    ]
    return sorted(meetings, key=lambda meeting: (meeting.seconds, meeting.key))


def _topics(store: Store, shot: Snapshot) -> dict[int, Topic]:
    """Give, for quieter ties that matter, a title they shared of which at least two words are in one of now again."""
    quiet = [tie for tie in shot.ties.values() if tie.state is State.QUIETER and matters(tie)]
    quiet = sorted(quiet, key=lambda tie: (tie.layer or 0, -tie.strength, tie.alter))[:LOOKED_AT]
    if not quiet:
        return {}
    params = {"ego": shot.ego, "as_of": shot.as_of, "since": shot.as_of - RECENT}
    recent: dict[str, tuple[set[str], set[int]]] = {}
    for person, stem, title in store.rows(query("stems_recent"), params):
        words, people_now = recent.setdefault(str(title), (set(), set()))
        words.add(str(stem))
        people_now.add(int(person or 0))
    found: dict[int, Topic] = {}
    for tie in quiet:
        params = {"person": tie.alter, "ego": shot.ego, "as_of": shot.as_of, "since": shot.as_of - WINDOW}
        before: dict[str, tuple[set[str], int]] = {}
        for stem, day, title in store.rows(query("stems_person"), params):
            before.setdefault(str(title), (set(), int(day or 0)))[0].add(str(stem))
        back = [
            (len(now & then), day, old, title)
            for title, (now, those) in recent.items()
            for old, (then, day) in before.items()
            if len(now & then) >= ALIKE and tie.alter not in those and old != title
        ]
        if back:
            _, day, old, title = max(back)
            found[tie.alter] = Topic(old, day, title)
    return found


def decisions(store: Store) -> dict[str, Decision]:
    """Give the last decision on each move that was not undone."""
    found: dict[str, Decision] = {}
    for move, identifier, verdict, until in store.rows(
        "SELECT d.move, i.person, d.verdict, d.until FROM decision d"
        " JOIN identity i ON i.log = d.log AND i.identifier = d.identifier WHERE d.log = :log ORDER BY d.seconds, d.move"
    ):
        found[str(move)] = Decision(str(move), int(identifier or 0), str(verdict), int(until or 0))
    return {move: decision for move, decision in found.items() if decision.verdict != "undo"}


def decide(store: Store, move: str, verdict: str, as_of: int, because: str = "") -> Move | None:
    """Record what the user decides of a move: done, later (a week), never, or undo of what was decided before.

    `move` may be the beginning of an id, as long as it fits one.

    Returns:
        The move, or None when it was undone and is no longer proposed.

    Raises:
        NoSuchMoveError: no move of this week, or no earlier decision to undo, has that id.
    """
    shown = {one.id: one for one in week(store, as_of).moves}
    before = {
        str(one): (int(identifier or 0), str(kind))
        for one, identifier, kind in store.rows(
            "SELECT d.move, d.identifier, d.kind FROM decision d WHERE d.log = :log"
        )
    }
    known = before.keys() if verdict == "undo" else shown.keys()
    fits = [one for one in known if one.startswith(move.lower())]
    if len(fits) > 1 and move:
        raise SeveralFoundError("; ".join(one[:8] for one in fits))
    if len(fits) != 1 or not move:
        raise NoSuchMoveError(repr(move))
    chosen = shown.get(fits[0])
    identifier, kind = before[fits[0]] if chosen is None else (chosen.people[0], str(chosen.kind))
    latest = store.rows(
        "SELECT MAX(d.seconds) FROM decision d WHERE d.log = :log AND d.move = :move", {"move": fits[0]}
    )
    store.write(
        "INSERT INTO decision (log, move, seconds, identifier, until, kind, verdict, because)"
        " VALUES (:log, :move, :seconds, :identifier, :until, :kind, :verdict, :because)",
        [
            {
                "move": fits[0],
                "seconds": max(now(), int(latest[0][0] or 0) + 1),
                "identifier": identifier,
                "until": as_of + RESTS.get(verdict, 0),
                "kind": kind,
                "verdict": verdict,
                "because": because,
            }
        ],
    )
    return chosen


def talked(store: Store, name: str, as_of: int) -> Person:
    """Note that the user and somebody talked today, which no source could see; noting it twice a day changes nothing."""
    found = find(people(store), name)
    ego_of(store)
    other = found.identifiers[0]
    noon = as_of * DAY + DAY // 2
    item = Interaction(
        key=hashed("talked", other, str(as_of)),
        seconds=noon,
        channel=Channel.CALL,
        participants=(Participant(OWNER, Role.SENDER), Participant(other, Role.TO)),
        recipients=1,
    )
    store.append(Batch(entries=[Entry(item, as_of)]))
    return found
