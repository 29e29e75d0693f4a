"""hecht import and sources: reading files, and what was read."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hecht.cli.options import AsOf, Csv, Db, Json, Lang, opened, refresh
from hecht.terminal import Bar, safe, say, written

if TYPE_CHECKING:
    from hecht.app.library import Hecht
    from hecht.app.reading import Summary


def import_(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders or archives (zip, tar), or the https address of a calendar.", metavar="PATH..."
        ),
    ],
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

    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        with Bar() as shown:
            summary = log.import_(
                paths, me=me or (), whole=no_ego, again=again, leave_out=leave_out or (), progress=shown
            )
        for line in import_lines(summary, spoken):
            say(line)
        if report:
            report.write_text("\n".join(report_lines(summary, lang=spoken)) + "\n", encoding="utf-8")
        _leave(summary)


def sources(
    remove: Annotated[str | None, typer.Option("--remove", metavar="PATH", help="Forget this imported path.")] = None,
    with_contents: Annotated[
        bool, typer.Option("--with-contents", help="With --remove: also what came from nowhere else.")
    ] = False,
    fetch: Annotated[bool, typer.Option("--fetch", help="First fetch the calendars at imported addresses.")] = False,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """What was imported and how old it is; what changed since is read again first."""
    from hecht.app import settings
    from hecht.text.summary import removed_line, source_lines

    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        if remove is not None:
            say(removed_line(log.remove_source(remove, contents=with_contents), spoken))
            return
        refresh(log, spoken)
        missed = _fetch(log, spoken) if fetch else False
        found = log.sources(as_of)
        if not written("sources", [asdict(one) for one in found], json=json, csv=csv):
            for line in source_lines(found, spoken):
                say(line)
        if missed:
            raise typer.Exit(1)


def _fetch(log: "Hecht", spoken: str) -> bool:
    """Fetch what lies at addresses, say how it went beside the output, and tell whether something could not be read."""
    from hecht.text.summary import refreshed_line, report_lines

    with Bar() as shown:
        summary = log.fetch(shown)
    for line in (refreshed_line(summary, spoken), *(report_lines(summary, lang=spoken) if summary else ())):
        if line:
            typer.echo(safe(line), err=True)
    return bool(summary and summary.unreadable)


def _leave(summary: "Summary") -> None:
    if summary.unreadable:
        raise typer.Exit(1)
