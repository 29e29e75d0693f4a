"""The lexicon of tone: words and phrases by category with their weights, as `data/tone.tsv` has them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

RELATION = ("greeting", "personal", "thanks", "praise", "humour", "sympathy", "small_talk", "invitation", "together")
TASK = ("formula", "request", "deadline", "deliverable", "figures")
FRICTION = ("disagreement", "complaint", "apology", "correction")
MEASURES = ("bias", "length", "exclamation", "question", "emoji", "digits", "you", "me", "us")
"""What is measured besides the entries: see `core.tone`."""

LEARNED = "learned"
"""The category of words that only the fit found to say something; each has its own weight, and none is a reason."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word: letters of any script, with apostrophes between them."""


class Entry(NamedTuple):
    """A word or phrase: its category, and its weights on the relation part and on friction, in logits."""

    words: tuple[str, ...]
    category: str
    relation: float
    friction: float


@dataclass(slots=True)
class Lexicon:
    """The entries of one language, single words and phrases by first and second word (longest first), and the measures.

    `openings` are the first two words of every phrase; `learned` has the weight on the relation part of words that are no entry.
    """

    single: dict[str, Entry] = field(default_factory=dict)
    openings: set[tuple[str, str]] = field(default_factory=set)
    learned: dict[str, float] = field(default_factory=dict)
    longer: dict[str, dict[str, list[Entry]]] = field(default_factory=dict)
    relation: dict[str, float] = field(default_factory=dict)
    friction: dict[str, float] = field(default_factory=dict)


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
        words = tuple(WORD.findall(said.casefold()))
        if category == LEARNED:
            lexicon.learned[words[0]] = float(relation)
            continue
        entry = Entry(words, category, float(relation), float(friction))
        if len(words) == 1:
            lexicon.single[words[0]] = entry
        else:
            lexicon.openings.add((words[0], words[1]))
            seconds = lexicon.longer.setdefault(words[0], {}).setdefault(words[1], [])
            seconds.append(entry)
            seconds.sort(key=lambda entry: (-len(entry.words), entry.words))
    return lexica
