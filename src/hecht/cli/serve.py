"""hecht serve and job: the page, and the long work it begins."""

import sys
import webbrowser
from typing import Annotated

import typer

from hecht.cli.options import Db, Lang, opened
from hecht.terminal import say


def serve(
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port (0: one that is free).")] = 0,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")] = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Serve the page on this computer alone, and open it in a browser; stop with Ctrl-C."""
    from hecht.app import settings

    show(settings.address_of(db), port, browser=not no_open, lang=lang)


def show(url: str, port: int, *, browser: bool, lang: str | None) -> None:
    """Serve the page of a log until one stops it."""
    from hecht.web.server import Server

    with Server(url, port) as server:
        spoken = lang or "nl"
        stop = "Ctrl-C stopt." if spoken == "nl" else "Ctrl-C stops."
        say(f"hecht: {server.address}")
        say(stop)
        if browser and sys.stdout.isatty():
            webbrowser.open(server.address)
        server.run()


def job(number: Annotated[int, typer.Argument(metavar="NUMBER", help="The number of the job.")], db: Db = None) -> None:
    """Do a job that the page began (the page starts this itself)."""
    import time

    from hecht.app import jobs

    with opened(db) as log:
        jobs.run(log.store, number, sys.stdin.buffer, time.monotonic)
