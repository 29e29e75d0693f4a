"""Searching 10,000 offers for one ask, after encoding, by words and by meaning, against a plain look through every text.

python -m bench.matching [OFFERS]
"""

import sys
import time

import numpy as np
from bench.common import machine
from evidence.matching.judge import part

from hecht.app.matters import concepts, parts
from hecht.core.exchange.match import Index, fused, nearness
from hecht.core.exchange.words import Words

MUST = 50.0
"""Milliseconds in which 10,000 offers have to be searched."""
SIZE = 384


def offers(count: int, seed: int = 1) -> list[str]:
    """Make offers by joining halves of the development candidates, so that their words are spread as words are."""
    chance = np.random.default_rng(seed)
    halves = [
        half
        for one in part("development").candidates
        for half in (one.text[: len(one.text) // 2], one.text[len(one.text) // 2 :])
    ]
    picks = chance.integers(0, len(halves), size=(count, 2))
    return [f"{halves[a]} {halves[b]} {number}" for number, (a, b) in enumerate(picks)]


def main(count: int) -> None:
    texts, asks = offers(count), [one.text for one in part("development").asks]
    words = Words([*texts, *asks], parts(), concepts())
    index = Index([words.terms(one) for one in texts])
    chance = np.random.default_rng(2)
    vectors = chance.standard_normal((count, SIZE)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    queries = [words.terms(one) for one in asks]
    taken: dict[str, list[float]] = {"words": [], "joined": [], "plain": []}
    for number, query in enumerate(queries):
        begun = time.perf_counter()
        by_words = index.scores(query)
        np.argpartition(-by_words, 20)
        taken["words"].append(time.perf_counter() - begun)
        begun = time.perf_counter()
        joined = fused(index.shares(query), nearness(vectors, vectors[number]))
        np.argpartition(-joined, 20)
        taken["joined"].append(time.perf_counter() - begun)
        begun = time.perf_counter()
        plain = [sum(term in text for term in query) for text in texts]
        sorted(range(count), key=plain.__getitem__)
        taken["plain"].append(time.perf_counter() - begun)
    print(machine())
    print(
        f"| {count:,} offers, {len(asks)} asks | median ms | 95th percentile ms | part of a plain look |\n|---|---|---|---|"
    )
    base = float(np.median(taken["plain"]))
    for way, times in taken.items():
        median, late = 1000 * float(np.median(times)), 1000 * float(np.percentile(times, 95))
        print(f"| {way} | {median:.2f} | {late:.2f} | {np.median(times) / base:.3f} |")
    print(
        f"by words and meaning together: {'met' if 1000 * float(np.median(taken['joined'])) < MUST else 'NOT MET'} (< {MUST:.0f} ms)"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
