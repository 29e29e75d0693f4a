"""hecht network: where everybody stands, and what one tie would change."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hecht.cli.options import AsOf, Csv, Db, Json, Lang, opened
from hecht.terminal import say, show, width, written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def network(  # noqa: PLR0917 - typer passes options by name
    what_if: Annotated[
        str | None,
        typer.Option("--what-if", metavar="NAME", help="What one tie with somebody more or less would change."),
    ] = None,
    people: Annotated[
        Path | None, typer.Option("--people", metavar="FILE", help="Who belongs where: a CSV with id, department, ...")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="COLUMN", help="Means by group instead of people.")] = None,
    min_group: Annotated[
        int, typer.Option("--min-group", min=1, help="Never show fewer people than this as a group.")
    ] = 5,
    compare: Annotated[
        str | None,
        typer.Option("--compare", metavar="DATE", help="With --by: the change since this day, with its interval."),
    ] = None,
    pseudonymous: Annotated[bool, typer.Option("--pseudonymous", help="Marks instead of names.")] = False,
    table: Annotated[
        Path | None,
        typer.Option("--table", metavar="FILE", help="Position in an analyst's table of scores, not in a log."),
    ] = None,
    weight: Annotated[
        str, typer.Option("--weight", metavar="COLUMN", help="With --table: the score that counts.")
    ] = "",
    most: Annotated[int, typer.Option("--most", help="Rows of the table on screen (0: all).")] = 40,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Position: how many ways in your contacts are, in which groups they fall, and who stands between whom."""
    if compare is not None and (by is None or table is not None or what_if is not None):
        raise typer.BadParameter("--by COLUMN, of a log", param_hint="--compare")
    if table is not None:
        _scores(table, weight, by, min_group, most, json=json, csv=csv)
        return
    from hecht.app import settings
    from hecht.text.network import position_lines, position_table, thin_lines, what_if_lines

    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        if what_if is not None:
            change = log.what_if(what_if, as_of)
            if not written("what-if", [asdict(change)], json=json, csv=csv):
                for line in what_if_lines(change, spoken):
                    say(line)
            return
        if by is not None:
            rows = log.network_by(by, as_of, people=people, least=min_group, compare=compare)
            if not written("network-groups", rows, json=json, csv=csv):
                _plain(rows, most)
            return
        between = json or csv or log.whole  # of one's own log the table shows nothing of it
        view = log.network(as_of, people=people, pseudonymous=pseudonymous, between=between)
        if written("network", (asdict(row) for row in view.rows), json=json, csv=csv):
            return
        for line in position_lines(view, spoken):
            say(line)
        for line in thin_lines(view.thin, spoken):
            say(line)
        show(position_table(view, spoken, most, width()))


def _scores(table: Path, weight: str, by: str | None, least: int, most: int, *, json: bool, csv: bool) -> None:
    """Give position in a table of scores; no log is opened."""
    from hecht.app.analyst import score_groups, score_rows
    from hecht.app.scores import read_scores

    found = read_scores(table, weight)
    rows = score_rows(found) if by is None else score_groups(found, by, least)
    if not written("network-table", rows, json=json, csv=csv):
        _plain(rows, most)


def _plain(rows: "Sequence[Mapping[str, object]]", most: int) -> None:
    """Show rows as they are: these are figures for an analyst, under the names of the columns."""
    from hecht.text.network import plain_table

    show(plain_table(rows, most, width()))
