"""Topics: the content words of a subject line or meeting title, as stems."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from threading import Lock
from typing import Any

_WORD = re.compile(r"[^\W\d_]{3,40}")
_REPLY = re.compile(
    r"(?:(?:re|fw|fwd|aw|wg|antw|doorst|betr\.?|antwoord|geaccepteerd|accepted|geweigerd|declined|voorlopig|tentative"
    r"|updated invitation|uitnodiging|invitation|bijgewerkte uitnodiging|geannuleerd|canceled|cancelled)"
    r" ?(?:\[\d{1,3}\])? ?:|\[[\w .-]{1,30}\](?= ?\S)) ?",
    re.IGNORECASE,
)
_STOP = frozenset(
    """aan al alle als bij dan dat de den der des deze die dit door dus een eens en er ging haar heb hebben heeft hem het
    hier hij hoe hun iets ik in is ja je jij jou jouw jullie kan kun kunnen maar me meer mee met mij mijn moet na naar niet
    nog nu of om omdat ons onze ook op over per reeds te tegen toch toen tot uit uw van vandaag veel via voor vraag vragen
    waar was wat we wel wij wil worden wordt zal ze zij zijn zo zonder zou morgen gisteren week weken graag even nieuwe
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
    september oktober november december agenda afspraken boek datum dag koffie lunch notulen planning punten stand termijn terug verslag
    volgorde voortgang voortgangsoverleg weekplanning welkom werkoverleg zaken afspraak overleg bericht mail verzoek bijlage update
    info informatie betreft ivm
    about all and any are but can for from has have here how into its just more new not now our out question request see
    she that the their them then there this today tomorrow until was week what when will with you your meeting call
    monday tuesday wednesday thursday friday saturday sunday february march june july august october please""".split()
)
_LANGUAGES = {"nl": "dutch", "en": "english"}


ALIKE = 2
"""Content words that two titles must share to be about the same: one word ("planning", "lunch") says nothing."""
SELDOM = 100
"""The words they share stand together in at most one of so many conversations; what is talked of every day says nothing."""
COMMON = 20
"""A word that stands in more than one of so many conversations does not tell a goal apart."""


def convincing(shared: int, together: int, conversations: int) -> bool:
    """Say whether the words that two titles share show that they are about the same.

    Args:
        shared: how many content words they share.
        together: in how many conversations of the log these words stand together, both titles' included.
        conversations: how many conversations with a title the log has.

    Returns:
        Whether they share at least two words, which stand together in at most one of a hundred conversations. How
        often they stand *together* counts, since the two words of a name ("Hoge Vaart") always do. In a log of
        fewer than 200 conversations nothing is seldom enough, and then nothing is said.
    """
    return shared >= ALIKE and together * SELDOM <= conversations


def is_stop(word: str) -> bool:
    """Say whether a word, in lower case, tells nothing of what a title is about."""
    return word in _STOP


def clean_title(title: str) -> str:
    """Strip what mail programs put before a subject ("RE:", "Antw:", "[lijst]"), however often."""
    text = " ".join(title.split())
    while True:
        match = _REPLY.match(text)
        if not match or match.end() == len(text):
            break
        text = text[match.end() :]
    return text.strip()


_ONE = Lock()
"""A stemmer keeps the word at hand in itself, so that two threads at once would get an error or each other's stem."""


@lru_cache(maxsize=32_768)
def stem(word: str, language: str) -> str:
    """Give the Snowball stem of one word of `nl` or `en`."""
    with _ONE:
        return str(_stemmer(language).stemWord(word))


@cache
def _stemmer(language: str) -> Any:  # noqa: ANN401 - the library has no types
    import snowballstemmer  # noqa: PLC0415 - it loads thirty languages, and not every question needs one

    return snowballstemmer.stemmer(_LANGUAGES[language])


@lru_cache(maxsize=16_384)
def stems(title: str, language: str = "nl") -> tuple[str, ...]:
    """Give the stems of the content words of a title, in order and without doubles.

    Words of fewer than three letters, figures and stop words (Dutch and English) fall away. An unknown
    language is stemmed as Dutch.
    """
    known = language if language in _LANGUAGES else "nl"
    words = [word for word in _WORD.findall(clean_title(title).casefold()) if word not in _STOP]
    return tuple(dict.fromkeys(stem(word, known) for word in words))


_JOINTS = (" ", "-")
"""What stands between two words that may be one name."""


def spoken(stem: str, titles: Iterable[str]) -> str:
    """Give a topic as people write it: the commonest word of a stem in titles, with the word that stands beside it.

    The word before or after joins it when it stands there in at least eight in ten of the titles, as in the two words of
    a name. Nothing when no word of the titles has the stem.
    """
    words: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    count = 0
    for title in titles:
        text = clean_title(title)
        found = list(_WORD.finditer(text))
        place = next((i for i, word in enumerate(found) if stem in _stems_of(word[0])), None)
        if place is None:
            continue
        count += 1
        words[found[place][0]] += 1
        for one, other in pairwise(found[max(0, place - 1) : place + 2]):
            together = text[one.start() : other.end()]
            if text[one.end() : other.start()] in _JOINTS and not {one[0].casefold(), other[0].casefold()} & _STOP:
                beside[together] += 1
    for told in (beside, words):
        for text, times in sorted(told.items(), key=lambda one: (-one[1], one[0]))[:1]:
            if told is words or times * 10 >= count * 8:
                return text
    return ""


def _stems_of(word: str) -> set[str]:
    return {stem(word.casefold(), language) for language in _LANGUAGES}
