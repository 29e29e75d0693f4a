"""hecht collaboration, what a conversation yields: ambition, interests, words, forms, agreements and effects."""

from enum import StrEnum
from typing import Annotated

import typer

from hecht.cli.collaboration import Organisation, Which
from hecht.cli.options import AsOf, Csv, Db, Json, Lang, opened
from hecht.terminal import say, written

On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day (default: today).")]
Drop = Annotated[str | None, typer.Option("--remove", metavar="ID", help="Take one out, by its id or words.")]
Who = Annotated[list[str] | None, typer.Option("--who", metavar="PERSON", help="Who; as often as needed.")]
Of = Annotated[str, typer.Option("--party", metavar="PARTY", help="Of which party.")]


class Level(StrEnum):
    """Whose interest it is."""

    INDIVIDUAL = "individual"
    ORGANISATIONAL = "organisational"
    COLLECTIVE = "collective"


class Aim(StrEnum):
    """Improve or renew."""

    IMPROVE = "improve"
    RENEW = "renew"


class Way(StrEnum):
    """Exchange or share."""

    EXCHANGE = "exchange"
    SHARE = "share"


class Template(StrEnum):
    """Effects that have a name."""

    NEW_IDEAS = "new_ideas"
    TRUST_GROWN = "trust_grown"
    SERVICE_KEPT = "service_kept"
    MONEY = "money"


def ambition(
    name: Which,
    text: Annotated[str, typer.Argument(help="The shared ambition; without it, it is shown.")] = "",
    party: Of = "",
    words: Annotated[str, typer.Option("--words", help="The ambition in the party's own words.")] = "",
    mark: Annotated[
        int | None, typer.Option("--mark", min=1, max=10, help="How far it recognises itself, 1-10.")
    ] = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """The shared ambition, and each party's own words with how far it recognises itself; with the interests."""
    from hecht.app import settings
    from hecht.text.collaboration_content import interest_lines, interest_row

    with opened(db) as log:
        if text:
            log.collaborations.ambition(name, text)
        if party:
            log.collaborations.recognises(name, party, words, mark)
        found = log.collaborations.weigh(name)
        if not written("collaboration_interests", [interest_row(found)], json=json, csv=False):
            for line in interest_lines(found, settings.language(log.store, lang)):
                say(line)


def interest(  # noqa: PLR0917 - typer passes options by name
    name: Which,
    text: Annotated[str, typer.Argument(help="The interest; without it they are shown.")] = "",
    party: Of = "",
    person: Annotated[str, typer.Option("--person", help="Whose it is, when it is somebody's own.")] = "",
    level: Annotated[
        Level, typer.Option("--level", help="individual, organisational or collective.")
    ] = Level.ORGANISATIONAL,
    served: Annotated[int | None, typer.Option("--served", min=1, max=10, help="How far it is served, 1-10.")] = None,
    remove: Drop = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """Interests of people, parties and all, with how far each is served; and the two-level table."""
    from hecht.app import settings
    from hecht.text.collaboration_content import interest_lines, interest_row

    with opened(db) as log:
        if text:
            log.collaborations.interest(name, text, level=level, party=party, person=person, served=served)
        if remove:
            log.collaborations.remove(name, "interest", remove)
        found = log.collaborations.weigh(name)
        if not written("collaboration_interests", [interest_row(found)], json=json, csv=False):
            for line in interest_lines(found, settings.language(log.store, lang)):
                say(line)


def levels(  # noqa: PLR0917 - typer passes options by name
    name: Which,
    organisation: Organisation,
    network: Annotated[str | None, typer.Option("--network", help="Its interest in the network.")] = None,
    own: Annotated[str | None, typer.Option("--own", help="Its own interest.")] = None,
    gives: Annotated[str | None, typer.Option("--gives", help="What autonomy it gives up.")] = None,
    gets: Annotated[str | None, typer.Option("--gets", help="What it gets for it.")] = None,
    conflict: Annotated[
        str, typer.Option("--conflict", help="A conflict of loyalty as you see it; it is never shared.")
    ] = "",
    db: Db = None,
    lang: Lang = None,
) -> None:
    """The two-level table: of a party its interest in the network and its own, what it gives up and what it gets."""
    from hecht.app import settings
    from hecht.text.collaboration_content import interest_lines

    with opened(db) as log:
        log.collaborations.two_levels(name, organisation, network=network, own=own, gives=gives, gets=gets)
        if conflict:
            log.collaborations.conflict(name, organisation, conflict)
        for line in interest_lines(log.collaborations.weigh(name), settings.language(log.store, lang)):
            say(line)


def word(  # noqa: PLR0917 - typer passes options by name
    name: Which,
    term: Annotated[str, typer.Argument(help="A term; without it the list is shown.")] = "",
    party: Of = "",
    meaning: Annotated[str, typer.Option("--meaning", help="What that party understands by it.")] = "",
    remove: Drop = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """The word list: terms with what each party understands by them; terms used differently come first."""
    from hecht.app import settings
    from hecht.text.collaboration_content import term_lines, term_rows

    if bool(party) != bool(meaning):
        raise typer.BadParameter("--party PARTY with --meaning TEXT", param_hint="--meaning")
    with opened(db) as log:
        if term:
            log.collaborations.word(name, term, party, meaning)
        if remove:
            log.collaborations.remove(name, "word", remove)
        found = log.collaborations.weigh(name)
        if not written("collaboration_words", term_rows(found.terms), json=json, csv=csv):
            for line in term_lines(found.terms, settings.language(log.store, lang)):
                say(line)


def form(
    name: Which,
    organisation: Annotated[str, typer.Argument(metavar="[PARTY]", help="A party; without it all are shown.")] = "",
    aim: Annotated[Aim | None, typer.Option("--aim", help="improve or renew.")] = None,
    way: Annotated[Way | None, typer.Option("--way", help="exchange or share.")] = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """How each party sees the collaboration: improve or renew, exchange or share; and what that asks to be agreed on."""
    from hecht.app import settings
    from hecht.text.collaboration_content import form_lines, form_row

    if bool(organisation) != bool(aim and way):
        raise typer.BadParameter("a party with --aim and --way", param_hint="PARTY")
    with opened(db) as log:
        if organisation and aim and way:
            log.collaborations.form(name, organisation, aim, way)
        found = log.collaborations.weigh(name)
        if not written("collaboration_forms", [form_row(found)], json=json, csv=False):
            for line in form_lines(found, settings.language(log.store, lang)):
                say(line)


def agreement(  # noqa: PLR0917 - typer passes options by name
    name: Which,
    what: Annotated[str, typer.Argument(help="What was agreed; without it they are shown.")] = "",
    by: Annotated[str | None, typer.Option("--by", metavar="DATE", help="By when.")] = None,
    who: Who = None,
    done: Annotated[str | None, typer.Option("--done", metavar="ID", help="This one is done.")] = None,
    on: On = None,
    remove: Drop = None,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """What was agreed: what, who, by when; with the contact among those who must deliver beside it."""
    from hecht.app import settings
    from hecht.text.collaboration_content import agreement_lines, agreement_rows

    with opened(db) as log:
        if what:
            log.collaborations.agreement(name, what, by, who or ())
        if done:
            log.collaborations.done(name, done, on)
        if remove:
            log.collaborations.remove(name, "agreement", remove)
        found = log.collaborations.weigh(name, as_of)
        if not written("collaboration_agreements", agreement_rows(found), json=json, csv=csv):
            for line in agreement_lines(found, settings.language(log.store, lang)):
                say(line)


def effect(  # noqa: PLR0917 - typer passes options by name
    name: Which,
    what: Annotated[str, typer.Argument(help="An effect to look for; without it they are shown.")] = "",
    template: Annotated[
        Template | None, typer.Option("--template", help="new_ideas, trust_grown, service_kept or money.")
    ] = None,
    measure: Annotated[str, typer.Option("--measure", help="How it is measured.")] = "",
    unit: Annotated[str, typer.Option("--unit", help="In what.")] = "",
    baseline: Annotated[float | None, typer.Option("--baseline", help="Where it begins.")] = None,
    target: Annotated[float | None, typer.Option("--target", help="Where it should go.")] = None,
    saw: Annotated[str | None, typer.Option("--saw", metavar="ID", help="You saw something of this one.")] = None,
    text: Annotated[str, typer.Option("--text", help="What you saw.")] = "",
    number: Annotated[float | None, typer.Option("--number", help="What was measured.")] = None,
    on: On = None,
    remove: Drop = None,
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Effects to look for, in words or numbers, with where they begin, where they should go, and what was seen of them."""
    from hecht.app import settings
    from hecht.text.collaboration_content import effect_lines, effect_rows

    with opened(db) as log:
        room = log.collaborations
        if what:
            kind = template or ""
            room.effect(name, what, template=kind, measure=measure, unit=unit, baseline=baseline, target=target)
        if saw:
            room.observe(name, saw, text, number, on)
        if remove:
            room.remove(name, "effect", remove)
        found = room.weigh(name, as_of)
        if not written("collaboration_effects", effect_rows(found.effects), json=json, csv=csv):
            for line in effect_lines(found.effects, found.as_of, settings.language(log.store, lang)):
                say(line)
