"""The command line: arguments to app, and what app gives to words, tables, JSON or CSV.

This file names every command; each group of commands is a file beside it.
"""

import gc
import os
import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from hecht import __version__
from hecht.cli import (
    backtest,
    bridging,
    collaboration,
    collaboration_balance,
    collaboration_content,
    demo,
    exchange,
    export,
    gatherings,
    intake,
    introductions,
    network,
    organisation,
    people,
    preferences,
    privacy,
    pulse,
    serve,
    ties,
    today,
    tone,
    week,
)
from hecht.cli.listing import InParts, Whole
from hecht.core.errors import BadDateError, BadLogError, HechtError
from hecht.terminal import safe, spoken

app = typer.Typer(
    name="hecht",
    help="A living picture of your network and your collaborations, from the contact you already have.",
    cls=InParts,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("import")(intake.import_)
app.command()(today.today)
app.command()(week.week)
app.command()(week.move)
app.command()(week.talked)
app.command()(week.note)
app.command()(ties.ties)
app.command()(ties.person)
app.command()(network.network)
app.command()(introductions.path)
app.command()(introductions.leave)
app.command()(exchange.ask)
app.command()(exchange.offer)
app.command()(export.export)
app.command()(ties.correct)
app.command()(backtest.backtest)
app.command()(intake.sources)
app.command()(privacy.doctor)
app.command()(demo.demo)
app.command()(tone.tone)
app.command()(serve.serve)
app.command(hidden=True)(serve.job)

held = typer.Typer(
    cls=Whole, help="What is held of somebody; erase them; keep no longer than you want.", no_args_is_help=True
)
held.command()(privacy.show)
held.command()(privacy.erase)
held.command()(privacy.retain)
held.command()(privacy.pool)
app.add_typer(held, name="privacy")

who = typer.Typer(cls=Whole, invoke_without_command=True)
who.callback()(people.people)
who.command()(people.merge)
who.command()(people.apart)
who.command()(people.split)
who.command()(people.organisation)
who.command()(people.sphere)
who.command()(people.me)
who.command()(people.undo)
who.command()(people.decided)
app.add_typer(who, name="people")

wishes = typer.Typer(
    cls=Whole, help="Your goals, how you like to keep contact, and how you address people.", no_args_is_help=True
)
wishes.command()(preferences.show)
wishes.command()(preferences.goal)
wishes.command()(preferences.like)
wishes.command()(preferences.dislike)
wishes.command()(preferences.either)
wishes.command()(preferences.greeting)
app.add_typer(wishes, name="preferences")

bring = typer.Typer(cls=Whole, invoke_without_command=True)
bring.callback()(introductions.introductions)
bring.command()(introductions.acquainted)
app.add_typer(bring, name="introductions")

working = typer.Typer(
    cls=Whole,
    help="Collaborations of organisations: who takes part, what is seen of it, content and relation.",
    no_args_is_help=True,
)
working.command()(collaboration.propose)
working.command("list")(collaboration.list_)
working.command()(collaboration.show)
working.command()(collaboration.add)
working.command()(collaboration.rename)
working.command()(collaboration.party)
working.command()(collaboration.delegate)
working.command()(collaboration.why)
working.command()(collaboration.belongs)
working.command()(collaboration.milestone)
for command in (
    collaboration_balance.balance,
    collaboration_balance.conditions,
    collaboration_content.ambition,
    collaboration_content.interest,
    collaboration_content.levels,
    collaboration_content.word,
    collaboration_content.form,
    collaboration_content.agreement,
    collaboration_content.effect,
    collaboration_balance.programme,
    collaboration_balance.report,
):
    working.command()(command)
working.command()(collaboration.share)
working.command()(collaboration.history)
working.command()(collaboration.undo)
working.command()(pulse.pulse)
working.command()(gatherings.seat)
working.command()(gatherings.afterwards)
app.add_typer(working, name="collaboration")

exchanged = typer.Typer(cls=Whole, invoke_without_command=True)
exchanged.callback()(bridging.open_)
exchanged.command()(bridging.note)
exchanged.command()(bridging.settle)
exchanged.command()(bridging.discreet)
exchanged.command()(bridging.out)
exchanged.command()(bridging.replies)
exchanged.command()(bridging.introduce)
exchanged.command()(bridging.introduced)
exchanged.command()(bridging.group)
exchanged.command()(bridging.collaborate)
exchanged.command()(bridging.inventory)
exchanged.command()(bridging.share)
exchanged.command()(bridging.topics)
exchanged.command()(bridging.silent)
app.add_typer(exchanged, name="exchange")

whole = typer.Typer(
    cls=Whole, help="A whole organisation: analyse its log on DuckDB or Spark, and report on it.", no_args_is_help=True
)
whole.command()(organisation.analyse)
whole.command()(organisation.report)
app.add_typer(whole, name="organisation")


def main() -> None:
    """Run the command line; what goes wrong is said in one line, without a traceback."""
    gc.set_threshold(100_000, 50, 50)  # a command lives briefly: looking for cycles took a twentieth of its time
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a name is worth showing in part on a terminal that lacks its letters
    try:
        app()
    except (HechtError, OSError) as error:
        if isinstance(error, BrokenPipeError):
            sys.stderr.close()
            sys.exit(0)
        from hecht.text.errors import error_line

        typer.echo(safe(f"hecht: {error_line(error, spoken(sys.argv))}"), err=True)
        sys.exit(2 if isinstance(error, BadDateError | BadLogError) else 1)
    except Exception as error:
        if os.environ.get("HECHT_TRACEBACK"):  # for who mends hecht, on data of their own
            raise
        from hecht.text.errors import crash_line

        typer.echo(safe(f"hecht: {crash_line(error, spoken(sys.argv))}"), err=True)
        sys.exit(1)


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
    log: Annotated[
        int | None,
        typer.Option(
            "--log", min=1, metavar="N", help="Whose log, in a store that holds several (default: HECHT_LOG, else 1)."
        ),
    ] = None,
) -> None:
    if log is not None:
        os.environ["HECHT_LOG"] = str(log)  # the work that the page begins is of the same log
    if version:
        typer.echo(f"hecht {__version__}")
        raise typer.Exit
