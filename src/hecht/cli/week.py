"""hecht week, move, talked and note: what to do this week, and what you did."""

from typing import Annotated, Any

import typer

from hecht.cli.options import AsOf, Csv, Db, Json, Lang, Name, opened, refresh
from hecht.terminal import say, written


def week(
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
    looking_back: Annotated[
        bool, typer.Option("--looking-back", help="Instead: what you did with suggestions in the last quarter.")
    ] = False,
) -> None:
    """Nought to five suggestions for this week, each with its reason."""
    from hecht.app import settings
    from hecht.text.amounts import balance_line
    from hecht.text.collaboration_ahead import moment_lines, moment_row
    from hecht.text.looking_back import looking_back_lines
    from hecht.text.tables import week_lines, week_rows

    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        refresh(log, spoken)
        if looking_back:
            for line in looking_back_lines(log.looking_back(as_of), spoken):
                say(line)
            return
        found = log.week(as_of)
        rows = week_rows(found, spoken)

        def more() -> dict[str, Any]:
            return {"moments": [moment_row(ahead, spoken) for ahead in log.collaborations.moments(as_of)]}

        if not written("week", rows, json=json, csv=csv, more=more):
            for line in week_lines(found, rows, spoken, own_today=log.store.setting("today") or as_of):
                say(line)
            if line := balance_line(log.balance(as_of), spoken):
                say(line)
            for ahead in log.collaborations.moments(as_of):
                say("")
                for line in moment_lines(ahead, spoken):
                    say(line)


def move(
    id: Annotated[str, typer.Argument(help="The id of a suggestion, or its first characters.")],  # noqa: A002
    verdict: Annotated[str, typer.Argument(help="done, later or never; keep or rest for a group; undo.")],
    because: Annotated[
        str,
        typer.Option(
            "--because",
            help="Why, for yourself alone: not-now, not-needed, faster-alone, better-alone, no-contact, in-hand, or your own words.",
        ),
    ] = "",
    but: Annotated[
        list[str] | None, typer.Option("--but", help="With keep or rest: somebody for whom it is the other of the two.")
    ] = None,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Say what you do with a suggestion: done, later (a week), never (nobody asks again), or undo.

    Of a group to look at again: keep (nobody asks for a year) or rest (they do not come up until you undo it).
    """
    from hecht.app import settings
    from hecht.text.summary import decided

    if verdict not in ("done", "later", "never", "keep", "rest", "undo"):
        raise typer.BadParameter("done, later, never, keep, rest or undo", param_hint="VERDICT")
    with opened(db) as log:
        log.decide(id, verdict, because, as_of, but=but or ())
        say(decided(verdict, settings.language(log.store, lang)))


def talked(
    name: Annotated[str, typer.Argument(help="(Part of) a name, or an address.")],
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Note that you talked to somebody today, where no file can show it."""
    from hecht.app import settings
    from hecht.text.summary import noted

    with opened(db) as log:
        found = log.talked(name, as_of)
        say(noted(found.name, settings.language(log.store, lang)))


def note(
    name: Name,
    text: Annotated[str, typer.Argument(help="One line: what they do, what they seek.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take back your last note about them.")] = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Note one line about somebody, for yourself; it is shown with them and erased with them."""
    from hecht.app import settings
    from hecht.text.summary import note_line

    if bool(text) == undo:
        raise typer.BadParameter("one line of text, or --undo", param_hint="TEXT")
    with opened(db) as log:
        found = log.unnote(name) if undo else log.note(name, text)
        say(note_line(found.name, settings.language(log.store, lang), undone=undo))
