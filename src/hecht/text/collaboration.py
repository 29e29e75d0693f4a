"""Collaborations in words: what is proposed, who takes part, what is seen between the parties, and what belongs."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from hecht.core.collaboration.belonging import Basis
from hecht.core.collaboration.seen import ENOUGH, How
from hecht.core.days import to_date
from hecht.text.measures import capital, first_name, listed, month, number, on_day, some
from hecht.text.moves import through

if TYPE_CHECKING:
    from hecht.app.collaboration.view import CollaborationView, Member, Short
    from hecht.core.collaboration.parties import Party, Proposal
    from hecht.core.collaboration.seen import Cell

ROLES = {
    "nl": {
        "partner": "partner", "supplier": "leverancier", "funder": "financier", "client": "opdrachtgever", "regulator": "toezichthouder",
        "adviser": "adviseur", "knowledge": "kennispartij", "users": "voor wie het gebeurt", "other": "anders",
    },
    "en": {
        "partner": "partner", "supplier": "supplier", "funder": "funder", "client": "client", "regulator": "regulator",
        "adviser": "adviser", "knowledge": "knowledge partner", "users": "for whom it is done", "other": "other",
    },
}  # fmt: skip
MOTIVES = {
    "nl": {
        "too_small": "alleen te klein", "knowledge": "kennis", "means": "middelen", "continuity": "continuïteit", "learning": "leren van elkaar",
        "another_world": "een andere wereld leren kennen", "one_counter": "één loket voor de inwoner", "other": "anders",
    },
    "en": {
        "too_small": "too small alone", "knowledge": "knowledge", "means": "means", "continuity": "continuity", "learning": "learning from each other",
        "another_world": "getting to know another world", "one_counter": "one counter for the citizen", "other": "other",
    },
}  # fmt: skip
QUESTIONS = {
    "nl": {
        "why": "Waarom doen we dit?", "for_whom": "Voor wie?", "bring": "Wat moet het elke partij opleveren?",
        "how": "Hoe pakken we het aan?", "success": "Waaraan merken we over een jaar dat het gelukt is?",
    },
    "en": {
        "why": "Why do we do this?", "for_whom": "For whom?", "bring": "What must it bring each party?",
        "how": "How do we go about it?", "success": "How will we know in a year that it worked?",
    },
}  # fmt: skip
BASIS = {
    "nl": {Basis.STATED: "door jou gezegd", Basis.TITLE: "om de titel", Basis.PEOPLE: "om wie erbij waren"},
    "en": {Basis.STATED: "stated by you", Basis.TITLE: "by its title", Basis.PEOPLE: "by who were there"},
}


def proposal_rows(found: Sequence["Proposal"]) -> list[dict[str, Any]]:
    """Give what is proposed as rows."""
    return [
        {
            "id": one.id,
            "name": one.name,
            "title": one.title,
            "organisations": list(one.organisations),
            "people": list(one.people),
            "meetings": one.meetings,
            "first": to_date(one.first).isoformat(),
            "last": to_date(one.last).isoformat(),
        }
        for one in found
    ]


def proposal_lines(
    found: Sequence["Proposal"], names: dict[int, str], as_of: int, lang: str, command: str
) -> Iterator[str]:
    """Give what is proposed in lines, each with what it rests on."""
    nl = lang == "nl"
    if not found:
        yield (
            "Er is geen overleg van meer organisaties te zien dat terugkomt. Begin er zelf een:"
            if nl
            else "No meeting of several organisations is seen that recurs. Begin one yourself:"
        )
        yield f"  {command} collaboration add {'NAAM --with MENS' if nl else 'NAME --with PERSON'}"
        return
    for one in found:
        since = month(one.first, as_of, lang)
        yield (
            f"{one.name}: {some(one.meetings, 'overleg', 'keer overleg')} van {number(len(one.organisations), lang)} organisaties, sinds {since}"
            if nl
            else f"{one.name}: {some(one.meetings, 'meeting', 'meetings')} of {number(len(one.organisations), lang)} organisations, since {since}"
        )
        yield f"  {', '.join(one.organisations)}"
        yield f"  {', '.join(names.get(person, '') for person in one.people)}"
    yield ""
    yield f"{'Beginnen' if nl else 'Begin'}: {command} collaboration add {quoted(found[0].name)}"


def quoted(name: str) -> str:
    """Give a name as one types it in a command."""
    return f'"{name}"' if " " in name else name


def short_lines(found: Sequence["Short"], lang: str, command: str) -> Iterator[str]:
    """Give the collaborations there are, a line each."""
    nl = lang == "nl"
    if not found:
        yield (
            "Er is nog geen samenwerking. Kijk wat hecht ziet:"
            if nl
            else "There is no collaboration yet. See what hecht sees:"
        )
        yield f"  {command} collaboration propose"
    for one in found:
        people = some(one.people, "deelnemer", "deelnemers") if nl else some(one.people, "participant", "participants")
        yield f"{one.name}: {', '.join(one.parties)} ({people})"


def cell_rows(cells: Sequence["Cell"]) -> list[dict[str, Any]]:
    """Give the cells of the matrix as rows."""
    return [
        {
            "a": cell.a,
            "b": cell.b,
            "how": str(cell.how),
            "days": cell.days,
            "informal": cell.informal,
            "last": None if cell.last is None else to_date(cell.last).isoformat(),
            "glimpsed": cell.glimpsed,
        }
        for cell in cells
    ]


def cell_line(cell: "Cell", as_of: int, lang: str, *, to_others: bool = False) -> str:
    """Say what is known of the contact between two parties; `to_others` says it to others than the owner of the log."""
    nl, head = lang == "nl", f"{cell.a} – {cell.b}: "
    if cell.how is How.NOT_VISIBLE:
        glimpsed = some(cell.glimpsed, "keer", "keer") if nl else some(cell.glimpsed, "time", "times")
        text = "niet te zien" if nl else "not visible"
        if cell.glimpsed and not to_others:
            text += (
                f" (wel {glimpsed} samen in iets waar jij ook in zat)"
                if nl
                else f" (but {glimpsed} together in something you were in too)"
            )
        return head + text
    days = (
        some(cell.days or 0, "contactdag", "contactdagen")
        if nl
        else some(cell.days or 0, "contact day", "contact days")
    )
    text = days
    if cell.informal:
        text += (
            f", waarvan {cell.informal} met ruimte voor elkaar"
            if nl
            else f", {cell.informal} of them with room for each other"
        )
    if cell.last is not None:
        text += (
            f"; het laatst op {on_day(cell.last, as_of, lang)}"
            if nl
            else f"; the last on {on_day(cell.last, as_of, lang)}"
        )
    if cell.how is How.REPORTED:
        text += " (zoals verteld)" if nl else " (as told)"
    return head + text


def visible_line(view: "CollaborationView", lang: str) -> str:
    """Say which part of the contact between the parties can be seen."""
    known = sum(cell.how is not How.NOT_VISIBLE for cell in view.cells)
    if lang == "nl":
        return f"Van {known} van de {len(view.cells)} lijnen tussen partijen is het contact te zien of verteld."
    return f"Of {known} of the {len(view.cells)} lines between parties the contact is seen or told."


_MOST_HIDDEN = 8
"""Lines of which nothing is seen that are named one by one; more of them, in a large partnership, are counted."""


def view_lines(view: "CollaborationView", lang: str) -> Iterator[str]:
    """Give one collaboration in lines."""
    nl, as_of = lang == "nl", view.as_of
    begun = "" if view.start is None else (" sinds " if nl else " since ") + _on(view.start, as_of, lang)
    yield f"{view.name}{begun}"
    for one in ("why", "for_whom", "how", "success"):
        if view.answers.get(one):
            yield f"  {QUESTIONS[lang][one]} {view.answers[one]}"
    if view.look_back:
        yield f"  {'Terugkijken op' if nl else 'Looking back on'} {_on(view.look_back, as_of, lang)}"
    for party in view.parties:
        yield ""
        yield f"{party.organisation}{_party(party, lang)}"
        yield from (f"  {_member(one, as_of, lang)}" for one in view.members if one.party == party.organisation)
    yield ""
    yield "Contact tussen de partijen, het laatste jaar" if nl else "Contact between the parties, the last year"
    hidden = [cell for cell in view.cells if cell.how is How.NOT_VISIBLE and not cell.glimpsed]
    left = hidden if len(hidden) > _MOST_HIDDEN else []
    yield from (f"  {cell_line(cell, as_of, lang)}" for cell in view.cells if cell not in left)
    if left:
        yield f"  {len(left)} andere lijnen: niet te zien" if nl else f"  {len(left)} other lines: not visible"
    yield f"  {visible_line(view, lang)}"
    yield f"  {bridge_line(view, lang)}"
    counted = {basis: sum(one.basis is basis for one in view.belongs) for basis in Basis}
    told = listed([f"{count} {BASIS[lang][basis]}" for basis, count in counted.items() if count], lang)
    total = (
        some(len(view.belongs), "contactmoment", "contactmomenten")
        if nl
        else some(len(view.belongs), "contact", "contacts")
    )
    yield ""
    yield (f"{total} horen erbij" if nl else f"{total} belong to it") + (f": {told}." if told else ".")
    yield capital(f"{through(view.seen_through, lang)}.")


def bridge_line(view: "CollaborationView", lang: str) -> str:
    """Say through whom alone a party has contact with the others, or that this cannot be said."""
    nl = lang == "nl"
    if view.bridges is None:
        return (
            "Of het contact van een partij door één mens loopt, is nog niet te zeggen: minder dan de helft is te zien."
            if nl
            else "Whether the contact of a party runs through one person cannot be said yet: less than half is seen."
        )
    if not view.bridges:
        return (
            "Geen partij hangt aan één mens, voor zover te zien."
            if nl
            else "No party hangs on one person, as far as seen."
        )
    some_ = [
        f"{first_name(view.people[one.person].name)} ({one.party})" for one in view.bridges if one.person in view.people
    ]
    if nl:
        return f"Voor zover te zien loopt het contact van een partij alleen door: {listed(some_, lang)}."
    return f"As far as seen, the contact of a party runs only through: {listed(some_, lang)}."


def _on(iso: str, as_of: int, lang: str) -> str:
    from datetime import date  # noqa: PLC0415 - only here

    return on_day(date.fromisoformat(iso).toordinal() - 719_163, as_of, lang)


def _party(party: "Party", lang: str) -> str:
    nl = lang == "nl"
    parts = [ROLES[lang].get(party.role, party.role)] if party.role else []
    parts += [("om: " if nl else "for: ") + MOTIVES[lang].get(party.motive, party.motive)] if party.motive else []
    parts += [("brengt: " if nl else "brings: ") + party.brings] if party.brings else []
    parts += [("moet opleveren: " if nl else "must bring: ") + party.yields] if party.yields else []
    return f" ({'; '.join(parts)})" if parts else ""


def _member(one: "Member", as_of: int, lang: str) -> str:
    nl = lang == "nl"
    text = one.name + ((" (jij)" if nl else " (you)") if one.you else "")
    text += f", {one.mandate}" if one.mandate else ""
    if one.since or one.until:
        text += f", {one.since or ''} – {one.until or ''}"
    if not one.now:
        text += " (niet meer)" if nl and one.until else " (not now)" if not nl else " (nu niet)"
    if one.days and one.last:
        days = some(one.days, "contactdag", "contactdagen") if nl else some(one.days, "contact day", "contact days")
        text += f": {days}, {'het laatst op' if nl else 'the last on'} {_on(one.last, as_of, lang)}"
    return text


def view_row(view: "CollaborationView") -> dict[str, Any]:
    """Give one collaboration as a row."""
    return {
        "id": view.id,
        "name": view.name,
        "start": view.start,
        "look_back": view.look_back,
        "answers": view.answers,
        "open": list(view.open),
        "parties": [party._asdict() for party in view.parties],
        "people": [
            {
                "person": one.person, "name": one.name, "party": one.party, "mandate": one.mandate, "since": one.since, "until": one.until,
                "now": one.now, "you": one.you, "days": one.days, "last": one.last,
            }
            for one in view.members
        ],
        "cells": cell_rows(view.cells),
        "visible": view.visible,
        "only_through": None
        if view.bridges is None or view.visible < ENOUGH
        else [{"person": one.person, "party": one.party} for one in view.bridges],
        "belongs": len(view.belongs),
        "seen_through": list(view.seen_through),
    }  # fmt: skip


def started_lines(view: "CollaborationView", lang: str, command: str) -> Iterator[str]:
    """Say that a collaboration was begun, with whom, and what can be told of it when a conversation yields it."""
    nl, name = lang == "nl", quoted(view.name)
    parties = some(len(view.parties), "partij", "partijen") if nl else some(len(view.parties), "party", "parties")
    people = (
        some(len(view.members), "deelnemer", "deelnemers")
        if nl
        else some(len(view.members), "participant", "participants")
    )
    yield f"{view.name}: {parties}, {people}, {len(view.belongs)} {'contactmomenten die erbij horen' if nl else 'contacts that belong to it'}."
    yield (
        f"Wat een gesprek oplevert kan erbij, wanneer het er is: {command} collaboration why {name}"
        if nl
        else f"What a conversation yields can be added when it is there: {command} collaboration why {name}"
    )


def why_lines(view: "CollaborationView", lang: str) -> Iterator[str]:
    """Give the five questions of the start with what was answered; each open one is one for a conversation."""
    nl = lang == "nl"
    for one, question in QUESTIONS[lang].items():
        yield question
        if one == "bring":
            told = [f"  {party.organisation}: {party.yields}" for party in view.parties if party.yields]
            yield from told or ["  –"]
        else:
            yield f"  {view.answers.get(one) or '–'}"
    if view.look_back:
        yield f"{'Terugkijken op' if nl else 'Looking back on'} {_on(view.look_back, view.as_of, lang)}."
