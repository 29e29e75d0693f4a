"""Model D and what it is made of, by hand and against plain loops."""

from itertools import combinations
from math import exp, log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.ties.around import features, logits, shared
from hecht.core.ties.history import History

#          a - b: days 0, 60, 90   a - c: 90   b - c: 30   c - d: 95     looked at on day 100
ROWS = [(1, 2, 0), (1, 2, 60), (1, 2, 90), (1, 3, 90), (2, 3, 30), (3, 4, 95)]
NOW = 100


def test_the_features_of_a_small_network_by_hand() -> None:
    a, b, day = zip(*ROWS, strict=True)
    history, pairs = History.of_pairs(a, b, day, [1] * len(ROWS))
    found = features(history, history.seen(NOW))
    assert pairs[0].tolist() == [1, 2]

    def decayed(half: float, *ages: int) -> float:
        return sum(2 ** (-age / half) for age in ages)

    of_1 = {h: decayed(h, 100, 40, 10) + decayed(h, 10) for h in (7, 30, 90, 180)}
    of_2 = {h: decayed(h, 100, 40, 10) + decayed(h, 70) for h in (7, 30, 90, 180)}
    common = sqrt(decayed(90, 10) * decayed(90, 70))  # c alone is shared, by ties of one day each
    change = sorted(log((of[30] + 1) / (of[180] + 1)) for of in (of_1, of_2))
    expected = [
        log(11),  # silent for 10 days
        log(3),
        log(11),  # both were last active on day 90
        log(decayed(30, 70) + 0.1),  # the second has only one tie besides, of day 30
        log(common + 0.1),
        log(decayed(30, 100, 40, 10) + 0.1),
        log(of_2[7] + 0.1),
        log(of_1[30] + 0.1),
        log(11 / (100 / 3 + 1)),
        log(3 + 0.1),  # ages 100, 40 and 10 lie in three weeks
        log(common / sqrt(of_1[90] * of_2[90]) + 0.01),
        *change,
    ]
    assert found[0] == pytest.approx(expected)


def test_model_d_as_it_was_frozen() -> None:
    # silence 10, active 3, d_seen 20, o 0.5, s 2, horizon 90; what comes after the fifth counts for nothing
    row = [log(11), log(3), log(21), log(0.6), log(2.1), 5, 5, 5, 5, 5, 5, 5, 5]
    expected = -3.97 - 0.45 * log(11) + 0.78 * log(3) - 0.28 * log(21) - 0.11 * log(0.6) + 0.17 * log(2.1)
    assert logits(np.array([row]), 90) == pytest.approx([expected + 1.05 * log(90)])
    # -3.97 - 1.07905 + 0.85692 - 0.85247 + 0.05619 + 0.12613 = -4.86228; + 1.05 * 4.49981 = -0.13748
    assert 1 / (1 + exp(-expected - 1.05 * log(90))) == pytest.approx(0.46568, abs=1e-4)


WEIGHTS = st.dictionaries(st.sampled_from(list(combinations(range(7), 2))), st.floats(0, 5), min_size=1, max_size=21)


@given(WEIGHTS)
def test_shared_contacts_against_a_loop(weights: dict[tuple[int, int], float]) -> None:
    a, b = zip(*weights, strict=True)
    history, pairs = History.of_pairs(a, b, [1] * len(a), [1] * len(a))
    of = {frozenset(pair): weight for pair, weight in weights.items()}
    weight = np.array([of[frozenset(pair)] for pair in pairs.tolist()])
    exact = [
        sum(sqrt(of.get(frozenset((one, c)), 0) * of.get(frozenset((other, c)), 0)) for c in range(7))
        for one, other in pairs.tolist()
    ]
    assert shared(history, weight, np.arange(len(pairs))) == pytest.approx(exact, abs=1e-9)


def test_no_ties_no_features() -> None:
    history, _ = History.of_pairs([1], [2], [5], [1])
    assert features(history, history.seen(4)).shape == (0, 13)
