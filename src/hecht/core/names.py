"""Names taken apart: given names, initials, particles and surnames, as Dutch and English people write them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple, TypeAlias
from unicodedata import combining, normalize

Nicknames: TypeAlias = Mapping[str, frozenset[str]]
"""A given name -> the names that stand for the same one; each is among its own."""

_PARTICLES = frozenset(
    "van de der den het te ter ten in op onder aan bij voor tot over uit la le les du des von zu zum zur da dos di del della"
    " el al ben bin ibn abu af av".split()
)
_CONTRACTED = {"vd": "van de", "vdr": "van der", "vdn": "van den", "v": "van", "t": "het", "d": "de", "ld": "la de"}
_TITLES = frozenset(
    "dr drs ir ing mr mw mevr mevrouw dhr heer prof phd msc bsc ba llm mba ra emba rm em bc rc sr jr mrs ms miss sir dipl"
    " extern external ext intern contractor zzp".split()
)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[|/].*$| (?:via|namens|on behalf of|c/o) .*$")
_AFTER_DASH = re.compile(r"\s*[-\u2013\u2014]\s+|\s+[-\u2013\u2014]\s*")
_FOLD = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ĳ": "ij", "\u2019": "'"}
)
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ABBREVIATED = 3
"""Letters before a full stop that can still be an initial ("Th.", "Chr.")."""


class Name(NamedTuple):
    """A name taken apart, in plain lower-case letters.

    `given` are whole given names ("jan", "willem"), `initials` the first letters in order, also those of whole
    names; `surnames` are one, or two where people carry that of a partner as well, without particles; `particles`
    are left out of every comparison but kept, for "van Dijk" and "Dijk" are written for one person.
    """

    given: tuple[str, ...]
    initials: str
    particles: tuple[str, ...]
    surnames: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Say whether there is a surname with at least an initial."""
        return bool(self.surnames and self.initials)


@lru_cache(maxsize=131_072)
def plain(text: str) -> str:
    """Give a text in lower case without accents."""
    if text.isascii():
        return text.lower()
    folded = text.casefold().translate(_FOLD)
    return "".join(letter for letter in normalize("NFKD", folded) if not combining(letter))


@lru_cache(maxsize=131_072)
def parse(written: str) -> Name:
    """Take a name apart.

    "Vries, Jan de", "J. de Vries", "dr. Jan Willem v.d. Berg (Delta)", "Anna Jansen-de Vries" and "Anna de Vries - Jansen"
    are read as they are meant. A word alone is a given name. An address instead of a name gives nothing.
    """
    if "@" in written:
        return Name((), "", (), ())
    head, comma, tail = _ASIDE.sub(" ", _without_dashes(plain(written))).partition(",")
    first, rest = list(_tokens(head)), list(_tokens(tail))
    if comma and rest:
        particles = [token for token in rest if token.kind is _Kind.PARTICLE]
        given, surname = [token for token in rest if token.kind is not _Kind.PARTICLE], [*particles, *first]
    else:
        start = _surname_from(first)
        given, surname = first[:start], first[start:]
    pieces = [piece for token in surname for piece in token.text.split("-")]
    return Name(
        tuple(part for token in given if token.kind is _Kind.WORD for part in token.text.split("-") if len(part) > 1),
        "".join(part[0] for token in given if token.kind is not _Kind.PARTICLE for part in token.text.split("-")),
        tuple(piece for piece in pieces if piece in _PARTICLES),
        tuple(dict.fromkeys(piece for piece in pieces if piece not in _PARTICLES)),
    )


class _Kind(IntEnum):
    WORD = 1
    INITIAL = 2
    PARTICLE = 3


class _Token(NamedTuple):
    text: str
    kind: _Kind


def _without_dashes(text: str) -> str:
    """Make one of a double surname with a loose dash; what follows another dash is no part of the name."""
    head, *others = _AFTER_DASH.split(text)
    for other in others:
        *particles, last = other.split() or [""]
        if not last or any(word not in _PARTICLES for word in particles):
            break
        head += "-" + other
    return head


def _tokens(text: str) -> Iterator[_Token]:
    """Split into words, initials ("j.p." is j and p) and particles, contracted ones written out; titles are left out."""
    begun = False
    for chunk in text.replace("'t ", "het ").replace("'", "").split():
        letters = "".join(_LETTERS.findall(chunk)) if "." in chunk else next(iter(_LETTERS.findall(chunk)), "")
        stops = chunk.count(".")
        if not letters or letters in _TITLES:
            continue
        contracted = letters in _CONTRACTED and (len(letters) > 1 or (begun and (stops or letters == "t")))
        if contracted:
            yield from (_Token(word, _Kind.PARTICLE) for word in _CONTRACTED[letters].split())
        elif letters in _PARTICLES and not stops:
            yield _Token(letters, _Kind.PARTICLE)
        elif len(letters) == 1 or (stops == 1 and chunk.endswith(".") and len(letters) <= _ABBREVIATED):
            yield _Token(letters[0], _Kind.INITIAL)
        elif stops and "-" not in letters:
            parts = [part for part in chunk.split(".") if part]
            short = all(len(part) <= _ABBREVIATED - 1 for part in parts)
            yield from (
                _Token("".join(_LETTERS.findall(part))[:1] if short else part, _Kind.INITIAL if short else _Kind.WORD)
                for part in parts
                if _LETTERS.search(part)
            )
        else:
            yield _Token(letters, _Kind.WORD)
        begun = begun or len(letters) > 1


def _surname_from(tokens: list[_Token]) -> int:
    """Give where the surname begins: at the first particle after a given name, at "jansen-de", else at the last word."""
    for place, token in enumerate(tokens[:-1]):
        if token.kind is _Kind.PARTICLE or (place and token.text.rpartition("-")[2] in _PARTICLES):
            return place
    if len(tokens) == 1:
        return 1 if tokens[0].kind is _Kind.WORD else 0
    return len(tokens) - 1


def read_nicknames(lines: Iterable[str]) -> Nicknames:
    """Read `data/nicknames.tsv`: a given name, a tab, and its other forms. Gives every name those it may stand for.

    Only forms of one name stand for each other directly: "jan" may be "johannes" and "hans" too, "hans" is not "jaap".
    """
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        if not line.startswith("#") and line.strip():
            name, _, others = line.strip().partition("\t")
            for other in others.split():
                forms[name].add(other)
                forms[other].add(name)
    return {name: frozenset({name, *others}) for name, others in forms.items()}
