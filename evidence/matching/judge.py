"""Judge matching on a test set: recall@5 and MRR by words alone, by meaning alone, and joined; both ways and across languages.

    python -m evidence.matching.judge              # the development part
    python -m evidence.matching.judge heldback     # once for a finished matcher

How the set was made and what is counted: `guidelines.md`.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from hecht.app.matters import concepts, parts
from hecht.app.meaning import encode, encoder
from hecht.core.exchange.match import Floats, Index, fused, nearness
from hecht.core.exchange.words import Words

HERE = Path(__file__).parent
FIRST = 5


class Text(NamedTuple):
    """An ask or a candidate."""

    id: str
    lang: str
    text: str


class Part(NamedTuple):
    """Asks, candidates, and which candidates are right for each ask."""

    asks: list[Text]
    candidates: list[Text]
    right: dict[str, frozenset[str]]


Searcher = Callable[[Text], Floats]


def rows(name: str) -> list[list[str]]:
    """Give the rows of a table without its header."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:] if line]


def part(name: str) -> Part:
    """Read a part of the set."""
    right: dict[str, set[str]] = {}
    for ask, candidate, *_ in rows(f"{name}_judged.tsv"):
        right.setdefault(ask, set()).add(candidate)
    return Part(
        [Text(row[0], row[2], row[3]) for row in rows(f"{name}_asks.tsv")],
        [Text(row[0], row[2], row[4]) for row in rows(f"{name}_candidates.tsv")],
        {ask: frozenset(some) for ask, some in right.items()},
    )


def turned(held: Part) -> Part:
    """Give the same pairs the other way round: which asks does a candidate answer?"""
    right: dict[str, set[str]] = {}
    for ask, some in held.right.items():
        for candidate in some:
            right.setdefault(candidate, set()).add(ask)
    asked = [one for one in held.candidates if one.id in right]
    return Part(asked, held.asks, {one: frozenset(some) for one, some in right.items()})


def searchers(held: Part) -> dict[str, Searcher]:
    """Give the ways of searching the candidates of a part; those by meaning only with the extra."""
    words = Words([one.text for one in (*held.asks, *held.candidates)], parts(), concepts())
    index = Index([words.terms(one.text) for one in held.candidates])

    def by_words(ask: Text) -> Floats:
        return index.scores(words.terms(ask.text))

    found: dict[str, Searcher] = {"words": by_words}
    if encoder() is not None:
        vectors = encode([one.text for one in held.candidates])
        asked = dict(zip([one.id for one in held.asks], encode([one.text for one in held.asks]), strict=True))
        found["meaning alone"] = lambda ask: 1 + nearness(vectors, asked[ask.id])
        found["joined"] = lambda ask: 1 + fused(index.shares(words.terms(ask.text)), nearness(vectors, asked[ask.id]))
    return found


def places(scores: Floats, right: Sequence[bool]) -> list[float]:
    """Give the places of the right candidates, best first; among equals a right one comes last, without a score never."""
    good = np.array(right)
    found = [
        float(np.sum(scores > one) + np.sum((scores == one) & ~good) + 1) if one > 0 else np.inf for one in scores[good]
    ]
    return sorted(found)


def judged(held: Part, search: Searcher, only: Callable[[Text, Text], bool] | None = None) -> tuple[float, float, int]:
    """Give mean recall@5 and MRR over the asks, and how many there are; `only` keeps some pairs of ask and candidate."""
    recalls, firsts = [], []
    by_id: Mapping[str, Text] = {one.id: one for one in held.candidates}
    for ask in held.asks:
        wanted = {one for one in held.right.get(ask.id, ()) if only is None or only(ask, by_id[one])}
        if not wanted:
            continue
        others = held.right.get(ask.id, frozenset()) - wanted  # right too, so they stand in nobody's way
        scores = search(ask)
        keep = [index for index, one in enumerate(held.candidates) if one.id not in others]
        found = places(scores[keep], [held.candidates[index].id in wanted for index in keep])
        recalls.append(sum(place <= FIRST for place in found) / len(wanted))
        firsts.append(0.0 if not np.isfinite(found[0]) else 1 / found[0])
    return float(np.mean(recalls)), float(np.mean(firsts)), len(recalls)


def main(name: str) -> None:
    """Print the table."""
    held = part(name)
    pairs = sum(len(some) for some in held.right.values())
    print(f"{name}: {len(held.asks)} asks, {len(held.candidates)} candidates, {pairs} right pairs")
    print("| which | searched by | recall@5 | MRR | asks |\n|---|---|---|---|---|")
    back = turned(held)
    for way, search in searchers(held).items():
        for which, only in (
            ("all", None),
            ("asked in Dutch, found in Dutch", lambda ask, one: ask.lang == one.lang == "nl"),
            ("asked in Dutch, found in English", lambda ask, one: (ask.lang, one.lang) == ("nl", "en")),
            ("asked in English, found in Dutch", lambda ask, one: (ask.lang, one.lang) == ("en", "nl")),
        ):
            recall, first, count = judged(held, search, only)
            print(f"| {which} | {way} | {recall:.3f} | {first:.3f} | {count} |")
    for way, search in searchers(back).items():
        recall, first, count = judged(back, search)
        print(f"| the other way round | {way} | {recall:.3f} | {first:.3f} | {count} |")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "development")
