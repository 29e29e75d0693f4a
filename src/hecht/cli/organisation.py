"""hecht organisation: an organisation's log analysed on an engine, and the report on it."""

from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hecht.cli.options import AsOf, Lang
from hecht.core.errors import BadDateError, CannotWriteError
from hecht.terminal import say

if TYPE_CHECKING:
    from hecht.app.organisation_rows import OrganisationReport


class EngineName(StrEnum):
    """What runs the queries."""

    DUCKDB = "duckdb"
    SPARK = "spark"


def analyse(
    log: Annotated[
        str, typer.Argument(help="A plain log in Parquet: a file, a folder, or a URL that the engine knows.")
    ],
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Where the tables go; work that broke off goes on there.")
    ],
    engine: Annotated[EngineName, typer.Option("--engine", help="duckdb or spark.")] = EngineName.DUCKDB,
    master: Annotated[
        str | None, typer.Option("--master", metavar="URL", help="With spark: local[2], spark://...")
    ] = None,
    memory: Annotated[str, typer.Option("--memory", help="The most memory that the engine takes.")] = "2GB",
    as_of: AsOf = None,
    lang: Lang = None,
) -> None:
    """Work out contact by month, ties and positions of a whole organisation, as Parquet."""
    from datetime import date

    from hecht.app.organisation import analyse as analysed
    from hecht.app.organisation import engine_of
    from hecht.core.days import to_day

    try:
        day = None if as_of is None else to_day(date.fromisoformat(as_of))
    except ValueError as error:
        raise BadDateError(repr(as_of)) from error

    def told(what: str, ready: int, whole: int) -> None:
        typer.echo(f"{ready}/{whole}  {what}", err=True)

    running = engine_of(engine.value, master, memory, out)
    try:
        found = analysed(log, out, running, as_of=day, told=told)
    finally:
        running.close()
    from hecht.text.organisation import analysed_line

    say(analysed_line(found, out, _spoken(lang)))


def report(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="What hecht organisation analyse wrote.")],
    people: Annotated[
        Path, typer.Option("--people", metavar="FILE", help="Who belongs where: a CSV with id, department, ...")
    ],
    by: Annotated[str, typer.Option("--by", metavar="COLUMN", help="The column to compare by.")] = "department",
    min_group: Annotated[int, typer.Option("--min-group", min=2, help="Never show fewer people than this.")] = 5,
    names: Annotated[bool, typer.Option("--names", help="Name the people who stand out; needs --purpose.")] = False,
    purpose: Annotated[
        str, typer.Option("--purpose", metavar="TEXT", help="What the names are for; printed on the report.")
    ] = "",
    lang: Lang = None,
) -> None:
    """The report on an organisation: one HTML file to read or print, and its tables as CSV."""
    from hecht.app.organisation_report import report as reported
    from hecht.text.organisation_page import page

    spoken = _spoken(lang)
    found = reported(folder, people, column=by, least=min_group, names=names, purpose=purpose)
    try:
        place = folder / "report"
        place.mkdir(exist_ok=True, mode=0o700)
        (place / "report.html").write_text(page(found, spoken), encoding="utf-8")
        tables(found, place)
    except OSError as error:
        raise CannotWriteError(f"{folder}: {error.strerror or error}") from error
    say(f"{place / 'report.html'}")


def tables(found: "OrganisationReport", place: Path) -> None:
    """Write the tables of a report as CSV."""
    from hecht.text.output import as_csv

    groups = []
    for row in found.groups:
        flat = {name: value for name, value in asdict(row).items() if not isinstance(value, tuple)}
        flat |= dict(zip(("e_i", "e_i_low", "e_i_high"), row.e_i, strict=True))
        flat |= dict(zip(("expected", "expected_low", "expected_high"), row.expected, strict=True))
        flat |= dict(
            zip(("coordinator", "itinerant", "gatekeeper", "representative", "liaison"), row.roles, strict=True)
        )
        for name, moved in (("contacts", row.contacts_change), ("hours", row.hours_change)):
            flat |= {
                f"{name}_{part}": None if moved is None else getattr(moved, part) for part in ("change", "low", "high")
            }
        groups.append({name: round(value, 6) if isinstance(value, float) else value for name, value in flat.items()})
    names = [row.name for row in found.groups]
    matrix = [
        {"group": name, **{other: round(share, 6) for other, share in zip(names, row, strict=True)}}
        for name, row in zip(names, found.matrix, strict=True)
    ]
    people = [
        asdict(one)
        | dict(zip(("times", "times_low", "times_high"), (round(part, 6) for part in one.times), strict=True))
        | {name: _short(getattr(one, name)) for name in ("share", "before", "hours", "hours_usual")}
        | {"groups": "; ".join(one.groups), "asked": int(one.asked)}
        for one in found.people
    ]
    for name, rows in (("groups", groups), ("matrix", matrix), ("people", people)):
        if rows:
            (place / f"{name}.csv").write_text(as_csv(rows), encoding="utf-8", newline="")
        else:
            (place / f"{name}.csv").unlink(missing_ok=True)


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _spoken(lang: str | None) -> str:
    import os

    return lang or os.environ.get("HECHT_LANG", "nl")
