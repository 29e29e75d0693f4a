"""hecht demo: a made-up world, read in by the ordinary door."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from hecht.cli.options import Lang
from hecht.terminal import Bar, own_name, say


def demo(
    folder: Annotated[Path | None, typer.Option("--folder", help="Where the demo world is written.")] = None,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Do not serve the page afterwards.")] = False,
    lang: Lang = None,
) -> None:
    """Write a made-up world as real files, read them in, and show its today and its week."""
    from hecht.app.demo import make_demo
    from hecht.text.summary import demo_lines, import_lines
    from hecht.text.tables import week_lines, week_rows
    from hecht.text.today import today_lines

    spoken = lang if lang in ("nl", "en") else "nl"
    with Bar() as shown:
        made = make_demo(folder, shown)
    with made.log as log:
        for line in [
            *demo_lines(made.folder, made.database, own_name(), spoken),
            *import_lines(made.summary, spoken),
        ]:
            say(line)
        for line in today_lines(log.today(), spoken, own_today=log.store.setting("today")):
            say(line)
        found = log.week()
        for line in week_lines(found, week_rows(found, spoken), spoken, own_today=log.store.setting("today")):
            say(line)
    if not no_serve and sys.stdout.isatty():
        from hecht.app import settings
        from hecht.cli.serve import show

        show(settings.address_of(made.database), 0, browser=True, lang=spoken)
