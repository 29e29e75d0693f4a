"""Concepts: words that mean about the same at work, Dutch and English, so that *riool* meets *afvalwater* and *sewer*."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hecht.core.exchange.spelling import plain, root, tells, words_in

LONGEST = 3
"""Words of a phrase."""
FEWEST = 4
"""Letters of a word that may be part of a compound."""


class Concept(NamedTuple):
    """One concept: its number, and the words or phrases of either language, the plainest first."""

    number: int
    nl: tuple[str, ...]
    en: tuple[str, ...]

    def said(self, language: str) -> tuple[str, ...]:
        """Give its words in `nl` or `en`."""
        return self.nl if language == "nl" else self.en


class Named(NamedTuple):
    """Where a text names concepts: at which word, in how many words, and which it may be (*lock* is two), the likeliest first."""

    place: int
    words: int
    concepts: tuple[Concept, ...]


class Concepts:
    """A list of concepts, found in texts by their stems, the longest phrase first.

    Args:
        lines: a concept a line: Dutch words, a tab, English words; the words of a phrase are joined by `_`. What begins with
            `#` is a remark.
    """

    def __init__(self, lines: Iterable[str] = ()) -> None:
        rows = [line.rstrip("\n").partition("\t") for line in lines if line.strip() and not line.startswith("#")]
        self.all = tuple(Concept(number, _phrases(nl), _phrases(en)) for number, (nl, _, en) in enumerate(rows))
        self._found: dict[str, dict[tuple[str, ...], tuple[Concept, ...]]] = {"nl": {}, "en": {}}
        for language, found in self._found.items():
            places = ((place, one, said) for one in self.all for place, said in enumerate(one.said(language)))
            for _, concept, phrase in sorted(places, key=lambda row: row[:2]):
                stems = tuple(root(word, language) for word in words_in(phrase) if tells(word))
                if stems and concept not in found.get(stems, ()):
                    found[stems] = (*found.get(stems, ()), concept)
        self._phrases = {
            language: {stems[0] for stems in found if len(stems) > 1} for language, found in self._found.items()
        }
        self.roots = frozenset(root(plain(one), "nl") for one in self.single("nl") if len(plain(one)) >= FEWEST)
        """Stems of the Dutch words that are no phrase: what compounds may be made of."""

    def single(self, language: str) -> list[str]:
        """Give the words of a language that are no phrase."""
        return [one for concept in self.all for one in concept.said(language) if one.isalpha()]

    def of(self, stem: str, language: str) -> tuple[Concept, ...]:
        """Give the concepts that one stem may name, first those of which it is the plainest word."""
        return self._found[language].get((stem,), ())

    def named(self, stems: Sequence[str], language: str) -> Iterator[Named]:
        """Give where stems in order name concepts; a phrase is not also read by its words."""
        found, place = self._found[language], 0
        while place < len(stems):
            longest = LONGEST if stems[place] in self._phrases[language] else 1
            for words in range(min(longest, len(stems) - place), 0, -1):
                concepts = found.get(tuple(stems[place : place + words]))
                if concepts:
                    yield Named(place, words, concepts)
                    place += words - 1
                    break
            place += 1


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(one.replace("_", " ") for one in text.split())
