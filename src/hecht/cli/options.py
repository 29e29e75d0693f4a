"""Options and arguments that commands share, and opening the log that they speak of."""

from typing import TYPE_CHECKING, Annotated

import typer

from hecht.terminal import Bar, known_language

if TYPE_CHECKING:
    from hecht.app.library import Hecht

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


def opened(db: str | None) -> "Hecht":
    """Open the log that is meant."""
    from hecht.app.library import open_hecht

    return open_hecht(db)


def refresh(log: "Hecht", lang: str) -> None:
    """Read again what changed, and say so beside the output."""
    from hecht.text.summary import refreshed_line

    with Bar() as shown:
        line = refreshed_line(log.refresh(shown), lang)
    if line:
        typer.echo(line, err=True)
