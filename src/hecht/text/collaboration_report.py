"""A report of a collaboration on two pages that print well: only what its author chose to share, as HTML without anything from elsewhere."""

import re
from collections.abc import Collection, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from hecht.core.days import to_date
from hecht.text.collaboration import QUESTIONS, ROLES, cell_line
from hecht.text.collaboration_ahead import KINDS
from hecht.text.collaboration_balance import SCENARIOS, scenario_line
from hecht.text.collaboration_content import agreement_line, effect_lines, form_lines, interest_lines, term_lines
from hecht.text.collaboration_rests import condition_lines, planned_lines
from hecht.text.measures import on_day

if TYPE_CHECKING:
    from hecht.app.collaboration.weighing import Weighed

SECTIONS = (
    "why",
    "parties",
    "milestones",
    "ambition",
    "words",
    "forms",
    "agreements",
    "effects",
    "contact",
    "balance",
    "conditions",
    "programme",
)
OPEN = ("why", "parties", "milestones", "ambition", "words", "forms", "agreements", "effects")
"""What is in a report when nothing else is chosen; contact, balance, conditions and programme are the author's alone until chosen."""
MOST = 12
"""Lines of one section that are printed; how many more there are is said."""
_TITLES = {
    "nl": {
        "why": "Waarvoor", "parties": "Wie", "milestones": "Momenten", "ambition": "Ambitie en belangen", "words": "Woordenlijst",
        "forms": "Samenwerkingsvorm", "agreements": "Afspraken", "effects": "Effecten", "contact": "Contact tussen de partijen",
        "balance": "Inhoud en relatie", "conditions": "Waar het op rust", "programme": "Relatieprogramma",
    },
    "en": {
        "why": "What for", "parties": "Who", "milestones": "Milestones", "ambition": "Ambition and interests", "words": "Word list",
        "forms": "Form of collaboration", "agreements": "Agreements", "effects": "Effects", "contact": "Contact between the parties",
        "balance": "Content and relation", "conditions": "What it rests on", "programme": "Relationship programme",
    },
}  # fmt: skip
_STYLE = """
@page { size: A4; margin: 16mm 18mm }
body { font: 10pt/1.4 Georgia, 'Times New Roman', serif; color: #222; max-width: 174mm; margin: 8mm auto }
h1 { font-size: 18pt; margin: 0 0 1mm } h2 { font-size: 11.5pt; margin: 4mm 0 1mm; break-after: avoid }
p, ul { margin: 0 0 1mm } ul { padding-left: 5mm } li { break-inside: avoid } .quiet { color: #555; font-size: 9pt } .in { list-style: none }
main { columns: 2; column-gap: 9mm } section { break-inside: avoid-column }
@media (max-width: 700px) { main { columns: 1 } body { margin: 4mm } } @media print { body { margin: 0 } }
"""


def report(found: "Weighed", sections: Collection[str], lang: str, private: Collection[int] = ()) -> str:
    """Give the report as one HTML page that prints on two sheets.

    Args:
        found: the collaboration on a day.
        sections: which parts the author chose to share; conflicts of loyalty are in none of them.
        lang: nl or en.
        private: people of the private sphere; what names them is left out, in whichever part it stands.
    """
    body = "".join(_section(one, found, lang, private) for one in SECTIONS if one in sections)
    day = on_day(found.as_of, 0, lang)
    foot = (
        f"Gemaakt op {day}. Wat hier over contact staat, is zoals het in één log te zien was."
        if lang == "nl"
        else f"Made on {day}. What it says of contact is as it was seen in one log."
    )
    name = escape(found.of.name)
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{name}</title>'
        '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<style>{_STYLE}</style></head>\n<body><h1>{name}</h1>\n<main>{body}</main>\n"
        f'<p class="quiet">{escape(foot)}</p></body></html>\n'
    )


def _section(name: str, found: "Weighed", lang: str, private: Collection[int]) -> str:
    told = _without(_lines(name, found, lang, private), _names(found, private), whole=name == "parties")
    lines = [line for line in told if line.strip()]
    if not lines:
        return ""
    more = len(lines) - MOST
    rest = (
        f'<p class="quiet">{"en nog" if lang == "nl" else "and"} {more}{"" if lang == "nl" else " more"}</p>'
        if more > 0
        else ""
    )
    marks = ((' class="in"' if line.startswith(" ") else "", escape(line.strip())) for line in lines[:MOST])
    items = "".join(f"<li{mark}>{text}</li>" for mark, text in marks)
    return f"<section><h2>{_TITLES[lang][name]}</h2><ul>{items}</ul>{rest}</section>\n"


def _lines(name: str, found: "Weighed", lang: str, private: Collection[int]) -> Iterator[str]:  # noqa: C901, PLR0912 - a section a case
    match name:
        case "why":
            for question, text in QUESTIONS[lang].items():
                if found.of.answer(question):
                    yield f"{text} {found.of.answer(question)}"
        case "parties":
            yield from _parties(found, lang, private)
        case "milestones":
            for one in found.milestones:
                yield f"{to_date(one.day).isoformat()}  {KINDS[lang][one.kind]}: {one.title}"
        case "ambition":
            yield from interest_lines(found, lang, private=False)
        case "words":
            yield from term_lines([one for one in found.terms if one.meanings], lang)
        case "forms":
            if found.pictures.by_party:
                yield from form_lines(found, lang)
        case "agreements":
            for agreed in found.agreements:
                yield agreement_line(agreed, found, lang).rsplit("  ", 1)[0]
        case "effects":
            for line in effect_lines(found.effects, found.as_of, lang):
                yield line if line.startswith(" ") else line.rsplit("  ", 1)[0]
        case "contact":
            yield from (cell_line(cell, found.as_of, lang, to_others=True) for cell in found.cells)
        case "balance":
            yield f"{SCENARIOS[lang][found.balance.scenario]}. {scenario_line(found, lang)}"
        case "conditions":
            yield from list(condition_lines(found, lang))[1:]
        case "programme":
            yield from planned_lines(found, lang)


def _parties(found: "Weighed", lang: str, private: Collection[int]) -> Iterator[str]:
    for party in found.of.parties:
        names = [
            found.people[person].name
            for person, name in found.party.items()
            if name == party.organisation and person in found.people and person not in private
        ]
        role = f" ({ROLES[lang].get(party.role, party.role)})" if party.role else ""
        text = f": {', '.join(sorted(names))}" if names else ""
        brings = f"; {'moet opleveren' if lang == 'nl' else 'must bring'}: {party.yields}" if party.yields else ""
        yield f"{party.organisation}{role}{text}{brings}"


def _names(found: "Weighed", private: Collection[int]) -> Sequence[str]:
    return [found.people[one].name for one in private if one in found.people]


def _without(lines: Iterator[str], names: Sequence[str], *, whole: bool) -> Iterator[str]:
    """Leave out the lines that name somebody of the private sphere, by first name too unless only whole names count."""
    parts = [part for name in names for part in ((name,) if whole else (name, name.split()[0])) if part]
    named = re.compile("|".join(rf"\b{re.escape(part)}\b" for part in parts)) if parts else None
    yield from (line for line in lines if named is None or not named.search(line))
