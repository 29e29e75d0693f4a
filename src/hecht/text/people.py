"""Who is who in words: proposals with their reasons, what was decided, and where somebody worked."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from hecht.text.measures import capital, listed, month, number, some, span

if TYPE_CHECKING:
    from hecht.app.people import Person
    from hecht.app.person import Job
    from hecht.app.proposals import ProposalRow, Side
    from hecht.app.who import Decided
    from hecht.core.proposals import Reason

_CERTAIN = {
    "nl": {
        "almost": "vrijwel zeker één persoon",
        "likely": "waarschijnlijk één persoon",
        "perhaps": "misschien één persoon",
    },
    "en": {"almost": "almost certainly one person", "likely": "probably one person", "perhaps": "perhaps one person"},
}
_PLAIN = {
    "nl": {
        "initials": "dezelfde achternaam en voorletter",
        "nickname": "een andere vorm van dezelfde voornaam",
        "shortened": "een kortere vorm van dezelfde voornaam",
        "fewer_names": "dezelfde naam, met een voornaam meer",
        "slip": "bijna dezelfde naam",
        "surname_added": "dezelfde naam, met een achternaam meer",
        "followed": "het ene adres raakte in gebruik toen het andere stil werd",
        "no_shared_contacts": "geen contacten gemeen",
        "met": "ze waren samen in een overleg of gesprek",
    },
    "en": {
        "initials": "the same surname and initial",
        "nickname": "another form of the same first name",
        "shortened": "a shorter form of the same first name",
        "fewer_names": "the same name, with one first name more",
        "slip": "nearly the same name",
        "surname_added": "the same name, with one surname more",
        "followed": "one address came into use as the other fell silent",
        "no_shared_contacts": "no contacts in common",
        "met": "they were in a meeting or talk together",
    },
}
_DECIDED = {
    "nl": {
        "merge": "{} zijn één persoon",
        "split": "{} hoort er niet bij",
        "apart": "{} zijn twee mensen",
        "organisation": "{} werkt bij {}",
        "sphere": "{} hoort bij {}",
        "me": "{} is van jou",
        "not_me": "{} is niet van jou",
    },
    "en": {
        "merge": "{} are one person",
        "split": "{} is somebody else",
        "apart": "{} are two people",
        "organisation": "{} works at {}",
        "sphere": "{} belongs to {}",
        "me": "{} is yours",
        "not_me": "{} is not yours",
    },
}
_KINDS = {"linkedin": "LinkedIn", "whatsapp": "WhatsApp"}
SPHERES = {
    "nl": {"work": "je werk", "private": "je privéleven"},
    "en": {"work": "your work", "private": "your private life"},
}


def proposal_rows(found: Sequence["ProposalRow"], lang: str) -> list[dict[str, Any]]:
    """Give proposals as rows, with the reasons in words and as data."""
    return [
        {
            "id": row.id,
            "certainty": row.certainty,
            **{
                f"{mark}_{key}": value
                for mark, side in (("a", row.a), ("b", row.b))
                for key, value in _cells(side).items()
            },
            "reason": reason(row, lang),
            "caution": row.caution,
            "own": row.own,
            "reasons": [one._asdict() for one in row.reasons],
        }
        for row in found
    ]


def _cells(side: "Side") -> dict[str, Any]:
    return {
        "person": side.person,
        "name": side.name,
        "organisation": side.organisation,
        "identifiers": side.identifiers,
        "first": side.first,
        "last": side.last,
    }


def certainty(row: "ProposalRow", lang: str) -> str:
    """Say how sure it is that two are one person."""
    return _CERTAIN[lang][row.certainty]


def reason(row: "ProposalRow", lang: str) -> str:
    """Say why two may be one person, what speaks against it, and where to be careful."""
    for_it = [_said(one, row, lang) for one in row.reasons if not one.against]
    against = [_said(one, row, lang) for one in row.reasons if one.against and one.kind != "unanswered"]
    text = capital("; ".join(for_it)) + "."
    if against:
        text += (" Daartegenover: " if lang == "nl" else " On the other hand: ") + "; ".join(against) + "."
    for one in row.reasons:
        if one.kind == "unanswered":
            address = _plain(one.said[0])
            text += (
                f" Van {address} kwamen alleen berichten binnen; kijk of je het adres kent."
                if lang == "nl"
                else f" Messages only came in from {address}; see whether you know the address."
            )
    return text


def _said(one: "Reason", row: "ProposalRow", lang: str) -> str:
    nl = lang == "nl"
    if one.kind in _PLAIN[lang]:
        return _PLAIN[lang][one.kind]
    if one.kind == "same_name":
        same = row.a.name.casefold() == row.b.name.casefold()
        return ("dezelfde naam" if nl else "the same name") + (
            "" if same else ", anders geschreven" if nl else ", written otherwise"
        )
    if one.kind == "same_organisation":
        place = row.a.organisation if row.a.organisation == row.b.organisation else one.said[0]
        return f"allebei bij {place}" if nl else f"both at {place}"
    if one.kind == "shared_number":
        return f"{_plain(one.said[0])} staat bij allebei" if nl else f"{_plain(one.said[0])} is on cards of both"
    if one.kind == "same_address_name":
        return f"‘{one.said[0]}’ voor het apenstaartje" if nl else f"“{one.said[0]}” before the @"
    return _counted(one, lang)


def _counted(one: "Reason", lang: str) -> str:
    nl = lang == "nl"
    if one.kind == "shared_contacts":
        people = number(one.number, lang)
        if nl:
            return f"{'één contact' if one.number == 1 else f'{people} contacten'} gemeen"
        return f"{'one contact' if one.number == 1 else f'{people} contacts'} in common"
    if one.kind == "side_by_side":
        time = span(one.number, lang)
        return (
            f"beide adressen waren {time} naast elkaar in gebruik"
            if nl
            else f"both addresses were in use side by side for {time}"
        )
    if one.number == 1:  # namesakes
        return "naar schatting heet hier nog iemand zo" if nl else "about one more person here may be called so"
    count = number(one.number, lang)
    return (
        f"naar schatting heten hier nog {count} mensen zo" if nl else f"about {count} more people here may be called so"
    )


def proposal_lines(
    found: Sequence["ProposalRow"], lang: str, *, page: int, most: int, command: str = "hecht"
) -> Iterator[str]:
    """Give one page of proposals in lines: both sides with their addresses, why, and what to type."""
    nl = lang == "nl"
    if not found:
        yield (
            "Geen voorstellen: hecht ziet niemand die misschien twee keer in het log staat."
            if nl
            else "No proposals: hecht sees nobody who may be in the log twice."
        )
        return
    start = (page - 1) * most
    shown = found[start : start + most] if most else found
    for row in shown:
        yield ""
        yours = (" (misschien ben jij het)" if nl else " (this may be you)") if row.own else ""
        yield f"{row.id[:8]}  {certainty(row, lang)}{yours}"
        for side in (row.a, row.b):
            yield f"  {side.name}" + (f" ({side.organisation})" if side.organisation else "") + _years(side)
            yield "    " + ", ".join(map(_plain, side.identifiers))
        yield f"  {reason(row, lang)}"
    yield ""
    if not shown:
        count = some(len(found), "voorstel", "voorstellen") if nl else some(len(found), "proposal", "proposals")
        one = len(found) == 1
        yield f"Er {'is' if one else 'zijn'} {count}." if nl else f"There {'is' if one else 'are'} {count}."
        return
    first = shown[0].id[:8]
    yield (
        f"Eén persoon: {command} people merge {first}   Twee mensen: {command} people apart {first}"
        if nl
        else (f"One person: {command} people merge {first}   Two people: {command} people apart {first}")
    )
    last = start + len(shown)
    if len(shown) < len(found):
        these = f"{start + 1}–{last}" if len(shown) > 1 else f"{last}"
        counted = f"{these} van de {len(found)} voorstellen" if nl else f"{these} of {len(found)} proposals"
        more = f"; verder: --page {page + 1}" if nl else f"; go on with: --page {page + 1}"
        yield counted + (more if last < len(found) else "") + "."


def _years(side: "Side") -> str:
    if side.first is None or side.last is None:
        return ""
    first, last = side.first[:7], side.last[:7]
    return f", {first}" if first == last else f", {first} – {last}"


def merged_line(person: "Person", lang: str) -> str:
    """Say who somebody is after a merge."""
    addresses = listed([_plain(text) for text in person.identifiers], lang)
    return (
        f"{person.name} is nu één persoon, met {addresses}."
        if lang == "nl"
        else f"{person.name} is one person now, with {addresses}."
    )


def apart_line(one: "Person", other: "Person", lang: str) -> str:
    """Say that two people are two."""
    pair = [f"{who.name} <{_plain(who.identifiers[0])}>" for who in (one, other)]
    return (
        f"{listed(pair, lang)} zijn twee mensen; hecht stelt dit niet meer voor."
        if lang == "nl"
        else f"{listed(pair, lang)} are two people; hecht will not propose this again."
    )


def organisation_line(person: "Person", organisation: str, since: str | None, until: str | None, lang: str) -> str:
    """Say where somebody works, as the user stated."""
    nl = lang == "nl"
    where = (
        (f"bij {organisation}" if nl else f"at {organisation}") if organisation else ("nergens" if nl else "nowhere")
    )
    return f"{person.name}: {where}{_between(since, until, lang)}."


def _between(since: str | None, until: str | None, lang: str) -> str:
    nl = lang == "nl"
    return (f", {'vanaf' if nl else 'from'} {since}" if since else "") + (
        f", {'tot en met' if nl else 'until'} {until}" if until else ""
    )


def sphere_line(person: "Person", sphere: str, lang: str) -> str:
    """Say to which sphere somebody belongs."""
    kept = ""
    if sphere == "private":
        kept = (
            " en komt niet in wat je met anderen deelt" if lang == "nl" else " and is in nothing you share with others"
        )
    verb = "hoort bij" if lang == "nl" else "belongs to"
    return f"{person.name} {verb} {SPHERES[lang][sphere]}{kept}."


def own_line(addresses: Sequence[str], lang: str) -> str:
    """Say which addresses are the user's own."""
    shown = listed([_plain(text) for text in addresses], lang)
    return f"Van jou: {shown}." if lang == "nl" else f"Yours: {shown}."


def undone_line(decided: "Decided", lang: str) -> str:
    """Say what was undone."""
    return f"{'Teruggedraaid' if lang == 'nl' else 'Taken back'}: {_decision(decided, lang)}."


def decided_lines(found: Sequence["Decided"], lang: str) -> Iterator[str]:
    """Say what was decided about who is who, the last first."""
    if not found:
        yield "Nog niets gezegd over wie wie is." if lang == "nl" else "Nothing said yet about who is who."
    for one in found:
        gone = (" (teruggedraaid)" if lang == "nl" else " (taken back)") if one.undone else ""
        yield f"{one.id[:8]}  {one.day}  {_decision(one, lang)}{gone}"


def _decision(one: "Decided", lang: str) -> str:
    people = [_plain(text) for text in one.people]
    who = listed(people[:1] if one.kind == "split" else people, lang)
    value = SPHERES[lang].get(one.value, one.value) if one.kind == "sphere" else one.value
    if one.kind == "organisation" and not value:
        return f"{who}: {'geen organisatie' if lang == 'nl' else 'no organisation'}" + _between(
            one.since, one.until, lang
        )
    return _DECIDED[lang][one.kind].format(who, value) + _between(one.since, one.until, lang)


def job_lines(jobs: Sequence["Job"], now: str, as_of: int, lang: str) -> Iterator[str]:
    """Say where somebody works now and worked before, when there is more than one organisation to tell of."""
    if len(jobs) < 2:  # noqa: PLR2004
        return
    nl = lang == "nl"
    present = max((job for job in jobs if job.organisation == now), key=lambda job: job.since or "", default=None)
    if present:
        seen = (
            "" if present.stated or not present.since else " voor zover hecht ziet" if nl else " as far as hecht sees"
        )
        since = f",{seen} {'sinds' if nl else 'since'} {_month(present.since, as_of, lang)}" if present.since else ""
        yield f"  {'nu bij' if nl else 'now at'} {now}{since}"
    for job in reversed(jobs):
        if job is present:
            continue
        if job.since is None and not job.stated:
            yield f"  {'op een kaart staat' if nl else 'a card says'} {job.organisation}"
        else:
            until = f" ({'tot' if nl else 'until'} {_month(job.until, as_of, lang)})" if job.until else ""
            earlier = not present or (job.until or "9") < (present.since or "")
            where = ("eerder bij" if nl else "before at") if earlier else ("ook bij" if nl else "also at")
            yield f"  {where} {job.organisation}{until}"


def _month(day: str, as_of: int, lang: str) -> str:
    return month((date.fromisoformat(day) - date(1970, 1, 1)).days, as_of, lang)


def _plain(identifier: str) -> str:
    """Give an identifier as people know it: an address or number, or an account with where it is."""
    kind, _, rest = identifier.partition(":")
    if kind in ("mailto", "tel", "id") or not rest:
        return rest or identifier
    return f"{rest} ({_KINDS.get(kind, kind.capitalize())})"
