"""Tone: how much of a text is about the task and how much has room for the other, judged once, after which it dies.

A first, small model: words and phrases of `data/tone.tsv` by category, after Bales' interaction process analysis
(Bales 1950): showing solidarity and releasing tension against asking for and giving orientation. It is honest
about its limits: no text, too short a text or another language gives None, and a single interaction is never shown
as warm or cold.
"""

import re
from collections.abc import Callable, Iterable
from itertools import islice, pairwise
from math import exp

from hecht.core.model import Tone

VERSION = 1
"""Raised whenever the same text may get another judgement; older mail is then read again."""

SHORTEST = 4
"""Words of own text below which nothing is said."""

READ = ("nl", "en")
"""The languages that are judged."""

RELATION = ("greeting", "personal", "thanks", "praise", "humour", "sympathy", "small_talk", "invitation")
TASK = ("request", "deadline", "deliverable", "figures")
FRICTION = ("disagreement", "complaint", "apology", "correction")

_WEIGHT = {
    "greeting": 0.3,
    "personal": 1.6,
    "thanks": 0.5,
    "praise": 1.0,
    "humour": 1.0,
    "sympathy": 1.8,
    "small_talk": 1.4,
    "invitation": 1.5,
    "request": -0.6,
    "deadline": -0.7,
    "deliverable": -0.5,
    "figures": -0.4,
}
_INTERCEPT = -1.6
_HEARD = 150
"""Words by which the language is told."""
_MOST = 3
"""One category counts at most three times."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FIGURE_SIGN = re.compile(r"[0-9€%]")
_FIGURE = re.compile(r"[€%]|\d{2,}(?:[.,]\d+)*")
_EMOJI = re.compile(r"[\U0001f600-\U0001f64f\U0001f917-\U0001f970\u2764]|(?<!\w)[:;]-?[)D](?!\w)")
_NO_LETTER = {code: " " for code in range(128) if not chr(code).isalpha() and chr(code) != "'"}
_NO_END = frozenset(("", " ", "\n", "\t", "\r", "/"))
_AFTER_QUESTION = frozenset(" \n\t\r\"'”’)!,;\xa0")
_STOP = {
    "nl": frozenset(
        "de het een ik je en van dat is op te in niet we voor met die er maar nog wel ook aan dan jij jullie naar heb".split()
    ),
    "de": frozenset(
        "der das und ich nicht ist ein eine zu mit auf für sie wir die es im von den dem auch bei nach oder".split()
    ),
    "en": frozenset(
        "the a i you and of that is on to in not we for with this it but still also at then your have are will be".split()
    ),
}
_ANY_STOP = frozenset().union(*_STOP.values())

Lexicon = dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]


def read_lexicon(lines: Iterable[str]) -> Lexicon:
    """Read a lexicon: lines `language TAB category TAB word or phrase`; `#` begins a comment.

    Returns language -> first word -> (all words, category), longest phrases first.
    """
    lexicon: Lexicon = {}
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        language, category, entry = line.rstrip("\n").split("\t")
        words = tuple(_WORD.findall(entry.casefold()))
        lexicon.setdefault(language, {}).setdefault(words[0], []).append((words, category))
    for first in lexicon.values():
        for entries in first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry))
    return lexicon


def words_of(text: str) -> list[str]:
    """Give the words of a text in lower case; an apostrophe within a word belongs to it ("foto's")."""
    plain = text.casefold().replace("’", "'")
    if not plain.isascii():
        return _WORD.findall(plain)
    split = plain.replace("''", " ").translate(_NO_LETTER).split()  # five times as fast, and most mail is plain ASCII
    return [word for one in split if (word := one.strip("'"))] if "'" in plain else split


def _questions(text: str) -> int:
    """Count the question marks that end a sentence, not those inside an address on the web."""
    parts = text.split("?")
    return sum(
        before[-1:] not in _NO_END and (not after or after[0] in _AFTER_QUESTION) for before, after in pairwise(parts)
    )


def language_of(words: list[str]) -> str:
    """Give `nl`, `en` or `""` by a vote of stop words: at least a tenth of the words, and twice any other's.

    German votes too, since so many of its small words look Dutch.
    """
    some = words[:_HEARD]
    small = list(filter(_ANY_STOP.__contains__, some))
    votes = {language: len(list(filter(stop.__contains__, small))) for language, stop in _STOP.items()}
    best = max(votes, key=lambda language: votes[language])
    others = max(count for language, count in votes.items() if language != best)
    enough = votes[best] * 10 >= len(some) and votes[best] >= 2 * others and votes[best] > 0
    return best if enough and best in READ else ""


def judge_with(lexicon: Lexicon) -> Callable[[str, str], Tone]:
    """Give a judge (see `core.model.Judge`) that uses a lexicon."""

    def judge(text: str, title: str = "") -> Tone:
        """Judge own text (a title is not looked at yet): the relation part 0-100, friction 0-100, questions asked, words and language."""
        del title
        words = words_of(text)
        asks = _questions(text)
        language = language_of(words)
        if not language or len(words) < SHORTEST:
            return Tone(None, 0, asks, len(words), language, VERSION)
        counts = _count(words, lexicon.get(language, {}))
        first = _FIGURE_SIGN.search(text)
        if first and (figures := sum(1 for _ in islice(_FIGURE.finditer(text, first.start()), _MOST))):
            counts["figures"] = counts.get("figures", 0) + figures
        if (not text.isascii() or ":" in text or ";" in text) and _EMOJI.search(text):
            counts["humour"] = counts.get("humour", 0) + 1
        asks = max(asks, int("request" in counts and _asked(words, language)))
        logit = _INTERCEPT + sum(_WEIGHT[name] * min(counts.get(name, 0), _MOST) for name in (*RELATION, *TASK))
        friction = min(100, 40 * sum(min(counts.get(name, 0), _MOST) for name in FRICTION))
        reasons = tuple(name for name in (*RELATION, *TASK, *FRICTION) if counts.get(name))
        return Tone(round(100 / (1 + exp(-logit))), friction, asks, len(words), language, VERSION, reasons)

    return judge


_ASKING = {
    "nl": (
        ("kun", "je"),
        ("kan", "je"),
        ("kunt", "u"),
        ("zou", "je"),
        ("zou", "u"),
        ("wil", "je"),
        ("wilt", "u"),
    ),
    "en": (
        ("could", "you"),
        ("can", "you"),
        ("would", "you"),
        ("please", "send"),
    ),
}


def _asked(words: list[str], language: str) -> bool:
    """Say whether something is asked without a question mark ("kun je me ... sturen")."""
    forms = _ASKING[language]
    begin = {form[0] for form in forms}
    return any(
        tuple(words[index : index + len(form)]) == form
        for index in [place for place, word in enumerate(words) if word in begin]
        for form in forms
    )


def _count(words: list[str], lexicon: dict[str, list[tuple[tuple[str, ...], str]]]) -> dict[str, int]:
    """Count entries by category; the longest entry at a place counts, and places do not overlap."""
    counts: dict[str, int] = {}
    free = 0
    for index in [place for place, word in enumerate(words) if word in lexicon]:
        if index < free:
            continue
        for entry, category in lexicon[words[index]]:
            if len(entry) == 1 or tuple(words[index : index + len(entry)]) == entry:
                counts[category] = counts.get(category, 0) + 1
                free = index + len(entry)
                break
    return counts
