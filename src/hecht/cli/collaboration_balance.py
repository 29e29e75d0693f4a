"""hecht collaboration, what is worked out of it: balance, what it rests on, the programme, and a report of what one shares."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hecht.cli.collaboration import Which
from hecht.cli.collaboration_content import Drop, Of, Who
from hecht.cli.options import AsOf, Csv, Db, Json, Lang, opened
from hecht.terminal import say, written


class Condition(StrEnum):
    """The five conditions."""

    AMBITION = "ambition"
    INTERESTS = "interests"
    RELATIONSHIP = "relationship"
    ORGANISATION = "organisation"
    PROCESS = "process"


class Item(StrEnum):
    """Kinds of items of the programme."""

    INFORMAL = "informal"
    WORK_VISIT = "work_visit"
    OUTING = "outing"
    PEER_CONSULTATION = "peer_consultation"
    LOOK_BACK = "look_back"
    CELEBRATE = "celebrate"


class Answer(StrEnum):
    """What one may answer to an early sign."""

    SEEN = "seen"
    USUAL = "usual"


def balance(
    name: Which,
    early: Annotated[
        Answer | None,
        typer.Option(
            "--early", help="Your answer to an early sign: seen, or usual (that is how it goes here); then it rests."
        ),
    ] = None,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Content and relation by month, how they go together since when and how surely, and the signals; for you alone."""
    from hecht.app import settings
    from hecht.text.collaboration_balance import balance_lines, balance_row

    with opened(db) as log:
        if early:
            log.collaborations.early(name, early, as_of)
        found = log.collaborations.weigh(name, as_of)
        row = balance_row(found)
        if not written("collaboration_balance", row["months"] if csv else [row], json=json, csv=csv):
            for line in balance_lines(found, settings.language(log.store, lang)):
                say(line)


def conditions(
    name: Which,
    said: Annotated[str, typer.Option("--said", metavar="TEXT", help="What somebody said of one.")] = "",
    of: Annotated[Condition | None, typer.Option("--of", help="Of which condition it was said.")] = None,
    party: Of = "",
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """What it rests on: the five conditions, each with what shows, what was said, and one question for the agenda."""
    from dataclasses import asdict

    from hecht.app import settings
    from hecht.text.collaboration_rests import condition_lines

    if bool(said) != bool(of):
        raise typer.BadParameter("--said TEXT with --of CONDITION", param_hint="--said")
    with opened(db) as log:
        if said and of:
            log.collaborations.said(name, of, said, party)
        found = log.collaborations.weigh(name, as_of)
        rows = [asdict(one) for one in found.conditions]
        if not written("collaboration_conditions", rows, json=json, csv=False):
            for line in condition_lines(found, settings.language(log.store, lang)):
                say(line)


def programme(  # noqa: PLR0917 - typer passes options by name
    name: Which,
    kind: Annotated[
        Item | None,
        typer.Argument(help="informal, work_visit, outing, peer_consultation, look_back or celebrate; or nothing."),
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day.")] = None,
    title: Annotated[str, typer.Option("--title", help="What it is called.")] = "",
    who: Who = None,
    remove: Drop = None,
    ics: Annotated[
        Path | None, typer.Option("--ics", metavar="FILE", help="Write what is planned as a calendar.")
    ] = None,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """The relationship programme: what is planned, what earlier items did, and what could be, with who and when."""
    from hecht.app import settings
    from hecht.text.collaboration_rests import programme_calendar, programme_lines, programme_rows

    if bool(kind) != bool(on):
        raise typer.BadParameter("a kind with --on DATE", param_hint="KIND")
    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        if kind and on:
            log.collaborations.programme(name, kind, on, title, who or ())
        if remove:
            log.collaborations.remove(name, "programme", remove)
        found = log.collaborations.weigh(name, as_of)
        if ics:
            ics.write_text(programme_calendar(found, spoken), encoding="utf-8", newline="")
        if not written("collaboration_programme", programme_rows(found, spoken), json=json, csv=csv):
            for line in programme_lines(found, spoken):
                say(line)


def report(
    name: Which,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The HTML file to write.")],
    with_: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="PART",
            help="A part that is yours alone and that you choose to share: contact, balance, conditions or programme.",
        ),
    ] = None,
    without: Annotated[list[str] | None, typer.Option("--without", metavar="PART", help="A part to leave out.")] = None,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """A report of two pages that prints well, with only what you choose to share; what is yours alone stays out of it."""
    from hecht.app import settings
    from hecht.app.who import private_people
    from hecht.text.collaboration_report import OPEN, SECTIONS, report

    unknown = [one for one in (*(with_ or ()), *(without or ())) if one not in SECTIONS]
    if unknown:
        raise typer.BadParameter(", ".join(SECTIONS), param_hint="--with")
    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        chosen = ({*OPEN} | {*(with_ or ())}) - {*(without or ())}
        page = report(log.collaborations.weigh(name, as_of), chosen, spoken, private_people(log.store))
        out.write_text(page, encoding="utf-8")
        say(
            (f"Geschreven: {out}" if spoken == "nl" else f"Written: {out}")
            + f" ({', '.join(one for one in SECTIONS if one in chosen)})"
        )
