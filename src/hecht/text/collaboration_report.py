"""A report of a collaboration on two pages that print well: only what its author chose to share, as HTML without anything from elsewhere."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from hecht.core.collaboration.balance import Scenario
from hecht.text.collaboration import QUESTIONS, ROLES
from hecht.text.collaboration_balance import SCENARIOS, scenario_line
from hecht.text.collaboration_content import agreement_line, effect_lines, form_lines, interest_lines, term_lines
from hecht.text.collaboration_drawn import DRAWN, matrix, moments, months
from hecht.text.collaboration_rests import planned_lines, shown_line
from hecht.text.collaboration_words import CONDITIONS
from hecht.text.collaboration_words import QUESTIONS as FOR_AGENDA
from hecht.text.measures import capital, on_day, some

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
_HEADINGS = ("Belangen", "Interests")
"""Lines that only say what follows them."""
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
:root { --paper:#fbf8f3; --sheet:#fff; --ink:#25211c; --soft:#665a4e; --line:#e4dccf; --warm:#b3472a; --cool:#1d6670; --serif:'Iowan Old Style','Palatino Linotype',Palatino,'Noto Serif',Georgia,'Liberation Serif',serif }
* { box-sizing:border-box; print-color-adjust:exact; -webkit-print-color-adjust:exact } html { background:var(--paper); color:var(--ink) }
body { font:9.5pt/1.42 -apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif; max-width:186mm; margin:8mm auto; padding:10mm; background:var(--sheet); border:1px solid var(--line); border-radius:4mm }
h1,h2,.quote { font-family:var(--serif); font-weight:600; line-height:1.15; letter-spacing:-.01em } h1 { font-size:26pt; margin:0 } h2 { font-size:13pt; margin:0 0 1.6mm; break-after:avoid }
p,ul,dl { margin:0 0 1.2mm } ul { padding:0; list-style:none } li { padding:.5mm 0; break-inside:avoid } .in { padding-left:4mm; color:var(--soft) } .soft,footer { color:var(--soft); font-size:8.5pt }
header { border-bottom:1px solid var(--line); padding-bottom:4mm; margin-bottom:5mm } .quote { font-weight:500; font-size:15pt; line-height:1.3; margin:3mm 0 0; padding-left:4mm; border-left:1mm solid var(--warm); text-wrap:pretty }
section { margin:0 0 5.5mm } .two { display:grid; grid-template-columns:1fr 1fr; gap:0 9mm } dt { color:var(--soft); font-size:8.5pt } dd { margin:0 0 1.6mm }
table { border-collapse:collapse; width:100% } th { text-align:left; color:var(--soft); font-weight:600; font-size:8.5pt } .plain th,.plain td { padding:1mm 3mm 1mm 0; border-bottom:1px solid var(--line); vertical-align:top } tr { break-inside:avoid }
.five { display:grid; grid-template-columns:1fr 1fr; gap:3mm 6mm } .five > div { break-inside:avoid; border-top:.6mm solid var(--cool); padding-top:1.4mm } .five b { font-family:var(--serif); font-size:11pt }
.ask { font-family:var(--serif); font-style:italic; color:var(--warm) } .said { font-family:var(--serif); font-size:11.5pt; line-height:1.4; max-width:150mm } footer { border-top:1px solid var(--line); padding-top:2mm }
@media (max-width:700px) { body { margin:0; border:0; border-radius:0; padding:5mm } .two,.five { grid-template-columns:1fr } }
@media print { @page { size:A4; margin:13mm 14mm } html { background:#fff } body { margin:0; padding:0; border:0; max-width:none } }
"""


def report(found: "Weighed", sections: Collection[str], lang: str, private: Collection[int] = ()) -> str:
    """Give the report as one HTML page that prints on two sheets.

    Args:
        found: the collaboration on a day.
        sections: which parts the author chose to share; conflicts of loyalty are in none of them.
        lang: nl or en.
        private: people of the private sphere; what names them is left out, in whichever part it stands.
    """
    return _Report.of(found, lang, private).page([one for one in SECTIONS if one in sections])


@dataclass(frozen=True)
class _Report:
    """What the parts need; `hidden` finds the names of private people, `hidden_whole` only their whole names."""

    found: "Weighed"
    lang: str
    private: frozenset[int]
    hidden: re.Pattern[str] | None
    hidden_whole: re.Pattern[str] | None

    @classmethod
    def of(cls, found: "Weighed", lang: str, private: Collection[int]) -> "_Report":
        names = [found.people[one].name for one in private if one in found.people]
        parts = [part for name in names for part in (name, name.split()[0])]
        return cls(found, lang, frozenset(private), _naming(parts), _naming(names))

    @property
    def nl(self) -> bool:
        return self.lang == "nl"

    def page(self, sections: list[str]) -> str:
        """Give the whole page."""
        found, nl = self.found, self.nl
        name, day = escape(found.of.name), on_day(found.as_of, 0, self.lang)
        parties = (
            some(len(found.of.parties), "partij", "partijen") if nl else some(len(found.of.parties), "party", "parties")
        )
        since = f"{'sinds' if nl else 'since'} {on_day(found.start, 0, self.lang)}"
        quote = found.ambition.text if "ambition" in sections and self._fits(found.ambition.text) else ""
        head = f"<header><h1>{name}</h1><p class='soft'>{parties}, {since}</p>"
        head += f'<p class="quote">{escape(quote)}</p></header>' if quote else "</header>"
        foot = (
            f"Gemaakt op {day}. Wat hier over contact staat, is zoals het in één log te zien was."
            if nl
            else f"Made on {day}. What it says of contact is as it was seen in one log."
        )
        body = "".join(self._section(one) for one in sections)
        return (
            f'<!doctype html>\n<html lang="{self.lang}"><head><meta charset="utf-8"><title>{name}</title>'
            '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
            f"<style>{_STYLE}{DRAWN}</style></head>\n<body>{head}\n<main>{body}</main>\n"
            f"<footer>{escape(foot)}</footer></body></html>\n"
        )

    def _section(self, name: str) -> str:
        drawn = {
            "why": self._why,
            "parties": self._parties,
            "milestones": self._milestones,
            "contact": lambda: matrix(self.found.cells, self.lang) if self.found.cells else "",
            "balance": self._balance,
            "conditions": self._conditions,
        }
        text = drawn[name]() if name in drawn else self._list(self._lines(name))
        return f"<section><h2>{_TITLES[self.lang][name]}</h2>{text}</section>\n" if text else ""

    def _why(self) -> str:
        told = [(text, self.found.of.answer(key)) for key, text in QUESTIONS[self.lang].items()]
        rows = "".join(
            f"<div><dt>{escape(text)}</dt><dd>{escape(answer)}</dd></div>"
            for text, answer in told
            if answer and self._fits(answer)
        )
        return f'<dl class="two">{rows}</dl>' if rows else ""

    def _parties(self) -> str:
        heads = ("", "wie", "brengt", "moet opleveren") if self.nl else ("", "who", "brings", "must bring it")
        rows = []
        for party in self.found.of.parties:
            names = sorted(
                self.found.people[person].name
                for person, name in self.found.party.items()
                if name == party.organisation and person in self.found.people and person not in self.private
            )
            role = (
                f" <span class='soft'>{escape(ROLES[self.lang].get(party.role, party.role))}</span>"
                if party.role
                else ""
            )
            told = [escape(text) if self._fits(text, whole=True) else "" for text in (party.brings, party.yields)]
            rows.append((f"<b>{escape(party.organisation)}</b>{role}", escape(", ".join(names)), *told))
        if not rows:
            return ""
        used = [i for i in range(len(heads)) if any(row[i] for row in rows)]
        head = "".join(f"<th>{heads[i]}</th>" for i in used)
        body = "".join(f"<tr>{''.join(f'<td>{row[i]}</td>' for i in used)}</tr>" for row in rows[:MOST])
        return f'<table class="plain"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{self._more(len(rows) - MOST)}'

    def _milestones(self) -> str:
        told = [one for one in self.found.milestones if self._fits(one.title)]
        return moments(told[-MOST:], self.found.as_of, self.lang) if told else ""

    def _balance(self) -> str:
        scenario = self.found.balance.scenario
        head = "" if scenario is Scenario.UNCLEAR else f"{capital(SCENARIOS[self.lang][scenario])}. "
        said = head + scenario_line(self.found, self.lang)
        drawn = months(
            self.found.balance.months, [one for one in self.found.milestones if self._fits(one.title)], self.lang
        )
        return f'<p class="said">{escape(said)}</p>{drawn}' if self._fits(said) else drawn

    def _conditions(self) -> str:
        parts = []
        for one in self.found.conditions:
            shown = (shown_line(shown, one, self.found.as_of, self.lang) for shown in one.shown)
            said = (f"{some.party + ': ' if some.party else ''}“{some.text}”" for some in one.said)
            lines = self._list([*shown, *said])
            question = FOR_AGENDA[self.lang][one.question]
            parts.append(
                f"<div><b>{escape(capital(CONDITIONS[self.lang][one.name]))}</b>{lines}<p class='ask'>{escape(question)}</p></div>"
            )
        return f'<div class="five">{"".join(parts)}</div>' if parts else ""

    def _lines(self, name: str) -> Iterator[str]:
        found, lang = self.found, self.lang
        match name:
            case "ambition":
                # the ambition itself stands at the head of the page; without recognition or interests there is nothing more
                yield from list(interest_lines(found, lang, private=False))[1:]
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
            case "programme":
                yield from planned_lines(found, lang)

    def _list(self, given: Iterable[str]) -> str:
        """Give lines as a list, without those that name somebody private, and a heading that nothing follows."""
        told = [line for line in given if line.strip() and self._fits(line)]
        lines = [
            line
            for line, after in zip(told, [*told[1:], ""], strict=False)
            if line not in _HEADINGS or after.startswith(" ")
        ]
        if not lines:
            return ""
        marks = ((' class="in"' if line.startswith(" ") else "", escape(line.strip())) for line in lines[:MOST])
        items = "".join(f"<li{mark}>{text}</li>" for mark, text in marks)
        return f"<ul>{items}</ul>{self._more(len(lines) - MOST)}"

    def _more(self, number: int) -> str:
        if number <= 0:
            return ""
        return f'<p class="soft">en nog {number}</p>' if self.nl else f'<p class="soft">and {number} more</p>'

    def _fits(self, text: str, *, whole: bool = False) -> bool:
        """Say whether a text may be shown: it names nobody private, by first name neither unless only whole names count."""
        hidden = self.hidden_whole if whole else self.hidden
        return hidden is None or not hidden.search(text)


def _naming(names: Collection[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names if name)) if any(names) else None
