"""The command line: arguments to app, and what app gives to words, tables, JSON or CSV."""

import sys
from dataclasses import asdict
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hecht import __version__
from hecht.core.errors import BadDateError, HechtError
from hecht.terminal import Bar, known_language, own_name, safe, say, show, width, written

if TYPE_CHECKING:
    from hecht.app.library import Hecht
    from hecht.app.reading import Summary

app = typer.Typer(
    name="hecht",
    help="A living picture of your network and your collaborations, from the contact you already have.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

privacy = typer.Typer(help="What is held of somebody; erase them; keep no longer than you want.", no_args_is_help=True)
app.add_typer(privacy, name="privacy")

Name = Annotated[str, typer.Argument(help="(Part of) a name, or an address.")]
Db = Annotated[
    str | None, typer.Option("--db", help="The log: a file or a database URL (default: HECHT_DB, else your own).")
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Look from this day, as 2026-11-16.")]
Lang = Annotated[
    str | None,
    typer.Option("--lang", callback=known_language, help="nl or en (default: HECHT_LANG, else Dutch)."),
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]
Csv = Annotated[bool, typer.Option("--csv", help="Write CSV.")]


@app.command("import")
def import_(
    paths: Annotated[list[Path], typer.Argument(help="Files, folders or archives (zip, tar).")],
    me: Annotated[
        list[str] | None, typer.Option("--me", metavar="ADDRESS", help="Your own address; may be repeated.")
    ] = None,
    no_ego: Annotated[bool, typer.Option("--no-ego", help="A whole network's log, of nobody in particular.")] = False,
    leave_out: Annotated[
        list[str] | None,
        typer.Option(
            "--leave-out", metavar="WORD", help="A folder, label, address or domain to leave out, now and later."
        ),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Also read files that did not change since.")] = False,
    report: Annotated[
        Path | None, typer.Option("--report", help="Write all that could not be read to this file.")
    ] = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Read files of any supported kind into the log; reading them again changes nothing."""
    from hecht.app import settings
    from hecht.text.summary import import_lines, report_lines

    with _open(db) as log:
        spoken = settings.language(log.store, lang)
        with Bar() as shown:
            summary = log.import_(
                paths, me=me or (), whole=no_ego, again=again, leave_out=leave_out or (), progress=shown
            )
        for line in import_lines(summary, spoken):
            say(line)
        if report:
            report.write_text("\n".join(report_lines(summary)) + "\n", encoding="utf-8")
        _leave(summary)


@app.command()
def ties(
    every: Annotated[bool, typer.Option("--all", help="Every pair in the log, not only yours.")] = False,
    most: Annotated[int, typer.Option("--most", help="Rows of the table on screen (0: all).")] = 40,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Your ties: how much and how recent the contact is, and how likely it is in the coming months."""
    from hecht.app import settings
    from hecht.text.tables import tie_table

    with _open(db) as log:
        rows = log.ties(as_of, every=every)
        if written("ties", [asdict(row) for row in rows], json=json, csv=csv):
            return
        spoken = settings.language(log.store, lang)
        chosen = rows[:most] if most else rows
        show(tie_table(chosen, spoken, len(rows), names=_names(log) if every or log.whole else {}, width=width()))


@app.command()
def person(
    name: Annotated[str, typer.Argument(help="(Part of) a name, or an address.")],
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """One person: the tie, its time line, and what stands open either way."""
    from hecht.app import settings
    from hecht.text.tables import person_lines

    with _open(db) as log:
        day = log.day(as_of)
        view = log.person(name, day)
        if written("person", [asdict(view)], json=json, csv=csv):
            return
        for line in person_lines(view, day, settings.language(log.store, lang)):
            say(line)


@app.command()
def week(as_of: AsOf = None, db: Db = None, lang: Lang = None, json: Json = False, csv: Csv = False) -> None:
    """Nought to five suggestions for this week, each with its reason."""
    from hecht.app import settings
    from hecht.text.tables import week_lines, week_rows

    with _open(db) as log:
        spoken = settings.language(log.store, lang)
        _refresh(log, spoken)
        found = log.week(as_of)
        rows = week_rows(found, spoken)
        if not written("week", rows, json=json, csv=csv):
            for line in week_lines(found, rows, spoken, own_today=log.store.setting("today") or as_of):
                say(line)


@app.command()
def move(
    id: Annotated[str, typer.Argument(help="The id of a suggestion, or its first characters.")],  # noqa: A002
    verdict: Annotated[str, typer.Argument(help="done, later, never or undo.")],
    because: Annotated[str, typer.Option("--because", help="Why; only you see it.")] = "",
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Say what you do with a suggestion: done, later (a week), never (nobody asks again), or undo."""
    from hecht.app import settings
    from hecht.text.summary import decided

    if verdict not in ("done", "later", "never", "undo"):
        raise typer.BadParameter("done, later, never or undo", param_hint="VERDICT")
    with _open(db) as log:
        log.decide(id, verdict, because, as_of)
        say(decided(verdict, settings.language(log.store, lang)))


@app.command()
def talked(
    name: Annotated[str, typer.Argument(help="(Part of) a name, or an address.")],
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Note that you talked to somebody today, where no file can show it."""
    from hecht.app import settings
    from hecht.text.summary import noted

    with _open(db) as log:
        found = log.talked(name, as_of)
        say(noted(found.name, settings.language(log.store, lang)))


@app.command()
def sources(
    remove: Annotated[str | None, typer.Option("--remove", metavar="PATH", help="Forget this imported path.")] = None,
    with_contents: Annotated[
        bool, typer.Option("--with-contents", help="With --remove: also what came from nowhere else.")
    ] = False,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """What was imported and how old it is; what changed since is read again first."""
    from hecht.app import settings
    from hecht.text.summary import removed_line, source_lines

    with _open(db) as log:
        spoken = settings.language(log.store, lang)
        if remove is not None:
            say(removed_line(log.remove_source(remove, contents=with_contents), spoken))
            return
        _refresh(log, spoken)
        found = log.sources(as_of)
        if not written("sources", [asdict(one) for one in found], json=json, csv=csv):
            for line in source_lines(found, spoken):
                say(line)


@app.command()
def doctor(db: Db = None, lang: Lang = None, json: Json = False) -> None:
    """Check the log (version, derived tables, unfinished erasing, permissions, space) and mend what can be mended."""
    from hecht.app import settings
    from hecht.text.summary import check_line

    with _open(db) as log:
        checks = log.doctor()
        if not written("doctor", [asdict(one) for one in checks], json=json, csv=False):
            for one in checks:
                say(check_line(one, settings.language(log.store, lang)))
        if any(one.state == "wrong" for one in checks):
            raise typer.Exit(1)


@privacy.command("show")
def privacy_show(name: Name, db: Db = None, lang: Lang = None, json: Json = False) -> None:
    """Everything that is held of somebody, and from which files."""
    from hecht.app import settings
    from hecht.text.summary import held_lines

    with _open(db) as log:
        held = log.held(name)
        if not written("held", [asdict(held)], json=json, csv=False):
            for line in held_lines(held, settings.language(log.store, lang)):
                say(line)


@privacy.command("erase")
def privacy_erase(
    name: Name,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Erase somebody for good: nothing of them is left on disk, and a next import does not bring them back."""
    from hecht.app import settings
    from hecht.text.summary import erased_line

    with _open(db) as log:
        spoken = settings.language(log.store, lang)
        held = log.held(name)
        question = "{} voorgoed wissen?" if spoken == "nl" else "Erase {} for good?"
        if not yes and not typer.confirm(question.format(held.names[0] if held.names else name)):
            raise typer.Exit(1)
        erased = log.erase(name)
        say(erased_line(erased, spoken))
        if not erased.finished:
            raise typer.Exit(1)


@privacy.command("retain")
def privacy_retain(
    months: Annotated[int, typer.Argument(min=1, max=600, help="Months to keep.")], db: Db = None, lang: Lang = None
) -> None:
    """Remove everything older than some months, and leave it out from now on."""
    from hecht.app import settings
    from hecht.text.summary import retained_line

    with _open(db) as log:
        done = log.retain(months)
        say(retained_line(done, months, settings.language(log.store, lang)))
        if not done.finished:
            raise typer.Exit(1)


@app.command()
def demo(
    folder: Annotated[Path | None, typer.Option("--folder", help="Where the demo world is written.")] = None,
    no_serve: Annotated[
        bool, typer.Option("--no-serve", help="Do not open a page afterwards (there is none yet).")
    ] = False,
    lang: Lang = None,
) -> None:
    """Write a made-up world as real files, read them in, and show its week."""
    from hecht.app.demo import make_demo
    from hecht.text.summary import demo_lines, import_lines
    from hecht.text.tables import week_lines, week_rows

    del no_serve
    spoken = lang if lang in ("nl", "en") else "nl"
    with Bar() as shown:
        made = make_demo(folder, shown)
    with made.log as log:
        for line in [
            *demo_lines(made.folder, made.database, own_name(), spoken),
            *import_lines(made.summary, spoken),
        ]:
            say(line)
        found = log.week()
        for line in week_lines(found, week_rows(found, spoken), spoken, own_today=log.store.setting("today")):
            say(line)


def main() -> None:
    """Run the command line; what goes wrong is said in one line, without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a name is worth showing in part on a terminal that lacks its letters
    try:
        app()
    except (HechtError, OSError) as error:
        if isinstance(error, BrokenPipeError):
            sys.stderr.close()
            sys.exit(0)
        typer.echo(safe(f"hecht: {error}"), err=True)
        sys.exit(2 if isinstance(error, BadDateError) else 1)


def _open(db: str | None) -> "Hecht":
    from hecht.app.library import open_hecht

    return open_hecht(db)


def _refresh(log: "Hecht", lang: str) -> None:
    """Read again what changed, and say so beside the output."""
    from hecht.text.summary import refreshed_line

    with Bar() as shown:
        line = refreshed_line(log.refresh(shown), lang)
    if line:
        typer.echo(line, err=True)


def _names(log: "Hecht") -> dict[int, str]:
    from hecht.app.people import people

    return {one.id: one.name for one in people(log.store).values()}


def _leave(summary: "Summary") -> None:
    if summary.unreadable:
        raise typer.Exit(1)


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False) -> None:
    if version:
        typer.echo(f"hecht {__version__}")
        raise typer.Exit


if __name__ == "__main__":
    main()
