"""Evidence: how well what was shared with somebody, or a place they were seen, goes with an ask."""

from collections.abc import Iterable, Mapping
from math import log2
from typing import NamedTuple

from hecht.core.exchange.match import Index

SHARE = 1 / 4
"""Part of the weight of an ask that a title has to share with it."""
ENOUGH = 1.25
"""A title need not share more than so many times the weight of the ask's rarest word: in a long ask two rare words say enough."""
SHOWN = 3
"""Titles that are shown as evidence."""


class Hit(NamedTuple):
    """One title or place that goes with an ask: its number, its score, and how often it occurred."""

    number: int
    score: float
    times: int


def enough(index: Index, query: Mapping[str, float]) -> float:
    """Give the score from which a title has to do with an ask; words that no title holds say nothing either way.

    It is the lesser of a quarter of what a title with all words of the ask would score, and 1.25 times the rarity of its
    rarest term.
    """
    rarest = max((index.rarity(term) for term in query if index.holds(term)), default=0.0)
    return min(SHARE * index.whole(query, held=True), ENOUGH * rarest)


def covered(index: Index, query: Mapping[str, float], titles: Iterable[Mapping[str, float]]) -> float:
    """Give the part (0-1) of an ask's weight that some titles share with it together: knowing of all of it, not of one half."""
    weights = {term: weight * index.rarity(term) for term, weight in query.items() if index.holds(term)}
    shared = {term for terms in titles for term in terms} & weights.keys()
    return sum(weights[term] for term in shared) / sum(weights.values()) if shared else 0.0


def total(hits: Iterable[Hit]) -> float:
    """Give what some hits say together: score x log2(1 + times), the best whole, the second for half, the third for a third.

    So ten mails about the very thing weigh more than one, and a hundred mails about something near it never drown it.
    """
    values = sorted((hit.score * log2(1 + hit.times) for hit in hits), reverse=True)
    return sum(value / place for place, value in enumerate(values, 1))
