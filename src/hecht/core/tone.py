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
from math import exp, log
from operator import mul
from types import MappingProxyType
from typing import NamedTuple

from hecht.core.lexicon import FRICTION, RELATION, TASK, Entry, Lexicon
from hecht.core.model import Tone
from hecht.core.spoken import PRONOUNS, asked, in_latin, language_of, split, words_of

VERSION = 2
"""Raised whenever the same text may get another judgement; older mail is then read again."""

SHORTEST = 4
"""Words of own text below which nothing is said."""
MOST = 3
"""One category, and one measure, counts at most three times."""
_USUAL = 3.0
"""ln of the words in a short mail, from which length is measured."""

_SAID = (*RELATION, *TASK[1:], *FRICTION)
"""Categories that are given as reasons; formulas are none."""
_FIGURE = re.compile(r"[€%]|\d{2,}(?:[.,]\d+)*")
_NUMBER = re.compile(rb"\d{2,}(?:[.,]\d+)*")
_EMOJI = re.compile(r"[\U0001f300-\U0001faff\u2600-\u27bf]|(?<!\w)[:;]-?[)D](?!\w)")
_SMILEY = re.compile(rb"[:;]-?[)D]")
_SIGNS = bytes(code if code in b"0123456789.,%:;-)D" else 32 for code in range(256))
"""For every byte what a figure or a smiley may consist of, and a space for everything else."""
_NO_END = frozenset(("", " ", "\n", "\t", "\r", "/"))
_AFTER_QUESTION = frozenset(" \n\t\r\"'”’)!,;\xa0")


class Heard(NamedTuple):
    """What a text was heard to say: its language, words, questions, entries with how often, and measures.

    The measures are in the order of `core.lexicon.MEASURES`; `others` counts every word, apart from where it stood in a phrase.
    """

    language: str
    words: int
    asks: int
    entries: Sequence[tuple[Entry, int]] = ()
    measures: Sequence[float] = ()
    others: Mapping[str, int] = MappingProxyType({})


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
    single = lexicon.single
    entries += [(single[word], times) for word in filter(single.__contains__, counts) if (times := counts[word])]
    return Heard(spoken, len(words), asks, entries, measures, counts)


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
    """Give the measures of a text: 1 (`bias`), ln(words + 1) - 3 (`length`), and counts of at most three."""
    said = {"you": 0, "me": 0, "us": 0}
    for word, whom in PRONOUNS.get(language, {}).items():
        if word in counts:
            said[whom] += counts[word]
    emoji, digits = _signs(text, plain)
    return (
        1.0,
        log(words + 1) - _USUAL,
        min(text.count("!"), MOST),
        min(asks, MOST),
        emoji,
        min(digits, MOST),
        min(said["you"], MOST),
        min(said["me"], MOST),
        min(said["us"], MOST),
    )


def _signs(text: str, plain: bytes | None) -> tuple[int, int]:
    """Count smiles (at most three), and amounts and numbers of two digits and more.

    Both are looked for where there is little else, which is quicker: in what is left of a text without its letters.
    """
    if plain is None:
        return sum(1 for _ in islice(_EMOJI.finditer(text), MOST)), len(_FIGURE.findall(text))
    signs = b" ".join(plain.translate(_SIGNS).split())
    emoji = sum(1 for _ in islice(_EMOJI.finditer(text), MOST)) if _SMILEY.search(signs) else 0
    return emoji, text.count("€") + signs.count(b"%") + len(_NUMBER.findall(signs))


def _phrases(words: list[str], counts: dict[str, int], lexicon: Lexicon) -> list[tuple[Entry, int]]:
    """Find phrases with how often; the longest at a place counts, and its words are taken out of `counts`."""
    found: dict[tuple[str, ...], tuple[Entry, int]] = {}
    free, longer = 0, lexicon.longer
    neighbours = zip(words, islice(words, 1, None), strict=False)
    for index in compress(count(), map(longer.__contains__, neighbours)):  # a loop that runs in C
        if index < free:
            continue
        for entry in longer[words[index], words[index + 1]]:
            said = entry.words
            if len(said) == 2 or tuple(words[index : index + len(said)]) == said:  # noqa: PLR2004 - both words are the same
                free = index + len(said)
                found[said] = entry, found[said][1] + 1 if said in found else 1
                for word in said:
                    counts[word] -= 1
                break
    return [*found.values()]


def judge_with(lexica: Mapping[str, Lexicon]) -> Callable[[str, str], Tone]:
    """Give a judge (see `core.model.Judge`) that uses the lexica of `read_lexicon`."""

    def judge(text: str, title: str = "") -> Tone:
        """Judge own text: relation part and friction 0-100, questions asked, words, language, reasons.

        `part = 100 sigmoid(sum of the weights of the entries, a category counting three times at most, and of the
        measures)`. The title is not looked at: it comes back in every answer, whatever that says.
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
    for (_, category, one, other), times in heard.entries:
        found = sums.get(category)
        if found is None:
            sums[category] = [times, one * times, other * times]
        else:
            found[0] += times
            found[1] += one * times
            found[2] += other * times
    return sums


def _relation(heard: Heard, lexicon: Lexicon, sums: Mapping[str, Sequence[float]]) -> float:
    learned, others = lexicon.learned, heard.others
    logit = sum(
        [
            learned[word] * (found if (found := others[word]) < MOST else MOST)
            for word in filter(learned.__contains__, others)
        ],
        0.0,
    )
    for times, weight, _ in sums.values():
        logit += weight * (MOST / times) if times > MOST else weight
    return sum(map(mul, heard.measures, lexicon.relation), logit)


def _friction(heard: Heard, lexicon: Lexicon, sums: Mapping[str, Sequence[float]]) -> float:
    logit = sum([weight * (MOST / times) if times > MOST else weight for times, _, weight in sums.values()])
    return sum(map(mul, heard.measures, lexicon.friction), logit)


def counted(heard: Heard) -> list[tuple[Entry, float]]:
    """Give how much each entry counts in `logits`: a category three times at most, shared out over its entries."""
    total: Counter[str] = Counter()
    for entry, times in heard.entries:
        total[entry.category] += times
    return [(entry, times * min(1.0, MOST / total[entry.category])) for entry, times in heard.entries]


def _part(logit: float) -> int:
    return round(100 / (1 + exp(-max(-30.0, min(30.0, logit)))))
