"""The phrase banks: conversations with their possible turns, small talk and closing lines."""

import datetime as dt
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from hecht.demo import clock, tables

PLACES = (
    "De Wielen",
    "Oosterkade",
    "Rietwiel",
    "Ketelsloot",
    "Noordpolder",
    "Hoge Vaart",
)
POLDERS = ("de Rietwiel", "de Noordpolder", "de Ketelpolder", "de Oosterkade", "Zandwijk")
COLLEAGUES = ("Bram", "Noor", "Youssef", "Daniël", "Lotte", "Kees", "Rachid", "Sjoerd", "Floor")
HOURS = ("negen uur", "tien uur", "half elf", "één uur", "half twee", "drie uur", "half vier")

# What a verb becomes before u. Where the table has no word for it the phrase keeps its je,
# and is then not used for people who are addressed with u.
_BEFORE_U = {
    "kun": "kunt",
    "heb": "hebt",
    "wil": "wilt",
    "zou": "zou",
    "weet": "weet",
    "ben": "bent",
    "zie": "ziet",
    "vind": "vindt",
    "denk": "denkt",
    "haal": "haalt",
    "neem": "neemt",
    "verwacht": "verwacht",
    "merk": "merkt",
    "mis": "mist",
    "krijg": "krijgt",
}
_VERB_JE = re.compile(rf"\b({'|'.join(_BEFORE_U)}) je\b", re.IGNORECASE)
_JE = re.compile(r"\b(je|jij|jou|jouw|jullie|jezelf)\b", re.IGNORECASE)


@dataclass(slots=True)
class Case:
    """A subject that people write about, with ways to say each turn of it.

    When `paired`, the first reply belongs to the first opening and the second to the second;
    `more` names the only opening (1 or 2) after which the conversation can go on.
    """

    topic: str
    who: str
    subject: str
    season: str
    paired: bool
    more: str
    turns: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Talk:
    """Small talk and what one says back."""

    season: str
    opening: str
    reaction: str


def formal(text: str) -> str:
    """The phrase with u for je, as far as that goes."""

    def verb(found: re.Match[str]) -> str:
        word = found[1]
        polite = _BEFORE_U[word.lower()]
        return (polite.capitalize() if word[0].isupper() else polite) + " u"

    text = _VERB_JE.sub(verb, text)
    text = re.sub(r"\bjouw\b", "uw", text)
    text = re.sub(r"\bJouw\b", "Uw", text)
    text = re.sub(r"\bJe\b", "U", text)
    return re.sub(r"\b(je|jij|jou)\b", "u", text)


def familiar(text: str) -> str:
    """The phrase with je for u, for phrases that a formal house wrote."""
    text = re.sub(r"\bAls u niet wilt\b", "Als je niet wilt", text)
    text = re.sub(r"\bKunt u\b", "Kun je", text)
    return re.sub(r"\bu\b", "je", text)


def is_formal(text: str) -> bool:
    """Whether no je is left."""
    return not _JE.search(text)


@cache
def cases() -> dict[str, list[Case]]:
    """All conversations by topic."""
    found: dict[str, list[Case]] = {}
    for name in ("cases", "cases_more", "cases_relation", "cases_group", "cases_list", "cases_en"):
        for kind, *cells in tables.lines(name):
            if kind == "case":
                topic, who, subject, season, paired, more = (*cells, "", "", "")[:6]
                case = Case(topic, who, subject, season, bool(paired), more)
                found.setdefault(topic, []).append(case)
            else:
                case.turns.setdefault(kind, []).append(cells[0])
    return found


def _suffix(register: str) -> str:
    return "_en" if register == "en" else ""


@cache
def talk(register: str) -> tuple[Talk, ...]:
    """The small talk in the language of a register."""
    return tuple(Talk(**row) for row in tables.rows(f"talk{_suffix(register)}"))


@cache
def closers(register: str) -> tuple[tuple[str, str], ...]:
    """Closing lines that leave room for the other, with their season."""
    return tuple((r["season"], r["text"]) for r in tables.rows(f"closers{_suffix(register)}"))


@cache
def details(register: str, part: str) -> tuple[str, ...]:
    """Lines that say a little more about the matter at hand."""
    found = tables.rows(f"details{_suffix(register)}")
    return tuple(row["text"] for row in found if row["part"] == part)


def in_season(season: str, day: dt.date) -> bool:
    """Whether small talk of a season can be said on this day."""
    return season in ("any", "", clock.season(day), clock.DAGEN[day.weekday()])


@dataclass(slots=True)
class Picker:
    """Chooses phrases so that nobody says the same thing too often."""

    rng: random.Random
    used: Counter[tuple[str, str]] = field(default_factory=Counter)
    anywhere: Counter[str] = field(default_factory=Counter)

    def pick(self, whom: str, options: list[str] | tuple[str, ...]) -> str:
        """The option least used with this person, then least used at all, then by chance."""
        best = min(
            options,
            key=lambda text: (self.used[whom, text], self.anywhere[text], self.rng.random()),
        )
        self.used[whom, best] += 1
        self.anywhere[best] += 1
        return best


def subject(case: Case, slots: dict[str, str]) -> str:
    """The subject line; a place stands in it without its article."""
    return case.subject.format_map({**slots, "polder": slots["polder"].removeprefix("de ")})


def slots(rng: random.Random, day: dt.date, without: tuple[str, ...], place: str = "") -> dict[str, str]:
    """Names, days and numbers that stay the same throughout one conversation."""
    soon = day + dt.timedelta(days=rng.choice((2, 3, 4, 5, 6)))
    while not clock.is_working_day(soon):
        soon += dt.timedelta(days=1)
    colleague = rng.choice([name for name in COLLEAGUES if name not in without])
    weekday = clock.DAGEN[soon.weekday()]
    gemaal = place or rng.choice(PLACES + PLACES[:1] * 3)
    return {
        "gemaal": gemaal,
        "gemaal_en": "De Wielen",
        "polder": rng.choice(POLDERS),
        "dag": weekday,
        "dag_hoofd": weekday.capitalize(),
        "maand": clock.MAANDEN[(day.month - 2) % 12],
        "straks": clock.MAANDEN[(day.month + 1) % 12],
        "week": str((day + dt.timedelta(days=7)).isocalendar().week),
        "bedrag": f"{rng.randrange(12, 95)}.{rng.choice(('000', '500'))}",
        "getal": str(rng.randrange(11, 49)),
        "nummer": f"{day.year}-{rng.randrange(101, 899)}",
        "jaar": str(day.year + 1),
        "collega": colleague,
        "collega_hoofd": colleague,
        "uur": rng.choice(HOURS),
    }
