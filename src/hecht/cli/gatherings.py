"""hecht collaboration seat and afterwards: bringing people together at tables, and what came of it."""

from pathlib import Path
from typing import Annotated

import typer

from hecht.cli.collaboration import Which
from hecht.cli.options import AsOf, Csv, Db, Json, Lang, opened
from hecht.terminal import own_name, say, written


def _sizes(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(one) for one in text.replace(",", " ").split())
    except ValueError as error:
        raise typer.BadParameter("numbers, as 8,8,6", param_hint="--sizes") from error


def seat(  # noqa: PLR0917 - typer passes options by name
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="(Part of) the name of a collaboration; not needed with a list."),
    ] = None,
    tables: Annotated[
        int, typer.Option("--tables", min=0, help="How many tables; their sizes differ by at most one.")
    ] = 0,
    rounds: Annotated[int, typer.Option("--rounds", min=1, max=50, help="How often people change tables.")] = 1,
    sizes: Annotated[str, typer.Option("--sizes", help="The seats of each table instead, as 8,8,6.")] = "",
    people: Annotated[
        Path | None,
        typer.Option(
            "--people", metavar="FILE", help="A list: a name, address, or `name, organisation` a line, or a CSV."
        ),
    ] = None,
    with_: Annotated[
        list[str] | None, typer.Option("--with", metavar="PERSON", help="Somebody more; repeat it.")
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option("--without", metavar="PERSON", help="Not this one; repeat it.")
    ] = None,
    together: Annotated[
        list[str] | None, typer.Option("--together", metavar="A;B", help="Always at one table; repeat it.")
    ] = None,
    apart: Annotated[
        list[str] | None, typer.Option("--apart", metavar="A;B", help="Never at one table; repeat it.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Another seed gives another seating.")] = 0,
    print_: Annotated[
        Path | None,
        typer.Option("--print", metavar="FILE", help="Write name cards and lists as a page to print (HTML)."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="Keep it as a gathering on this day; then see: afterwards."),
    ] = None,
    title: Annotated[str, typer.Option("--title", help="What the gathering that is kept is called.")] = "",
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Seat people in rounds: sleeping contacts, bridges and useful strangers at one table, nobody twice where that can be."""
    from hecht.app import settings
    from hecht.app.collaboration.gatherings import Party, day_on, keep_seating
    from hecht.app.collaboration.gatherings import seat as seated
    from hecht.text.gatherings import kept_line, printed_line, seating_lines, seating_list, seating_row

    asked = Party(
        name=name,
        people=people,
        tables=tables,
        sizes=_sizes(sizes),
        rounds=rounds,
        with_=with_ or (),
        without=without or (),
        together=together or (),
        apart=apart or (),
        seed=seed,
    )
    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        view = seated(log.store, asked, log.day(as_of))
        if print_ is not None:
            from hecht.text.place_cards import print_page

            print_.write_text(print_page(view.guests, view.plan.rounds, view.title, spoken), encoding="utf-8")
        moment = keep_seating(log.store, view, day_on(log.store, on), title) if on else None
        rows = seating_list(view, spoken) if csv else [seating_row(view)]
        if not written("seating", rows, json=json, csv=csv):
            for line in seating_lines(view, spoken):
                say(line)
            if print_ is not None:
                say(printed_line(str(print_), spoken))
            if moment is not None:
                say(kept_line(view.title, moment, spoken, own_name()))


def afterwards(
    name: Which, as_of: AsOf = None, db: Db = None, lang: Lang = None, json: Json = False, csv: Csv = False
) -> None:
    """What went on after the gatherings that were kept: contact that began or was taken up again since."""
    from hecht.app import settings
    from hecht.app.collaboration.gatherings import gatherings
    from hecht.text.gatherings import afterwards_lines, afterwards_rows

    with opened(db) as log:
        view = gatherings(log.store, name, log.day(as_of))
        if not written("afterwards", afterwards_rows(view), json=json, csv=csv):
            for line in afterwards_lines(view, settings.language(log.store, lang)):
                say(line)
