"""Contact between organisations: which pairs an interaction joins, and their amounts by month, worked out by hand."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.ties.between import Joined, between, by_pair, pairs_of

JAN = 20_454  # 2026-01-01, by `date -d 2026-01-01 +%s` / 86400
MAIL, MEETING = 1, 2


def mail(key: int, day: int, relation: int, sender: str, *others: str, friction: int = 0) -> Joined:
    return Joined(key, day, MAIL, relation, friction, frozenset([sender]), frozenset(others))


def meeting(key: int, day: int, relation: int, *houses: str) -> Joined:
    return Joined(key, day, MEETING, relation, 0, frozenset(), frozenset(houses))


def test_a_mail_joins_its_sender_with_each_and_a_meeting_joins_every_two() -> None:
    assert pairs_of(mail(1, JAN, 0, "Stad", "Polder", "Dijk", "Stad")) == [("Dijk", "Stad"), ("Polder", "Stad")]
    assert pairs_of(meeting(2, JAN, 0, "Stad", "Polder", "Dijk")) == [
        ("Dijk", "Polder"),
        ("Dijk", "Stad"),
        ("Polder", "Stad"),
    ]
    assert pairs_of(meeting(3, JAN, 0, "Stad")) == []
    assert pairs_of(mail(4, JAN, 0, "Stad", "")) == []  # it is not known where the other works


def test_amounts_of_a_pair_by_month() -> None:
    items = [
        mail(1, JAN, 20, "Stad", "Polder"),
        meeting(2, JAN + 1, 60, "Stad", "Polder", "Dijk"),
        mail(3, JAN + 31, 100, "Polder", "Stad"),
    ]
    found = {(one.a, one.b): one for one in between(items)}
    assert sorted(found) == [("Dijk", "Polder"), ("Dijk", "Stad"), ("Polder", "Stad")]
    one = found["Polder", "Stad"]
    first, second = one.months
    assert (first.month, first.task, first.relation, first.count) == ("2026-01", 1.2, 0.8, 2)  # 80 + 40, 20 + 60
    assert (second.month, second.task, second.relation, second.count) == ("2026-02", 0.0, 1.0, 1)
    assert one.share is None  # three interactions say nothing of a share
    assert found["Dijk", "Stad"].months[0].relation == 0.6


def test_the_share_of_a_month_is_drawn_to_that_of_the_pair_which_is_drawn_to_the_habit() -> None:
    (one,) = between([mail(1, JAN, 0, "Stad", "Polder"), mail(2, JAN + 31, 100, "Stad", "Polder")])
    # habit: (0 + 100) / 200 = .5, so the pair's is (10 * .5 + 1) / 12 = .5; January (10 * .5 + 0) / 11, one standard
    # deviation sqrt(p (1 - p) / 12)
    part = 5 / 11
    half = 1.645 * sqrt(part * (1 - part) / 12)
    assert one.months[0].share == pytest.approx(part, abs=0.001)
    assert one.months[0].low == pytest.approx(part - half, abs=0.001)
    assert one.months[0].high == pytest.approx(part + half, abs=0.001)
    assert one.months[1].share == pytest.approx(6 / 11, abs=0.001)


def test_who_sent_it_is_said_for_the_first_of_a_pair() -> None:
    found = by_pair([mail(1, JAN, 0, "Polder", "Stad"), mail(2, JAN, 0, "Stad", "Polder")])
    assert [item.mine for item in found["Polder", "Stad"]] == [True, False]


HOUSES = st.sampled_from(["Stad", "Polder", "Dijk", "Kade", ""])
ITEMS = st.builds(
    lambda key, day, relation, sender, others: Joined(
        key, JAN + day, MAIL if sender else MEETING, relation, 0, frozenset(sender), frozenset(others)
    ),
    st.integers(0, 99),
    st.integers(0, 200),
    st.integers(0, 100),
    st.lists(HOUSES, max_size=1),
    st.lists(HOUSES, max_size=4),
)


@given(st.lists(ITEMS, max_size=30))
def test_nothing_is_lost_and_every_share_lies_within_its_interval(items: list[Joined]) -> None:
    found = between(items)
    assert sum(one.count for one in found) == sum(len(pairs_of(item)) for item in items)
    for one in found:
        assert one.a < one.b
        assert sum(month.count for month in one.months) == one.count
        for month in one.months:
            assert month.task + month.relation == pytest.approx(month.count, abs=0.011)
            assert 0 <= month.low <= month.share <= month.high <= 1


def test_without_interactions_there_is_nothing() -> None:
    assert between([]) == []
