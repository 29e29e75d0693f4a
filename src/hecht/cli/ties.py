"""hecht ties and person: what the contact with people amounts to."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from hecht.cli.options import AsOf, Csv, Db, Json, Lang, Name, opened
from hecht.terminal import say, show, width, written

if TYPE_CHECKING:
    from hecht.app.library import Hecht


def ties(
    every: Annotated[bool, typer.Option("--all", help="Every pair in the log, not only yours.")] = False,
    organisations: Annotated[
        bool, typer.Option("--organisations", help="Task and room for the other between organisations, by month.")
    ] = False,
    most: Annotated[int, typer.Option("--most", help="Rows of the table on screen (0: all).")] = 40,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Your ties: how much and how recent the contact is, and how likely it is in the coming months."""
    from hecht.app import settings
    from hecht.text.circles import attention_line
    from hecht.text.tables import tie_table

    if organisations:
        _organisations(most, as_of, db, lang, json=json, csv=csv)
        return
    with opened(db) as log:
        rows = log.ties(as_of, every=every)
        if written("ties", (asdict(row) for row in rows), json=json, csv=csv):
            return
        spoken = settings.language(log.store, lang)
        chosen = rows[:most] if most else rows
        pairs = every or log.whole
        people = sum(row.layer is not None for row in rows)
        show(
            tie_table(
                chosen,
                spoken,
                len(rows),
                names=_names(log) if pairs else {},
                width=width(),
                people=people,
                stated=log.stated_layers(as_of),
            )
        )
        line = "" if pairs or not rows else attention_line(log.attention(as_of), people, spoken)
        if line:
            say("")
            say(line)


def _organisations(most: int, as_of: str | None, db: str | None, lang: str | None, *, json: bool, csv: bool) -> None:
    from hecht.app import settings
    from hecht.text.between import between_rows, between_table

    with opened(db) as log:
        found = log.between(as_of)
        if not written("ties_organisations", between_rows(found), json=json, csv=csv):
            show(between_table(found, settings.language(log.store, lang), most))


def person(
    name: Name,
    layer: Annotated[
        int | None,
        typer.Option(
            "--layer", min=0, max=5, help="Put them in this circle: 1 (nearest) to 5; 0 leaves it to the log."
        ),
    ] = None,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """One person: the tie, its time line, and what stands open either way."""
    from hecht.app import settings
    from hecht.text.amounts import LIVELY, amounts_lines
    from hecht.text.circles import placed_line
    from hecht.text.replies import replies_lines
    from hecht.text.tables import person_lines

    with opened(db) as log:
        day = log.day(as_of)
        if layer is not None:
            found = log.put_in_layer(name, layer, day)
            say(placed_line(found.name, layer, settings.language(log.store, lang)))
            return
        view = log.person(name, day)
        amounts = log.amounts(view.person, day) if view.tie else None
        replies = log.replies(view.person, day) if view.tie else None
        toned = {"amounts": asdict(amounts) if amounts else None, "replies": asdict(replies) if replies else None}
        if written("person", [asdict(view) | toned], json=json, csv=csv):
            return
        spoken = settings.language(log.store, lang)
        for line in person_lines(view, day, spoken):
            say(line)
        lively = view.tie is not None and view.tie.state in LIVELY
        if amounts:
            for line in amounts_lines(amounts, view.name, day, spoken, lively=lively):
                say(f"  {line}")
        for line in replies_lines(replies, view.name, spoken) if replies and lively else ():
            say(f"  {line}")


def correct(
    key: Annotated[str, typer.Argument(metavar="KEY", help="An interaction, as `hecht person NAME --json` names it.")],
    part: Annotated[str, typer.Argument(help="task, both or room; undo takes it back.")],
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Say what one interaction was: task, both or room for the other; hecht then judges the rest a little more like you."""
    from hecht.app import settings
    from hecht.text.amounts import corrected_line

    if part not in ("task", "both", "room", "undo") or not key.isdecimal():
        raise typer.BadParameter("KEY task, both, room or undo")
    with opened(db) as log:
        log.correct(int(key), part, as_of)
        say(corrected_line(part, settings.language(log.store, lang)))


def _names(log: "Hecht") -> dict[int, str]:
    from hecht.app.people import people

    return {one.id: one.name for one in people(log.store).values()}
