"""Match: which texts answer a text, by words (BM25) and, where there are vectors, by meaning."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Vectors: TypeAlias = NDArray[np.float32]
Ints: TypeAlias = NDArray[np.int64]

K1, B = 1.2, 0.4
"""Saturation and length of BM25; the texts are short, so that length says less than in documents."""
GLOSS = 0.6
"""Weight of the vector of what a text says in the other language beside that of the text itself."""
WORDS = 0.1
"""What a text that shares all words of a question gets beside its nearness of meaning. This and `GLOSS` were chosen on the
development part of `evidence/matching`; more did worse there, since the words of a question stand in many texts about
something else."""


class Index:
    """Documents as weighted terms, searched by BM25 with the idf of Lucene, ln(1 + (n - df + 0.5) / (df + 0.5)).

    Args:
        documents: the terms of each document with their weights; the weight of a term stands for how often it occurs.
    """

    def __init__(self, documents: Sequence[Mapping[str, float]]) -> None:
        self.size = len(documents)
        lengths = np.array([sum(one.values()) for one in documents], dtype=np.float64)
        mean = float(lengths.mean()) if self.size and lengths.any() else 1.0
        self._floor = K1 * (1 - B + B * lengths / mean)
        postings: dict[str, list[tuple[int, float]]] = {}
        for place, terms in enumerate(documents):
            for term, weight in terms.items():
                postings.setdefault(term, []).append((place, weight))
        self._postings: dict[str, tuple[Ints, Floats]] = {}
        for term, rows in postings.items():
            where = np.array([place for place, _ in rows], dtype=np.int64)
            often = np.array([weight for _, weight in rows], dtype=np.float64)
            self._postings[term] = where, self.idf(len(rows)) * often * (K1 + 1) / (often + self._floor[where])

    def idf(self, documents: int) -> float:
        """Give the weight of a term that stands in some of the documents: rare words weigh more."""
        return float(np.log(1 + (self.size - documents + 0.5) / (documents + 0.5)))

    def rarity(self, term: str) -> float:
        """Give the weight of a term; of one that stands nowhere that of one that stands once."""
        held = self._postings.get(term)
        return self.idf(len(held[0]) if held else 1)

    def holds(self, term: str) -> bool:
        """Say whether any document has a term."""
        return term in self._postings

    def scores(self, query: Mapping[str, float]) -> Floats:
        """Give the score of every document for weighted terms; 0 where no term is shared."""
        found = np.zeros(self.size, dtype=np.float64)
        for term, weight in query.items():
            held = self._postings.get(term)
            if held is not None:
                found[held[0]] += weight * held[1]
        return found

    def whole(self, query: Mapping[str, float], *, held: bool = False) -> float:
        """Give the score of a document of mean length with just the terms of a query; `held`: those that stand anywhere."""
        return sum(
            self.rarity(term) * weight * weight * (K1 + 1) / (weight + K1)
            for term, weight in query.items()
            if not held or term in self._postings
        )

    def shares(self, query: Mapping[str, float]) -> Floats:
        """Give what part every document's score is of the `whole` of a query, at most 1."""
        whole = self.whole(query)
        found: Floats = np.minimum(self.scores(query) / whole, 1.0) if whole else np.zeros(self.size)
        return found


def centred(vectors: Vectors, means: Vectors, shared: Vectors) -> Vectors:
    """Take off every row its mean, then the part along one shared direction, and give rows of length 1.

    Args:
        vectors: one a text.
        means: for each, the mean of the texts of its language.
        shared: a direction of length 1.
    """
    apart = vectors - means
    apart /= np.maximum(np.linalg.norm(apart, axis=1, keepdims=True), 1e-9)
    apart -= np.outer(apart @ shared, shared)
    found: Vectors = (apart / np.maximum(np.linalg.norm(apart, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return found


def together(texts: Vectors, glosses: Vectors) -> Vectors:
    """Join the vectors of texts with those of what they say in the other language: text + 0.6 gloss, of length 1."""
    joined = texts + GLOSS * glosses
    found: Vectors = (joined / np.maximum(np.linalg.norm(joined, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return found


def nearness(vectors: Vectors, query: Vectors) -> Floats:
    """Give the cosine of every row with a query; rows and query have length 1."""
    found: Floats = (vectors @ query).astype(np.float64)
    return found


def fused(shares: Floats, by_meaning: Floats | None) -> Floats:
    """Join two lists: cosine + 0.1 x the share of the question's weight (`Index.shares`); by words alone without vectors."""
    if by_meaning is None:
        return shares
    joined: Floats = by_meaning + WORDS * shares
    return joined
