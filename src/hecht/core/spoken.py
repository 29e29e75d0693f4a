"""Spoken: the words of a text, the language they are in, and the small words that say who is spoken of and what asks.

Most mail is read here, so what can run over bytes runs over bytes: they are told apart five times as fast as letters of
any script. What they mean is the same either way (a test holds it).
"""

import re
from collections.abc import Mapping, Sequence

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word: letters of any script, with apostrophes between them."""

READ = ("nl", "en")
"""The languages that are judged."""
HEARD = 80
"""Words by which the language is told."""

_MARKS = {"’": "'"} | dict.fromkeys("‘“”„–—…•€", " ")
"""Marks outside Latin-1 that ordinary mail is full of, and what stands for them when words are told apart."""
_ODD = (b"\xdf", b"\xb5")
"""The letters ß and µ, whose lower case is not one letter of Latin-1."""
_LOWER = bytes(
    ord(one.casefold()) if one == "'" or (WORD.fullmatch(one) and one not in "ßµ") else ord(" ")
    for one in map(chr, range(256))
)
"""For every byte of Latin-1 the lower case of a letter, an apostrophe as it is, and a space for everything else."""
_EDGE = (b"", b" ", b"'")
"""What stands beside an apostrophe that is no part of a word."""
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
_LANGUAGES = tuple(_STOP)
_VOTES: dict[str, str] = {
    word: "".join(language[0] for language in _STOP if word in _STOP[language])
    for word in frozenset().union(*_STOP.values())
}
"""For every small word the first letters of the languages that have it."""

PRONOUNS: dict[str, dict[str, str]] = {
    "nl": dict.fromkeys("je jij jou jouw jullie".split(), "you")
    | dict.fromkeys("ik mij me mijn mezelf".split(), "me")
    | dict.fromkeys("we wij ons onze".split(), "us"),
    "en": dict.fromkeys("you your yours yourself you're you've you'll".split(), "you")
    | dict.fromkeys("i me my mine myself i'm i've i'll i'd".split(), "me")
    | dict.fromkeys("we us our ours we're we've".split(), "us"),
}
"""By language, the words that speak of the other (`you`), of the writer (`me`) and of both (`us`)."""
ASKING: dict[str, dict[str, tuple[str, ...]]] = {
    "nl": {"kun": ("je",), "kan": ("je",), "kunt": ("u",), "zou": ("je", "u"), "wil": ("je",), "wilt": ("u",)},
    "en": {"could": ("you",), "can": ("you",), "would": ("you",), "please": ("send",)},
}
"""Words that ask without a question mark, with what may follow them ("kun je me ... sturen")."""


def words_of(text: str) -> list[str]:
    """Give the words of a text in lower case; an apostrophe within a word belongs to it ("foto's")."""
    plain = in_latin(text)
    return WORD.findall(text.casefold().replace("’", "'")) if plain is None else split(plain)


def in_latin(text: str) -> bytes | None:
    """Give a text in Latin-1, typographic marks replaced by plain ones; None where it holds more than that.

    Nearly all Dutch and English fits.
    """
    if not text.isascii():
        for mark, instead in _MARKS.items():
            text = text.replace(mark, instead)
    try:
        plain = text.encode("latin-1")
    except UnicodeEncodeError:
        return None
    return None if any(map(plain.__contains__, _ODD)) else plain


def split(plain: bytes) -> list[str]:
    """Give the words, in lower case, of a text that `in_latin` gave."""
    words = plain.translate(_LOWER)
    place = words.find(b"'")
    while place >= 0:
        if words[place - 1 : place] in _EDGE or words[place + 1 : place + 2] in _EDGE:
            words = _without_edges(words)
            break
        place = words.find(b"'", place + 1)
    return words.decode("latin-1").split()


def _without_edges(words: bytes) -> bytes:
    """Take out the apostrophes that begin or end a word, which are none of it."""
    words = b" %b " % words.replace(b"''", b" ")
    return words.replace(b" '", b" ").replace(b"' ", b" ")


def language_of(words: Sequence[str]) -> str:
    """Give `nl`, `en` or `""` by a vote of stop words: at least a tenth of the words, and twice any other's.

    The first 80 words vote. German votes too, since so many of its small words look Dutch.
    """
    some = words[:HEARD]
    cast = "".join(filter(None, map(_VOTES.get, some)))
    votes = [cast.count(language[0]) for language in _LANGUAGES]
    most = max(votes)
    best = _LANGUAGES[votes.index(most)]
    enough = most > 0 and most * 10 >= len(some) and most >= 2 * sorted(votes)[-2]
    return best if enough and best in READ else ""


def asked(words: list[str], counts: Mapping[str, int], language: str) -> bool:
    """Say whether something is asked without a question mark.

    Args:
        words: of the text, in order.
        counts: how often each word occurs, at least of those in `ASKING`.
        language: of the text.
    """
    for word in ASKING.get(language, {}).keys() & counts.keys():
        after, place = ASKING[language][word], -1
        for _ in range(counts[word]):
            place = words.index(word, place + 1)
            if place + 1 < len(words) and words[place + 1] in after:
                return True
    return False
