"""Spelling: a text cut into words as they are compared: lower case without accents, stemmed, words of asking left out."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

from hecht.core.topics import clean_title, is_stop
from hecht.core.topics import stem as stemmed

_WORD = re.compile(r"[^\W\d_]{2,40}|(?<!\d)(?:19|20)\d\d(?!\d)")
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
    if text.isascii():
        return text.lower()
    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))


def words_in(text: str) -> list[str]:
    """Give all words of a title, ask or offer, plain and in order, and years; what mail programs put before it falls away."""
    return _WORD.findall(plain(clean_title(text)))


def tells(word: str) -> bool:
    """Say whether a plain word says something of what a text is about: no stop word, and no word of asking."""
    return not is_stop(word) and word not in _EMPTY


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
