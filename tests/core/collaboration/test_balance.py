"""Content and relation: each scenario on plain series, and what must never be said."""

from itertools import combinations
from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.collaboration.items import item
from hecht.core.collaboration.balance import (
    Balance,
    Scenario,
    balance,
    seen_part,
)
from hecht.core.collaboration.course import Course
from hecht.core.collaboration.item import Item
from hecht.core.collaboration.milestones import Milestone

PARTY = {1: "A", 2: "B", 3: "C"}
LINES = list(combinations("ABC", 2))


def course(months: int, warm: range, every: int = 2) -> list[Item]:
    """Contact of each two parties every other day, of which one in three has room in the months of `warm`."""
    found = []
    for day in range(0, 30 * months, every):
        for index, (a, b) in enumerate(((1, 2), (1, 3), (2, 3))):
            room = day // 30 in warm and (day // every + index) % 3 == 0
            found.append(item(day, a, b, channel=2, relation=85 if room else 5))
    return found


def look(items: list[Item], as_of: int, **more: object) -> Balance:
    return balance([one for one in items if one.day <= as_of], PARTY, 0, as_of, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("warm", "scenario"),
    [
        (range(12), Scenario.TOGETHER),
        (range(0), Scenario.CONTENT_FIRST),
        (range(6), Scenario.RELATION_FIRST),
        (range(6, 12), Scenario.TOGETHER),
    ],
)
def test_plain_courses(warm: range, scenario: Scenario) -> None:
    found = look(course(12, warm), 359)
    assert found.scenario is scenario
    assert found.certainty > 0.9
    assert found.seen_share == 1.0


def test_the_turn_is_dated_and_seen_within_two_months_and_not_before() -> None:
    items = course(12, range(6))
    found = look(items, 359)
    assert found.since is not None
    assert abs(found.since - 180) <= 15
    assert (found.before.room > 0, found.after.room) == (True, 0)
    assert look(items, 180 + 60).scenario is Scenario.RELATION_FIRST
    assert look(items, 180).scenario is Scenario.TOGETHER


def test_a_turn_that_lasted_is_said_sooner_than_a_fresh_one(monkeypatch: pytest.MonkeyPatch) -> None:
    # one certainty, between what is asked of a fresh turn (.9) and of one that lasted fifty days (.74)
    items, as_of = course(12, range(6)), 300
    for since, said in ((as_of - 40, Scenario.UNCLEAR), (as_of - 60, Scenario.RELATION_FIRST)):
        weighed = Course(0.1, 0.8, 0.1, since)
        monkeypatch.setattr("hecht.core.collaboration.balance.course", lambda *_, given=weighed: given)
        found = look(items, as_of)
        assert (found.scenario, found.certainty) == (said, 0.8)


def test_the_agreement_before_the_turn_is_named() -> None:
    signed = Milestone("c", 170, "covenant", "convenant", stated=True)
    later = Milestone("d", 300, "covenant", "nog een", stated=True)
    assert look(course(12, range(6)), 359, milestones=[signed, later]).agreed == signed
    assert look(course(12, range(6)), 359, milestones=[later]).agreed is None


def test_little_contact_is_said_of_a_whole_view_and_never_of_one_mailbox() -> None:
    few = [item(day, 1, 2) for day in range(0, 360, 45)] + [item(day, 2, 3) for day in range(0, 360, 45)]
    found = look(few, 359)
    assert found.scenario is Scenario.LITTLE_CONTACT
    assert found.rate < 2
    mine = look([one for one in few if 1 in one.people], 359, observers={1})
    assert mine.scenario is Scenario.UNCLEAR
    assert look(few, 45).why == "early"


def test_contact_of_unknown_tone_is_no_little_contact() -> None:
    silent = [one._replace(relation=None) for one in course(6, range(6))]
    found = look(silent, 179)
    assert (found.scenario, found.why, found.months) == (Scenario.UNCLEAR, "toneless", ())
    assert look([one for one in silent[:3] if 1 in one.people], 5, observers={1}).why == "few"


def test_below_half_seen_it_is_not_yet_to_be_said() -> None:
    party = {1: "A", 2: "B", 3: "C", 4: "D", 5: "E"}
    alone = [item(day, 1, other, channel=2) for day in range(0, 200, 2) for other in (2, 3, 4, 5)]
    found = balance(alone, party, 0, 199, observers={1})
    assert (found.scenario, found.why, found.seen_share) == (Scenario.UNCLEAR, "unseen", 0.4)
    told = balance(alone, party, 0, 199, observers={1}, reported=[("B", "C")])
    assert told.seen_share == 0.5
    assert told.scenario is Scenario.CONTENT_FIRST


def test_the_part_that_is_seen_by_hand() -> None:
    # three parties, of which A watches two lines of three: 10 joint days, 4 days on A-B and 2 on A-C alone, so B = 3 a line
    joint = [item(day, 1, 2, 3) for day in range(10)]
    apart = [item(20 + day, 1, 2) for day in range(4)] + [item(30 + day, 1, 3) for day in range(2)]
    assert isclose(seen_part([*joint, *apart], PARTY, LINES[:2]), (10 + 2 / 3 * 3) / (10 + 3))
    assert seen_part([], PARTY, LINES[:2]) == 2 / 3
    assert seen_part(joint, PARTY, LINES) == 1.0
    assert seen_part([], {1: "A"}, []) == 1.0


def test_both_amounts_of_a_month_add_up_to_its_contact() -> None:
    # two mails of 20 and one of 70 in January 1970: 0.8 + 0.8 + 0.3 of content, 0.2 + 0.2 + 0.7 of relation
    items = [
        item(3, 1, 2, relation=20),
        item(4, 1, 2, relation=20),
        item(5, 1, 3, relation=70),
        item(6, 1, 2, relation=None),
    ]
    (month,) = look(items, 20).months
    assert (month.month, month.task, month.relation) == ("1970-01", 1.9, 1.1)


SERIES = st.lists(
    st.tuples(
        st.integers(0, 300), st.sampled_from([(1, 2), (1, 3), (2, 3), (1, 2, 3)]), st.integers(0, 100) | st.none()
    ),
    max_size=60,
)


@settings(deadline=None)
@given(SERIES, st.integers(0, 300))
def test_nothing_later_is_seen_and_one_mailbox_never_says_little(
    rows: list[tuple[int, tuple[int, ...], int | None]], as_of: int
) -> None:
    items = [
        item(day, *people, relation=part, channel=2, key=number + 1) for number, (day, people, part) in enumerate(rows)
    ]
    whole = balance(items, PARTY, 0, as_of)
    assert whole == balance([one for one in items if one.day <= as_of], PARTY, 0, as_of)
    assert whole == balance(list(reversed(items)), PARTY, 0, as_of)
    assert 0 <= whole.certainty <= 1
    mine = balance([one for one in items if 1 in one.people], PARTY, 0, as_of, observers={1})
    assert mine.scenario is not Scenario.LITTLE_CONTACT
    assert mine.since is None or 0 <= mine.since <= as_of
