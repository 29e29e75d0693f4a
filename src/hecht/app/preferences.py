"""What the user prefers: goals, how they like to keep contact, and how they address somebody."""

from collections.abc import Sequence

from hecht.app.said import by_person
from hecht.core.moves.preferences import Goal, Preferences, Voice, Way
from hecht.core.ties.rhythm import WINDOW
from hecht.sql import query
from hecht.stores.said import stated
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


def voices(store: Store, as_of: int, persons: Sequence[int], wishes: Preferences) -> dict[int, Voice]:
    """Give how a draft to each of some people sounds: form and greeting as the user set them, in a language they write."""
    greetings = {person: one.value for person, one in by_person(store, "greeting").items()}
    found = {}
    for person in persons:
        form, _, greeting = greetings.get(person, "je").partition("|")
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
