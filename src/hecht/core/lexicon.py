"""The lexicon of tone: words and phrases by category with their weights, as `data/tone.tsv` has them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from hecht.core.spoken import WORD

RELATION = ("greeting", "personal", "thanks", "praise", "humour", "sympathy", "small_talk", "invitation", "together")
TASK = ("formula", "request", "deadline", "deliverable", "figures")
FRICTION = ("disagreement", "complaint", "apology", "correction")
MEASURES = ("bias", "length", "exclamation", "question", "emoji", "digits", "you", "me", "us")
"""What is measured besides the entries, in this order: see `core.tone`."""

LEARNED = "learned"
"""The category of words that only the fit found to say something; each has its own weight, and none is a reason."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase: its category, and its weights on the relation part and on friction, in logits."""

    words: tuple[str, ...]
    category: str
    relation: float
    friction: float


@dataclass(slots=True)
class Lexicon:
    """The entries of one language: single words, phrases by their first two words (longest first), and the measures.

    `learned` has every word that counts by itself, with the weight on the relation part that the fit gave to the word
    alone; 0 for entries, which have their own. `relation` and `friction` have the weights of the measures, in the order
    of `MEASURES`.
    """

    single: dict[str, Entry] = field(default_factory=dict)
    longer: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)
    learned: dict[str, float] = field(default_factory=dict)
    relation: list[float] = field(default_factory=lambda: [0.0] * len(MEASURES))
    friction: list[float] = field(default_factory=lambda: [0.0] * len(MEASURES))

    def add(self, entry: Entry) -> None:
        """Add a word or phrase."""
        if len(entry.words) == 1:
            self.single[entry.words[0]] = entry
            self.learned[entry.words[0]] = 0.0
            return
        first, second, *_ = entry.words
        alike = self.longer.setdefault((first, second), [])
        alike.append(entry)
        alike.sort(key=lambda entry: (-len(entry.words), entry.words))


def read_lexicon(lines: Iterable[str]) -> dict[str, Lexicon]:
    """Read lines `language TAB category TAB entry TAB weight on relation TAB weight on friction`, by language.

    `#` begins a comment. The category `measure` gives the weights of a measure of `MEASURES`.
    """
    lexica: dict[str, Lexicon] = {}
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        language, category, said, relation, friction = line.rstrip("\n").split("\t")
        lexicon, words = lexica.setdefault(language, Lexicon()), tuple(WORD.findall(said.casefold()))
        if category == "measure":
            place = MEASURES.index(said)
            lexicon.relation[place], lexicon.friction[place] = float(relation), float(friction)
        elif category == LEARNED:
            lexicon.learned[words[0]] = float(relation)
        else:
            lexicon.add(Entry(words, category, float(relation), float(friction)))
    return lexica
