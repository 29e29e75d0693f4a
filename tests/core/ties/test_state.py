"""States: both sides of every boundary of DESIGN section 5, in the order in which they are tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.ties.state import State, state


def told(
    active_days: int,
    silence: int,
    age: int,
    rhythm: float | None = 30.0,
    usual_longest: float | None = 30.0,
    *,
    whole: bool = False,
) -> str:
    found = state(
        active_days=active_days, silence=silence, age=age, rhythm=rhythm, usual_longest=usual_longest, whole=whole
    )
    return found.value


@pytest.mark.parametrize(
    ("active_days", "silence", "age", "expected"),
    [
        # peripheral: fewer than 3 active days and silent for more than 30
        (2, 31, 400, "peripheral"),
        (2, 30, 400, "living"),
        (3, 31, 400, "living"),
        (1, 1000, 1000, "peripheral"),
        # it goes before new
        (2, 31, 31, "peripheral"),
        (2, 30, 30, "new"),
        # new: first contact at most 60 days ago
        (3, 0, 60, "new"),
        (3, 0, 61, "living"),
        (3, 59, 60, "new"),
    ],
)
def test_peripheral_and_new(active_days: int, silence: int, age: int, expected: str) -> None:
    assert told(active_days, silence, age) == expected


@pytest.mark.parametrize(
    ("active_days", "silence", "rhythm", "expected"),
    [
        # dormant: silent for 90 or more, at least 3 active days, silent beyond 8 rhythms or 365 days
        (3, 90, 11.0, "dormant"),  # 8 * 11 = 88
        (3, 89, 11.0, "living"),
        (3, 90, 11.25, "living"),  # 8 * 11.25 = 90, not beyond
        (3, 91, 11.25, "dormant"),
        (3, 365, 100.0, "living"),
        (3, 366, 100.0, "dormant"),
        (4, 240, 30.0, "living"),
        (4, 241, 30.0, "dormant"),
    ],
)
def test_dormant(active_days: int, silence: int, rhythm: float, expected: str) -> None:
    assert told(active_days, silence, 2000, rhythm) == expected


@pytest.mark.parametrize(
    ("active_days", "silence", "usual_longest", "expected"),
    [
        # quieter: at least 5 active days, silent beyond max(14, twice the usual longest gap)
        (5, 15, 7, "quieter"),
        (5, 14, 7, "living"),
        (5, 15, 1, "quieter"),
        (5, 14, 1, "living"),
        (5, 16, 8, "living"),
        (5, 17, 8, "quieter"),
        (4, 17, 8, "living"),
        (5, 60, 30, "living"),
        (5, 61, 30, "quieter"),
    ],
)
def test_quieter(active_days: int, silence: int, usual_longest: float, expected: str) -> None:
    assert told(active_days, silence, 2000, 30.0, usual_longest) == expected


@pytest.mark.parametrize(
    ("active_days", "silence", "rhythm", "expected"),
    [
        # a whole network: silent beyond four mean rhythms
        (5, 40, 10.0, "living"),
        (5, 41, 10.0, "quieter"),
        (4, 41, 10.0, "living"),
        (5, 90, 10.0, "dormant"),
    ],
)
def test_quieter_in_a_whole_network(active_days: int, silence: int, rhythm: float, expected: str) -> None:
    # the tie's own percentile is not used there: it would make all of these quieter
    assert told(active_days, silence, 2000, rhythm, 1.0, whole=True) == expected


def test_dormant_goes_before_quieter() -> None:
    assert told(50, 100, 2000, 10.0, 12.0) == "dormant"


@given(
    st.integers(1, 40), st.integers(0, 800), st.integers(0, 800), st.floats(0.5, 200), st.floats(0.5, 200), st.booleans()
)  # fmt: skip
def test_the_order_of_the_states(
    active_days: int, silence: int, before: int, rhythm: float, usual_longest: float, whole: bool
) -> None:
    age = silence + before
    is_true = {
        "peripheral": active_days < 3 and silence > 30,
        "new": age <= 60,
        "dormant": silence >= 90 and active_days >= 3 and (silence > 8 * rhythm or silence > 365),
        "quieter": active_days >= 5 and (silence > 4 * rhythm if whole else silence > max(14, 2 * usual_longest)),
        "living": True,
    }
    expected = next(name for name, holds in is_true.items() if holds)
    assert told(active_days, silence, age, rhythm, usual_longest, whole=whole) == expected


def test_there_are_five() -> None:
    assert {one.value for one in State} == {"new", "living", "quieter", "dormant", "peripheral"}
