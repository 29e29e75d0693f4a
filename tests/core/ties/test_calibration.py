"""Calibration on made logs whose truth is known, and that it never looks ahead."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.ties import around
from hecht.core.ties.calibration import (
    Window,
    added,
    believed,
    brier,
    level_with,
    offsets,
    sigmoid,
    window_days,
)
from hecht.core.ties.chances import own_chances, whole_chances
from hecht.core.ties.contact import logits, p_contact
from hecht.core.ties.history import Flags, Floats, History, Ints, Seen


def window(day: int, logit: Floats, alive: Flags, channel: Ints | None = None) -> Window:
    some = np.zeros(len(logit), dtype=np.int64)
    return Window(Seen(day, some, some, some + 1, some + 1 if channel is None else channel, some), logit, alive)


def drawn(true: list[float], ties: int = 3000, *, channel: int = 1, seed: int = 1) -> list[Window]:
    """Make windows of 30 days in which the logits are off by `true`."""
    chance = np.random.default_rng(seed)
    made = []
    for index, off in enumerate(true):
        logit = chance.normal(-1, 1, ties)
        alive = chance.random(ties) < sigmoid(logit + off)
        made.append(window(60 + 30 * index, logit, alive, np.full(ties, channel)))
    return made


def test_when_windows_begin() -> None:
    # after 60 days of history, on multiples of 30, ended by the day itself, twelve at most
    assert window_days(0, 149, 30) == [60, 90]
    assert window_days(0, 150, 30) == [60, 90, 120]
    assert window_days(1, 150, 30) == [90, 120]
    assert window_days(0, 240, 180) == [60]
    assert window_days(0, 239, 180) == []
    assert window_days(0, 1000, 30) == list(range(630, 961, 30))


def test_an_offset_that_windows_agree_on_is_found() -> None:
    found = offsets(drawn([-1.5] * 8), 30)
    assert found.keys() == {1}
    # shrunk by the doubt that holidays leave: 1 / (1 + .16 / 8) of -1.5
    assert found[1] == pytest.approx(-1.5 / 1.02, abs=0.03)


def test_what_holidays_may_do_is_not_believed() -> None:
    # what the windows of Eu were off by: no offset would have helped the next one
    assert offsets(drawn([0.43, 0.39, 0.43, -0.02, -0.66, 0.18]), 30) == {}
    assert offsets(drawn([0.3] * 8), 30) == {}
    assert offsets(drawn([0.0] * 12), 30) == {}


def test_an_offset_that_no_longer_holds_is_dropped() -> None:
    assert offsets(drawn([-1.5] * 8 + [0.0]), 30) == {}


def test_channels_are_kept_apart() -> None:
    mail, chat = drawn([0.0] * 8), drawn([-1.5] * 8, channel=9, seed=2)
    both = [
        window(
            one.seen.day,
            np.concatenate([one.logit, two.logit]),
            np.concatenate([one.alive, two.alive]),
            np.concatenate([one.seen.channel, two.seen.channel]),
        )
        for one, two in zip(mail, chat, strict=True)
    ]
    found = offsets(both, 30)
    assert found == offsets(chat, 30)
    assert added(np.zeros(2), both[0].seen.only(np.array([True] + [False] * 5998 + [True])), found) == pytest.approx(
        [0, found[9]]
    )


def test_too_little_teaches_nothing() -> None:
    assert offsets(drawn([-1.5] * 8, ties=24), 30) == {}  # 192 ties times windows
    assert offsets(drawn([-1.5], ties=3000), 30) == {}
    assert offsets([], 30) == {}


def test_overlapping_windows_count_less() -> None:
    # of twelve windows of 180 days that begin every 30 two stand on their own: .16 / 2 leaves too much doubt for .8
    assert believed(drawn([-0.8] * 12), 30) < -0.7
    assert believed(drawn([-0.8] * 12), 180) == 0.0
    assert believed([], 30) == 0.0


def test_a_window_in_which_nobody_had_contact_teaches_too() -> None:
    silent = [window(60 + 30 * index, np.zeros(300), np.zeros(300, dtype=bool)) for index in range(8)]
    assert offsets(silent, 30)[1] < -2


def test_brier_by_hand() -> None:
    one = window(0, np.array([0.0, log_odds(0.8)]), np.array([False, True]))
    assert brier(one, 0.0) == pytest.approx((0.25 + 0.04) / 2)


def log_odds(chance: float) -> float:
    return float(np.log(chance / (1 - chance)))


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=20), st.floats(0.01, 0.99))
def test_a_level_gives_the_mean_that_is_asked(logit: list[float], chance: float) -> None:
    given_ = np.array(logit)
    assert sigmoid(given_ + level_with(given_, chance)).mean() == pytest.approx(chance, abs=1e-6)


def test_many_logits_are_those_of_one_tie() -> None:
    silence, active = np.array([0, 5, 400]), np.array([1, 30, 7])
    for horizon in (30, 90, 180):
        one_by_one = [p_contact(int(s), int(n), horizon) for s, n in zip(silence, active, strict=True)]
        assert sigmoid(logits(silence, active, horizon)) == pytest.approx(one_by_one)


# --- chances on a day ---

PAIRS = [(1, 2), (1, 3), (2, 3), (3, 4), (4, 5), (1, 5)]
ACTIVE = st.sets(st.tuples(st.sampled_from(PAIRS), st.integers(0, 400)), min_size=1, max_size=60)


def of(rows: set[tuple[tuple[int, int], int]]) -> tuple[History, list[tuple[int, int]]]:
    ordered = sorted(rows)
    a, b = zip(*(pair for pair, _ in ordered), strict=True)
    history, pairs = History.of_pairs(a, b, [day for _, day in ordered], [1] * len(ordered))
    return history, [(one, other) for one, other in pairs.tolist()]


@settings(deadline=None, max_examples=40)
@given(ACTIVE, st.integers(150, 400))
def test_no_chance_sees_what_came_later(rows: set[tuple[tuple[int, int], int]], as_of: int) -> None:
    before = {row for row in rows if row[1] <= as_of}
    if not before:
        return
    (all_of_it, pairs), (seen, known) = of(rows), of(before)
    for chances in (own_chances, whole_chances):
        later, now = chances(all_of_it, as_of), chances(seen, as_of)
        assert [pairs[tie] for tie in later.seen.ties] == [known[tie] for tie in now.seen.ties]
        assert later.chance == pytest.approx(now.chance, abs=1e-9)
        assert ((now.chance >= 0) & (now.chance <= 1)).all()


def leaving(seed: int, *, people: int = 60, days: int = 600) -> History:
    """Make a network in which each pair has a rhythm of its own, and people are away for two months now and then."""
    chance = np.random.default_rng(seed)
    away = {one: set(chance.choice(days // 60, 3, replace=False).tolist()) for one in range(people)}
    rows = [
        (one, other, day)
        for one in range(people)
        for other in range(one + 1, people)
        if chance.random() < 0.3
        for gap in [chance.choice([4, 12, 40])]
        for day in np.unique(chance.integers(0, days, days // int(gap) + 1)).tolist()
        if day // 60 not in away[one] | away[other]
    ]
    a, b, day = zip(*rows, strict=True)
    history, _ = History.of_pairs(a, b, day, [1] * len(rows))
    return history


def test_what_is_around_a_tie_tells_more_than_the_tie_alone() -> None:
    # on day 560 those who are away have been so for three weeks, and will be for a month and more
    history = leaving(3)
    whole, own = whole_chances(history, 560), own_chances(history, 560)
    alive = history.alive(whole.seen, 30)
    assert np.mean((whole.chance[:, 0] - alive) ** 2) < 0.9 * np.mean((own.chance[:, 0] - alive) ** 2)
    assert whole.taught[0]
    # who is away tells so much within a month that the level is model D's there; further on it is model A's
    assert whole.offset == own.offset == ({}, {}, {})
    by_d = sigmoid(around.logits(around.features(history, whole.seen), 30))
    assert whole.chance.mean(axis=0) == pytest.approx([by_d.mean(), *own.chance.mean(axis=0)[1:]])


def test_a_young_network_keeps_the_frozen_model() -> None:
    history = leaving(3)
    found = whole_chances(history, 89)
    assert found.taught == (False, False, False)
    assert found.offset == ({}, {}, {})
