"""The word list: terms that parties use, with what each understands by them ("wat versta jij onder ...?")."""

from dataclasses import dataclass
from typing import NamedTuple

from hecht.core.collaboration.collaboration import Collaboration
from hecht.core.topics import stems


class Meaning(NamedTuple):
    """What a party understands by a term."""

    party: str
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term with what the parties that said so understand by it; `unsaid` are the others.

    `differs` when two meanings share none of their content words: they may well mean something else. It is a reason to ask,
    and no more.
    """

    term: str
    meanings: tuple[Meaning, ...]
    unsaid: tuple[str, ...]
    differs: bool


def terms(of: Collaboration) -> list[Term]:
    """Give the word list, terms that are understood differently first, then by letter."""
    said: dict[str, list[Meaning]] = {}
    named: dict[str, str] = {}
    for one in of.of("word"):
        named.setdefault(one.slot.casefold(), one.text("term"))
    for one in of.of("meaning"):
        named.setdefault(one.text("term").casefold(), one.text("term"))
        said.setdefault(one.text("term").casefold(), []).append(Meaning(one.text("party"), one.text("text")))
    parties = [party.organisation for party in of.parties]
    found = []
    for key, term in named.items():
        meanings = tuple(said.get(key, ()))
        told = {one.party for one in meanings}
        words = [frozenset(stems(one.text)) for one in meanings]
        apart = any(a and b and not a & b for index, a in enumerate(words) for b in words[index + 1 :])
        found.append(Term(term, meanings, tuple(one for one in parties if one not in told), apart))
    return sorted(found, key=lambda one: (not one.differs, one.term.casefold()))
