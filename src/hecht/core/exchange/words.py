"""Words: a text as weighted terms, its content words stemmed, Dutch compounds also by their parts, years as they are."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from unicodedata import combining, normalize

from hecht.core.spoken import language_of, words_of
from hecht.core.topics import clean_title, is_stop
from hecht.core.topics import stem as stemmed

PART = 0.5
"""Weight of a part of a compound beside the whole: *rioolgemaal* meets *gemaal*, but less than itself."""
SHORTEST = 4
"""Letters of a part that is known from the vocabulary alone; a listed part may be shorter."""
COMPOUND = 7
"""Letters from which a word may be a compound."""
_TOKEN = re.compile(r"[^\W\d_]{2,40}|(?<!\d)(?:19|20)\d\d(?!\d)")
_LINKS = ("", "s", "e", "en", "er", "-")
_EMPTY = frozenset(
    """iemand mensen wie welke ervaring ervaringen weet weten kent kennen zoek zoeken gezocht zoekt hulp helpen helpt hebt
    mogelijk mogelijkheden bezig gaat gaan doet doen komt komen krijgen krijg maken maakt gemaakt werken werkt gebruik
    gebruiken goed goede beter beste tips advies idee manier manieren aanpak voorbeeld voorbeelden onze eigen samen jaar
    jaren maand maanden dagen kleine grote groot klein ander andere anderen elkaar waarom wanneer hoeveel ook echt eerst
    kunt kon konden zou zouden mag mogen weer steeds sinds zonder tussen omdat terwijl tijdens rond sommige elke ieder
    bied bieden aanbod aanbieden leren geleerd delen deel deelt graag zit zitten heel erg soms vaak alles niets allemaal
    who anyone someone somebody knows know experience looking seeking need needs help helps would could should does doing
    get getting make making use using used good better best advice idea ideas way ways example examples own together year
    years month months small large big other others each also really first some any every between since while during around
    offer offers share sharing learn learned people like want wants work works working run running done""".split()
)
"""Words of asking and offering themselves: they stand in every ask and say nothing of what it is about."""


def plain(text: str) -> str:
    """Give a text in lower case without accents."""
    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))


@lru_cache(maxsize=65_536)
def root(word: str, language: str) -> str:
    """Give the stem of one plain word; Dutch final *-e* of an adjective and doubled letters fall away as well.

    The Dutch stemmer keeps *oude* beside *oud* and *trilt* beside *trillen*; the first is mended here, the second by
    the vocabulary (`Words`), for only that can tell *trilt* from *dienst*.
    """
    stem = stemmed(word, language)
    if language == "nl" and len(stem) > 3 and stem.endswith("e") and stem[-2] not in "aeiouy":  # noqa: PLR2004 - "zee"
        stem = stemmed(stem[:-1], language)
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":  # noqa: PLR2004
        stem = stem[:-1]
    return stem


def language(text: str) -> str:
    """Give `nl` or `en` as the stop words of a text tell; Dutch when they do not."""
    return language_of(words_of(text)) or "nl"


class Words:
    """A vocabulary by which texts become terms: the words of a log and a list of common parts of compounds.

    Args:
        texts: whatever may be compared: titles, asks, offers; their words are what compounds are split into.
        parts: common parts of Dutch compounds, which may be as short as three letters.
    """

    def __init__(self, texts: Iterable[str] = (), parts: Collection[str] = ()) -> None:
        self.parts = frozenset(root(plain(one), "nl") for one in parts)
        self._short = frozenset(plain(one) for one in parts)
        words = {word for text in texts for word in _TOKEN.findall(plain(text)) if not is_stop(word)}
        self.known = self.parts | {root(word, "nl") for word in words if len(word) >= SHORTEST and word.isalpha()}
        self._split: dict[str, tuple[str, ...]] = {}
        self._terms: dict[tuple[str, str], Mapping[str, float]] = {}

    def terms(self, text: str, language: str = "") -> Mapping[str, float]:
        """Give the terms of a text: every content word's stem with weight 1, parts of compounds with weight 1/2.

        Args:
            text: a title, ask or offer in Dutch or English; what mail programs put before a subject falls away.
            language: `nl` or `en` where it is known; else it is told by stop words. Where they do not tell (a title of two
                words), words count as Dutch and, for half, as English.
        """
        held = self._terms.get((text, language))
        if held is None:
            held = self._terms[text, language] = self._read(text, language)
        return held

    def _read(self, text: str, language: str) -> Mapping[str, float]:
        words = _TOKEN.findall(plain(clean_title(text)))
        told = language if language in ("nl", "en") else language_of(words)
        spoken = told or "nl"
        found: dict[str, float] = {}
        for word in words:
            if is_stop(word) or word in _EMPTY:
                continue
            if word.isdecimal():
                found[word] = 1.0
                continue
            stem = self._third(root(word, spoken), spoken)
            if len(stem) < 2 or (len(word) < 3 and not self._listed(word)):  # noqa: PLR2004 - "ai", "it" when listed
                continue
            found[stem] = 1.0
            if not told:
                other = root(word, "en")
                found[other] = max(found.get(other, 0.0), PART)
            for part in self.split(word) if spoken == "nl" else ():
                found[part] = max(found.get(part, 0.0), PART)
        return found

    def _listed(self, word: str) -> bool:
        return word in self._short

    def _third(self, stem: str, language: str) -> str:
        """Give the stem of a Dutch verb in the third person (*trilt*) where the log knows it without its t."""
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
