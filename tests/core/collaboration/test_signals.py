"""Signals and conditions: each sign by hand, few at once, and none in the beginning."""

from typing import Any

from core.collaboration.items import item
from hecht.core.collaboration.agreements import Agreement
from hecht.core.collaboration.balance import Balance, Scenario
from hecht.core.collaboration.conditions import Trust, trust
from hecht.core.collaboration.forms import Pictures
from hecht.core.collaboration.item import Item
from hecht.core.collaboration.occasions import Stretch
from hecht.core.collaboration.seen import Bridge, matrix
from hecht.core.collaboration.signals import Signal, signals

PARTY = {1: "A", 2: "B", 3: "C"}
PEOPLE = {"A": [1], "B": [2], "C": [3]}


def course(scenario: Scenario) -> Balance:
    return Balance(scenario, 50, 0.9, 1.0, (), Stretch(20, 8), Stretch(15, 1), None, 3.0)


CALM = course(Scenario.TOGETHER)


def given(items: list[Item], as_of: int = 200, found: Balance = CALM, **more: Any) -> list[Signal]:
    cells = matrix(PEOPLE, items, {1})
    return signals(found, cells, items, PARTY, start=0, as_of=as_of, **more)


LIVING = [item(day, a, b) for day in range(0, 201, 10) for a, b in ((1, 2), (2, 1), (1, 3), (3, 1))]


def test_all_well_gives_none() -> None:
    assert given(LIVING) == []


def test_the_course_gives_one_with_its_question() -> None:
    (turned,) = given(LIVING, found=course(Scenario.RELATION_FIRST))
    assert (turned.kind, turned.question, turned.since) == ("turned", "beside_the_papers", 50)
    assert [(one.what, one.number, one.text) for one in turned.reasons] == [("before", 8, "20"), ("after", 1, "15")]
    assert [one.kind for one in given(LIVING, found=course(Scenario.CONTENT_FIRST))] == ["content_only"]


def test_a_rub_that_fell_silent_and_one_that_was_handled_well() -> None:
    rubbed = [item(day, 1, 2, friction=80, key=9000 + day) for day in (100, 105)]
    before = [item(day, 1, 2) for day in range(0, 100, 10)]
    others = [one for one in LIVING if 3 in one.people]
    (silent,) = given([*before, *rubbed, *others])
    assert (silent.kind, silent.parties, silent.since) == ("rubbed_silent", ("A", "B"), 105)
    well = given(
        [*before, *rubbed, *others, item(120, 1, 2, channel=2, relation=85), *(one for one in LIVING if one.day > 120)]
    )
    assert [(one.kind, one.question) for one in well] == [("rubbed_well", "what_helped")]
    once = given([*before, rubbed[0], *LIVING])
    assert once == []  # one mark says too little


def test_silence_is_asked_about_on_lines_that_are_seen_alone() -> None:
    quiet = [one for one in LIVING if 3 in one.people or one.day <= 120]
    assert [(one.kind, one.parties, one.since) for one in given(quiet)] == [("silent", ("A", "B"), 120)]
    assert given([one for one in LIVING if one.day <= 145], as_of=200) == []  # 60 days is not long


def test_what_is_there_in_name_takes_two_of_three_signs() -> None:
    late = Agreement("x", "Rekenblad", (1,), 150, None)
    differ = Pictures({"A": "functional", "B": "exploratory"}, differ=True, most="functional", needs=())
    met = [item(day, 1, 2, 3, channel=2, key=7000 + day) for day in (50, 80, 110, 140)]
    words = [one for one in LIVING if one.people[0] != 3]
    assert given(LIVING, agreements=[late]) == []
    (two,) = given(LIVING, agreements=[late], pictures=differ)
    assert (two.kind, two.question, [one.what for one in two.reasons]) == (
        "in_name",
        "what_does_it_bring",
        ["open", "pictures"],
    )
    (idle,) = given([*words, *met], agreements=[late])
    assert (idle.parties, [(one.what, one.number) for one in idle.reasons]) == (("C",), [("open", 1), ("meetings", 4)])
    assert given(LIVING, agreements=[late._replace(done=190)], pictures=differ) == []
    assert (
        given(LIVING, agreements=[late._replace(by=190)], pictures=differ) == []
    )  # ten days: nobody is asked on the day


def test_at_the_beginning_only_a_rub_is_said_and_never_more_than_three() -> None:
    everything: dict[str, Any] = {"bridges": [Bridge(1, "A"), Bridge(2, "B"), Bridge(3, "C")], "look_back": 210}
    assert given(LIVING, as_of=59, found=course(Scenario.CONTENT_FIRST)) == []
    found = given(LIVING, found=course(Scenario.RELATION_FIRST), **everything)
    assert [one.kind for one in found] == ["turned", "one_person", "one_person"]
    assert [one.kind for one in given(LIVING, look_back=210)] == ["look_back"]


def test_trust_grows_from_meeting_from_room_and_from_what_was_shared() -> None:
    items = [
        item(10, 1, 2, 3, channel=2, relation=0),  # shared by all, but long ago: shared does not wear off
        item(100, 1, 2, 3, channel=2, relation=0),
        item(110, 1, 2, channel=2, relation=85),
        item(110, 1, 2, relation=90),  # the same day, the same two
        item(120, 1, 3, relation=90),
    ]
    assert trust(items, PARTY, 200) == Trust(meetings=2, one_to_one=2, shared=2)
