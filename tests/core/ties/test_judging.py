"""Measures of chances by hand, and against every pair."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.ties.judging import auc, brier, calibration_error, calibration_table

SCORES = st.lists(st.tuples(st.integers(0, 9), st.booleans()), min_size=1, max_size=30)


@given(SCORES)
def test_auc_is_how_often_the_right_one_of_a_pair_stands_higher(scored: list[tuple[int, bool]]) -> None:
    score, alive = np.array([one for one, _ in scored]), np.array([came for _, came in scored])
    pairs = list(product(score[alive], score[~alive]))
    found = auc(score, alive)
    if pairs:
        assert found == pytest.approx(sum(1.0 if a > b else 0.5 if a == b else 0.0 for a, b in pairs) / len(pairs))
    else:
        assert found is None


def test_brier_and_calibration_by_hand() -> None:
    chance, alive = np.array([0.05, 0.15, 0.12, 1.0]), np.array([False, True, False, True])
    assert brier(chance, alive) == pytest.approx((0.0025 + 0.7225 + 0.0144) / 4)
    table = calibration_table(chance, alive)
    assert [(one.low, one.high, one.times, one.came) for one in table] == [
        (0.0, 0.1, 1, 0.0),
        (0.1, 0.2, 2, 0.5),
        (0.9, 1.0, 1, 1.0),
    ]
    assert [one.said for one in table] == pytest.approx([0.05, 0.135, 1.0])
    assert calibration_error(chance, alive) == pytest.approx((0.05 + 2 * 0.365 + 0) / 4)


def test_nothing_is_not_off() -> None:
    assert calibration_error(np.zeros(0), np.zeros(0, dtype=bool)) == 0.0
    assert calibration_table(np.zeros(0), np.zeros(0, dtype=bool)) == []
