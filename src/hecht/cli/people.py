"""hecht people: who may be one person, and what you say about who is who."""

from dataclasses import asdict
from typing import Annotated

import typer

from hecht.cli.options import AsOf, Csv, Db, Json, Lang, Name, opened
from hecht.terminal import own_name, say, written

One = Annotated[str, typer.Argument(metavar="A", help="The id of a proposal, or a name or address.")]
Other = Annotated[str | None, typer.Argument(metavar="[B]", help="The other name or address.")]
From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day, as 2026-03-01.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Until and with this day.")]


def people(
    context: typer.Context,
    most: Annotated[int, typer.Option("--most", min=0, help="Proposals a page (0: all).")] = 10,
    page: Annotated[int, typer.Option("--page", min=1, help="Which page.")] = 1,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Who may be one person, the most certain first; nothing is merged unless you say so, and all can be undone."""
    if context.invoked_subcommand:
        return
    from hecht.app import settings
    from hecht.text.people import proposal_lines, proposal_rows

    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        found = log.proposals(as_of)
        if not written("people", proposal_rows(found, spoken), json=json, csv=csv):
            for line in proposal_lines(found, spoken, page=page, most=most, command=own_name()):
                say(line)


def merge(a: One, b: Other = None, db: Db = None, lang: Lang = None) -> None:
    """Say that two are one person: a proposal by its id, or two names or addresses."""
    from hecht.app import settings
    from hecht.text.people import merged_line

    with opened(db) as log:
        say(merged_line(log.merge(a, b), settings.language(log.store, lang)))


def apart(a: One, b: Other = None, db: Db = None, lang: Lang = None) -> None:
    """Say that two are two people; this is never proposed again."""
    from hecht.app import settings
    from hecht.text.people import apart_line

    with opened(db) as log:
        say(apart_line(*log.apart(a, b), settings.language(log.store, lang)))


def split(
    address: Annotated[str, typer.Argument(help="The address or number that is somebody else's.")],
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Take an address from the person it was held to be of."""
    from hecht.app import settings
    from hecht.text.people import apart_line

    with opened(db) as log:
        say(apart_line(*log.split(address), settings.language(log.store, lang)))


def organisation(
    name: Name,
    organisation: Annotated[str, typer.Argument(help='The organisation ("" for none).')],
    since: From = None,
    until: Until = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Say where somebody works or worked, if you like from and until a day; it goes before what the addresses tell."""
    from hecht.app import settings
    from hecht.text.people import organisation_line

    with opened(db) as log:
        found = log.organisation(name, organisation, since, until)
        say(organisation_line(found, organisation, since, until, settings.language(log.store, lang)))


def sphere(
    name: Name,
    value: Annotated[str, typer.Argument(metavar="work|private", help="work or private.")],
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Say that somebody belongs to your work or to your private life; private people are in nothing for others."""
    from hecht.app import settings
    from hecht.app.who import SPHERES
    from hecht.text.people import sphere_line

    if value not in SPHERES:
        raise typer.BadParameter("work or private", param_hint="SPHERE")
    with opened(db) as log:
        say(sphere_line(log.sphere(name, value), value, settings.language(log.store, lang)))


def me(
    addresses: Annotated[list[str] | None, typer.Argument(help="Addresses of your own; none shows them.")] = None,
    not_: Annotated[list[str] | None, typer.Option("--not", metavar="ADDRESS", help="This one is not yours.")] = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Your own addresses: show them, add some, take one out."""
    from hecht.app import settings
    from hecht.text.people import own_line

    with opened(db) as log:
        own = log.own(addresses or (), not_ or ())
        say(own_line(own, settings.language(log.store, lang)))


def undo(
    decision: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Which, as decided shows; without it the last.")
    ] = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Undo what you said about who is who."""
    from hecht.app import settings
    from hecht.text.people import undone_line

    with opened(db) as log:
        say(undone_line(log.undo(decision), settings.language(log.store, lang)))


def decided(db: Db = None, lang: Lang = None, json: Json = False, csv: Csv = False) -> None:
    """What you said about who is who, the last first."""
    from hecht.app import settings
    from hecht.text.people import decided_lines

    with opened(db) as log:
        found = log.decided()
        if not written("decided", [asdict(one) for one in found], json=json, csv=csv):
            for line in decided_lines(found, settings.language(log.store, lang)):
                say(line)
