"""Fits the weights of the tone model: regularised logistic regression over categories, entries and measures.

    python -m evidence.tone.fit [--write]

Learns from `development.tsv`, written and labelled here by `guidelines.md`. A weight is the sum of three parts: that of
its category in both languages, in its own language, and of the entry itself, each pulled to nothing more strongly than
the one before. Words that are no entry may be learned. The strengths were chosen by the five turns that this prints,
on the development data alone. `--write` puts the weights into `core/data/tone.tsv`.
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from hecht.core.lexicon import FRICTION, LEARNED, MEASURES, Lexicon, read_lexicon
from hecht.core.spoken import words_of
from hecht.core.ties import judging
from hecht.core.tone import MOST, Heard, counted, hear, weight_in

HERE = Path(__file__).parent
LEXICON = HERE.parents[1] / "src/hecht/core/data/tone.tsv"
PULL = {"bias": 0.0, "category": 0.3, "own": 1.0, "entry": 2.0, "measure": 1.0, "learned": 2.0}
"""How strongly each kind of weight is pulled to nothing."""
SEEN = 3
"""Texts that must hold a word before it may be learned."""
LEAST = 0.1
"""A learned word that weighs less is left out."""

Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


class Example(NamedTuple):
    """A labelled text: its language, its relation part and friction (0-1), and whether it is called relational."""

    language: str
    text: str
    relation: float
    friction: float
    relational: bool


def read_examples(path: Path) -> list[Example]:
    """Read a table of labelled texts: language, kind, relation 0-100, relational, friction, text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:] if line and not line.startswith("#")]
    return [
        Example(
            language,
            text.replace("\\n", "\n"),
            int(relation) / 100,
            float(friction in ("1", "yes")),
            relational in ("1", "yes"),
        )
        for language, _, relation, relational, friction, text in rows
    ]


def features(heard: Heard, lexicon: Lexicon, *, friction: bool = False) -> dict[str, float]:
    """Give the features of what was heard: how much categories, entries and learned words count, and the measures.

    `lexicon` says which words are entries; others may be learned. Friction is a mark of its own: its words say nothing about the
    relation part, and no others say friction.
    """
    found: dict[str, float] = {}
    for entry, count in counted(heard):
        if (entry.category in FRICTION) != friction:
            continue
        names = [f"category {entry.category}", f"own {heard.language} {entry.category}"]
        names.append(f"entry {heard.language} {' '.join(entry.words)}")
        for name in names:
            found[name] = found.get(name, 0.0) + count
    weighs = weight_in(heard.words)
    for word, times in () if friction else heard.alone:
        if word not in lexicon.single:
            found[f"{LEARNED} {heard.language} {word}"] = min(times * weighs, MOST)
    for name, value in zip(MEASURES, heard.measures, strict=True):
        found[f"{'bias' if name == 'bias' else 'measure'} {heard.language} {name}"] = value
    return found


def fit(rows: list[dict[str, float]], target: Array, pull: dict[str, float] | None = None) -> dict[str, float]:
    """Fit by Newton's method; targets may lie between 0 and 1. Gives the weight of every feature."""
    strength = pull or PULL
    names = sorted({name for row in rows for name in row})
    place = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for index, row in enumerate(rows):
        for name, value in row.items():
            matrix[index, place[name]] = value
    ridge = np.array([strength[name.partition(" ")[0]] for name in names])
    weight = np.zeros(len(names))
    for _ in range(50):
        chance = 1 / (1 + np.exp(-(matrix @ weight)))
        slope = matrix.T @ (chance - target) + ridge * weight
        curve = (matrix.T * (chance * (1 - chance) + 1e-9)) @ matrix + np.diag(ridge + 1e-6)
        step = np.linalg.solve(curve, slope)
        weight = weight - step
        if float(np.abs(step).max()) < 1e-8:
            break
    return dict(zip(names, weight.tolist(), strict=True))


def score(row: dict[str, float], weight: dict[str, float]) -> float:
    """Give the logit of a text; a feature that was never seen weighs nothing."""
    return sum(value * weight.get(name, 0.0) for name, value in row.items())


def auc(scores: Iterable[float], truth: Iterable[bool]) -> float:
    """Give the chance that a relational text scores above another, ties half.

    Raises:
        ValueError: all texts are relational, or none.
    """
    found = judging.auc(np.array(list(scores)), np.array(list(truth)))
    if found is None:
        raise ValueError("texts of one kind only")
    return found


def with_learned(lexica: dict[str, Lexicon], examples: list[Example], least: int) -> dict[str, Lexicon]:
    """Add every word that at least `least` texts hold and no entry is, as a word that may be learned."""
    seen: Counter[tuple[str, str]] = Counter()
    for one in examples:
        seen.update((one.language, word) for word in set(words_of(one.text)))
    for (language, word), count in seen.items():
        if count >= least and word not in lexica[language].single:
            lexica[language].learned[word] = 0.0
    return lexica


def folds(rows: list[dict[str, float]], target: Array, pull: dict[str, float] | None = None, count: int = 5) -> Array:
    """Give the scores of examples by fits in which they took no part, in `count` turns."""
    part = np.arange(len(rows)) % count
    scores = np.zeros(len(rows))
    for turn in range(count):
        learn = np.flatnonzero(part != turn)
        weight = fit([rows[i] for i in learn], target[learn], pull)
        for i in np.flatnonzero(part == turn):
            scores[i] = score(rows[i], weight)
    return scores


def without_learned() -> list[str]:
    """Give the lines of the lexicon without what an earlier fit learned."""
    return [line for line in LEXICON.read_text(encoding="utf-8").splitlines() if f"\t{LEARNED}\t" not in line]


def write(path: Path, relation: dict[str, float], friction: dict[str, float]) -> None:
    """Write the weights into the lexicon; an entry that was never seen gets the weight of its category."""
    lines = []
    for line in without_learned():
        if line.startswith("#"):
            lines.append(line)
            continue
        language, category, said, *_ = line.split("\t")
        if category == "measure":
            continue
        names = (f"category {category}", f"own {language} {category}", f"entry {language} {said}")
        both = [sum(weight.get(name, 0.0) for name in names) for weight in (relation, friction)]
        lines.append(f"{language}\t{category}\t{said}\t{both[0]:.3f}\t{both[1]:.3f}")
    for name, weight in sorted(relation.items()):
        kind, _, rest = name.partition(" ")
        language, _, said = rest.partition(" ")
        if kind in ("bias", "measure"):
            lines.append(f"{language}\tmeasure\t{said}\t{weight:.3f}\t{friction.get(name, 0.0):.3f}")
        elif kind == LEARNED and abs(weight) >= LEAST:
            lines.append(f"{language}\t{LEARNED}\t{said}\t{weight:.3f}\t0.000")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, print how the fit does on parts it did not see, and write the weights when asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    examples = read_examples(HERE / "development.tsv")
    lexica = with_learned(read_lexicon(without_learned()), examples, SEEN)
    heard = [hear(one.text, lexica, one.language) for one in examples]
    weights = []
    for name in ("relation", "friction"):
        rows = [features(one, lexica[one.language], friction=name == "friction") for one in heard]
        target = np.array([getattr(one, name) for one in examples])
        truth = np.array([one.relational if name == "relation" else one.friction > 0 for one in examples])
        scores = folds(rows, target)
        for language in ("nl", "en"):
            own = np.array([one.language == language for one in examples])
            print(
                f"{name}, {language}, five turns: AUC {auc(scores[own], truth[own]):.3f} ({truth[own].mean():.2f} of {own.sum()})"
            )
        weights.append(fit(rows, target))
    if asked.write:
        write(LEXICON, weights[0], weights[1])
        print(f"written: {LEXICON.name}")


if __name__ == "__main__":
    main()
