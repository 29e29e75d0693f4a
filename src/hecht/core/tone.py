"""Tone: how much of a text is about the task and how much has room for the other, judged once, after which it dies.

Words and phrases of `data/tone.tsv` by category, after Bales' interaction process analysis (Bales 1950): showing
solidarity and releasing tension against asking for and giving orientation. Every entry and every measure has a weight
in the same file, fitted by `evidence/tone/fit.py` with a regularised logistic regression; nothing else decides, so that
each judgement can be taken apart. It is honest about its limits: too short a text or another language gives None, and
a single interaction is never shown as warm or cold.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice, pairwise
from math import exp, log
from typing import NamedTuple

from hecht.core.model import Tone

VERSION = 2
"""Raised whenever the same text may get another judgement; older mail is then read again."""

SHORTEST = 4
"""Words of own text below which nothing is said."""

READ = ("nl", "en")
"""The languages that are judged."""

RELATION = ("greeting", "personal", "thanks", "praise", "humour", "sympathy", "small_talk", "invitation", "together")
TASK = ("formula", "request", "deadline", "deliverable", "figures")
FRICTION = ("disagreement", "complaint", "apology", "correction")
MEASURES = ("bias", "length", "exclamation", "question", "emoji", "digits", "you", "me", "us")
"""What is measured besides the entries: see `measures`."""

LEARNED = "learned"
"""The category of words that only the fit found to say something; each has its own weight, and none is a reason."""
_SAID = frozenset((*RELATION, *TASK[1:], *FRICTION))
_HEARD = 80
"""Words by which the language is told."""
MOST = 3
"""One category, and one measure, counts at most three times."""
_USUAL = 3.0
"""ln of the words in a short mail, from which length is measured."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_DIGIT = re.compile(r"[0-9€%]")
_FIGURE = re.compile(r"[€%]|\d{2,}(?:[.,]\d+)*")
_EMOJI = re.compile(r"[\U0001f300-\U0001faff\u2600-\u27bf]|(?<!\w)[:;]-?[)D](?!\w)")
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
_PRONOUNS = {
    "nl": dict.fromkeys("je jij jou jouw jullie".split(), "you")
    | dict.fromkeys("ik mij me mijn mezelf".split(), "me")
    | dict.fromkeys("we wij ons onze".split(), "us"),
    "en": dict.fromkeys("you your yours yourself you're you've you'll".split(), "you")
    | dict.fromkeys("i me my mine myself i'm i've i'll i'd".split(), "me")
    | dict.fromkeys("we us our ours we're we've".split(), "us"),
}


class Entry(NamedTuple):
    """A word or phrase: its category, and its weights on the relation part and on friction, in logits."""

    words: tuple[str, ...]
    category: str
    relation: float
    friction: float


@dataclass(slots=True)
class Lexicon:
    """The entries of one language by first and second word, longest first, and the weights of the measures."""

    begins: dict[str, tuple[Entry | None, dict[str, list[Entry]]]] = field(default_factory=dict)
    relation: dict[str, float] = field(default_factory=dict)
    friction: dict[str, float] = field(default_factory=dict)


class Heard(NamedTuple):
    """What a text was heard to say: its language, words, questions, entries in order, and measures."""

    language: str
    words: int
    asks: int
    entries: tuple[Entry, ...]
    measures: dict[str, float]


def read_lexicon(lines: Iterable[str]) -> dict[str, Lexicon]:
    """Read lines `language TAB category TAB entry TAB weight on relation TAB weight on friction`.

    `#` begins a comment. The category `measure` gives the weights of a measure of `MEASURES`.
    """
    lexica: dict[str, Lexicon] = {}
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        language, category, said, relation, friction = line.rstrip("\n").split("\t")
        lexicon = lexica.setdefault(language, Lexicon())
        if category == "measure":
            lexicon.relation[said], lexicon.friction[said] = float(relation), float(friction)
            continue
        words = tuple(_WORD.findall(said.casefold()))
        entry = Entry(words, category, float(relation), float(friction))
        _, longer = lexicon.begins.setdefault(words[0], (None, {}))
        if len(words) == 1:
            lexicon.begins[words[0]] = entry, longer
        else:
            longer.setdefault(words[1], []).append(entry)
            longer[words[1]].sort(key=lambda entry: (-len(entry.words), entry.words))
    return lexica


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


def hear(text: str, lexica: dict[str, Lexicon], language: str = "") -> Heard:
    """Listen to own text: everything that its judgement rests on.

    Args:
        text: what the writer wrote, without quotes and signature.
        lexica: from `read_lexicon`.
        language: the language, when it is known; else it is told by stop words.
    """
    words = words_of(text)
    spoken = language or language_of(words)
    asks = _questions(text)
    if spoken not in lexica:
        return Heard(spoken, len(words), asks, (), {})
    entries = _entries(words, lexica[spoken])
    if not asks and _asked(words, spoken):
        asks = 1
    return Heard(spoken, len(words), asks, entries, measures(text, words, asks, spoken))


def measures(text: str, words: list[str], asks: int, language: str) -> dict[str, float]:
    """Give the measures of a text: 1 (`bias`), ln(words + 1) - 3 (`length`), and counts of at most three."""
    pronouns = _PRONOUNS[language]
    said = [pronouns[word] for word in words if word in pronouns]
    digits = _DIGIT.search(text)
    odd = not text.isascii() or ":" in text or ";" in text
    return {
        "bias": 1.0,
        "length": log(len(words) + 1) - _USUAL,
        "exclamation": min(text.count("!"), MOST),
        "question": min(asks, MOST),
        "emoji": sum(1 for _ in islice(_EMOJI.finditer(text), MOST)) if odd else 0,
        "digits": sum(1 for _ in islice(_FIGURE.finditer(text, digits.start()), MOST)) if digits else 0,
        "you": min(said.count("you"), MOST),
        "me": min(said.count("me"), MOST),
        "us": min(said.count("us"), MOST),
    }


def judge_with(lexica: dict[str, Lexicon]) -> Callable[[str, str], Tone]:
    """Give a judge (see `core.model.Judge`) that uses the lexica of `read_lexicon`."""

    def judge(text: str, title: str = "") -> Tone:
        """Judge own text: relation part and friction 0-100, questions asked, words, language, reasons.

        `part = 100 sigmoid(sum of the weights of the entries, at most three a category, and of the measures)`. The
        title is not looked at: it comes back in every answer, whatever that says.
        """
        del title
        heard = hear(text, lexica)
        if heard.language not in lexica or heard.words < SHORTEST:
            return Tone(None, 0, heard.asks, heard.words, heard.language, VERSION)
        relation, friction = logits(heard, lexica[heard.language])
        rubs = any(entry.category in FRICTION for entry in heard.entries)
        return Tone(
            relation=_part(relation),
            friction=_part(friction) if rubs else 0,
            asks=heard.asks,
            words=heard.words,
            language=heard.language,
            version=VERSION,
            reasons=tuple(dict.fromkeys(entry.category for entry in heard.entries if entry.category in _SAID)),
        )

    return judge


def logits(heard: Heard, lexicon: Lexicon) -> tuple[float, float]:
    """Give the logits of the relation part and of friction of what was heard."""
    relation = friction = 0.0
    left = dict.fromkeys((*RELATION, *TASK, *FRICTION), MOST)
    left[LEARNED] = len(heard.entries)
    for _, category, one, other in heard.entries:
        if left[category]:
            left[category] -= 1
            relation += one
            friction += other
    for name, value in heard.measures.items():
        relation += value * lexicon.relation.get(name, 0.0)
        friction += value * lexicon.friction.get(name, 0.0)
    return relation, friction


def _part(logit: float) -> int:
    return round(100 / (1 + exp(-max(-30.0, min(30.0, logit)))))


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


def _entries(words: list[str], lexicon: Lexicon) -> tuple[Entry, ...]:
    """Find the entries of a lexicon; the longest at a place counts, and places do not overlap."""
    found: list[Entry] = []
    free = 0
    begins, last = lexicon.begins, len(words) - 1
    for index in [place for place, word in enumerate(words) if word in begins]:
        if index < free:
            continue
        chosen, longer = begins[words[index]]
        if longer and index < last and (after := words[index + 1]) in longer:
            for entry in longer[after]:
                size = len(entry.words)
                if size == 2 or tuple(words[index : index + size]) == entry.words:  # noqa: PLR2004 - both words are the same
                    chosen, free = entry, index + size
                    break
        if chosen:
            found.append(chosen)
    return tuple(found)
