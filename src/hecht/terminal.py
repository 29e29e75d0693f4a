"""The terminal: rows as JSON or CSV, tables, lines, and a progress bar."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from hecht.app.reading import Progress


_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff]")


def written(
    schema: str,
    rows: Iterable[dict[str, Any]],
    *,
    json: bool,
    csv: bool,
    more: "Callable[[], dict[str, Any]] | None" = None,
) -> bool:
    """Write rows as JSON (with `more` beside them) or CSV when asked; without, what is yet to be made is not."""
    if json:
        from hecht.text.output import as_json

        sys.stdout.write(as_json(schema, list(rows), more() if more else None))
    elif csv:
        from hecht.text.output import as_csv

        sys.stdout.write(as_csv(list(rows)))
    return json or csv


def known_language(lang: str | None) -> str | None:
    """Refuse a language that hecht does not speak."""
    if lang not in (None, "nl", "en"):
        raise typer.BadParameter("nl or en")
    return lang


def spoken(arguments: Sequence[str]) -> str:
    """Give the language of a command before its options are read, to say in it what went wrong: Dutch unless it says so."""
    given = [after for one, after in zip(arguments, [*arguments[1:], ""], strict=True) if one == "--lang"]
    given += [one.partition("=")[2] for one in arguments if one.startswith("--lang=")]
    for lang in (*given, os.environ.get("HECHT_LANG", "")):
        if lang in ("nl", "en"):
            return lang
    return "nl"


def own_name() -> str:
    """Give how this command was called, for lines that tell people what to type."""
    return "hecht" if shutil.which("hecht") else sys.argv[0]


def width() -> int:
    """Give the width to write for: that of the terminal, and all one could want where there is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 200


def show(renderable: object) -> None:
    """Print a table, with what strangers wrote as plain text."""
    from rich.console import Console

    Console(markup=False, highlight=False, width=width()).print(renderable)


def say(line: str) -> None:
    """Print a line."""
    typer.echo(safe(line))


def agreed(question: str, lang: str) -> bool:
    """Ask something that is done on a yes only; no answer is no."""
    typer.echo(f"{safe(question)} [{'j/N' if lang == 'nl' else 'y/N'}] ", nl=False)
    return sys.stdin.readline().strip().casefold() in ("j", "ja", "y", "yes")


def safe(line: str) -> str:
    """Take control characters out of a line, whoever wrote them; the indent stays."""
    return _CONTROL.sub("", line)


class Bar:
    """Shows a bar with rate and time left on a terminal, nothing elsewhere."""

    def __enter__(self) -> "Callable[[Progress], None] | None":
        if not sys.stderr.isatty():
            self._bar = None
            return None
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn, TransferSpeedColumn
        from rich.progress import Progress as RichProgress

        self._bar = RichProgress(
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
