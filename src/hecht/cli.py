"""The command line: arguments to app, and what app gives to words, tables, JSON or CSV."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hecht import __version__
from hecht.core.errors import BadDateError, HechtError

if TYPE_CHECKING:
    from hecht.app.library import Hecht
    from hecht.app.reading import Progress, Summary

app = typer.Typer(
    name="hecht",
    help="A living picture of your network and your collaborations, from the contact you already have.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Db = Annotated[
    str | None, typer.Option("--db", help="The log: a file or a database URL (default: HECHT_DB, else your own).")
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Look from this day, as 2026-11-16.")]
Lang = Annotated[str | None, typer.Option("--lang", help="nl or en (default: HECHT_LANG, else Dutch).")]
Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]
Csv = Annotated[bool, typer.Option("--csv", help="Write CSV.")]


@app.command("import")
def import_(
    paths: Annotated[list[Path], typer.Argument(help="Files, folders or archives (zip, tar).")],
    me: Annotated[
        list[str] | None, typer.Option("--me", metavar="ADDRESS", help="Your own address; may be repeated.")
    ] = None,
    no_ego: Annotated[bool, typer.Option("--no-ego", help="A whole network's log, of nobody in particular.")] = False,
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
        with _progress() as shown:
            summary = log.import_(paths, me=me or (), whole=no_ego, again=again, progress=shown)
        for line in import_lines(summary, spoken):
            _say(line)
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
        if _written("ties", [asdict(row) for row in rows], json=json, csv=csv):
            return
        spoken = settings.language(log.store, lang)
        _print(tie_table(rows[:most] if most else rows, spoken, len(rows), names=_names(log) if every else {}))


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
        if _written("person", [asdict(view)], json=json, csv=csv):
            return
        for line in person_lines(view, day, settings.language(log.store, lang)):
            _say(line)


@app.command()
def week(as_of: AsOf = None, db: Db = None, lang: Lang = None, json: Json = False, csv: Csv = False) -> None:
    """Nought to five suggestions for this week, each with its reason."""
    from hecht.app import settings
    from hecht.text.tables import week_lines, week_rows

    with _open(db) as log:
        found = log.week(as_of)
        spoken = settings.language(log.store, lang)
        rows = week_rows(found, spoken)
        if not _written("week", rows, json=json, csv=csv):
            for line in week_lines(found, rows, spoken, own_today=log.store.setting("today")):
                _say(line)


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
        _say(decided(verdict, settings.language(log.store, lang)))


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
        _say(noted(found.name, settings.language(log.store, lang)))


@app.command()
def demo(
    folder: Annotated[Path | None, typer.Option("--folder", help="Where the demo world is written.")] = None,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Do not open the page afterwards.")] = False,
    lang: Lang = None,
) -> None:
    """Write a made-up world as real files, read them in, and show its week."""
    from hecht.app.demo import make_demo
    from hecht.text.summary import demo_lines, import_lines
    from hecht.text.tables import week_lines, week_rows

    del no_serve
    spoken = lang if lang in ("nl", "en") else "nl"
    with _progress() as shown:
        made = make_demo(folder, shown)
    with made.log as log:
        for line in [*demo_lines(made.folder, made.database, spoken), *import_lines(made.summary, spoken)]:
            _say(line)
        found = log.week()
        for line in week_lines(found, week_rows(found, spoken), spoken, own_today=log.store.setting("today")):
            _say(line)


def main() -> None:
    """Run the command line; what goes wrong is said in one line, without a traceback."""
    try:
        app()
    except HechtError as error:
        typer.echo(f"hecht: {error}", err=True)
        sys.exit(2 if isinstance(error, BadDateError) else 1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def _open(db: str | None) -> "Hecht":
    from hecht.app.library import open_hecht

    return open_hecht(db)


def _names(log: "Hecht") -> dict[int, str]:
    from hecht.app.people import people

    return {one.id: one.name for one in people(log.store).values()}


def _leave(summary: "Summary") -> None:
    if summary.unreadable:
        raise typer.Exit(1)


def _written(schema: str, rows: Sequence[dict[str, Any]], *, json: bool, csv: bool) -> bool:
    """Write rows as JSON or CSV when asked."""
    if json:
        from hecht.text.output import as_json

        sys.stdout.write(as_json(schema, rows))
    elif csv:
        from hecht.text.output import as_csv

        sys.stdout.write(as_csv(rows))
    return json or csv


def _print(renderable: object) -> None:
    from rich.console import Console

    Console(markup=False, highlight=False, soft_wrap=False).print(renderable)


def _say(line: str) -> None:
    typer.echo(line)


class _progress:  # noqa: N801 - used as a function
    """Shows a bar with rate and time left on a terminal, nothing elsewhere."""

    def __enter__(self) -> "Callable[[Progress], None] | None":
        if not sys.stderr.isatty():
            self._bar = None
            return None
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn, TransferSpeedColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TransferSpeedColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._bar.start()
        self._task = self._bar.add_task("", total=None)
        return self._show

    def _show(self, progress: "Progress") -> None:
        if self._bar:
            name = progress.place.rsplit("/", 1)[-1]
            self._bar.update(
                self._task,
                description=f"{progress.items} {name[:40]}",
                completed=progress.read,
                total=progress.size or None,
            )

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False) -> None:
    if version:
        typer.echo(f"hecht {__version__}")
        raise typer.Exit


if __name__ == "__main__":
    main()
