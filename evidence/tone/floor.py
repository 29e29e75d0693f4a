"""What counting words reaches on the labelled sentences without any knowledge of tone: the floor under a tone model.

Protocol: a naive Bayes over the words and pairs of neighbouring words of a text (present or not), fitted on
development.tsv, judged on heldback.tsv, a language and a mark at a time. Beside it the length of the text alone, which
would betray labels that follow from how the texts were written. Intervals: 95 %, 2,000 bootstrap samples of the
held-back texts, relational and other drawn apart. A model that does not stay clear of this floor has learnt no tone.

    python evidence/tone/floor.py
"""

import math
import re
from collections import Counter
from collections.abc import Collection
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOM = Path(__file__).parent
SAMPLES = 2000
COLUMNS = ("relational", "friction")


def read(name: str) -> list[dict[str, str]]:
    """Give the rows of a data file by column; line breaks in a text are written back."""
    head, *lines = (ROOM / name).read_text("utf-8").removesuffix("\n").split("\n")
    rows = [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]
    return [row | {"text": row["text"].replace(r"\n", "\n")} for row in rows]


def features(text: str) -> set[str]:
    """Give the words, digits and marks of a text and the pairs of neighbours among them."""
    words = re.findall(r"[^\W\d_]+|[!?]|\d", text.lower())
    return {*words, *map(" ".join, pairwise(words))}


def fit(texts: Collection[tuple[set[str], bool]]) -> dict[str, float]:
    """Give the log odds of each feature, half a text added to each count."""
    seen: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    size = Counter(label for _, label in texts)
    for found, label in texts:
        seen[label].update(found)
    return {
        word: math.log((seen[1][word] + 0.5) / (size[True] + 1)) - math.log((seen[0][word] + 0.5) / (size[False] + 1))
        for word in {*seen[0], *seen[1]}
    }


def auc(positive: NDArray[np.float64], negative: NDArray[np.float64]) -> float:
    """Give the share of pairs in which the positive text scores higher; a tie counts half."""
    gap = positive[:, None] - negative[None, :]
    return float((gap > 0).mean() + (gap == 0).mean() / 2)


def interval(positive: NDArray[np.float64], negative: NDArray[np.float64]) -> tuple[float, float]:
    """Give the 95 % bootstrap interval of the AUC, each side drawn with replacement."""
    draw = np.random.default_rng(7)
    drawn = [auc(draw.choice(positive, len(positive)), draw.choice(negative, len(negative))) for _ in range(SAMPLES)]
    low, high = np.quantile(drawn, [0.025, 0.975])
    return float(low), float(high)


def say(name: str, score: NDArray[np.float64], label: NDArray[np.bool_]) -> None:
    """Print one line: what was scored, the AUC, its interval and how many texts it rests on."""
    positive, negative = score[label], score[~label]
    low, high = interval(positive, negative)
    print(f"{name:26} {auc(positive, negative):.3f}  [{low:.3f}, {high:.3f}]  {label.sum()} of {len(label)}")


def main() -> None:
    """Print the floor for each language and mark."""
    development, heldback = read("development.tsv"), read("heldback.tsv")
    for language in ("nl", "en"):
        judged = [row for row in heldback if row["language"] == language]
        length = np.array([len(row["text"]) for row in judged], dtype=np.float64)
        for mark in COLUMNS:
            known = [(features(row["text"]), row[mark] == "yes") for row in development if row["language"] == language]
            odds = fit(known)
            score = np.array([sum(odds.get(word, 0.0) for word in features(row["text"])) for row in judged])
            label = np.array([row[mark] == "yes" for row in judged])
            say(f"{language} {mark}, words", score, label)
            say(f"{language} {mark}, length", length, label)


if __name__ == "__main__":
    main()
