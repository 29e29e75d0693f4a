"""The situation: all that the kinds of move look at, gathered from the log as it was on one day."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hecht.app.amounts import toned
from hecht.app.common import common_topics
from hecht.app.groups import looking_back
from hecht.app.matching import matching
from hecht.app.matching import shared as in_common
from hecht.app.preferences import preferences
from hecht.app.said import people_of
from hecht.app.snapshot import Snapshot, take
from hecht.app.strangers import alone, asleep, opens, strangers
from hecht.app.topics import telling, topics
from hecht.core.model import Channel
from hecht.core.moves.get_to_know import FEWEST
from hecht.core.moves.introduce import FRESH
from hecht.core.moves.move import Change, Ended, First, Meeting, Seen, Situation, matters
from hecht.core.moves.review import OVER
from hecht.core.organisation import domain_of
from hecht.core.ties.amounts import only_task_since
from hecht.core.ties.reciprocity import Event, open_questions, unanswered
from hecht.core.ties.rhythm import WINDOW
from hecht.core.ties.state import State
from hecht.sql import query
from hecht.stores.store import Store

LOOK_BACK = 90
"""Days in which an open question still counts."""
SEEN_IN_MAIL = 90
"""Days in which standing in the same mails counts as being seen together."""
SEEN_ON_LISTS = 180
NEW = 60
"""Days for which an address or a position counts as new."""
LARGEST = 7
"""Others in a mail or meeting up to which it counts as contact between any two of them."""
GROUPS = 720
"""Days in which a series of meetings that ended is still looked at."""
KEPT = 365
"""Days for which people whom the user chose to keep are not asked about again."""
MOST_SEEN = 40
"""People seen most in the same places of whom it is looked up whether they are from another world."""


def situation(
    store: Store, as_of: int, ahead: int, shot: Snapshot | None = None, happened: Sequence[Event] | None = None
) -> Situation:
    """Gather the situation on a day, with the meetings of that day and `ahead` days after it.

    A snapshot and what happened lately (`events`) save taking them.
    """
    shot = shot or take(store, as_of)
    happened = events(store, shot.ego, as_of) if happened is None else happened
    wishes = telling(store, as_of, preferences(store))
    meetings = agenda(store, shot.ego, as_of, as_of + ahead)
    shared = topics(store, shot, wishes)
    changes = _changes(store, shot)
    pairs = common_topics(store, shot.ego, as_of, FRESH)
    answers, wanted, exchanges, spared = matching(store, shot)
    seen = _seen(store, shot)
    met = sorted((one for one in seen if seen[one].times > 1), key=lambda one: (-seen[one].times, one))[:MOST_SEEN]
    sleepers = asleep(shot, {*shared, *changes, *(one for meeting in meetings for one in meeting.people)})
    return Situation(
        as_of=as_of,
        ties=shot.ties,
        days=shot.days,
        questions=open_questions(happened),
        agenda=meetings,
        topics=shared,
        unanswered=unanswered(happened) | _unreplied(store, shot, sorted({*shared, *changes})),
        seen_through=shot.seen_through,
        seen=seen,
        firsts=_firsts(shot, happened),
        changes=changes,
        ended=_ended(store, shot),
        noted=people_of(store, "note"),
        resting=people_of(store, "rest"),
        kept=people_of(store, "keep", after=as_of - KEPT),
        preferences=wishes,
        strangers=strangers(store, shot, pairs),
        answers=answers,
        wanted=wanted,
        exchanges=exchanges,
        common=in_common(store, shot, wishes, pairs),
        later=looking_back(store, as_of, as_of + ahead),
        spared=spared,
        opens=opens(store, shot, [*sleepers, *met]),
        alone=alone(store, shot, sleepers),
        only_task=_only_task(store, shot, meetings),
        crowded={
            int(person or 0): int(day or 0)
            for person, day in store.rows(
                query("crowded"), {"ego": shot.ego, "as_of": as_of, "since": as_of - LOOK_BACK}
            )
        },
    )


def narrowed(store: Store, found: Situation, ego: int, ahead: int) -> Situation:
    """Give a situation with only the meetings of its day and `ahead` days after it, fewer than it was gathered with."""
    meetings = agenda(store, ego, found.as_of, found.as_of + ahead)
    there = {one for meeting in meetings for one in meeting.people}
    only_task = {person: since for person, since in found.only_task.items() if person in there}
    return replace(found, agenda=meetings, only_task=only_task)


def _only_task(store: Store, shot: Snapshot, meetings: Sequence[Meeting]) -> dict[int, int]:
    """Give, for people who matter and whom the user meets in these days, since when it has been about the work alone."""
    people = {one for meeting in meetings for one in meeting.people}
    found: dict[int, int] = {}
    for person in sorted(people):
        tie = shot.ties.get(person)
        if tie is None or not matters(tie) or tie.state is not State.LIVING:
            continue
        items = toned(store, shot.as_of, person, since=shot.as_of - WINDOW).get(person, [])
        since = only_task_since(items)
        if since is not None:
            found[person] = since
    return found


def events(store: Store, ego: int, as_of: int) -> list[Event]:
    """Give what happened between the user and others in the last 90 days."""
    rows = store.rows(query("events"), {"ego": ego, "as_of": as_of, "since": as_of - LOOK_BACK})
    return [Event(*row) for row in rows]  # type: ignore[arg-type]


def agenda(store: Store, ego: int, since: int, until: int) -> list[Meeting]:
    """Give the user's meetings with others from a day up to another, in order."""
    found: dict[int, list[tuple[int, int, str, int]]] = {}
    for key, seconds, duration, _, person, title in store.rows(
        query("agenda"), {"ego": ego, "since": since, "until": until}
    ):
        found.setdefault(int(key or 0), []).append(
            (int(seconds or 0), int(duration or 0), str(title), int(person or 0))
        )
    meetings = [
        Meeting(key, rows[0][0], rows[0][1], rows[0][2], tuple(dict.fromkeys(row[3] for row in rows)))
        for key, rows in found.items()
    ]
    return sorted(meetings, key=lambda meeting: (meeting.seconds, meeting.key))


def _seen(store: Store, shot: Snapshot) -> dict[int, Seen]:
    """Give people without contact of their own with the user, by where the two are seen together: meetings first."""
    params = {"ego": shot.ego, "as_of": shot.as_of}
    found: dict[int, Seen] = {}
    together = store.rows(
        query("seen_together"), {**params, "since": shot.as_of - WINDOW, "recent": shot.as_of - SEEN_IN_MAIL}
    )
    for person, channel, title, times, first, last in sorted(together, key=lambda row: -int(row[1] or 0)):
        where = "mail" if channel == Channel.MAIL else "meeting"
        seen = Seen(where, int(times or 0), int(first or 0), int(last or 0), str(title))
        found.setdefault(int(person or 0), seen)
    for person, name, times, first, last in store.rows(
        query("seen_lists"), {**params, "since": shot.as_of - SEEN_ON_LISTS}
    ):
        seen = Seen("list", int(times or 0), int(first or 0), int(last or 0), str(name))
        found.setdefault(int(person or 0), seen)
    return {person: seen for person, seen in found.items() if person not in shot.nobody}


def _firsts(shot: Snapshot, happened: Sequence[Event]) -> dict[int, First]:
    """Give what went so far between the user and everybody new; all of it lies in the last 90 days."""
    new = {person for person, tie in shot.ties.items() if tie.state is State.NEW and tie.facts.active_days >= FEWEST}
    sent, received = Counter[int](), Counter[int]()
    met: dict[int, set[int]] = {person: set() for person in new}
    spoken: dict[int, set[int]] = {person: set() for person in new}
    for event in happened:
        if event.person not in new or event.recipients > LARGEST:
            continue
        if event.channel == Channel.MAIL:
            (sent if event.mine else received)[event.person] += 1
        elif event.channel in (Channel.MEETING, Channel.VISIT):
            met[event.person].add(event.day)
        else:
            spoken[event.person].add(event.day)
    return {one: First(sent[one], received[one], len(met[one]), len(spoken[one])) for one in sorted(new)}


def _unreplied(store: Store, shot: Snapshot, some: Sequence[int]) -> dict[int, int]:
    """Count the mails to which nothing ever came back, of those who may be written to although it was long ago."""
    found = {}
    for person in some:
        params = {"ego": shot.ego, "person": person, "as_of": shot.as_of}
        mails = int(store.rows(query("unreplied"), params)[0][0] or 0)
        if mails:
            found[person] = mails
    return found


def _changes(store: Store, shot: Snapshot) -> dict[int, Change]:
    """Give the address that somebody asleep newly writes from, by its organisation."""
    asleep = {person for person, tie in shot.ties.items() if tie.state is State.DORMANT}
    if not asleep:
        return {}
    found: dict[int, Change] = {}
    for person, text, day in store.rows(query("new_addresses"), {"as_of": shot.as_of, "since": shot.as_of - NEW}):
        domain = domain_of(str(text))
        if person not in asleep or not domain:
            continue
        stated = {str(one): str(name) for _, one, name in store.rows(query("addresses"), {"person": person})}
        found[int(person or 0)] = Change(int(day or 0), stated.get(str(text)) or domain)
    return found


def _ended(store: Store, shot: Snapshot) -> list[Ended]:
    """Give the series of meetings that ended, with those who sat in them."""
    params = {"ego": shot.ego, "as_of": shot.as_of, "since": shot.as_of - GROUPS, "ended": shot.as_of - OVER}
    found: dict[int, tuple[str, int, list[int]]] = {}
    for thread, last, title, person in store.rows(query("series"), params):
        found.setdefault(int(thread or 0), (str(title), int(last or 0), []))[2].append(int(person or 0))
    return [Ended(key, title, last, tuple(people)) for key, (title, last, people) in found.items()]
