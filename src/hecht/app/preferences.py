"""What the user prefers: goals, how they like to keep contact, and how they address somebody."""

from collections.abc import Sequence

from hecht.app.people import Person, find, people
from hecht.app.said import by_person, next_second, persons
from hecht.app.settings import now
from hecht.core.errors import NoSuchGoalError, TooManyGoalsError
from hecht.core.moves.preferences import MOST_GOALS, Goal, Preferences, Voice, Way
from hecht.core.ties.rhythm import WINDOW
from hecht.sql import query
from hecht.stores.said import state, stated, take_back
from hecht.stores.store import Store

SPOKEN = ("nl", "en")
PLAIN = 2
"""Mails in one language from which one may say that somebody writes it."""


def preferences(store: Store) -> Preferences:
    """Give the user's goals and the ways of keeping contact they like and dislike."""
    goals = tuple(Goal.of(one.value) for one in stated(store, "goal"))
    likes = frozenset(Way(one.value) for one in stated(store, "like"))
    dislikes = frozenset(Way(one.value) for one in stated(store, "dislike"))
    return Preferences(goals, likes, dislikes)


def voices(store: Store, as_of: int, some: Sequence[int], wishes: Preferences) -> dict[int, Voice]:
    """Give how a draft to each of some people sounds: form and greeting as the user set them, in a language they write."""
    held = {person: one.value for person, one in by_person(store, "greeting").items()}
    found = {}
    for person in some:
        form, _, greeting = held.get(person, "je").partition("|")
        found[person] = Voice(form, greeting, wishes.way, _language(store, as_of, person))
    return found


def _language(store: Store, as_of: int, person: int) -> str:
    """Give the language that most of somebody's mail is in, when that is plain; else none."""
    params = {"person": person, "as_of": as_of, "since": as_of - WINDOW}
    rows = [(str(language), int(mails or 0)) for language, mails in store.rows(query("languages"), params)]
    if not rows or rows[0][0] not in SPOKEN:
        return ""
    language, mails = rows[0]
    return language if mails >= PLAIN and 2 * mails > sum(count for _, count in rows) else ""


def add_goal(store: Store, text: str) -> None:
    """Add a goal; TooManyGoalsError when there are three."""
    held = stated(store, "goal")
    if len(held) >= MOST_GOALS:
        raise TooManyGoalsError
    state(store, "goal", 0, next_second(store, "goal"), value=" ".join(text.split()))


def remove_goal(store: Store, text: str) -> str:
    """Take back a goal, by its words or the first of them, or its number in the list; NoSuchGoalError when it is not there."""
    held = stated(store, "goal")
    wanted = text.strip().casefold()
    found = [one for one in held if wanted and one.value.casefold().startswith(wanted)]
    if wanted.isdecimal() and 1 <= int(wanted) <= len(held):
        found = [held[int(wanted) - 1]]
    if len(found) != 1:
        raise NoSuchGoalError(repr(text))
    take_back(store, found[0].id, now())
    return found[0].value


def set_way(store: Store, way: Way, liking: bool | None) -> None:  # noqa: FBT001 - one of like, dislike and no preference
    """Say that one likes a way of keeping contact, or not; None takes back what was said of it."""
    for kind in ("like", "dislike"):
        for one in stated(store, kind):
            if one.value == way:
                take_back(store, one.id, now())
    if liking is not None:
        state(store, "like" if liking else "dislike", 0, now(), value=str(way))


def set_greeting(store: Store, name: str, form: str, greeting: str) -> Person:
    """Set whether drafts to somebody say je or u, and their greeting; an empty form takes it back."""
    found = find(people(store), name)
    owners = persons(store, "greeting")
    for one in stated(store, "greeting"):
        if owners.get(one.identifier) == found.id:
            take_back(store, one.id, now())
    if form:
        value = "|".join(part for part in (form, " ".join(greeting.split())) if part)
        state(store, "greeting", found.id, now(), value=value)
    return found


def greetings(store: Store) -> dict[str, str]:
    """Give what was set of how one addresses people, by name: `je` or `u`, and the greeting after a bar."""
    held = by_person(store, "greeting")
    known = people(store, sorted(held)) if held else {}
    return {known[person].name: one.value for person, one in held.items() if person in known}
