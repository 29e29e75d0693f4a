"""What a model of other people's sentences can reach: five turns over the training part of CaSiNo, three ways.

    python -m evidence.tone.casino FOLDER

CaSiNo (Chawla et al. 2021): negotiations about camping goods; small talk or empathy against the rest. Dialogues are dealt
over five turns, so that no dialogue is learned from and judged; the mean of three dealings, AUC over all utterances of
one. Naive Bayes counts words and pairs of words; the free model gives every word, mark, figure, pair and triple of them a
weight of its own (ridge, as strong as did best of 3, 10 and 30, which flatters it); then hecht's own features. The test
part is not opened.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from evidence.tone import floor
from evidence.tone.fit import Example, auc, features, with_learned, without_learned
from evidence.tone.judge import CASINO_PULL, CASINO_SEEN, read_casino
from numpy.typing import NDArray

from hecht.core.lexicon import read_lexicon
from hecht.core.tone import hear

TURNS = 5
DEALT = 3
PULLS = (3.0, 10.0, 30.0)
OFTEN = 3
"""Texts that must hold a feature before the free model looks at it."""

Array = NDArray[np.float64]
Row = dict[str, float]


class Rows:
    """Features of texts as numbers with their places, each divided by the root of how strongly it is pulled to nothing."""

    def __init__(self, rows: Sequence[Row], pull: Callable[[str], float]) -> None:
        """Take rows of named features; `pull` gives the ridge of a name."""
        names = sorted({name for row in rows for name in row})
        place = {name: index for index, name in enumerate(names)}
        root = 1 / np.sqrt([max(pull(name), 1e-3) for name in names])
        self.row = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        self.column = np.array([place[name] for row in rows for name in row])
        self.value = np.array([value for row in rows for value in row.values()]) * root[self.column]
        self.width = len(names)
        self.length = len(rows)

    def times(self, weight: Array) -> Array:
        """Give the sum of weighted features of every text."""
        return np.bincount(self.row, self.value * weight[self.column], self.length).astype(np.float64)

    def back(self, error: Array) -> Array:
        """Give the sum over texts of every feature, each text weighed."""
        return np.bincount(self.column, self.value * error[self.row], self.width).astype(np.float64)

    def fit(self, truth: Array, known: Array) -> Array:
        """Fit logistic regression with a ridge of 1 on the texts that are known (1, else 0): Newton, conjugate gradients."""
        weight = np.zeros(self.width)
        for _ in range(25):
            chance = 1 / (1 + np.exp(-self.times(weight)))
            slope = self.back((chance - truth) * known) + weight
            if np.abs(slope).max() < 1e-3:
                break
            curve = (chance * (1 - chance) + 1e-9) * known
            step, left = np.zeros(self.width), -slope
            way, size = left.copy(), float(left @ left)
            enough = 1e-4 * size
            while size > enough:
                bent = self.back(curve * self.times(way)) + way
                far = size / float(way @ bent)
                step, left = step + far * way, left - far * bent
                size, before = float(left @ left), size
                way = left + size / before * way
            weight += step
        return weight


def turns(dialogue: NDArray[np.int64]) -> Iterable[NDArray[np.int64]]:
    """Give, for each dealing, the turn of every utterance: that of its dialogue."""
    ids = np.unique(dialogue)
    for seed in range(DEALT):
        order = np.random.default_rng(seed).permutation(len(ids))
        turn = np.empty(int(ids.max()) + 1, dtype=np.int64)
        turn[ids[order]] = np.arange(len(ids)) % TURNS
        yield turn[dialogue]


def by_ridge(rows: Sequence[Row], pull: Callable[[str], float], truth: Array, dialogue: NDArray[np.int64]) -> float:
    """Give the AUC of a ridge regression over five turns."""
    table, found = Rows(rows, pull), []
    for turn in turns(dialogue):
        scores = np.zeros(len(truth))
        for one in range(TURNS):
            own = turn == one
            scores[own] = table.times(table.fit(truth, (~own).astype(np.float64)))[own]
        found.append(auc(scores, truth > 0))
    return float(np.mean(found))


def by_bayes(texts: Sequence[str], truth: Array, dialogue: NDArray[np.int64]) -> float:
    """Give the AUC of naive Bayes over words and pairs of words over five turns."""
    said, found = [floor.features(text) for text in texts], []
    for turn in turns(dialogue):
        scores = np.zeros(len(truth))
        for one in range(TURNS):
            odds = floor.fit([(said[i], bool(truth[i])) for i in np.flatnonzero(turn != one)])
            for i in np.flatnonzero(turn == one):
                scores[i] = sum(odds.get(word, 0.0) for word in said[i])
        found.append(auc(scores, truth > 0))
    return float(np.mean(found))


def free(texts: Sequence[str]) -> list[Row]:
    """Give every word, mark and figure of each text, with their pairs and triples, as far as three texts hold them."""
    rows = []
    for text in texts:
        said = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|\S", text.lower())
        rows.append(
            {*said, *map(" ".join, pairwise(said)), *map(" ".join, zip(said, said[1:], said[2:], strict=False))}
        )
    seen = Counter(one for row in rows for one in row)
    return [dict.fromkeys((one for one in row if seen[one] >= OFTEN), 1.0) | {"bias ": 1.0} for row in rows]


def own(examples: Sequence[Example]) -> list[Row]:
    """Give hecht's own features of each text."""
    lexica = with_learned(read_lexicon(without_learned()), list(examples), CASINO_SEEN)
    return [features(hear(one.text, lexica, "en"), lexica["en"]) for one in examples]


def main() -> None:
    """Print the three."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    path = parser.parse_args().folder / "casino_train.json"
    if not path.exists():
        print("CaSiNo: absent")
        return
    examples = read_casino(path)
    told = json.loads(path.read_text(encoding="utf-8"))
    dialogue = np.repeat(np.arange(len(told)), [len(one.get("annotations", ())) for one in told])
    texts, truth = [one.text for one in examples], np.array([one.relation for one in examples])
    print(f"CaSiNo train, {len(texts)} utterances, five turns: AUC")
    print(f"naive Bayes over words and pairs    {by_bayes(texts, truth, dialogue):.3f}")
    rows = free(texts)
    best = max(by_ridge(rows, lambda name, by=by: by * (name != "bias "), truth, dialogue) for by in PULLS)  # type: ignore[misc]
    print(f"every word, pair and triple, free   {best:.3f}")
    known = by_ridge(own(examples), lambda name: CASINO_PULL[name.partition(" ")[0]], truth, dialogue)
    print(f"hecht's own features                {known:.3f}")


if __name__ == "__main__":
    main()
