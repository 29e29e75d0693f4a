"""The report on an organisation in words: its sentences, labels and numbers, in Dutch and English."""

import math
from datetime import date
from typing import TYPE_CHECKING

from hecht.core.network.closed import FEW
from hecht.core.network.groups import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from hecht.app.organisation import Analysed
    from hecht.app.organisation_rows import Coverage, OrganisationReport
    from hecht.core.network.groups import Change

WORDS = {
    "nl": {
        "title": "De organisatie van {first} tot {as_of}",
        "seen": "Eerst: wat hier te zien is, en wat niet",
        "glance": "Wat opvalt",
        "groups": "Binnen en tussen afdelingen",
        "matrix": "Wie met wie",
        "roles": "Verbinders",
        "load": "Waar veel op rust, en tijd in vergaderingen",
        "amounts": "Inhoud en relatie",
        "people": "Mensen bij naam",
        "how": "Hoe dit is gerekend",
        "group": "groep", "n": "mensen", "contacts": "contacten", "outside": "contact buiten de eigen groep", "expected": "tegenover wat je zou verwachten",
        "index": "binnen ← → buiten", "change": "verandering", "hours": "uur per week", "busiest": "bij de {least} drukste",
        "row": "van", "other": "met",
        "who": "wie", "why": "waarom", "broker": "schakel tussen groepen", "loaded": "er rust veel op",
        "task": "inhoud", "relation": "relatie", "small": "(kleine groepen)",
        "closed": "erg op zichzelf", "none": "–",
    },
    "en": {
        "title": "The organisation from {first} to {as_of}",
        "seen": "First: what can be seen here, and what cannot",
        "glance": "What stands out",
        "groups": "Within and between departments",
        "matrix": "Who with whom",
        "roles": "Brokers",
        "load": "Where much rests, and time in meetings",
        "amounts": "Task and relation",
        "people": "People by name",
        "how": "How this was worked out",
        "group": "group", "n": "people", "contacts": "contacts", "outside": "contact outside their own group", "expected": "beside the expected",
        "index": "inside ← → outside", "change": "change", "hours": "hours a week", "busiest": "with the busiest {least}",
        "row": "of", "other": "with",
        "who": "who", "why": "why", "broker": "link between groups", "loaded": "much rests on them",
        "task": "task", "relation": "relation", "small": "(small groups)",
        "closed": "keeps to itself", "none": "–",
    },
}  # fmt: skip
ROLE_NAMES = {
    "nl": ("binnen eigen huis", "tussenpersoon bij een ander", "poortwachter (naar binnen)", "woordvoerder (naar buiten)", "schakel tussen twee anderen"),
    "en": ("within their own", "go-between for another", "gatekeeper (inward)", "representative (outward)", "link between two others"),
}  # fmt: skip
_CHANNELS = {
    "nl": {"mail": "mail", "meeting": "agenda", "call": "telefoon", "chat": "chat", "visit": "bezoeken"},
    "en": {"mail": "mail", "meeting": "calendar", "call": "telephone", "chat": "chat", "visit": "visits"},
}
_MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


def number(value: float, lang: str, digits: int = 0) -> str:
    """Write a number as the language does; a dash for what is not known."""
    if math.isnan(value):
        return WORDS[lang]["none"]
    text = f"{value:,.{digits}f}"
    return text.translate(str.maketrans(",.", ".,")) if lang == "nl" else text


def percent(value: float, lang: str) -> str:
    """Write a share as a percentage."""
    return f"{number(100 * value, lang)}{chr(0xA0) if lang == 'nl' else ''}%"


def day(iso: str, lang: str) -> str:
    """Write a date in full."""
    when = date.fromisoformat(iso)
    return f"{when.day} {_MONTHS[lang][when.month - 1]} {when.year}"


def named(name: str, lang: str) -> str:
    """Give the name of a group; that of small groups together in the language."""
    return WORDS[lang]["small"] if name == SMALL else name


def moved(one: "Change | None", lang: str, digits: int = 1) -> str:
    """Write a change with its interval; plain words when the interval holds 0."""
    if one is None:
        return WORDS[lang]["none"]
    span = f"{_signed(one.low, lang, digits)} {'tot' if lang == 'nl' else 'to'} {_signed(one.high, lang, digits)}"
    if one.low <= 0 <= one.high:
        return ("geen duidelijke" if lang == "nl" else "none clear") + f" ({span})"
    return f"{_signed(one.change, lang, digits)} ({span})"


def _signed(value: float, lang: str, digits: int) -> str:
    text = number(abs(value), lang, digits)
    return text if float(f"{abs(value):.{digits}f}") == 0 else ("+" if value > 0 else "−") + text


def analysed_line(found: "Analysed", out: "Path", lang: str) -> str:
    """Say what an analysis holds, and what to do next."""
    people, ties = number(found.people, lang), number(found.ties, lang)
    if lang == "nl":
        kept = f", {found.kept} waren er al" if found.kept else ""
        done = f"{people} mensen en {ties} contacten op {day(found.as_of, lang)}; {found.made} maanden gerekend{kept}."
        return f"{done} Nu: hecht organisation report {out} --people LIJST"
    kept = f", {found.kept} were there" if found.kept else ""
    done = f"{people} people and {ties} ties on {day(found.as_of, lang)}; {found.made} months worked out{kept}."
    return f"{done} Now: hecht organisation report {out} --people LIST"


def seen_lines(found: "OrganisationReport", lang: str) -> list[str]:
    """Say what the report rests on and what it does not see, before any figure."""
    seen = found.coverage
    channels = " · ".join(_CHANNELS[lang].get(one, one) for one in seen.channels)
    rows, wrong, here, listed = (
        number(n, lang) for n in (seen.rows, seen.unreadable, seen.people_in_log, seen.people_on_list)
    )
    lines = (
        _seen_dutch(found, channels, rows, wrong, here, listed)
        if lang == "nl"
        else _seen_english(found, channels, rows, wrong, here, listed)
    )
    return lines + _gaps(seen, found.least, lang)


def _seen_dutch(found: "OrganisationReport", channels: str, rows: str, wrong: str, here: str, listed: str) -> list[str]:
    seen = found.coverage
    return [
        f"Gezien door: {channels}. Wat op de gang, aan de telefoon of in een ander programma gebeurt, staat hier niet in.",
        f"{rows} regels, van {day(seen.first, 'nl')} tot en met {day(seen.as_of, 'nl')}; {wrong} waren niet te lezen.",
        f"{here} adressen in het log; ten minste {listed} mensen op de lijst. De cijfers gaan over de {number(seen.people_shown, 'nl')} mensen die bij een groep van ten minste {found.least} horen.",
        f"{percent(seen.beyond, 'nl')} van hun contact is met mensen buiten de lijst en telt in de cijfers niet mee.",
        "Mail aan meer dan vijf en vergaderingen van meer dan acht mensen zijn geen contact tussen twee mensen.",
        "Cijfers laten zien waar contact loopt, niet hoe goed iemand werkt. Gebruik ze niet om mensen te beoordelen.",
    ]


def _seen_english(
    found: "OrganisationReport", channels: str, rows: str, wrong: str, here: str, listed: str
) -> list[str]:
    seen = found.coverage
    return [
        f"Seen through: {channels}. What happens in the corridor, by telephone or in another program is not in here.",
        f"{rows} rows, from {day(seen.first, 'en')} up to {day(seen.as_of, 'en')}; {wrong} could not be read.",
        f"{here} addresses in the log; at least {listed} people on the list. The figures are of the {number(seen.people_shown, 'en')} people in a group of at least {found.least}.",
        f"{percent(seen.beyond, 'en')} of their contact is with people who are not on the list, and counts in no figure.",
        "Mail to more than five people and meetings of more than eight are no contact between two people.",
        "Figures show where contact runs, not how well anybody works. Do not judge people by them.",
    ]


def _gaps(seen: "Coverage", least: int, lang: str) -> list[str]:
    """Say what is missing: people without contact, months without anything, no quarter before, people counted as they were."""
    dutch, lines = lang == "nl", []
    if seen.people_unseen:
        some = number(seen.people_unseen, lang)
        lines.append(
            f"Van {some} mensen op de lijst is geen contact te zien; zij tellen mee met nul."
            if dutch
            else f"Of {some} people on the list no contact can be seen; they count as nought."
        )
    if seen.empty_months:
        months = ", ".join(seen.empty_months)
        lines.append(
            f"Uit deze maanden is er niets: {months}. Wat daarna komt, oogt daardoor rustiger."
            if dutch
            else f"There is nothing of these months: {months}. What follows looks quieter for it."
        )
    if seen.before is None:
        lines.append(
            "Het log is te kort om met een kwartaal eerder te vergelijken."
            if dutch
            else "The log is too short to compare with a quarter earlier."
        )
    if seen.kept:
        lines.append(
            f"Sinds een eerder rapport wisselden hier en daar minder dan {least} mensen van groep; zij zijn geteld waar ze stonden, zodat niemand uit het verschil is af te leiden."
            if dutch
            else f"Since an earlier report fewer than {least} people changed groups here and there; they are counted where they were, so that nobody can be told from the difference."
        )
    return lines


def glance_lines(found: "OrganisationReport", lang: str) -> list[str]:
    """Say how much contact crosses borders, and when no group keeps to itself, or that it cannot be told."""
    dutch = lang == "nl"
    lines = [
        f"{percent(found.all_outside, lang)} van het contact gaat over de grens van een groep."
        if dutch
        else f"{percent(found.all_outside, lang)} of contact crosses the border of a group."
    ]
    if len(found.groups) < FEW:
        lines.append(
            f"Onder de {FEW} groepen is niet te zeggen wat voor een groep gewoon is, en dus ook niet welke erg op zichzelf is."
            if dutch
            else f"Below {FEW} groups there is no telling what is usual for one, nor which keeps to itself."
        )
    elif not any(row.closed for row in found.groups):
        lines.append(
            "Geen groep heeft opvallend weinig contact met de andere."
            if dutch
            else "No group has strikingly little contact with the others."
        )
    return lines


def how_lines(found: "OrganisationReport", lang: str) -> list[str]:
    """Say how the figures were made and how people are kept out of sight."""
    if lang == "nl":
        return [
            "Contact: dagen met contact, waarvan het gewicht elke 90 dagen halveert (chat: 14 dagen). De verandering is tegenover een kwartaal eerder, voor dezelfde mensen.",
            "Binnen ← → buiten is de E-I-index van Krackhardt en Stern: −1 is alle contacten binnen, 1 alle buiten de eigen groep. De streep is het interval van 95 %, door mensen te hertrekken.",
            "Verwacht: contact buiten gedeeld door contact binnen, tegenover groepen van die grootte. Erg op zichzelf is een groep met hoogstens de helft daarvan, die ook zonder de drukste tien procent ver van de andere afligt; onder acht groepen wordt het niet gezegd.",
            "Een schakel heeft in een andere groep met ten minste drie mensen contact, zeker vijf keer zoveel als in de eigen groep gewoon is, en daar een flink deel van het eigen contact. Wie door het werk overal contact heeft, is er geen.",
            "Veel rust op wie minstens twee keer zoveel contact heeft als gewoon is in de eigen groep, en voor de meeste van die mensen een van de belangrijkste contacten is; of voor drie van de tien, terwijl er meer binnenkomt dan uitgaat.",
            "Een verbinder staat tussen twee mensen die elkaar niet kennen (Gould en Fernandez); per rol het gemiddelde aantal paren per persoon.",
            f"Geen cijfer gaat over minder dan {found.least} mensen, ook niet als je twee rapporten over deze analyse van elkaar aftrekt. Dat geldt niet voor namen: die staan er alleen als erom is gevraagd, met het doel erbij.",
        ]
    return [
        "Contact: days with contact, whose weight halves every 90 days (chat: 14 days). Change is against a quarter earlier, of the same people.",
        "Inside ← → outside is the E-I index of Krackhardt and Stern: −1 is every tie inside, 1 every tie outside the own group. The bar is the 95% interval, from drawing people again.",
        "Expected: contact outside divided by contact inside, beside groups of that size. A group keeps to itself when it has half of that at most, and lies far from the others without its busiest tenth too; below eight groups it is not said.",
        "A link has contact with at least three people of another group, surely five times what is usual in the own group, and a good part of their own contact there. Who has contact everywhere by their work is none.",
        "Much rests on who has at least twice the contact that is usual in their group, and is a main contact of most of those people; or of three in ten, while more comes in than goes out.",
        "A broker stands between two people who do not know each other (Gould and Fernandez); by role the mean number of pairs a person.",
        f"No figure is of fewer than {found.least} people, not even when two reports on this analysis are subtracted. That does not hold for names: they are here only when asked for, with the purpose.",
    ]
