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
from itertools import compress, count, islice, pairwise, repeat
from math import exp, log
from typing import NamedTuple

from hecht.core.lexicon import FRICTION, RELATION, TASK, WORD, Entry, Lexicon
from hecht.core.model import Tone

VERSION = 2
"""Raised whenever the same text may get another judgement; older mail is then read again."""

SHORTEST = 4
"""Words of own text below which nothing is said."""

READ = ("nl", "en")
"""The languages that are judged."""

_SAID = (*RELATION, *TASK[1:], *FRICTION)
_HEARD = 80
"""Words by which the language is told."""
MOST = 3
"""One category, and one measure, counts at most three times."""
_USUAL = 3.0
"""ln of the words in a short mail, from which length is measured."""

_FIGURE = re.compile(r"[€%]|\d{2,}(?:[.,]\d+)*")
_EMOJI = re.compile(r"[\U0001f300-\U0001faff\u2600-\u27bf]|(?<!\w)[:;]-?[)D](?!\w)")
_SMILEYS = tuple(f"{eyes}{nose}{mouth}" for eyes in ":;" for nose in ("", "-") for mouth in ")D")
_MARKS = {"’": "'"} | dict.fromkeys("‘“”„–—…•€", " ")
"""Marks outside Latin-1 that ordinary mail is full of, and what stands for them when words are told apart."""
_ODD = (b"\xdf", b"\xb5")
"""The letters ß and µ, whose lower case is not one letter of Latin-1."""
_LOWER = bytes(
    ord(one.casefold()) if one == "'" or (WORD.fullmatch(one) and one not in "ßµ") else ord(" ")
    for one in map(chr, range(256))
)
"""For every byte of Latin-1 the lower case of a letter, an apostrophe as it is, and a space for everything else."""
_NUMERIC = bytes(code if code in b"0123456789.,%" else 32 for code in range(256))
"""For every byte what a figure may consist of, and a space for everything else."""
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
_VOTES: dict[str, str] = {
    word: "".join(language[0] for language in _STOP if word in _STOP[language])
    for word in frozenset().union(*_STOP.values())
}
"""For every small word the first letters of the languages that have it."""
_PRONOUNS = {
    "nl": dict.fromkeys("je jij jou jouw jullie".split(), "you")
    | dict.fromkeys("ik mij me mijn mezelf".split(), "me")
    | dict.fromkeys("we wij ons onze".split(), "us"),
    "en": dict.fromkeys("you your yours yourself you're you've you'll".split(), "you")
    | dict.fromkeys("i me my mine myself i'm i've i'll i'd".split(), "me")
    | dict.fromkeys("we us our ours we're we've".split(), "us"),
}


class Heard(NamedTuple):
    """What a text was heard to say: its language, words, questions, entries and learned words with how often, and measures."""

    language: str
    words: int
    asks: int
    entries: list[tuple[Entry, int]]
    measures: dict[str, float]
    learned: Sequence[tuple[str, int]] = ()


def words_of(text: str) -> list[str]:
    """Give the words of a text in lower case; an apostrophe within a word belongs to it ("foto's")."""
    plain = _plain(text)
    return WORD.findall(text.casefold().replace("’", "'")) if plain is None else _split(plain)


def _plain(text: str) -> bytes | None:
    """Give a text in Latin-1, typographic marks replaced by plain ones; None where it holds more than that.

    Nearly all Dutch and English fits, and bytes are told apart five times as fast as letters of any script.
    """
    if not text.isascii():
        for mark, instead in _MARKS.items():
            text = text.replace(mark, instead)
    try:
        plain = text.encode("latin-1")
    except UnicodeEncodeError:
        return None
    return None if any(map(plain.__contains__, _ODD)) else plain


def _split(plain: bytes) -> list[str]:
    words = plain.translate(_LOWER)
    if b"'" in words:  # an apostrophe that begins or ends a word is none of it
        words = b" %b " % words.replace(b"''", b" ")
        words = words.replace(b" '", b" ").replace(b"' ", b" ")
    return words.decode("latin-1").split()


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
    cast = "".join(map(_VOTES.get, some, repeat("")))
    votes = {language: cast.count(language[0]) for language in _STOP}
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
    plain = _plain(text)
    words = words_of(text) if plain is None else _split(plain)
    spoken = language or language_of(words)
    asks = _questions(text)
    if spoken not in lexica:
        return Heard(spoken, len(words), asks, [], {})
    counts = Counter(words)
    if not asks and _asked(words, counts, spoken):
        asks = 1
    said = _measures(text, plain, counts, len(words), asks, spoken)
    entries = _entries(words, counts, lexica[spoken])
    learned = [
        (word, times) for word in filter(lexica[spoken].learned.__contains__, counts) if (times := counts[word]) > 0
    ]
    return Heard(spoken, len(words), asks, entries, said, learned)


def _measures(
    text: str, plain: bytes | None, counts: Mapping[str, int], words: int, asks: int, language: str
) -> dict[str, float]:
    """Give the measures of a text: 1 (`bias`), ln(words + 1) - 3 (`length`), and counts of at most three."""
    said = {"you": 0, "me": 0, "us": 0}
    pronouns = _PRONOUNS[language]
    for word in pronouns.keys() & counts.keys():
        said[pronouns[word]] += counts[word]
    smiles = plain is None or any(map(text.__contains__, _SMILEYS))
    return {
        "bias": 1.0,
        "length": log(words + 1) - _USUAL,
        "exclamation": min(text.count("!"), MOST),
        "question": min(asks, MOST),
        "emoji": sum(1 for _ in islice(_EMOJI.finditer(text), MOST)) if smiles else 0,
        "digits": min(_figures(text, plain), MOST),
        "you": min(said["you"], MOST),
        "me": min(said["me"], MOST),
        "us": min(said["us"], MOST),
    }


def _figures(text: str, plain: bytes | None) -> int:
    """Count amounts, and numbers of two digits and more; looked for where there is little else, which is quicker."""
    if plain is None:
        return len(_FIGURE.findall(text))
    return text.count("€") + len(_FIGURE.findall(b" ".join(plain.translate(_NUMERIC).split()).decode()))


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
        said = _sums(heard)
        relation, friction = _logits(heard, lexica[heard.language], said)
        return Tone(
            relation=_part(relation),
            friction=0 if said.keys().isdisjoint(FRICTION) else _part(friction),
            asks=heard.asks,
            words=heard.words,
            language=heard.language,
            version=VERSION,
            reasons=tuple(filter(said.__contains__, _SAID)),
        )

    return judge


def logits(heard: Heard, lexicon: Lexicon) -> tuple[float, float]:
    """Give the logits of the relation part and of friction of what was heard."""
    return _logits(heard, lexicon, _sums(heard))


def _sums(heard: Heard) -> dict[str, list[float]]:
    """Give how often each category was said, and the sums of the weights of its entries on relation and friction."""
    sums: dict[str, list[float]] = {}
    for (_, category, one, other), times in heard.entries:
        if category in sums:
            found = sums[category]
            found[0] += times
            found[1] += one * times
            found[2] += other * times
        else:
            sums[category] = [times, one * times, other * times]
    return sums


def _logits(heard: Heard, lexicon: Lexicon, sums: Mapping[str, Sequence[float]]) -> tuple[float, float]:
    weight, friction = lexicon.learned, 0.0
    relation = sum([weight[word] * (times if times < MOST else MOST) for word, times in heard.learned])  # noqa: FURB136 - min() costs four times as much
    for times, one, other in sums.values():
        part = MOST / times if times > MOST else 1.0
        relation += one * part
        friction += other * part
    for name, value in heard.measures.items():
        if value:
            relation += value * lexicon.relation.get(name, 0.0)
            friction += value * lexicon.friction.get(name, 0.0)
    return relation, friction


def counted(heard: Heard) -> list[tuple[Entry, float]]:
    """Give how much each entry counts in `logits`: a category three times at most, shared out over its entries."""
    total: Counter[str] = Counter()
    for entry, times in heard.entries:
        total[entry.category] += times
    return [(entry, times * min(1.0, MOST / total[entry.category])) for entry, times in heard.entries]


def _part(logit: float) -> int:
    return round(100 / (1 + exp(-max(-30.0, min(30.0, logit)))))


_ASKING: dict[str, dict[str, tuple[str, ...]]] = {
    "nl": {"kun": ("je",), "kan": ("je",), "kunt": ("u",), "zou": ("je", "u"), "wil": ("je",), "wilt": ("u",)},
    "en": {"could": ("you",), "can": ("you",), "would": ("you",), "please": ("send",)},
}
"""Words that ask without a question mark, with what may follow them ("kun je me ... sturen")."""


def _asked(words: list[str], counts: Mapping[str, int], language: str) -> bool:
    """Say whether something is asked without a question mark."""
    begins = {word: after for word, after in _ASKING[language].items() if word in counts}
    return bool(begins) and any(after in begins[word] for word, after in pairwise(words) if word in begins)


def _entries(words: list[str], counts: Counter[str], lexicon: Lexicon) -> list[tuple[Entry, int]]:
    """Find the entries of a lexicon with how often; the longest phrase at a place counts, and its words do not again."""
    phrases: dict[tuple[str, ...], tuple[Entry, int]] = {}
    free, longer = 0, lexicon.longer
    for index in compress(count(), map(lexicon.openings.__contains__, pairwise(words))):  # a loop that runs in C
        if index < free:
            continue
        for entry in longer[words[index]][words[index + 1]]:
            said = entry.words
            if len(said) == 2 or tuple(words[index : index + len(said)]) == said:  # noqa: PLR2004 - both words are the same
                free = index + len(said)
                phrases[said] = entry, phrases[said][1] + 1 if said in phrases else 1
                for word in said:
                    counts[word] -= 1
                break
    single = lexicon.single
    alone = [(single[word], times) for word in filter(single.__contains__, counts) if (times := counts[word]) > 0]
    return [*phrases.values(), *alone]
