"""hecht preferences: goals, how you like to keep contact, and how you address somebody."""

from typing import Annotated, Literal

import typer

from hecht.cli.options import Db, Lang, Name, opened
from hecht.core.moves.preferences import Way
from hecht.terminal import say

WayName = Annotated[Way, typer.Argument(help="one_to_one, mail, call, walk or receptions.")]


def show(db: Db = None, lang: Lang = None) -> None:
    """What you prefer: up to three goals, ways of keeping contact, and how you address people."""
    from hecht.app import preferences, settings
    from hecht.text.preferences import preference_lines

    with opened(db) as log:
        held, greetings = preferences.preferences(log.store), preferences.greetings(log.store)
        for line in preference_lines(held, greetings, settings.language(log.store, lang)):
            say(line)


def goal(
    text: Annotated[
        str, typer.Argument(help="A goal in your own words; to remove one, its first words or its number.")
    ],
    remove: Annotated[bool, typer.Option("--remove", help="Take this goal away.")] = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Add or remove a goal; what fits one comes first, and says so."""
    from hecht.app import preferences

    with opened(db) as log:
        if remove:
            preferences.remove_goal(log.store, text)
        else:
            preferences.add_goal(log.store, text)
    show(db, lang)


def like(way: WayName, db: Db = None, lang: Lang = None) -> None:
    """Say that you like a way of keeping contact; drafts propose it."""
    _set(way, True, db, lang)


def dislike(way: WayName, db: Db = None, lang: Lang = None) -> None:
    """Say that you do not like a way; it is not proposed."""
    _set(way, False, db, lang)


def either(way: WayName, db: Db = None, lang: Lang = None) -> None:
    """Take back what you said of a way."""
    _set(way, None, db, lang)


def _set(way: Way, liking: bool | None, db: str | None, lang: str | None) -> None:
    from hecht.app import preferences

    with opened(db) as log:
        preferences.set_way(log.store, way, liking)
    show(db, lang)


def greeting(
    name: Name,
    form: Annotated[
        Literal["je", "u"] | None, typer.Argument(help="je or u; without it, what was set is taken back.")
    ] = None,
    words: Annotated[str, typer.Argument(help="A greeting of your own, as: Beste mevrouw De Wit")] = "",
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Say whether drafts to somebody say je or u, and how they begin."""
    from hecht.app import preferences

    with opened(db) as log:
        preferences.set_greeting(log.store, name, form or "", words)
    show(db, lang)
