"""hecht introductions, path and leave: whom to bring together, who can introduce you, and what rests on somebody."""

from enum import StrEnum
from typing import Annotated

import typer

from hecht.cli.options import AsOf, Csv, Db, Json, Lang, Name, opened
from hecht.terminal import own_name, say, written


class Answer(StrEnum):
    """Whether two people know each other."""

    YES = "yes"
    NO = "no"
    UNDO = "undo"


def introductions(
    context: typer.Context,
    most: Annotated[int, typer.Option("--most", min=0, help="Pairs to give (0: all that are looked at).")] = 10,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Whom you could bring together: what they share, who knows both, what each gains; what is worth most first."""
    if context.invoked_subcommand:
        return
    from hecht.app import settings
    from hecht.text.introductions import introduction_lines, introduction_rows

    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        view = log.introductions(as_of, most=most)
        if not written("introductions", introduction_rows(view, spoken), json=json, csv=csv):
            for line in introduction_lines(view, spoken, own_name()):
                say(line)


def acquainted(
    a: Annotated[str, typer.Argument(metavar="A", help="(Part of) a name, or an address.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other.")],
    answer: Annotated[Answer, typer.Argument(help="yes, no, or undo of what you said before.")],
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Say whether two people know each other: who does is not proposed again, who does not comes first."""
    from hecht.app import settings
    from hecht.text.introductions import acquainted_line

    yes = None if answer is Answer.UNDO else answer is Answer.YES
    with opened(db) as log:
        one, other = log.acquainted(a, b, yes=yes)
        say(acquainted_line(one, other, settings.language(log.store, lang), yes=yes))


def path(
    name: Annotated[
        str, typer.Argument(metavar="NAME|ORGANISATION", help="A person, or an organisation by name or domain.")
    ],
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Who can introduce you to somebody, or into an organisation: the strongest chain, and others past other people."""
    from hecht.app import settings
    from hecht.text.introductions import path_lines, path_rows

    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        view = log.path(name, as_of)
        if not written("path", path_rows(view, spoken), json=json, csv=csv):
            for line in path_lines(view, spoken):
                say(line)


def leave(  # noqa: PLR0917 - typer passes options by name
    name: Name,
    team: Annotated[
        list[str] | None, typer.Option("--with", metavar="NAME", help="For these others instead of you; repeat it.")
    ] = None,
    organisation: Annotated[
        str, typer.Option("--organisation", metavar="NAME", help="For everybody of this organisation.")
    ] = "",
    collaboration: Annotated[
        str, typer.Option("--collaboration", metavar="NAME", help="For everybody who takes part in this collaboration.")
    ] = "",
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """What rests on somebody: who and which organisations fall out of reach without them."""
    from hecht.app import settings
    from hecht.text.introductions import leave_lines, leave_row

    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        view = log.leave(name, as_of, team=team or (), organisation=organisation, collaboration=collaboration)
        if not written("leave", [leave_row(view, spoken)], json=json, csv=csv):
            for line in leave_lines(view, spoken):
                say(line)
