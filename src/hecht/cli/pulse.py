"""hecht collaboration pulse: a round of questions (vragenrondje) to the people of a collaboration, from start to what came out."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hecht.cli.options import Db, Json, Lang, opened
from hecht.terminal import say, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hecht.core.collaboration.pulse import Mode
    from hecht.stores.round import RoundFile


_LONGEST = 60
"""Characters of a name in the name of a file; a longer one would not fit on every disk."""


class Do(StrEnum):
    """What is done with a round."""

    SHOW = "show"
    START = "start"
    LINKS = "links"
    SERVE = "serve"
    FILES = "files"
    REMIND = "remind"
    CLOSE = "close"
    COMPARE = "compare"
    TAKE = "take"


def pulse(  # noqa: PLR0917 - typer passes options by name
    name: Annotated[str, typer.Argument(metavar="NAME", help="(Part of) the name of a collaboration.")],
    do: Annotated[
        Do, typer.Argument(metavar="[DO]", help="show, start, links, serve, files, remind, close, compare or take.")
    ] = Do.SHOW,
    by_name: Annotated[bool, typer.Option("--by-name", help="start: by name; each agrees, all see.")] = False,
    anonymous: Annotated[bool, typer.Option("--anonymous", help="start: anonymous; only the whole comes out.")] = False,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="start: the last day to answer (default: in 14 days).")
    ] = None,
    term: Annotated[
        str, typer.Option("--term", help="start: a term of which each says what they understand by it.")
    ] = "",
    trust: Annotated[
        bool, typer.Option("--trust", help="start: also ask for trust, at most once in half a year.")
    ] = False,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar="PERSON", help="start: leave somebody out; as often as needed."),
    ] = None,
    leave_out: Annotated[
        list[str] | None,
        typer.Option(
            "--leave-out",
            metavar="QUESTION",
            help="start: a question not to ask (recognise, gets, ...); as often as needed.",
        ),
    ] = None,
    at: Annotated[
        str,
        typer.Option(
            "--at", metavar="ADDRESS", help="start: the address that links begin with (default: this computer alone)."
        ),
    ] = "",
    bind: Annotated[
        str,
        typer.Option(
            "--bind",
            metavar="ADDRESS",
            help="serve: listen on this address of the computer, so that others can reach it.",
        ),
    ] = "127.0.0.1",
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65535, help="serve: the port (default: that of the links).")
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="files: where the forms are written.")] = Path(),
    read: Annotated[
        list[Path] | None,
        typer.Option("--read", metavar="FILE", help="Read a file with answers in; as often as needed."),
    ] = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """A round of at most ten questions, two minutes on a phone: start one, hand out its links, serve it, see what came out."""
    from hecht.app.pulse import inviting, rounds
    from hecht.app.settings import now

    folder = inviting.folder(db)
    if do is Do.START:
        if by_name == anonymous:
            raise typer.BadParameter("choose with the group: --by-name or --anonymous")
        from hecht.core.collaboration.pulse import Mode

        mode = Mode.NAMED if by_name else Mode.ANONYMOUS
        _start(name, mode, until, term, trust, without or [], leave_out or [], at, folder, db, lang)
        return
    with rounds.last_of(folder, name) as file:
        spoken = lang or file.head().lang
        if read:
            _read(file, read, spoken)
        elif do is Do.SERVE:
            _serve(file.path, bind, port, spoken)
        elif do is Do.COMPARE:
            _compare(folder, file, db, spoken, json)
        elif do is Do.TAKE:
            _take(file, db, spoken)
        else:
            if do is Do.CLOSE:
                rounds.close(file, now())
            _say(file, do, out, spoken, json)


def _start(  # noqa: PLR0917 - what was asked, in its order
    name: str,
    mode: "Mode",
    until: str | None,
    term: str,
    trust: bool,
    without: list[str],
    leave_out: list[str],
    at: str,
    folder: Path,
    db: str | None,
    lang: str | None,
) -> None:
    from hecht.app import settings
    from hecht.app.pulse import inviting, rounds
    from hecht.core.days import day_of, to_date
    from hecht.core.errors import BadDateError
    from hecht.text.pulse import started_lines

    with opened(db) as log:
        zone, now, spoken = settings.home_zone(log.store), settings.now(), settings.language(log.store, lang)
        today = day_of(now, zone)
        try:
            last = date.fromisoformat(until) if until else to_date(today + 14)
        except ValueError as error:
            raise BadDateError(repr(until)) from error
        group = inviting.group(log.store, name, log.day(), without)
        made = rounds.start(
            folder,
            group.name,
            group.people,
            mode,
            last,
            zone,
            now,
            whole=group.whole,
            term=term,
            trust=trust,
            leave_out=leave_out,
            lang=spoken,
            at=at or rounds.HERE,
        )
    _lines(started_lines(made, spoken))


def _say(file: "RoundFile", do: Do, out: Path, lang: str, json: bool) -> None:
    from hecht.app.pulse import results, rounds
    from hecht.app.settings import now
    from hecht.text import pulse as words

    standing = rounds.standing(file, now())
    if do is Do.LINKS:
        _lines(words.letters(rounds.links_of(file), standing.head, lang))
    elif do is Do.FILES:
        _files(file, out, lang)
    elif do is Do.REMIND:
        _lines(words.reminder_lines(standing, rounds.links_of(file) if standing.answered is not None else [], lang))
    elif standing.head.closed is None:
        if not written("pulse", [words.standing_row(standing)], json=json, csv=False):
            _lines(words.standing_lines(standing, lang))
    else:
        outcome = rounds.outcome(file, now())
        said, meanings = results.said(outcome), results.meanings(outcome)
        if not written("pulse", [words.outcome_row(outcome, said, meanings)], json=json, csv=False):
            _lines(words.outcome_lines(outcome, said, meanings, lang))


def _serve(path: Path, bind: str, port: int | None, lang: str) -> None:
    """Begin the process that answers the links: it gets the file of the round, and knows nothing of the log."""
    import os
    import subprocess
    import sys

    command = [sys.executable, "-m", "hecht.web.pulse", str(path), "--bind", bind, "--lang", lang]
    command += [] if port is None else ["--port", str(port)]
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(sys.executable, command)  # noqa: S606 - this very program, with a path that it found itself
    raise typer.Exit(subprocess.call(command))  # noqa: S603 - the same, where a process cannot become another


def _files(file: "RoundFile", out: Path, lang: str) -> None:
    import re

    from hecht.app.pulse import rounds
    from hecht.app.settings import now
    from hecht.core.collaboration.pulse import Mode
    from hecht.core.errors import CannotWriteError, NotByFileError
    from hecht.text.pulse import files_line
    from hecht.web.pulse.document import form

    if file.head().mode is Mode.ANONYMOUS:
        raise NotByFileError
    written_to = []
    for seat, link in rounds.links_of(file):
        bare = re.sub(r"[^\w .-]+", "", seat.name)[:_LONGEST].strip(". ")
        path = out / f"vragenrondje {seat.number} {bare}.html"
        try:
            out.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.touch(mode=0o600)
            path.write_bytes(form(file, link.partition("#")[2], now()))
        except OSError as error:
            raise CannotWriteError(f"{path}: {error.strerror}") from error
        written_to.append(path)
    say(files_line(len(written_to), str(out), lang))


def _read(file: "RoundFile", read: "Iterable[Path]", lang: str) -> None:
    from hecht.app.pulse import forms
    from hecht.app.settings import now
    from hecht.text.errors import error_line
    from hecht.text.pulse import read_line

    done = forms.read(file, read, now())
    say(read_line(done.kept, lang))
    for path, error in done.refused:
        say(f"  {path.name}: {error_line(error, lang)}")
    if done.refused:
        raise typer.Exit(1)


def _compare(folder: Path, file: "RoundFile", db: str | None, lang: str, json: bool) -> None:
    from hecht.app import settings
    from hecht.app.pulse import results
    from hecht.text.pulse import side_lines, side_rows

    head = file.head()
    with opened(db) as log:
        found = results.side_by_side(
            folder, head.name, head.whole, head.mode, settings.home_zone(log.store), settings.now()
        )
    if not written("pulse_compare", side_rows(found), json=json, csv=False):
        _lines(side_lines(found, lang))


def _take(file: "RoundFile", db: str | None, lang: str) -> None:
    from hecht.app.pulse import inviting, rounds
    from hecht.app.settings import now
    from hecht.text.pulse import taken_lines

    outcome = rounds.outcome(file, now())
    with opened(db) as log:
        _lines(taken_lines(inviting.take(log.store, outcome), lang))


def _lines(lines: "Iterable[str]") -> None:
    for line in lines:
        for one in line.split("\n"):
            say(one)
