"""hecht privacy and doctor: what is held, erasing it, and whether the log is sound."""

from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from hecht.cli.options import Db, Json, Lang, Name, opened
from hecht.terminal import agreed, say, written


class Pooling(StrEnum):
    """What to do with pooling."""

    ON = "on"
    OFF = "off"
    SHOW = "show"


def show(name: Name, db: Db = None, lang: Lang = None, json: Json = False) -> None:
    """Everything that is held of somebody, and from which files."""
    from hecht.app import settings
    from hecht.text.summary import held_lines

    with opened(db) as log:
        held = log.held(name)
        if not written("held", [asdict(held)], json=json, csv=False):
            for line in held_lines(held, settings.language(log.store, lang)):
                say(line)


def erase(
    name: Name,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Erase somebody for good: nothing of them is left on disk, and a next import does not bring them back."""
    from hecht.app import settings
    from hecht.app.people import find, people
    from hecht.text.summary import erased_line

    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        called = find(people(log.store), name).name
        question = "{} voorgoed wissen?" if spoken == "nl" else "Erase {} for good?"
        if not yes and not agreed(question.format(called), spoken):
            raise typer.Exit(1)
        erased = log.erase(name)
        say(erased_line(erased, spoken))
        if not erased.finished:
            raise typer.Exit(1)


def retain(
    months: Annotated[int, typer.Argument(min=1, max=600, help="Months to keep.")], db: Db = None, lang: Lang = None
) -> None:
    """Remove everything older than some months, and leave it out from now on."""
    from hecht.app import settings
    from hecht.text.summary import retained_line

    with opened(db) as log:
        done = log.retain(months)
        say(retained_line(done, months, settings.language(log.store, lang)))
        if not done.finished:
            raise typer.Exit(1)


def pool(
    answer: Annotated[Pooling, typer.Argument(help="on, off, or show how it stands.")] = Pooling.SHOW,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Pool your work contacts with the other pooled logs in this store, or stop at once."""
    from hecht.app import settings
    from hecht.text.introductions import pool_lines

    with opened(db) as log:
        view = log.pool(None if answer is Pooling.SHOW else answer is Pooling.ON)
        for line in pool_lines(view, settings.language(log.store, lang)):
            say(line)


def doctor(db: Db = None, lang: Lang = None, json: Json = False) -> None:
    """Check the log (version, derived tables, unfinished erasing, permissions, space) and mend what can be mended."""
    from hecht.app import settings
    from hecht.text.summary import check_line

    with opened(db) as log:
        checks = log.doctor()
        if not written("doctor", [asdict(one) for one in checks], json=json, csv=False):
            for one in checks:
                say(check_line(one, settings.language(log.store, lang)))
        if any(one.state == "wrong" for one in checks):
            raise typer.Exit(1)
