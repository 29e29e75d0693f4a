"""hecht exchange: what is open, questions put out, introductions asked first, and groups with the same problem."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hecht.cli.options import AsOf, Csv, Db, Json, Lang, Name, opened
from hecht.terminal import say, written

if TYPE_CHECKING:
    from hecht.app.groups import Group
    from hecht.app.library import Hecht

Number = Annotated[str, typer.Argument(metavar="ID", help="Its id, or the first characters of it.")]


class Noted(StrEnum):
    """What one notes by hand."""

    GAVE = "gave"
    GOT = "got"
    OWE = "owe"
    DUE = "due"


class YesNo(StrEnum):
    """An answer."""

    YES = "yes"
    NO = "no"


def open_(
    context: typer.Context, as_of: AsOf = None, db: Db = None, lang: Lang = None, json: Json = False, csv: Csv = False
) -> None:
    """What is open between you and others, your own side first."""
    if context.invoked_subcommand:
        return
    from hecht.app import ledger, settings
    from hecht.text.bridging import open_lines, open_rows

    with opened(db) as log:
        spoken, day = settings.language(log.store, lang), log.day(as_of)
        found = ledger.open_things(log.store, day)
        if not written("open", open_rows(found, spoken), json=json, csv=csv):
            for line in open_lines(found, day, spoken):
                say(line)


def note(
    what: Annotated[Noted, typer.Argument(help="gave, got, owe (you promised) or due (promised to you).")],
    name: Name,
    text: Annotated[str, typer.Argument(help="What it was.")],
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Note what was given, got or promised where no file can show it."""
    from hecht.app import ledger, settings

    with opened(db) as log:
        found = ledger.note(log.store, str(what), name, text, log.day())
        nl = settings.language(log.store, lang) == "nl"
        say(f"Genoteerd bij {found.name}." if nl else f"Noted with {found.name}.")


def settle(number: Number, db: Db = None, lang: Lang = None) -> None:
    """Say that something promised was done."""
    from hecht.app import ledger, settings

    with opened(db) as log:
        text = ledger.settle(log.store, number, log.day())
        say(f"{'Gedaan' if settings.language(log.store, lang) == 'nl' else 'Done'}: {text}")


def discreet(
    name: Name, answer: Annotated[YesNo, typer.Argument(help="no keeps somebody out.")], db: Db = None
) -> None:
    """Say whether somebody is one to think along with about a half-baked plan."""
    from hecht.app import exchange

    with opened(db) as log:
        exchange.set_discreet(log.store, name, yes=answer is YesNo.YES)


def out(
    number: Number,
    through: Annotated[
        list[str] | None, typer.Option("--through", metavar="NAME", help="Through whom; repeat it, three at most.")
    ] = None,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Put an ask out through up to three people: a message for each, recorded so that answers are seen."""
    from hecht.app import bridging, exchange, settings
    from hecht.app.people import find, people
    from hecht.app.preferences import preferences, voices
    from hecht.text.bridging import out_draft

    with opened(db) as log:
        spoken, day = settings.language(log.store, lang), log.day(as_of)
        wish = exchange.wish(log.store, number, asked=True)
        if through:
            everyone = people(log.store, as_of=day)
            chosen = [bridging.Bridge(find(everyone, name), "") for name in through]
        else:
            chosen = bridging.bridges(log.answer(wish, as_of))
        bridging.put_out(log.store, number, chosen, day)
        sounds = voices(log.store, day, [one.person.id for one in chosen], preferences(log.store))
        for one in chosen:
            say(one.person.name)
            say(f"  {out_draft(wish, one, sounds[one.person.id], spoken)}")


def replies(number: Number, as_of: AsOf = None, db: Db = None, lang: Lang = None) -> None:
    """What came back after an ask was put out, as far as mail shows."""
    from hecht.app import bridging, exchange, settings
    from hecht.text.bridging import reply_lines

    with opened(db) as log:
        spoken, day = settings.language(log.store, lang), log.day(as_of)
        found = bridging.replies(log.store, exchange.wish(log.store, number, asked=True), day)
        for line in reply_lines(found, day, spoken):
            say(line)


def introduce(
    a: Annotated[str, typer.Argument(metavar="A", help="(Part of) a name, or an address.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other.")],
    gains_a: Annotated[str, typer.Option("--gains-a", metavar="TEXT", help="What A gains by it.")] = "",
    gains_b: Annotated[str, typer.Option("--gains-b", metavar="TEXT", help="What B gains by it.")] = "",
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Begin an introduction: a message to each apart, without the other's name; nothing joint before both say yes."""
    from hecht.app import bridging, settings

    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        found = bridging.begin(log.store, a, b, gains_a, gains_b, log.day())
        _introduction(log, found.id, spoken)


def introduced(
    number: Annotated[str, typer.Argument(metavar="[ID]", help="Its id; without it, all are listed.")] = "",
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Who of the two answered.")] = "",
    answer: Annotated[YesNo | None, typer.Argument(metavar="[yes|no]", help="What they said.")] = None,
    sent: Annotated[bool, typer.Option("--sent", help="The joint message went.")] = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Where introductions stand; note what one said, or that the joint message went."""
    from hecht.app import bridging, settings

    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        if number and name and answer:
            bridging.answered(log.store, number, name, yes=answer is YesNo.YES)
        elif number and sent:
            bridging.sent(log.store, number, log.day())
        for one in bridging.introductions(log.store):
            if not number or one.id.startswith(number.lower()):
                _introduction(log, one.id, spoken)


def _introduction(log: "Hecht", number: str, lang: str) -> None:
    from hecht.app import bridging
    from hecht.app.people import people
    from hecht.app.preferences import preferences, voices
    from hecht.core.exchange.introduction import Step
    from hecht.text.bridging import asked_draft, introduction_line, joint_draft

    day = log.day()
    one = bridging.introduction(log.store, number)
    named = people(log.store, [one.a, one.b], day)
    a, b = named[one.a], named[one.b]
    say(introduction_line(one, a, b, bridging.came_of(log.store, one, day), day, lang))
    if one.step is Step.ASKING:
        sounds = voices(log.store, day, [one.a, one.b], preferences(log.store))
        for asked, other, said in ((a, b, one.a_said), (b, a, one.b_said)):
            if said is None:
                say(f"  {asked.name}: {asked_draft(one, asked, other, sounds[asked.id], lang)}")
    if one.step is Step.READY:
        say(f"  {joint_draft(one, a, b, lang)}")


def group(
    title: Annotated[str, typer.Argument(metavar="TITLE|ID", help="A title begins one; an id shows one.")] = "",
    peers: Annotated[
        list[str] | None, typer.Option("--with", metavar="NAME", help="Who has the same problem; repeat it.")
    ] = None,
    third: Annotated[
        list[str] | None, typer.Option("--third", metavar="NAME", help="A supplier or engineer; repeat it.")
    ] = None,
    convener: Annotated[str, typer.Option("--convener", metavar="NAME", help="Who invites (you).")] = "",
    ask: Annotated[str, typer.Option("--ask", metavar="ID", help="The ask it came from.")] = "",
    day: Annotated[str | None, typer.Option("--day", metavar="DATE", help="The day of the gathering.")] = None,
    interest: Annotated[
        str, typer.Option("--interest", metavar="TEXT", help="The common interest it brought out.")
    ] = "",
    *,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """A group with the same problem: who invites, who comes, the day, the inventory, and when to look back."""
    from hecht.app import groups, settings
    from hecht.app.preferences import preferences, voices
    from hecht.core.exchange.groups import Part
    from hecht.text.bridging import group_lines, invitation

    with opened(db) as log:
        spoken, today = settings.language(log.store, lang), log.day()
        when = None if day is None else log.day(day)
        if peers:
            one = groups.begin(log.store, title, peers=peers, third=third or (), convener=convener, ask=ask, day=when)
        elif title and (interest or when is not None):
            one = groups.change(log.store, title, day=when, interest=interest or None)
        elif title:
            one = groups.group(log.store, title)
        else:
            for held in groups.groups(log.store):
                for line in group_lines(held, today, spoken):
                    say(line)
            return
        for line in group_lines(one, today, spoken):
            say(line)
        if peers:
            invited = [*one.of(Part.PEER), *one.of(Part.THIRD)]
            sounds = voices(log.store, today, [person.id for person in invited], preferences(log.store))
            for person in invited:
                say(f"  {person.name}: {invitation(one, person, sounds[person.id], today, spoken)}")


def collaborate(
    number: Number,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Turn a group into a collaboration: its people, their organisations, and the common interest as ambition."""
    from hecht.app import settings
    from hecht.app.collaboration.grouped import become
    from hecht.text.bridging import became_line

    with opened(db) as log:
        say(became_line(become(log.store, number, log.day(as_of)), settings.language(log.store, lang)))


def inventory(
    number: Number,
    form: Annotated[Path | None, typer.Option("--form", metavar="FILE", help="Write a form: .html or .csv.")] = None,
    read: Annotated[
        list[Path] | None, typer.Option("--read", metavar="FILE", help="Read rows that came back; repeat it.")
    ] = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """The inventory of a group: one table of how it stands, what was tried, what is needed; filled by file."""
    from hecht.app import groups, settings
    from hecht.text import bridging as words
    from hecht.text.output import as_csv

    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        nl = spoken == "nl"
        for path in read or ():
            count = groups.read_inventory(log.store, number, groups.inventory_text(path))
            say(f"{count} {'rijen gelezen' if nl else 'rows read'}: {path.name}")
        one = groups.group(log.store, number)
        if form:
            text = words.form(one, spoken) if form.suffix.lower() in (".html", ".htm") else as_csv([_empty(one)])
            form.write_text(text, encoding="utf-8")
            say(f"{'Geschreven' if nl else 'Written'}: {form}")
        elif not written("inventory", [dict(row) for row in words.inventory_rows(one)], json=json, csv=csv):
            for line in words.group_lines(one, log.day(), spoken):
                say(line)


def _empty(_: "Group") -> dict[str, str]:
    from hecht.core.exchange.groups import COLUMNS

    return dict.fromkeys(COLUMNS, "")


def share(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A .json or .csv file to give to others.")],
    db: Db = None,
    lang: Lang = None,
) -> None:
    """Write what others may see of what you seek and bring: nothing private, no thinking along, nothing of anybody else."""
    from hecht.app import exchange, settings
    from hecht.text.exchange import shared_rows
    from hecht.text.output import as_csv, as_json

    with opened(db) as log:
        rows = shared_rows(exchange.shared(log.store, log.day()))
        path.write_text(as_csv(rows) if path.suffix.lower() == ".csv" else as_json("shared", rows), encoding="utf-8")
        nl = settings.language(log.store, lang) == "nl"
        say(f"{len(rows)} {'geschreven' if nl else 'written'}: {path}")


def topics(
    name: Name, as_of: AsOf = None, db: Db = None, lang: Lang = None, json: Json = False, csv: Csv = False
) -> None:
    """What titles shared with somebody or an organisation were about: words with counts and the last time."""
    from hecht.app import matters, settings
    from hecht.text.exchange import topic_line, topic_rows

    with opened(db) as log:
        spoken, day = settings.language(log.store, lang), log.day(as_of)
        found = matters.topics_of(log.store, name, day)
        if not written("topics", topic_rows(found), json=json, csv=csv):
            for one in found:
                say(topic_line(one, day, spoken))


def silent(
    path: Annotated[str, typer.Argument(metavar="PATH|all", help="An imported path, as hecht sources shows it.")],
    answer: Annotated[YesNo, typer.Argument(help="yes: its titles give no topics; no: they do again.")],
    db: Db = None,
) -> None:
    """Let the titles of a source, or all, give no topics."""
    from hecht.app import matters, topics_kept

    with opened(db) as log:
        if path == "all":
            topics_kept.keep(log.store, on=answer is YesNo.NO)
        else:
            matters.silence(log.store, path, on=answer is YesNo.YES)
