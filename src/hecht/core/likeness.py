"""How alike two names are, and how many other people in the log would be as alike by chance."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from rapidfuzz.distance import DamerauLevenshtein

from hecht.core.names import Name, Nicknames

_UNSEEN = 0.5
"""What a name counts for that nobody else in the log bears (Krichevsky and Trofimov's half)."""
_UNSEEN_SLIP = 0.2
"""The same where it looks like a slip of the pen for a name that is borne: few real names do."""
_SHORT, _LONG = 4, 9
"""Letters from which one letter, and from which two letters may differ."""
_MORE_LETTERS = 0.15
"""The share of people whose second or third initial is a given letter, about."""
_STEM = 3
"""Letters of a name that may stand for all of it ("Sam", "Fem")."""
_LIKELY = {
    "same_name": 0.6,
    "fewer_names": 0.1,
    "initials": 0.15,
    "nickname": 0.08,
    "shortened": 0.03,
    "slip": 0.1,
    "surname_added": 0.08,
}
"""How often two names of one person differ in each way, set by hand; the odds use their ratios."""


class Agreement(NamedTuple):
    """How two names agree: in which ways, the share of people (0-1) who would agree so by chance, how usual it is."""

    kinds: tuple[str, ...]
    chance: float
    likely: float

    @property
    def weight(self) -> float:
        """Give how much it speaks for one person."""
        return self.likely / self.chance


@dataclass(frozen=True, slots=True)
class Frequencies:
    """How many people bear each given name, first letter and surname; `people` is their number."""

    people: int
    nicknames: Nicknames
    given: Counter[str] = field(default_factory=Counter)
    letters: Counter[str] = field(default_factory=Counter)
    surnames: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, names: Iterable[Name], nicknames: Nicknames) -> Self:
        """Count a name of each person."""
        every = list(names)
        counted = cls(len(every), nicknames)
        counted.given.update(name.given[0] for name in every if name.given)
        counted.letters.update(name.initials[0] for name in every)
        counted.surnames.update(surname for name in every for surname in name.surnames)
        return counted

    def share(self, count: int, own: int, unseen: float = _UNSEEN) -> float:
        """Give the share of people who bear a name, without the `own` bearers that are being compared."""
        return (max(count - own, 0) + unseen) / max(self.people, 1)


def agreement(one: Name, other: Name, known: Frequencies) -> Agreement | None:
    """Say how two whole names agree; None when they are names of two people."""
    surname = _surnames(one, other, known)
    if surname is None:
        return None
    given = _given(one, other, known)
    if given is None:
        return None
    kinds = tuple(dict.fromkeys(kind for kind in (given[0], surname[0]) if kind != "same_name")) or ("same_name",)
    return Agreement(
        kinds, given[1] * surname[1], _LIKELY[given[0]] * (1 if surname[0] == "same_name" else _LIKELY[surname[0]])
    )


def _surnames(one: Name, other: Name, known: Frequencies) -> tuple[str, float] | None:
    shared = [surname for surname in one.surnames if surname in other.surnames]
    if shared:
        rarest = min(known.share(known.surnames[surname], 2) for surname in shared)
        return ("same_name" if len(one.surnames) == len(other.surnames) == len(shared) else "surname_added"), rarest
    same_given = one.given[0] == other.given[0] if one.given and other.given else one.initials[0] == other.initials[0]
    if same_given and len(one.surnames) == len(other.surnames) == 1:  # a slip in one word, not in two
        first, second = one.surnames[0], other.surnames[0]
        if _near(first, second):
            return "slip", known.share(min(known.surnames[first], known.surnames[second]), 1, _UNSEEN_SLIP)
    return None


def _given(one: Name, other: Name, known: Frequencies) -> tuple[str, float] | None:
    """Compare what stands before the surname: whole names where both have them, else letters."""
    if one.given and other.given:
        return _given_names(one.given, other.given, known)
    short = min(len(one.initials), len(other.initials))
    if one.initials[:short] == other.initials[:short]:
        return "initials", known.share(known.letters[one.initials[0]], 2) * _MORE_LETTERS ** (short - 1)
    whole, letters = (one.given, other.initials) if one.given else (other.given, one.initials)
    if whole and short == 1 and any(form[0] == letters[0] for form in known.nicknames.get(whole[0], ())):
        return "nickname", known.share(known.letters[letters[0]], 1)
    return None


def _given_names(one: tuple[str, ...], other: tuple[str, ...], known: Frequencies) -> tuple[str, float] | None:
    first, second = one[0], other[0]
    rarer = min(known.given[first], known.given[second])
    if first == second:
        if one != other and len(one) > 1 and len(other) > 1 and not _near(one[1], other[1]):
            return None  # Jan Willem is not Jan Peter
        return ("same_name" if one == other else "fewer_names"), known.share(known.given[first], 2)
    if second in known.nicknames.get(first, ()):
        return "nickname", known.share(rarer, 1)
    if min(len(first), len(second)) >= _STEM and (first.startswith(second) or second.startswith(first)):
        return "shortened", known.share(rarer, 1)
    if _near(first, second):
        return "slip", known.share(rarer, 1, _UNSEEN_SLIP)
    return None


def _near(one: str, other: str) -> bool:
    """Say whether two words differ by one slip (a letter missing, added, changed, or two swapped); two when long."""
    shortest = min(len(one), len(other))
    if shortest < _SHORT or abs(len(one) - len(other)) > 1:
        return False
    most = 2 if shortest >= _LONG else 1
    return int(DamerauLevenshtein.distance(one, other, score_cutoff=most)) <= most
