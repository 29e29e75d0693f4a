"""What was stated of a collaboration in words: ambition, interests, words, forms, agreements and effects."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from hecht.core.days import to_date
from hecht.text.measures import listed, on_day, some

if TYPE_CHECKING:
    from hecht.app.collaboration.weighing import Weighed
    from hecht.core.collaboration.agreements import Agreement, Effect
    from hecht.core.collaboration.interests import Interest, TwoLevels
    from hecht.core.collaboration.words import Term

FORMS = {
    "nl": {
        "transactional": "transactioneel: ieder levert iets, en het wordt er beter van",
        "functional": "functioneel: samen doen wat ieder anders alleen zou doen",
        "exploratory": "verkennend: van elkaar leren om iets nieuws te vinden",
        "entrepreneurial": "ondernemend: samen iets nieuws beginnen, met gedeeld risico",
    },
    "en": {
        "transactional": "transactional: each delivers something, and it gets better",
        "functional": "functional: doing together what each would do alone",
        "exploratory": "exploratory: learning from each other to find something new",
        "entrepreneurial": "entrepreneurial: beginning something new together, with shared risk",
    },
}
NEEDS = {
    "nl": {
        "what_for_what": "wat tegenover wat staat", "quality_and_price": "kwaliteit en prijs", "how_long": "hoe lang het loopt",
        "who_steers": "wie stuurt", "service_levels": "wat iedereen van de dienst mag verwachten", "way_out": "hoe je eruit kunt",
        "who_brings_what": "wie wat inbrengt", "what_is_shared": "wat gedeeld wordt en wat niet", "when_to_stop": "wanneer je stopt of doorgaat",
        "risk_and_return": "hoe risico en opbrengst verdeeld zijn", "who_decides": "wie beslist", "ownership": "van wie het resultaat is",
    },
    "en": {
        "what_for_what": "what is given for what", "quality_and_price": "quality and price", "how_long": "how long it runs",
        "who_steers": "who steers", "service_levels": "what everybody may expect of the service", "way_out": "how one can leave",
        "who_brings_what": "who brings what", "what_is_shared": "what is shared and what is not", "when_to_stop": "when to stop or go on",
        "risk_and_return": "how risk and return are shared", "who_decides": "who decides", "ownership": "whose the result is",
    },
}  # fmt: skip
LEVELS = {
    "nl": {"individual": "van een mens", "organisational": "van de organisatie", "collective": "van allemaal"},
    "en": {"individual": "of a person", "organisational": "of the organisation", "collective": "of all"},
}
ROWS = {
    "nl": {"network": "belang van het netwerk", "own": "eigen belang", "gives": "geeft op", "gets": "krijgt terug"},
    "en": {"network": "interest of the network", "own": "own interest", "gives": "gives up", "gets": "gets for it"},
}


def interest_lines(found: "Weighed", lang: str, *, private: bool = True) -> Iterator[str]:
    """Give ambition, interests and the two-level table; conflicts of loyalty only in what is `private`."""
    nl = lang == "nl"
    yield f"{'Ambitie' if nl else 'Ambition'}: {found.ambition.text or '–'}"
    for one in found.ambition.recognised:
        mark = (
            ""
            if one.mark is None
            else (f" (herkent zich: {one.mark} van de 10)" if nl else f" (recognises itself: {one.mark} of 10)")
        )
        yield f"  {one.party}: {'“' + one.words + '”' if one.words else ''}{mark}"
    yield ""
    yield "Belangen" if nl else "Interests"
    yield from (f"  {_interest(one, found, lang)}" for one in found.interests)
    for row in found.two_levels:
        yield from _two_levels(row, lang, private=private)


def _interest(one: "Interest", found: "Weighed", lang: str) -> str:
    person = found.people.get(one.person) if one.person else None
    whose = person.name if person else one.party or LEVELS[lang]["collective"]
    served = "" if one.served is None else (f" ({one.served} van de 10)" if lang == "nl" else f" ({one.served} of 10)")
    return f"{whose} ({LEVELS[lang][one.level]}): {one.text}{served}"


def _two_levels(row: "TwoLevels", lang: str, *, private: bool) -> Iterator[str]:
    told = {"network": row.network, "own": row.own, "gives": row.gives, "gets": row.gets}
    if any(told.values()) or (private and row.conflicts):
        yield ""
        yield row.party
        yield from (f"  {ROWS[lang][name]}: {text}" for name, text in told.items() if text)
        if private:
            head = "twee petten (alleen voor jou)" if lang == "nl" else "two loyalties (for you alone)"
            yield from (f"  {head}: {text}" for text in row.conflicts)


def interest_row(found: "Weighed") -> dict[str, Any]:
    """Give ambition, interests and the two-level table as a row."""
    return {
        "ambition": found.ambition.text,
        "recognised": [one._asdict() for one in found.ambition.recognised],
        "unsaid": list(found.ambition.unsaid),
        "interests": [one._asdict() for one in found.interests],
        "two_levels": [row._asdict() for row in found.two_levels],
    }


def term_lines(terms: Sequence["Term"], lang: str) -> Iterator[str]:
    """Give the word list, with who did not say yet: each is one question, "wat versta jij onder ...?"."""
    nl = lang == "nl"
    for one in terms:
        mark = (" (verschillend gebruikt?)" if nl else " (used differently?)") if one.differs else ""
        yield f"{one.term}{mark}"
        yield from (f"  {meaning.party}: {meaning.text}" for meaning in one.meanings)
        if one.unsaid:
            who = listed(list(one.unsaid), lang)
            yield (
                f"  Wat versta jij onder ‘{one.term}’? (nog vragen aan: {who})"
                if nl
                else f"  What do you understand by ‘{one.term}’? (to ask: {who})"
            )


def term_rows(terms: Sequence["Term"]) -> list[dict[str, Any]]:
    """Give the word list as rows."""
    return [
        {
            "term": one.term,
            "differs": one.differs,
            "meanings": [meaning._asdict() for meaning in one.meanings],
            "unsaid": list(one.unsaid),
        }
        for one in terms
    ]


def form_lines(found: "Weighed", lang: str) -> Iterator[str]:
    """Give how each party sees the form, whether that differs, and what the forms that were named ask to be agreed on."""
    nl, pictures = lang == "nl", found.pictures
    for party in found.of.parties:
        form = pictures.by_party.get(party.organisation)
        yield f"{party.organisation}: {FORMS[lang][form] if form else '–'}"
    if pictures.differ:
        yield (
            "De beelden verschillen: stof voor een gesprek."
            if nl
            else "The pictures differ: matter for a conversation."
        )
    if pictures.needs:
        yield (
            ("Af te spreken: " if nl else "To agree on: ") + "; ".join(NEEDS[lang][one] for one in pictures.needs) + "."
        )


def form_row(found: "Weighed") -> dict[str, Any]:
    """Give the forms as a row."""
    pictures = found.pictures
    return {"forms": pictures.by_party, "differ": pictures.differ, "most": pictures.most, "needs": list(pictures.needs)}


def agreement_lines(found: "Weighed", lang: str) -> Iterator[str]:
    """Give what was agreed, with the contact among those who must deliver beside it."""
    for one in found.agreements:
        yield agreement_line(one, found, lang)
        beside = beside_line(one, found, lang)
        if beside:
            yield f"  {beside}"


def agreement_line(one: "Agreement", found: "Weighed", lang: str) -> str:
    """Say one agreement: what, who, by when, and whether it is done."""
    nl = lang == "nl"
    names = listed([found.people[person].name for person in one.people if person in found.people], lang)
    parts = [names] if names else []
    if one.done is not None:
        parts.append(("gedaan op " if nl else "done on ") + on_day(one.done, found.as_of, lang))
    elif one.by is not None:
        parts.append(("vóór " if nl else "by ") + on_day(one.by, found.as_of, lang))
    return f"{one.what}{' (' + '; '.join(parts) + ')' if parts else ''}  {one.slot[:6]}"


def beside_line(one: "Agreement", found: "Weighed", lang: str) -> str:
    """Say the contact among those who must deliver what was agreed; nothing where it does not show, or it is done."""
    days, last = found.beside(one)
    nl = lang == "nl"
    if days is None or one.done is not None:
        return ""
    if last is None:
        return (
            "tussen hen was er de laatste drie maanden geen contact te zien"
            if nl
            else "no contact among them was to be seen in the last three months"
        )
    day = on_day(last, found.as_of, lang)
    if nl:
        return f"onderling contact in de laatste drie maanden: {some(days, 'dag', 'dagen')}, het laatst op {day}"
    return f"contact among them in the last three months: {some(days, 'day', 'days')}, the last on {day}"


def agreement_rows(found: "Weighed") -> list[dict[str, Any]]:
    """Give what was agreed as rows."""
    rows = []
    for one in found.agreements:
        days, last = found.beside(one)
        rows.append(
            {
                "id": one.slot,
                "what": one.what,
                "people": [found.people[person].name for person in one.people if person in found.people],
                "by": None if one.by is None else to_date(one.by).isoformat(),
                "done": None if one.done is None else to_date(one.done).isoformat(),
                "late_days": one.open_for(found.as_of),
                "contact_days": days,
                "last_contact": None if last is None else to_date(last).isoformat(),
            }
        )
    return rows


def effect_lines(effects: Sequence["Effect"], as_of: int, lang: str) -> Iterator[str]:
    """Give the effects: where each began, where it should go, and what was seen of it."""
    nl = lang == "nl"
    for one in effects:
        figures = [
            f"{'van' if nl else 'from'} {_number(one.baseline, lang)}" if one.baseline is not None else "",
            f"{'naar' if nl else 'to'} {_number(one.target, lang)}" if one.target is not None else "",
            one.unit,
        ]
        told = " ".join(part for part in figures if part)
        measure = f", {one.measure}" if one.measure else ""
        yield f"{one.what}{measure}{' (' + told + ')' if told else ''}  {one.slot[:6]}"
        for seen in one.observed:
            number = "" if seen.number is None else f"{_number(seen.number, lang)} {one.unit}".strip()
            yield f"  {on_day(seen.day, as_of, lang)}: {', '.join(part for part in (number, seen.text) if part)}"


def _number(value: float, lang: str) -> str:
    text = f"{value:g}"
    return text.replace(".", ",") if lang == "nl" else text


def effect_rows(effects: Sequence["Effect"]) -> list[dict[str, Any]]:
    """Give the effects as rows; `way` is how far the last number is from baseline to target."""
    return [
        {
            "id": one.slot,
            "what": one.what,
            "kind": one.kind,
            "measure": one.measure,
            "unit": one.unit,
            "baseline": one.baseline,
            "target": one.target,
            "way": None if one.way is None else round(one.way, 3),
            "observed": [
                {"day": to_date(seen.day).isoformat(), "text": seen.text, "number": seen.number}
                for seen in one.observed
            ],
        }
        for one in effects
    ]
