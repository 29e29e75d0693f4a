"""Tone: how much of a text is about the task and how much has room for the other, judged once, after which it dies.

Words and phrases of `data/tone.tsv` by category, after Bales' interaction process analysis (Bales 1950): showing
solidarity and releasing tension against asking for and giving orientation. Every entry and every measure has a weight
in the same file, fitted by `evidence/tone/fit.py` with a regularised logistic regression; nothing else decides, so that
each judgement can be taken apart. It is honest about its limits: too short a text or another language gives None, and
a single interaction is never shown as warm or cold.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
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
_SAID = (*RELATION, *TASK[1:], *FRICTION)
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
    """The entries of one language, single words and phrases by first and second word (longest first), and the measures."""

    single: dict[str, Entry] = field(default_factory=dict)
    longer: dict[str, dict[str, list[Entry]]] = field(default_factory=dict)
    relation: dict[str, float] = field(default_factory=dict)
    friction: dict[str, float] = field(default_factory=dict)


class Heard(NamedTuple):
    """What a text was heard to say: its language, words, questions, entries with how often, and measures."""

    language: str
    words: int
    asks: int
    entries: list[tuple[Entry, int]]
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
        if len(words) == 1:
            lexicon.single[words[0]] = entry
        else:
            seconds = lexicon.longer.setdefault(words[0], {}).setdefault(words[1], [])
            seconds.append(entry)
            seconds.sort(key=lambda entry: (-len(entry.words), entry.words))
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
        return Heard(spoken, len(words), asks, [], {})
    counts = Counter(words)
    if not asks and _asked(words, counts, spoken):
        asks = 1
    said = measures(text, counts, len(words), asks, spoken)
    return Heard(spoken, len(words), asks, _entries(words, counts, lexica[spoken]), said)


def measures(text: str, counts: Mapping[str, int], words: int, asks: int, language: str) -> dict[str, float]:
    """Give the measures of a text: 1 (`bias`), ln(words + 1) - 3 (`length`), and counts of at most three."""
    said = {"you": 0, "me": 0, "us": 0}
    for word, kind in _PRONOUNS[language].items():
        if word in counts:
            said[kind] += counts[word]
    digits = _DIGIT.search(text)
    odd = not text.isascii() or ":" in text or ";" in text
    return {
        "bias": 1.0,
        "length": log(words + 1) - _USUAL,
        "exclamation": min(text.count("!"), MOST),
        "question": min(asks, MOST),
        "emoji": sum(1 for _ in islice(_EMOJI.finditer(text), MOST)) if odd else 0,
        "digits": sum(1 for _ in islice(_FIGURE.finditer(text, digits.start()), MOST)) if digits else 0,
        "you": min(said["you"], MOST),
        "me": min(said["me"], MOST),
        "us": min(said["us"], MOST),
    }


def judge_with(lexica: dict[str, Lexicon]) -> Callable[[str, str], Tone]:
    """Give a judge (see `core.model.Judge`) that uses the lexica of `read_lexicon`."""

    def judge(text: str, title: str = "") -> Tone:
        """Judge own text: relation part and friction 0-100, questions asked, words, language, reasons.

        `part = 100 sigmoid(sum of the weights of the entries, a category counting three times at most, and of the
        measures)`. The title is not looked at: it comes back in every answer, whatever that says.
        """
        del title
        heard = hear(text, lexica)
        if heard.language not in lexica or heard.words < SHORTEST:
            return Tone(None, 0, heard.asks, heard.words, heard.language, VERSION)
        relation, friction = logits(heard, lexica[heard.language])
        said = {entry.category for entry, _ in heard.entries}
        return Tone(
            relation=_part(relation),
            friction=0 if said.isdisjoint(FRICTION) else _part(friction),
            asks=heard.asks,
            words=heard.words,
            language=heard.language,
            version=VERSION,
            reasons=tuple(category for category in _SAID if category in said),
        )

    return judge


def logits(heard: Heard, lexicon: Lexicon) -> tuple[float, float]:
    """Give the logits of the relation part and of friction of what was heard."""
    relation = friction = 0.0
    for (_, _, one, other), count in counted(heard):
        relation += one * count
        friction += other * count
    for name, value in heard.measures.items():
        relation += value * lexicon.relation.get(name, 0.0)
        friction += value * lexicon.friction.get(name, 0.0)
    return relation, friction


def counted(heard: Heard) -> list[tuple[Entry, float]]:
    """Give how much each entry counts: a category three times at most, shared out over its entries; a learned word alone."""
    total: dict[str, int] = {}
    for entry, count in heard.entries:
        total[entry.category] = total.get(entry.category, 0) + count
    return [
        (entry, min(count, MOST) if entry.category == LEARNED else count * min(1.0, MOST / total[entry.category]))
        for entry, count in heard.entries
    ]


def _part(logit: float) -> int:
    return round(100 / (1 + exp(-max(-30.0, min(30.0, logit)))))


_ASKING = {
    "nl": {"kun": "je", "kan": "je", "kunt": "u", "zou": "je u", "wil": "je", "wilt": "u"},
    "en": {"could": "you", "can": "you", "would": "you", "please": "send"},
}
"""Words that ask without a question mark, with what may follow them ("kun je me ... sturen")."""


def _asked(words: list[str], counts: Mapping[str, int], language: str) -> bool:
    """Say whether something is asked without a question mark."""
    begins = {word: after.split() for word, after in _ASKING[language].items() if word in counts}
    return bool(begins) and any(after in begins[word] for word, after in pairwise(words) if word in begins)


def _entries(words: list[str], counts: Counter[str], lexicon: Lexicon) -> list[tuple[Entry, int]]:
    """Find the entries of a lexicon with how often; the longest phrase at a place counts, and its words do not again."""
    phrases: dict[tuple[str, ...], tuple[Entry, int]] = {}
    free, longer, last = 0, lexicon.longer, len(words) - 1
    for index in [place for place, word in enumerate(words) if word in longer]:
        if index < free or index >= last:
            continue
        for entry in longer[words[index]].get(words[index + 1], ()):
            said = entry.words
            if len(said) == 2 or tuple(words[index : index + len(said)]) == said:  # noqa: PLR2004 - both words are the same
                free = index + len(said)
                phrases[said] = entry, phrases[said][1] + 1 if said in phrases else 1
                for word in said:
                    counts[word] -= 1
                break
    single = lexicon.single
    alone = [(single[word], count) for word, count in counts.items() if count > 0 and word in single]
    return [*phrases.values(), *alone]
