"""Words: a text as weighted terms: its content words stemmed, what they mean, Dutch compounds also by their parts, years."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from hecht.core.exchange.concepts import Concept, Concepts
from hecht.core.exchange.spelling import plain, root, tells, words_in
from hecht.core.spoken import language_of
from hecht.core.topics import is_stop

PART = 0.5
"""Weight of a part of a compound beside the whole: *rioolgemaal* meets *gemaal*, but less than itself."""
WORD, CONCEPT = 0.4, 0.85
"""Weights of a word that names a concept, and of the concept. Two texts that share the word then share as much as by any other
word (in BM25 0.22 + 0.78), two whose words mean the same three quarters of it. Chosen on the development part of `evidence/matching`."""
PART_CONCEPT = 0.6
"""Weight of a concept that only a part of a compound names."""
SHORTEST = 4
"""Letters of a part that is known from the vocabulary alone; a listed part may be shorter."""
COMPOUND = 7
"""Letters from which a word may be a compound."""
_LINKS = ("", "s", "e", "en", "er", "-")
OTHER = {"nl": "en", "en": "nl"}
"""The other language of two."""


class _Word(NamedTuple):
    """A content word of a text, its stem, and the stems of the parts of a Dutch compound."""

    text: str
    stem: str
    parts: tuple[str, ...] = ()


class Words:
    """A vocabulary by which texts become terms: the words of a log, a list of common parts of compounds, and concepts.

    Args:
        texts: whatever may be compared: titles, asks, offers; their words are what compounds are split into.
        parts: common parts of Dutch compounds, which may be as short as three letters.
        concepts: words that mean about the same, of which those in Dutch are parts of compounds as well.
    """

    def __init__(
        self, texts: Iterable[str] = (), parts: Collection[str] = (), concepts: Concepts | None = None
    ) -> None:
        self.concepts = concepts or Concepts()
        self._short = frozenset(plain(one) for one in parts)
        words = {word for text in texts for word in words_in(text) if not is_stop(word)}
        long = {root(word, "nl") for word in words if len(word) >= SHORTEST and word.isalpha()}
        self.known = long | self.concepts.roots | {root(one, "nl") for one in self._short}
        self._words_held: dict[tuple[str, str], _Word | None] = {}
        self._tongues: dict[str, int] = {}
        self._split: dict[str, tuple[str, ...]] = {}
        self._terms: dict[tuple[str, str], Mapping[str, float]] = {}

    def terms(self, text: str, language: str = "") -> Mapping[str, float]:
        """Give the terms of a text with their weights.

        A content word's stem has weight 1, or 0.4 where it names a concept (alone or in a phrase), which then has 0.85,
        shared among the concepts it may be. A part of a compound has weight 1/2, and its concept 0.6 when the whole names none. A
        concept is the term `#` with its number.

        Args:
            text: a title, ask or offer in Dutch or English; what mail programs put before a subject falls away.
            language: `nl` or `en` where it is known; else see `language`. Where nothing tells (a title of two unknown
                words), words count as Dutch and, for half, as English.
        """
        held = self._terms.get((text, language))
        if held is None:
            held = self._terms[text, language] = self._read(text, language)
        return held

    def language(self, text: str) -> str:
        """Give `nl` or `en` as the stop words of a text tell, else as most of its words that name concepts do; else `""`."""
        return self._language(words_in(text))

    def stems(self, text: str, language: str = "nl") -> list[str]:
        """Give the stems of the content words of a text, without doubles: whole words alone, and years."""
        return list(dict.fromkeys(one.stem for one in self._words(words_in(text), language)))

    def gloss(self, text: str) -> str:
        """Say in the other language what a text is about: the plainest word of each concept it names, in order; perhaps nothing."""
        found, language = words_in(text), self._language(words_in(text)) or "nl"
        some = [one[0] for one, _ in self._concepts(self._words(found, language), language)]
        return " ".join(dict.fromkeys(said[0] for one in some if (said := one.said(OTHER[language]))))

    def _read(self, text: str, language: str) -> Mapping[str, float]:
        all_words = words_in(text)
        told = language if language in OTHER else self._language(all_words)
        found: dict[str, float] = {}
        for spoken, share in ((told, 1.0),) if told else (("nl", 1.0), ("en", PART)):
            words = self._words(all_words, spoken)
            named = self._named(words, spoken)
            for place, one in enumerate(words):
                whole = WORD if place in named else 1.0
                found[one.stem] = max(found.get(one.stem, 0.0), share * whole)
                for part in one.parts:
                    found[part] = max(found.get(part, 0.0), PART)
            for some, weight in self._concepts(words, spoken):
                for concept in some:
                    term = f"#{concept.number}"
                    found[term] = max(found.get(term, 0.0), share * weight / len(some))
        return found

    def _words(self, words: Iterable[str], language: str) -> list[_Word]:
        """Give the content words of a text."""
        held = self._words_held
        for word in words:
            if (word, language) not in held:
                held[word, language] = self._word(word, language)
        return [one for word in words if (one := held[word, language]) is not None]

    def _word(self, word: str, language: str) -> _Word | None:
        """Give a word if it tells something; one of two letters only where it is listed ("ai", "it")."""
        if not tells(word):
            return None
        if word.isdecimal():
            return _Word(word, word)
        stem = self._third(root(word, language), language)
        if len(stem) < 2 or (len(word) < 3 and word not in self._short):  # noqa: PLR2004
            return None
        return _Word(word, stem, self.split(word) if language == "nl" else ())

    def _concepts(self, words: list[_Word], language: str) -> Iterator[tuple[tuple[Concept, ...], float]]:
        """Give the concepts that words name, in order, with their weight; parts of a compound that names none itself, too."""
        named = self._named(words, language)
        for place, one in enumerate(words):
            if place in named:
                if named[place]:  # the first word of a phrase stands for all of it
                    yield named[place], CONCEPT
            else:
                for part in one.parts:
                    if some := self.concepts.of(part, language):
                        yield some, PART_CONCEPT

    def _named(self, words: list[_Word], language: str) -> dict[int, tuple[Concept, ...]]:
        """Give by place of a word what it names; nothing for the later words of a phrase."""
        found: dict[int, tuple[Concept, ...]] = {}
        for one in self.concepts.named([word.stem for word in words], language):
            found[one.place] = one.concepts
            found.update((place, ()) for place in range(one.place + 1, one.place + one.words))
        return found

    def _language(self, words: list[str]) -> str:
        told = language_of(words)
        if told or not self.concepts.all:
            return told
        votes = sum(self._tongue(one) for one in words)
        return "" if votes == 0 else "nl" if votes > 0 else "en"

    def _tongue(self, word: str) -> int:
        """Give 1 for a word that names a concept in Dutch alone, -1 in English alone, else 0."""
        held = self._tongues.get(word)
        if held is None:
            dutch = any(self.concepts.of(one, "nl") for one in (root(word, "nl"), *self.split(word)))
            held = self._tongues[word] = dutch - bool(self.concepts.of(root(word, "en"), "en"))
        return held

    def _third(self, stem: str, language: str) -> str:
        """Give the stem of a Dutch verb in the third person (*trilt*) where the vocabulary knows it without its t."""
        if language == "nl" and len(stem) > SHORTEST and stem.endswith("t") and stem[:-1] in self.known:
            return stem[:-1]
        return stem

    def split(self, word: str) -> tuple[str, ...]:
        """Give the stems of the parts of a Dutch compound, in order; nothing when it is not known to be one.

        The parts are words of the vocabulary, perhaps with a linking *s, e, en* or *er*. The fewest parts win, then the
        split whose shortest part is longest, so that *waterschapsbestuur* is *waterschap* and *bestuur*.
        """
        found = self._split.get(word)
        if found is None:
            found = self._split[word] = self._best(word) if len(word) >= COMPOUND else ()
        return found

    def _best(self, word: str) -> tuple[str, ...]:
        candidates = [some for some in self._ways(word, 3) if len(some) > 1]
        if not candidates:
            return ()
        best = min(candidates, key=lambda some: (len(some), -min(len(one) for one in some), some))
        return tuple(dict.fromkeys(root(one, "nl") for one in best))

    def _ways(self, word: str, most: int) -> list[tuple[str, ...]]:
        ways: list[tuple[str, ...]] = [(word,)] if self._is_part(word) else []
        if most > 1:
            for cut in range(3, len(word) - 2):
                left = word[:cut]
                heads = [left[: len(left) - len(link)] for link in _LINKS if left.endswith(link)]
                head = next((one for one in heads if self._is_part(one)), None)
                if head is not None:
                    ways += [(head, *rest) for rest in self._ways(word[cut:], most - 1)]
        return ways

    def _is_part(self, word: str) -> bool:
        if word in self._short:
            return True
        return len(word) >= SHORTEST and root(word, "nl") in self.known
