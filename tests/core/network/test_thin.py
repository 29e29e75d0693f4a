"""Organisations and topics on which contact runs through one or two people: each share is worked out by hand."""

import pytest

from hecht.core.network.thin import Thin, thin


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({1: 18, 2: 1, 3: 1}, [Thin("Delta", (1,), 0.9, 3)]),  # 18 of 20
        ({1: 10, 2: 8, 3: 4}, [Thin("Delta", (1, 2), 18 / 22, 3)]),  # .45 alone, .82 together
        ({1: 10, 2: 8, 3: 5}, []),  # 18 of 23 is .78
        ({1: 17, 2: 1, 3: 1}, []),  # nineteen days say too little
        ({4: 30, 5: 1}, []),  # of two people it goes without saying
        ({1: 18, 2: 0, 3: 1}, []),  # somebody without contact is not known there
    ],
)
def test_thin(days: dict[int, int], expected: list[Thin[str]]) -> None:
    assert thin({"Delta": days}) == expected


def test_ones_own_is_not_looked_at() -> None:
    assert thin({"Own": {6: 40, 7: 1, 8: 1}}, own=["Own"]) == []


def test_fewer_days_may_be_enough() -> None:
    assert thin({"pump": {1: 9, 2: 1, 3: 1}}, fewest=10) == [Thin("pump", (1,), 9 / 11, 3)]


def test_the_one_with_most_contact_first() -> None:
    found = thin({"Delta": {1: 18, 2: 1, 3: 1}, "Kade": {4: 40, 5: 1, 10: 1}})
    assert [one.group for one in found] == ["Kade", "Delta"]
