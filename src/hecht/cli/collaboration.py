"""hecht collaboration: propose, begin and show collaborations of organisations, and state what is known of them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hecht.cli.options import AsOf, Csv, Db, Json, Lang, opened
from hecht.terminal import own_name, say, written

Which = Annotated[str, typer.Argument(metavar="NAME", help="(Part of) the name of a collaboration.")]
Organisation = Annotated[str, typer.Argument(metavar="PARTY", help="(Part of) the name of an organisation.")]
Whom = Annotated[str, typer.Argument(metavar="PERSON", help="(Part of) a name, or an address.")]
From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day, as 2026-03-01.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Until and with this day.")]
Remove = Annotated[bool, typer.Option("--remove", help="Take it out; history keeps it.")]


class What(StrEnum):
    """What belongs or does not."""

    ITEM = "item"
    THREAD = "thread"
    TITLE = "title"
    PERSON = "person"


def propose(as_of: AsOf = None, db: Db = None, lang: Lang = None, json: Json = False, csv: Csv = False) -> None:
    """Collaborations that hecht sees: meetings of two or more organisations that recur, with who comes to them."""
    from hecht.app import settings
    from hecht.app.people import people
    from hecht.text.collaboration import proposal_lines, proposal_rows

    with opened(db) as log:
        found = log.collaborations.proposals(as_of)
        if not written("collaboration_proposals", proposal_rows(found), json=json, csv=csv):
            some = {person for one in found for person in one.people}
            names = {one.id: one.name for one in people(log.store, sorted(some)).values()} if some else {}
            for line in proposal_lines(found, names, log.day(as_of), settings.language(log.store, lang), own_name()):
                say(line)


def list_(as_of: AsOf = None, db: Db = None, lang: Lang = None, json: Json = False, csv: Csv = False) -> None:
    """The collaborations there are."""
    from dataclasses import asdict

    from hecht.app import settings
    from hecht.text.collaboration import short_lines

    with opened(db) as log:
        found = log.collaborations.every(as_of)
        if not written("collaborations", [asdict(one) for one in found], json=json, csv=csv):
            for line in short_lines(found, settings.language(log.store, lang), own_name()):
                say(line)


def show(name: Which, as_of: AsOf = None, db: Db = None, lang: Lang = None, json: Json = False) -> None:
    """One collaboration: parties, who takes part, and what is seen, told or not visible of the contact between them."""
    from hecht.app import settings
    from hecht.text.collaboration import view_lines, view_row
    from hecht.text.collaboration_ahead import moment_lines, moment_row

    with opened(db) as log:
        view = log.collaborations.show(name, as_of)
        coming = log.collaborations.ahead(view.id, as_of)
        spoken = settings.language(log.store, lang)
        if not written("collaboration", [view_row(view) | {"next": moment_row(coming, spoken)}], json=json, csv=False):
            for line in (*view_lines(view, spoken), "", *moment_lines(coming, spoken)):
                say(line)


def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name that propose shows, or a new one.")],
    with_: Annotated[
        list[str] | None, typer.Option("--with", metavar="PERSON", help="Somebody who takes part; as often as needed.")
    ] = None,
    since: From = None,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Begin a collaboration: a name is enough when hecht proposes it, else name people of the other organisations."""
    from hecht.app import settings
    from hecht.text.collaboration import started_lines

    with opened(db) as log:
        made = log.collaborations.add(name, with_ or (), since, as_of)
        view = log.collaborations.show(f"{made.id:016x}", as_of)
        for line in started_lines(view, settings.language(log.store, lang), own_name()):
            say(line)


def rename(
    name: Which, new: Annotated[str, typer.Argument(help="The new name.")] = "", since: From = None, db: Db = None
) -> None:
    """Give a collaboration another name, or say with --from on which day it began."""
    with opened(db) as log:
        say(log.collaborations.rename(name, new, since).name)


def party(  # noqa: PLR0917 - typer passes options by name
    name: Which,
    organisation: Organisation,
    role: Annotated[
        str | None,
        typer.Option(
            "--role", help="partner, supplier, funder, client, regulator, adviser, knowledge, users or other."
        ),
    ] = None,
    motive: Annotated[
        str | None,
        typer.Option(
            "--motive",
            help="too_small, knowledge, means, continuity, learning, another_world, one_counter or other.",
        ),
    ] = None,
    brings: Annotated[str | None, typer.Option("--brings", help="What it brings.")] = None,
    yields: Annotated[str | None, typer.Option("--yields", help="What it must bring this party.")] = None,
    remove: Remove = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Add a party, or say what its role is, why it takes part, what it brings and what it must get out of it."""
    from hecht.app import settings
    from hecht.text.collaboration import view_lines

    with opened(db) as log:
        made = log.collaborations.party(
            name, organisation, role=role, motive=motive, brings=brings, yields=yields, remove=remove
        )
        for line in view_lines(log.collaborations.show(f"{made.id:016x}"), settings.language(log.store, lang)):
            say(line)


def delegate(  # noqa: PLR0917 - typer passes options by name
    name: Which,
    person: Whom,
    organisation: Annotated[str, typer.Option("--party", help="For which party (default: where they work).")] = "",
    mandate: Annotated[str | None, typer.Option("--mandate", help="What they may decide.")] = None,
    since: From = None,
    until: Until = None,
    remove: Remove = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Say who takes part for a party, with what mandate, from and until when."""
    from hecht.app import settings
    from hecht.text.collaboration import view_lines

    with opened(db) as log:
        made = log.collaborations.delegate(
            name, person, organisation=organisation, mandate=mandate, since=since, until=until, remove=remove
        )
        for line in view_lines(log.collaborations.show(f"{made.id:016x}"), settings.language(log.store, lang)):
            say(line)


def why(
    name: Which,
    why: Annotated[str | None, typer.Option("--why", help="Why we do this.")] = None,
    for_whom: Annotated[str | None, typer.Option("--for-whom", help="For whom.")] = None,
    how: Annotated[str | None, typer.Option("--how", help="How we go about it.")] = None,
    success: Annotated[str | None, typer.Option("--success", help="How we will know in a year.")] = None,
    look_back: Annotated[
        str | None, typer.Option("--look-back", metavar="DATE", help="When to look back (default: in a year).")
    ] = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """The five questions of a start, with what was answered so far; what it must bring each party is said with party."""
    from hecht.app import settings
    from hecht.text.collaboration import why_lines

    with opened(db) as log:
        for question, text in (("why", why), ("for_whom", for_whom), ("how", how), ("success", success)):
            if text is not None:
                log.collaborations.why(name, question, text, look_back)
        for line in why_lines(log.collaborations.show(name), settings.language(log.store, lang)):
            say(line)


def belongs(  # noqa: PLR0917 - typer passes options by name
    name: Which,
    value: Annotated[str, typer.Argument(help="With --in or --out: the key, the words or the name.")] = "",
    inside: Annotated[What | None, typer.Option("--in", help="This belongs: item, thread, title or person.")] = None,
    outside: Annotated[What | None, typer.Option("--out", help="This does not: item, thread, title or person.")] = None,
    most: Annotated[int, typer.Option("--most", min=0, help="Rows on screen (0: all).")] = 30,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Which mails, meetings and calls belong to a collaboration, and why; and putting that right."""
    from hecht.app import settings
    from hecht.text.collaboration_kept import belonging_lines, belonging_rows

    if bool(value) != bool(inside or outside) or (inside and outside):
        raise typer.BadParameter("--in or --out with what it is about", param_hint="VALUE")
    with opened(db) as log:
        chosen = inside or outside
        if chosen:
            log.collaborations.belongs(name, chosen, value, inside=bool(inside))
        view = log.collaborations.show(name, as_of)
        if not written("collaboration_belongs", belonging_rows(view), json=json, csv=csv):
            for line in belonging_lines(view, most, settings.language(log.store, lang), own_name()):
                say(line)


def milestone(  # noqa: PLR0917 - typer passes options by name
    name: Which,
    title: Annotated[str, typer.Argument(help="What it is called; without it they are shown.")] = "",
    day: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day.")] = None,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            help="start, vision, intent, covenant, cost_decision, permit, election, budget, reorganisation or other.",
        ),
    ] = "other",
    agree: Annotated[
        list[str] | None, typer.Option("--agree", metavar="PERSON", help="Who has to agree (default: everybody).")
    ] = None,
    remove: Annotated[str | None, typer.Option("--remove", metavar="ID", help="Take one out, by its id.")] = None,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """The moments of a collaboration, stated or read from titles, and the next difficult one with what can still be done."""
    from hecht.app import settings
    from hecht.text.collaboration_ahead import milestone_lines, milestone_rows

    if bool(title) != bool(day):
        raise typer.BadParameter("a title and --on DATE", param_hint="TITLE")
    with opened(db) as log:
        if title and day:
            log.collaborations.milestone(name, title, day, kind, agree or ())
        if remove:
            log.collaborations.no_milestone(name, remove, as_of)
        view = log.collaborations.ahead(name, as_of)
        if not written("collaboration_milestones", milestone_rows(view), json=json, csv=csv):
            for line in milestone_lines(view, settings.language(log.store, lang)):
                say(line)


def share(
    name: Which,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write it to this file.")] = None,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """What you can tell the others: the days on which you had contact with each of them. Shown first, written with --out."""
    from hecht.app import settings
    from hecht.text.collaboration_kept import share_lines

    with opened(db) as log:
        shared = log.collaborations.share(name, out, as_of)
        rows = [{"person": one.id, "name": one.name, "days": list(days)} for one, days in shared.pairs]
        if not written("collaboration_share", rows, json=json, csv=False):
            for line in share_lines(shared, out, settings.language(log.store, lang), own_name()):
                say(line)


def history(name: Which, db: Db = None, lang: Lang = None, json: Json = False, csv: Csv = False) -> None:
    """Everything that was ever stated of a collaboration, the last first: when, by whom, and whether it was taken back."""
    from hecht.app import settings
    from hecht.app.people import people
    from hecht.text.collaboration_kept import version_lines, version_rows

    with opened(db) as log:
        found = log.collaborations.history(name)
        if not written("collaboration_history", version_rows(found), json=json, csv=csv):
            some = {one.person for one in found if one.person}
            names = {one.id: one.name for one in people(log.store, sorted(some)).values()} if some else {}
            for line in version_lines(found, names, settings.language(log.store, lang)):
                say(line)


def undo(
    name: Which,
    moment: Annotated[
        int | None, typer.Argument(metavar="[MOMENT]", help="Which, as history shows; else the last.")
    ] = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Take back what was stated last of a collaboration, or at one moment; what held before holds again."""
    from hecht.app import settings
    from hecht.text.collaboration_kept import version_lines

    with opened(db) as log:
        taken = log.collaborations.undo(name, moment)
        spoken = settings.language(log.store, lang)
        say("Teruggenomen:" if spoken == "nl" else "Taken back:")
        for line in version_lines(taken, {}, spoken):
            say(f"  {line}")
