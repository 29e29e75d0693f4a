"""The floor under a tone model: its AUC and its log odds against a calculation by hand."""

import math
import runpy
from pathlib import Path

import numpy as np
import pytest

FLOOR = runpy.run_path(str(Path(__file__).parents[2] / "evidence" / "tone" / "floor.py"))


def test_auc_is_the_share_of_pairs_in_order_and_a_tie_counts_half() -> None:
    # pairs: 3>2 yes, 3>1 yes, 1>2 no, 1=1 half; 2.5 of 4
    assert FLOOR["auc"](np.array([3.0, 1.0]), np.array([2.0, 1.0])) == 0.625


def test_odds_are_counts_of_texts_with_half_a_text_added() -> None:
    odds = FLOOR["fit"]([({"tea"}, True), ({"tea", "pump"}, True), ({"pump"}, False)])
    # tea: (2 + .5) / (2 + 1) against (0 + .5) / (1 + 1); pump: (1 + .5) / 3 against (1 + .5) / 2
    assert odds == pytest.approx({"tea": math.log(10 / 3), "pump": math.log(2 / 3)})


def test_a_text_gives_its_words_its_marks_and_its_neighbours() -> None:
    assert FLOOR["features"]("Koffie, Ans?\nNu.") == {"koffie", "ans", "?", "nu", "koffie ans", "ans ?", "? nu"}


def test_a_line_break_is_written_back() -> None:
    assert any("\n" in row["text"] for row in FLOOR["read"]("heldback.tsv"))
    assert not any("\\" in row["text"] for row in FLOOR["read"]("heldback.tsv"))
