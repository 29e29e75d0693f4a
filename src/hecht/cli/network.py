"""hecht network: where everybody stands, and what one tie would change."""

from dataclasses import asdict
from typing import Annotated

import typer

from hecht.cli.options import AsOf, Csv, Db, Json, Lang, opened
from hecht.terminal import say, show, width, written


def network(
    what_if: Annotated[
        str | None,
        typer.Option("--what-if", metavar="NAME", help="What one tie with somebody more or less would change."),
    ] = None,
    most: Annotated[int, typer.Option("--most", help="Rows of the table on screen (0: all).")] = 40,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Position: how many ways in your contacts are, in which groups they fall, and who stands between whom."""
    from hecht.app import settings
    from hecht.text.network import position_lines, position_table, what_if_lines

    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        if what_if is not None:
            change = log.what_if(what_if, as_of)
            if not written("what-if", [asdict(change)], json=json, csv=csv):
                for line in what_if_lines(change, spoken):
                    say(line)
            return
        view = log.network(as_of)
        if written("network", [asdict(row) for row in view.rows], json=json, csv=csv):
            return
        for line in position_lines(view, spoken):
            say(line)
        show(position_table(view, spoken, most, width()))
