"""Tone: how much of a text is about the task and how much has room for the other, judged once, after which it dies.

A first, small model: words and phrases of `data/tone.tsv` by category, after Bales' interaction process analysis
(Bales 1950): showing solidarity and releasing tension against asking for and giving orientation. It is honest
about its limits: no text, too short a text or another language gives None, and a single interaction is never shown
as warm or cold.
"""

import re
from collections.abc import Callable, Iterable
from math import exp

from hecht.core.model import Tone

VERSION = 1
"""Raised whenever the same text may get another judgement; older mail is then read again."""

SHORTEST = 4
"""Words of own text below which nothing is said."""

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
_MOST = 3
"""One category counts at most three times."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FIGURE = re.compile(r"(?:€|\beur\b|%|\b\d{2,}(?:[.,]\d+)*\b)", re.IGNORECASE)
_EMOJI = re.compile(r"[\U0001f600-\U0001f64f\U0001f917-\U0001f970\u2764]|[:;]-?[)D]")
_QUESTION = re.compile(r"[^\s?./]\?(?=$|[\s\"'”’)!?])")
_STOP = {
    "nl": frozenset(
        "de het een ik je en van dat is op te in niet we voor met die er maar nog wel ook aan dan jij jullie naar heb".split()
    ),
    "en": frozenset(
        "the a i you and of that is on to in not we for with this it but still also at then your have are will be".split()
    ),
}

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


def language_of(words: list[str]) -> str:
    """Give `nl`, `en` or `""` by a vote of stop words: at least a tenth of the words, and twice the other's."""
    votes = {language: sum(word in stop for word in words[:400]) for language, stop in _STOP.items()}
    best, other = ("nl", "en") if votes["nl"] >= votes["en"] else ("en", "nl")
    enough = votes[best] * 10 >= min(len(words), 400) and votes[best] >= 2 * votes[other] and votes[best] > 0
    return best if enough else ""


def judge_with(lexicon: Lexicon) -> Callable[[str, str], Tone]:
    """Give a judge (see `core.model.Judge`) that uses a lexicon."""

    def judge(text: str, title: str = "") -> Tone:
        """Judge own text (a title is not looked at yet): the relation part 0-100, friction 0-100, questions asked, words and language."""
        del title
        words = [word.replace("’", "'") for word in _WORD.findall(text.casefold())]
        asks = len(_QUESTION.findall(text))
        language = language_of(words)
        if not language or len(words) < SHORTEST:
            return Tone(None, 0, asks, len(words), language, VERSION)
        counts = _count(words, lexicon.get(language, {}))
        figures = len(_FIGURE.findall(text))
        if figures:
            counts["figures"] = counts.get("figures", 0) + figures
        if _EMOJI.search(text):
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
        ("laat", "je"),
    ),
    "en": (
        ("could", "you"),
        ("can", "you"),
        ("would", "you"),
        ("let", "me", "know"),
        ("please", "send"),
        ("please", "let"),
    ),
}


def _asked(words: list[str], language: str) -> bool:
    """Say whether something is asked without a question mark ("kun je me ... sturen")."""
    return any(
        tuple(words[index : index + len(form)]) == form
        for form in _ASKING[language]
        for index, word in enumerate(words)
        if word == form[0]
    )


def _count(words: list[str], lexicon: dict[str, list[tuple[tuple[str, ...], str]]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    index = 0
    while index < len(words):
        used = 1
        for entry, category in lexicon.get(words[index], ()):
            if len(entry) == 1 or tuple(words[index : index + len(entry)]) == entry:
                counts[category] = counts.get(category, 0) + 1
                used = len(entry)
                break
        index += used
    return counts
