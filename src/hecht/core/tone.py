"""Tone: how much of a text is about the task and how much has room for the other, judged once, after which it dies.

Words and phrases of `data/tone.tsv` by category, after Bales' interaction process analysis (Bales 1950): showing
solidarity and releasing tension against asking for and giving orientation. Every entry and every measure has a weight
in the same file, fitted by `evidence/tone/fit.py` with a regularised logistic regression; nothing else decides, so that
each judgement can be taken apart. It is honest about its limits: too short a text or another language gives None, and
a single interaction is never shown as warm or cold.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import compress, count, islice, pairwise
from math import ceil, exp, log, sqrt
from operator import mul
from typing import NamedTuple

from hecht.core.lexicon import FRICTION, RELATION, TASK, Entry, Lexicon
from hecht.core.model import Tone
from hecht.core.spoken import PRONOUNS, asked, in_latin, language_of, split, words_of

VERSION = 3
"""Raised whenever the same text may get another judgement; older mail is then read again."""

SHORTEST = 4
"""Words of own text below which nothing is said."""
MOST = 3
"""One category, one learned word, and one measure, counts at most three times."""
USUAL = 20
"""Words in a short mail, in which an entry counts once: see `weight_in`."""

_SAID = (*RELATION, *TASK[1:], *FRICTION)
"""Categories that are given as reasons; formulas are none."""
_FIGURE = re.compile(r"[€%]|\d{2,}(?:[.,]\d+)*")
_NUMBER = re.compile(rb"\d{2,}(?:[.,]\d+)*")
_EMOJI = re.compile(r"[\U0001f300-\U0001faff\u2600-\u27bf]|(?<!\w)[:;]-?[)D](?!\w)")
_SMILEY = re.compile(rb"[:;]-?[)D]")
_SIGNS = bytes(code if code in b"0123456789.,%!:;-)D" else 32 for code in range(256))
"""For every byte what a figure or a smiley may consist of, or an exclamation mark, and a space for everything else."""
_NO_END = frozenset(("", " ", "\n", "\t", "\r", "/"))
_AFTER_QUESTION = frozenset(" \n\t\r\"'”’)!,;\xa0")


class Heard(NamedTuple):
    """What a text was heard to say: its language, words, questions, entries with how often, and measures.

    The measures are in the order of `core.lexicon.MEASURES`. `alone` counts the words that are an entry or learned, apart
    from where they stood in a phrase.
    """

    language: str
    words: int
    asks: int
    entries: Sequence[tuple[Entry, int]] = ()
    measures: Sequence[float] = ()
    alone: Sequence[tuple[str, int]] = ()


def hear(text: str, lexica: Mapping[str, Lexicon], language: str = "") -> Heard:
    """Listen to own text: everything that its judgement rests on.

    Takes time in proportion to the length of the text, whatever it holds.

    Args:
        text: what the writer wrote, without quotes and signature.
        lexica: from `read_lexicon`.
        language: the language, when it is known; else it is told by stop words.
    """
    plain = in_latin(text)
    words = words_of(text) if plain is None else split(plain)
    spoken = language or language_of(words)
    asks = _questions(text)
    lexicon = lexica.get(spoken)
    if lexicon is None:
        return Heard(spoken, len(words), asks)
    counts = dict(Counter(words))  # words are taken out of it below, which a Counter does slowly
    if not asks and asked(words, counts, spoken):
        asks = 1
    measures = _measures(text, plain, counts, len(words), asks, spoken)
    entries = _phrases(words, counts, lexicon)
    single, learned = lexicon.single, lexicon.learned
    alone = [(word, times) for word, times in counts.items() if times and word in learned]
    entries += [(single[word], times) for word, times in alone if word in single]
    return Heard(spoken, len(words), asks, entries, measures, alone)


def _questions(text: str) -> int:
    """Count the question marks that end a sentence, not those inside an address on the web."""
    if "?" not in text:
        return 0
    return sum(
        before[-1:] not in _NO_END and (not after or after[0] in _AFTER_QUESTION)
        for before, after in pairwise(text.split("?"))
    )


def _measures(
    text: str, plain: bytes | None, counts: Mapping[str, int], words: int, asks: int, language: str
) -> tuple[float, ...]:
    """Give the measures of a text: 1 (`bias`), ln((words + 1) / 20) (`length`), and counts of at most three."""
    said = {"you": 0, "me": 0, "us": 0}
    for word, whom in PRONOUNS.get(language, {}).items():
        if word in counts:
            said[whom] += counts[word]
    exclamations, emoji, digits = _signs(text, plain)
    return (
        1.0,
        log((words + 1) / USUAL),
        min(exclamations, MOST),
        min(asks, MOST),
        emoji,
        min(digits, MOST),
        min(said["you"], MOST),
        min(said["me"], MOST),
        min(said["us"], MOST),
    )


def _signs(text: str, plain: bytes | None) -> tuple[int, int, int]:
    """Count exclamation marks, smiles (at most three), and amounts and numbers of two digits and more.

    They are looked for where there is little else, which is quicker: in what is left of a text without its letters.
    """
    if plain is None:
        return text.count("!"), sum(1 for _ in islice(_EMOJI.finditer(text), MOST)), len(_FIGURE.findall(text))
    signs = b" ".join(plain.translate(_SIGNS).split())
    emoji = sum(1 for _ in islice(_EMOJI.finditer(text), MOST)) if _SMILEY.search(signs) else 0
    figures = text.count("€") + signs.count(b"%") + len(_NUMBER.findall(signs))
    return signs.count(b"!"), emoji, figures


def _phrases(words: list[str], counts: dict[str, int], lexicon: Lexicon) -> list[tuple[Entry, int]]:
    """Find phrases, each time they occur; the longest at a place counts, and its words are taken out of `counts`."""
    found: list[tuple[Entry, int]] = []
    free, longer = 0, lexicon.longer
    neighbours = zip(words, islice(words, 1, None), strict=False)
    for index in compress(count(), map(longer.__contains__, neighbours)):  # a loop that runs in C
        if index < free:
            continue
        for entry in longer[words[index], words[index + 1]]:
            said = entry.words
            if len(said) == 2 or tuple(words[index : index + len(said)]) == said:  # noqa: PLR2004 - both words are the same
                free = index + len(said)
                found.append((entry, 1))
                for word in said:
                    counts[word] -= 1
                break
    return found


def judge_with(lexica: Mapping[str, Lexicon]) -> Callable[[str, str], Tone]:
    """Give a judge (see `core.model.Judge`) that uses the lexica of `read_lexicon`."""

    def judge(text: str, title: str = "") -> Tone:
        """Judge own text: relation part and friction 0-100, questions asked, words, language, reasons.

        `part = 100 sigmoid(sum over categories of min(n w, 3) mean + sum over learned words of min(n w, 3) weight + sum of
        measure weight)`, where n is how often a category or word was said, w is `weight_in` a text of that length, and
        mean is the mean weight of the entries said in that category. Friction alike, without learned words; 0 where none
        of its words was said. The title is not looked at: it comes back in every answer, whatever that says.
        """
        del title
        heard = hear(text, lexica)
        lexicon = lexica.get(heard.language)
        if lexicon is None or heard.words < SHORTEST:
            return Tone(None, 0, heard.asks, heard.words, heard.language, VERSION)
        said = _sums(heard)
        return Tone(
            relation=_part(_relation(heard, lexicon, said)),
            friction=0 if said.keys().isdisjoint(FRICTION) else _part(_friction(heard, lexicon, said)),
            asks=heard.asks,
            words=heard.words,
            language=heard.language,
            version=VERSION,
            reasons=tuple(filter(said.__contains__, _SAID)),
        )

    return judge


def logits(heard: Heard, lexicon: Lexicon) -> tuple[float, float]:
    """Give the logits of the relation part and of friction of what was heard."""
    said = _sums(heard)
    return _relation(heard, lexicon, said), _friction(heard, lexicon, said)


def _sums(heard: Heard) -> dict[str, list[float]]:
    """Give how often each category was said, and the sums of the weights of its entries on relation and friction."""
    sums: dict[str, list[float]] = {}
    for entry, times in heard.entries:
        found = sums.get(entry.category)
        if found is None:
            sums[entry.category] = [times, entry.relation * times, entry.friction * times]
        else:
            found[0] += times
            found[1] += entry.relation * times
            found[2] += entry.friction * times
    return sums


def _relation(heard: Heard, lexicon: Lexicon, sums: Mapping[str, Sequence[float]]) -> float:
    learned, weighs = lexicon.learned, weight_in(heard.words)
    most = MOST / weighs
    fewer = ceil(most)  # comparing whole numbers is quicker
    logit = sum([learned[word] * (times if times < fewer else most) for word, times in heard.alone], 0.0)
    logit += sum([weight * (most / some) if some > most else weight for some, weight, _ in sums.values()])
    return sum(map(mul, heard.measures, lexicon.relation), logit * weighs)


def _friction(heard: Heard, lexicon: Lexicon, sums: Mapping[str, Sequence[float]]) -> float:
    weighs = weight_in(heard.words)
    most = MOST / weighs
    logit = sum([weight * (most / times) if times > most else weight for times, _, weight in sums.values()])
    return sum(map(mul, heard.measures, lexicon.friction), logit * weighs)


def weight_in(words: int) -> float:
    """Give how much one word weighs in a text of so many words: `sqrt(20 / (words + 2))`.

    What words add up to by chance alone grows with the square root of their number, so that of a long text is no larger
    than that of a short one; what goes one way throughout still grows.
    """
    return sqrt(USUAL / (words + 2))


def counted(heard: Heard) -> list[tuple[Entry, float]]:
    """Give how much each entry counts in `logits`: a category three times at most, shared out over its entries."""
    weighs = weight_in(heard.words)
    total: Counter[str] = Counter()
    for entry, times in heard.entries:
        total[entry.category] += times
    return [(entry, times * min(weighs, MOST / total[entry.category])) for entry, times in heard.entries]


def _part(logit: float) -> int:
    return round(100 / (1 + exp(-max(-30.0, min(30.0, logit)))))
