"""Judges the tone model: on the held-back sentences written here, and on CaSiNo, where it is given.

    python -m evidence.tone.judge [--casino FOLDER]

Held back: `heldback.tsv`, written and labelled from `guidelines.md` alone, before the word list of this model was in
the repository and without it in view. CaSiNo (Chawla et al. 2021; 1,030 negotiations): the same features fitted on the
labelled utterances of casino_train, judged on those of casino_test, small talk and empathy against the rest; and per
dialogue of the test set the Spearman correlation of what both wrote with the points they scored and with how much they
like one another, by hecht's own model as it is. How often these were judged, and what earlier models
gave, stands in docs/evidence.md.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from evidence.tone.fit import (
    HERE,
    LEXICON,
    PULL,
    Example,
    auc,
    features,
    fit,
    read_examples,
    score,
    with_learned,
    without_learned,
)

from hecht.core.lexicon import LEARNED, read_lexicon
from hecht.core.tone import hear, logits

LIKING = ("Extremely dislike", "Slightly dislike", "Undecided", "Slightly like", "Extremely like")
CASINO_PULL = {**PULL, LEARNED: 10.0}
CASINO_SEEN = 8
TURNS = 1_000

Array = np.ndarray[tuple[int, ...], np.dtype[Any]]


def interval(scores: Array, truth: Array) -> tuple[float, float]:
    """Give the 95 % bootstrap interval of an AUC over its texts."""
    draw = np.random.default_rng(7)
    found = []
    for _ in range(TURNS):
        chosen = draw.integers(0, len(scores), len(scores))
        if 0 < truth[chosen].sum() < len(chosen):
            found.append(auc(scores[chosen], truth[chosen]))
    return float(np.percentile(found, 2.5)), float(np.percentile(found, 97.5))


def ranks(values: Array) -> Array:
    """Give ranks, ties sharing their mean."""
    _, inverse, count = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(count) - (count - 1) / 2)[inverse]


def spearman(one: Array, other: Array) -> tuple[float, float, float]:
    """Give Spearman's rho with its 95 % bootstrap interval."""
    draw = np.random.default_rng(7)

    def rho(chosen: Array) -> float:
        return float(np.corrcoef(ranks(one[chosen]), ranks(other[chosen]))[0, 1])

    found = [rho(draw.integers(0, len(one), len(one))) for _ in range(TURNS)]
    return rho(np.arange(len(one))), float(np.nanpercentile(found, 2.5)), float(np.nanpercentile(found, 97.5))


def held_back() -> None:
    """Print AUC of relation and friction on the held-back texts by language."""
    lexica = read_lexicon(LEXICON.read_text(encoding="utf-8").splitlines())
    examples = read_examples(HERE / "heldback.tsv")
    scores = np.array([logits(hear(one.text, lexica, one.language), lexica[one.language]) for one in examples])
    for column, name in enumerate(("relation", "friction")):
        truth = np.array([one.relational if name == "relation" else one.friction > 0 for one in examples])
        for language in ("nl", "en"):
            own = np.array([one.language == language for one in examples])
            low, high = interval(scores[own, column], truth[own])
            value = auc(scores[own, column], truth[own])
            print(
                f"held back, {language}, {name}: AUC {value:.3f} ({low:.3f}-{high:.3f}), {truth[own].mean():.2f} of {own.sum()}"
            )


def read_casino(path: Path) -> list[Example]:
    """Read the labelled utterances of CaSiNo."""
    return [
        Example("en", text, float(warm), 0.0, warm)
        for dialogue in json.loads(path.read_text(encoding="utf-8"))
        for text, labels in dialogue.get("annotations", ())
        for warm in (not {"small-talk", "showing-empathy"}.isdisjoint(labels.split(",")),)
    ]


def casino_scores(folder: Path) -> tuple[Array, Array]:
    """Give the scores of the utterances of casino_test after a fit on casino_train, and whether each is relational."""
    learn, test = (read_casino(folder / f"casino_{part}.json") for part in ("train", "test"))
    lexica = with_learned(read_lexicon(without_learned()), learn, CASINO_SEEN)
    weight = fit(
        [features(hear(one.text, lexica, "en"), lexica["en"]) for one in learn],
        np.array([one.relation for one in learn]),
        CASINO_PULL,
    )
    scores = np.array([score(features(hear(one.text, lexica, "en"), lexica["en"]), weight) for one in test])
    return scores, np.array([one.relational for one in test])


def casino(folder: Path) -> None:
    """Print AUC on casino_test after a fit on casino_train, and what the dialogues' relation part goes with."""
    scores, truth = casino_scores(folder)
    low, high = interval(scores, truth)
    print(
        f"CaSiNo test, small talk or empathy: AUC {auc(scores, truth):.3f} ({low:.3f}-{high:.3f}), {len(truth)} utterances"
    )
    own = read_lexicon(LEXICON.read_text(encoding="utf-8").splitlines())
    amounts, liking, points = [], [], []
    for dialogue in json.loads((folder / "casino_test.json").read_text(encoding="utf-8")):
        said = [logits(hear(turn["text"], own, "en"), own["en"])[0] for turn in dialogue["chat_logs"]]
        people = [one["outcomes"] for one in dialogue["participant_info"].values()]
        amounts.append(float(np.mean(1 / (1 + np.exp(-np.array(said))))))
        liking.append(float(np.mean([LIKING.index(one["opponent_likeness"]) for one in people])))
        points.append(float(np.sum([one["points_scored"] for one in people])))
    for name, outcome in (("liking", liking), ("joint points", points)):
        rho, low, high = spearman(np.array(amounts), np.array(outcome))
        print(
            f"CaSiNo test, relation part of a dialogue with {name}: rho {rho:.3f} ({low:.3f}-{high:.3f}), {len(amounts)} dialogues"
        )


def main() -> None:
    """Judge on what there is; absent data is said."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--casino", type=Path)
    asked = parser.parse_args()
    held_back()
    if asked.casino and (asked.casino / "casino_test.json").exists():
        casino(asked.casino)
    else:
        print("CaSiNo: absent")


if __name__ == "__main__":
    main()
