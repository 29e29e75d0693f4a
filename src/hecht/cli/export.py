"""hecht export: the network as a file for other programs."""

import json as json_module
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hecht.cli.options import AsOf, Db, Lang, opened
from hecht.core.errors import CannotWriteError
from hecht.terminal import say

if TYPE_CHECKING:
    from hecht.app.export import Export


class Format(StrEnum):
    """What can be written."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"


def export(
    form: Annotated[Format, typer.Argument(metavar="FORMAT", help="graphml, gexf, csv, json or parquet.")],
    path: Annotated[Path, typer.Argument(help="The file to write; a folder for csv and parquet.")],
    with_private: Annotated[bool, typer.Option("--with-private", help="Also people of the private sphere.")] = False,
    pseudonymous: Annotated[bool, typer.Option("--pseudonymous", help="Marks instead of names.")] = False,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """The network for other programs: people and ties as GraphML, GEXF with time (Gephi), CSV, JSON or Parquet."""
    from hecht.app import settings
    from hecht.text.network import exported_line

    with opened(db) as log:
        found = log.export(as_of, with_private=with_private, pseudonymous=pseudonymous)
        try:
            files = _write(form, path, found)
        except OSError as error:
            raise CannotWriteError(f"{path}: {error.strerror or error}") from error
        say(exported_line(found, files, settings.language(log.store, lang)))


def _write(form: Format, path: Path, found: "Export") -> list[str]:
    from hecht.text import graphs
    from hecht.text.output import as_csv

    if form in (Format.GRAPHML, Format.GEXF):
        return [_text(path, getattr(graphs, form)(found))]
    people, ties = [asdict(one) for one in found.people], [asdict(one) for one in found.ties]
    if form is Format.JSON:
        whole = {"schema": "hecht.export/1", "as_of": found.as_of, "people": people, "ties": ties}
        return [_text(path, [json_module.dumps(whole, ensure_ascii=False, indent=1), "\n"])]
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    tables: dict[str, Sequence[dict[str, object]]] = {"people": people, "ties": ties}
    if form is Format.CSV:
        return [_text(path / f"{name}.csv", [as_csv(rows)]) for name, rows in tables.items()]
    from hecht.app.arrow import Table

    for name, rows in (("people", found.people), ("ties", found.ties)):
        Table(rows).write_parquet(path / f"{name}.parquet")
    return [str(path / f"{name}.parquet") for name in tables]


def _text(path: Path, pieces: Iterable[str]) -> str:
    with path.open("w", encoding="utf-8", newline="") as out:
        out.writelines(pieces)
    return str(path)
