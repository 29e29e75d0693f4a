"""Task and relation: what tone says of texts that it did not learn from, and what amounts of dialogues go with."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from evidence.measuring import shown, table
from evidence.tone.fit import HERE, LEXICON, auc, read_examples
from evidence.tone.judge import LIKING, casino_scores, interval, spearman

from hecht.core.lexicon import read_lexicon
from hecht.core.ties.history import Floats
from hecht.core.tone import hear, logits

TITLE = "Task and relation"
ABOUT = """Texts written and labelled for this (`evidence/tone/`), held back from the fit: room for the other against the rest, and
friction. CaSiNo (Chawla and others 2021): negotiations in English about camping goods; small talk or empathy against the rest, after
fitting the same features on the utterances of its training part. This is no first judgement of either. The first gave .915 and
.902 (Dutch and English, room for the other), .772 and .799 (friction), and .875 (CaSiNo), and after a change for speed alone .915, .904,
.772, .799 and .876. Then a word was made to weigh less in a long text, chosen by five turns on the development texts and on CaSiNo's
training part alone, and all was judged once more: these. What can be reached on that
training part (`python -m evidence.tone.casino`, five turns by dialogue): naive Bayes .859, every word, pair and triple with a weight of its
own .882, hecht's features .897 (before: .885). Then, by hecht's own model as it is, what the amounts of a dialogue go with: its relation
amount (the sum of relation/100 over what both said), its task amount (the sum of (100 - relation)/100), and the part with room for the
other, against how much the two like one another and the points that they scored together. Spearman's rho; 95 % by bootstrap."""
NAMES = {"nl": "Dutch", "en": "English"}


class Dialogue(NamedTuple):
    """The amounts of one dialogue, how much its two people like one another (0-4, mean), and their points together."""

    relation: float
    task: float
    liking: float
    points: float


def on(folder: Path) -> Iterator[str]:
    """Give a table of texts, and one of dialogues where CaSiNo lies in the folder or below it."""
    rows: list[list[object]] = list(_held_back())
    found = next(iter(sorted(folder.rglob("casino_test.json"))), None)
    if found is not None:
        scores, truth = casino_scores(found.parent)
        rows.append(
            ["CaSiNo test, small talk or empathy", len(truth), _short(float(truth.mean())), _auc(scores, truth)]
        )
    yield from table(("texts", "number", "of these yes", "AUC"), rows)
    if found is None:
        yield "CaSiNo: absent.\n"
        return
    told: list[list[object]] = []
    for part in ("train", "test"):
        file = found.with_name(f"casino_{part}.json")
        if file.exists():
            told += _dialogues(part, file)
    yield from table(("CaSiNo", "dialogues", "", "liking", "points together"), told)


def _held_back() -> Iterator[list[object]]:
    lexica = read_lexicon(LEXICON.read_text(encoding="utf-8").splitlines())
    examples = read_examples(HERE / "heldback.tsv")
    scores = np.array([logits(hear(one.text, lexica, one.language), lexica[one.language]) for one in examples])
    for column, name in enumerate(("room for the other", "friction")):
        truth = np.array([one.friction > 0 if column else one.relational for one in examples])
        for language, spoken in NAMES.items():
            own = np.array([one.language == language for one in examples])
            yield [
                f"held back, {spoken}, {name}",
                int(own.sum()),
                _short(float(truth[own].mean())),
                _auc(scores[own, column], truth[own]),
            ]


def dialogues(file: Path) -> list[Dialogue]:
    """Give the amounts of every dialogue of a part of CaSiNo, with what came of it."""
    own = read_lexicon(LEXICON.read_text(encoding="utf-8").splitlines())
    found = []
    for dialogue in json.loads(file.read_text(encoding="utf-8")):
        said = [logits(hear(turn["text"], own, "en"), own["en"])[0] for turn in dialogue["chat_logs"]]
        parts = 1 / (1 + np.exp(-np.array(said)))
        people = [one["outcomes"] for one in dialogue["participant_info"].values()]
        found.append(
            Dialogue(
                relation=float(parts.sum()),
                task=float((1 - parts).sum()),
                liking=float(np.mean([LIKING.index(one["opponent_likeness"]) for one in people])),
                points=float(sum(one["points_scored"] for one in people)),
            )
        )
    return found


def _dialogues(part: str, file: Path) -> Iterator[list[object]]:
    rows = np.array(dialogues(file))
    relation, task, liking, points = rows.T
    measures = {"relation amount": relation, "task amount": task, "part with room": relation / (relation + task)}
    for name, value in measures.items():
        yield [part, len(rows), name, *(shown(spearman(value, outcome)) for outcome in (liking, points))]


def _auc(scores: Floats, truth: Floats) -> str:
    return shown((auc(scores, truth), *interval(scores, truth)))


def _short(value: float) -> str:
    return f"{value:.2f}".removeprefix("0")
