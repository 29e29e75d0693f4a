"""Organisations with which contact runs through one or two people: each share is worked out by hand."""

import pytest

from hecht.core.network.thin import Thin, thin

HOUSE = {1: "Delta", 2: "Delta", 3: "Delta", 4: "Kade", 5: "Kade", 6: "Own", 7: "Own", 8: "Own", 9: ""}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({1: 18, 2: 1, 3: 1}, [Thin("Delta", (1,), 0.9, 3)]),  # 18 of 20
        ({1: 10, 2: 8, 3: 4}, [Thin("Delta", (1, 2), 18 / 22, 3)]),  # .45 alone, .82 together
        ({1: 10, 2: 8, 3: 5}, []),  # 18 of 23 is .78
        ({1: 17, 2: 1, 3: 1}, []),  # nineteen days say too little
        ({4: 30, 5: 1}, []),  # of two people it goes without saying
        ({6: 40, 7: 1, 8: 1, 9: 50}, []),  # one's own organisation, and people without one
        ({1: 18, 2: 0, 3: 1}, []),  # somebody without contact is not known there
    ],
)
def test_thin(days: dict[int, int], expected: list[Thin]) -> None:
    assert thin(days, HOUSE, own=["Own"]) == expected


def test_the_one_with_most_contact_first() -> None:
    house = HOUSE | {10: "Kade"}
    found = thin({1: 18, 2: 1, 3: 1, 4: 40, 5: 1, 10: 1}, house)
    assert [one.organisation for one in found] == ["Kade", "Delta"]
