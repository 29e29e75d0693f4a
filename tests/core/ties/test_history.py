"""Active days as arrays, against counting them one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.ties.history import History

ROWS = st.dictionaries(
    st.tuples(st.sampled_from([(3, 7), (3, 9), (7, 9), (5, 9)]), st.integers(0, 900)),
    st.sampled_from([1, 2, 9]),
    min_size=1,
    max_size=40,
)
Rows = dict[tuple[tuple[int, int], int], int]


def made(rows: Rows) -> tuple[History, list[tuple[int, int]]]:
    a, b = zip(*(pair for pair, _ in rows), strict=True)
    history, pairs = History.of_pairs(a, b, [day for _, day in rows], list(rows.values()))
    return history, [(one, other) for one, other in pairs.tolist()]


@given(ROWS, st.integers(-5, 905))
def test_what_was_seen_on_a_day_counted_one_by_one(rows: Rows, day: int) -> None:
    history, pairs = made(rows)
    seen = history.seen(day)
    expected = {}
    for pair in pairs:
        days = {when: channel for (one, when), channel in rows.items() if one == pair and day - 548 < when <= day}
        if days:
            by = [list(days.values()).count(channel) for channel in (1, 2, 9)]
            expected[pair] = (day - max(days), len(days), (1, 2, 9)[by.index(max(by))])
    found = zip(seen.ties, seen.silence, seen.active, seen.channel, strict=True)
    assert {pairs[tie]: (silence, active, channel) for tie, silence, active, channel in found} == expected


@given(ROWS, st.integers(0, 900), st.integers(1, 200))
def test_who_had_contact_after_it(rows: Rows, day: int, horizon: int) -> None:
    history, pairs = made(rows)
    seen = history.seen(day)
    found = {pairs[tie] for tie, alive in zip(seen.ties, history.alive(seen, horizon), strict=True) if alive}
    known = {pairs[tie] for tie in seen.ties}
    assert found == {pair for pair, when in rows if pair in known and day < when <= day + horizon}


@given(ROWS, st.integers(0, 900))
def test_decayed_days(rows: Rows, day: int) -> None:
    history, pairs = made(rows)
    exact = [sum(2 ** (-(day - when) / 30) for one, when in rows if one == pair and when <= day) for pair in pairs]
    assert history.decayed(day, 30) == pytest.approx(exact)


def test_the_ties_of_one_person() -> None:
    history = History.of_one([[1, 5], [], [2, 3, 9]], [[1, 1], [], [9, 9, 1]])
    assert history.people == 4
    seen = history.seen(4)
    assert (seen.ties.tolist(), seen.silence.tolist(), seen.active.tolist()) == ([0, 2], [3, 1], [1, 2])
    assert seen.channel.tolist() == [1, 9]
    assert history.alive(seen, 1).tolist() == [True, False]
    assert history.alive(seen, 5).tolist() == [True, True]
    half = seen.only(np.array([False, True]))
    assert (half.ties.tolist(), half.silence.tolist(), half.channel.tolist()) == ([2], [1], [9])


def test_nothing() -> None:
    history = History.of_one([], [])
    assert history.begin == 0
    assert len(history.seen(10).ties) == 0
    history, pairs = History.of_pairs([], [], [], [])
    assert (len(history.seen(10).ties), len(pairs)) == (0, 0)
