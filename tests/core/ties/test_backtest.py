"""A backtest against counting by hand and against the model, window by window."""

import numpy as np
import pytest

from hecht.core.ties.backtest import backtest
from hecht.core.ties.contact import p_contact
from hecht.core.ties.history import History

AS_OF = 400


def mailed(seed: int = 5, ties: int = 80, gaps: tuple[int, ...] = (3, 15, 60)) -> list[list[int]]:
    """Make ties that each have a rhythm of their own and a day on which they begin and end."""
    chance = np.random.default_rng(seed)
    made = []
    for _ in range(ties):
        begin, end = sorted(chance.integers(0, 460, 2).tolist())
        days = np.unique(chance.integers(begin, end + 1, int((end - begin) / chance.choice(gaps)) + 1))
        made.append([int(day) for day in days])
    made[0] = [0, *range(5, 460, 9)]
    return made


def test_against_the_model_window_by_window() -> None:
    days = mailed()
    found = backtest(History.of_one(days, [[1] * len(one) for one in days]), AS_OF)
    month = found.contact[0]
    pairs = []
    for start in range(60, 371, 30):  # after 60 days of history, ended by day 400
        for one in days:
            before = [day for day in one if day <= start]
            if before:
                alive = any(start < day <= start + 30 for day in one)
                pairs.append((p_contact(start - before[-1], len(before), 30), alive))
    assert (month.horizon, month.windows, month.count) == (30, 11, len(pairs))
    came = float(np.mean([alive for _, alive in pairs]))
    assert month.came == pytest.approx(came)
    # nothing was to be corrected here, so that what is judged is the model itself
    assert month.brier == pytest.approx(np.mean([(chance - alive) ** 2 for chance, alive in pairs]))
    assert month.brier_same == pytest.approx(came * (1 - came))
    apart = [(one, other) for one, alive in pairs if alive for other, stayed in pairs if not stayed]
    assert month.auc == pytest.approx(np.mean([1.0 if a > b else 0.5 if a == b else 0.0 for a, b in apart]))
    assert sum(one.times for one in month.table) == month.count
    half = found.contact[2]
    assert (half.horizon, half.windows) == (180, 6)  # days 60, 90 ... 210


def test_waking_is_judged_on_who_was_quiet_for_three_months() -> None:
    days = mailed(ties=900, gaps=(60,))
    found = backtest(History.of_one(days, [[1] * len(one) for one in days]), AS_OF).wake
    asleep = [
        any(start < day <= start + 90 for day in one)
        for start in range(60, 311, 30)
        for one in days
        if len([day for day in one if day <= start]) >= 3 and start - max(day for day in one if day <= start) >= 90
    ]
    assert found.count == len(asleep)
    assert found.came == pytest.approx(np.mean(asleep))


def test_what_came_later_is_never_seen() -> None:
    days = mailed()
    known = [[day for day in one if day <= AS_OF] for one in days]
    later = backtest(History.of_one(days, [[1] * len(one) for one in days]), AS_OF)
    assert later == backtest(History.of_one(known, [[1] * len(one) for one in known]), AS_OF)


def test_too_little_is_said() -> None:
    days = [[0, 20, 40], [10, 30]]
    found = backtest(History.of_one(days, [[1] * 3, [1] * 2]), 120)
    assert [one.horizon for one in found.contact] == [30]
    assert (found.contact[0].count, found.contact[0].auc, found.contact[0].table) == (4, None, ())
    assert found.wake.count == 0
    nothing = backtest(History.of_one([], []), 120)
    assert nothing.contact[0].came is None


def test_a_whole_network() -> None:
    days = mailed()
    rows = [(index // 9, 10 + index % 9, day) for index, one in enumerate(days) for day in one]
    a, b, day = zip(*rows, strict=True)
    history, pairs = History.of_pairs(a, b, day, [1] * len(rows))
    found = backtest(history, AS_OF, whole=True).contact[0]
    assert found.ties <= len(pairs) == 80
    assert found.auc is not None
    assert found.auc > 0.7
