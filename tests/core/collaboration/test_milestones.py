"""Milestones in titles, and the next difficult moment by hand."""

import pytest

from core.collaboration.items import item
from hecht.core.collaboration.milestones import Ahead, Milestone, kind_of, next_moment, proposed


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Ondertekening convenant Rietdelta", "covenant"),
        ("Ondertekening intentieverklaring Rietdelta", "intent"),
        ("Rietdelta: besluit kostenverdeling", "cost_decision"),
        ("Besluit over de kosten", "cost_decision"),
        ("Rietdelta: voorbereiding kostenverdeling", ""),
        ("Rietdelta: rekenblad kosten", ""),
        ("Verslag ondertekening convenant", ""),
        ("Kick-off Rietdelta", "start"),
        ("Behandeling watervergunning", "permit"),
        ("Waterschapsverkiezingen", "election"),
        ("Kadernota 2028", "budget"),
        ("Stuurgroep Rietdelta", ""),
        ("Signing of the covenant", "covenant"),
        ("Cost sharing decision", "cost_decision"),
        ("Koffie", ""),
    ],
)
def test_what_a_title_tells(title: str, kind: str) -> None:
    assert kind_of(title) == kind


def test_single_meetings_of_three_or_more_are_proposed_and_series_are_not() -> None:
    held = [
        item(10, 1, 2, 3, title="Ondertekening convenant", channel=2, key=7),
        item(11, 1, 2, title="Begroting", channel=2),  # two people: their own matter
        *(item(day, 1, 2, 3, title="Begroting", channel=2, thread=5) for day in (20, 50, 80)),
    ]
    assert proposed(held, {5}) == [
        Milestone("0000000000000007", 10, "covenant", "Ondertekening convenant", stated=False, key=7)
    ]


COSTS = Milestone("c", 130, "cost_decision", "kosten", stated=True)
SEATS = {1: "A", 4: "A", 2: "B", 3: "C", 5: "D"}
ITEMS = [
    item(20, 1, 2, channel=2, relation=85),
    item(99, 1, 2, relation=40),  # mail about the work
    item(90, 1, 3, channel=2, relation=85),
    item(95, 2, 5, channel=2, relation=85),  # of two others: not the observer's
]
AGENDA = [
    Ahead(1, 105, 0, "Stuurgroep", (1, 2, 3, 5)),
    Ahead(2, 110, 0, "Bij B", (1, 2)),
    Ahead(3, 131, 0, "Na afloop", (1, 5)),
]


def test_who_it_was_quiet_with_and_the_smallest_thing_that_exists() -> None:
    found = next_moment([COSTS], SEATS, ITEMS, AGENDA, observer=1, as_of=100)
    assert found is not None
    # 2: last informal 80 days ago; 3: ten days ago, fine; 5: never; 4 is of the observer's own party
    assert [(one.person, one.last, one.what, one.meeting and one.meeting.key) for one in found.quiet] == [
        (5, None, "before", 1),
        (2, 20, "before", 2),
    ]
    assert (found.left, found.fine, found.hidden) == (30, 1, 3)


@pytest.mark.parametrize(("day", "what"), [(125, "visit"), (110, "lunch"), (103, "call")])
def test_without_a_meeting_the_time_that_is_left_decides(day: int, what: str) -> None:
    found = next_moment([COSTS._replace(day=day)], SEATS, ITEMS, [], observer=1, as_of=100)
    assert found is not None
    assert {one.what for one in found.quiet} == {what}


def test_only_those_who_have_to_agree_and_only_what_is_difficult_and_near() -> None:
    named = next_moment([COSTS._replace(people=(3, 2))], SEATS, ITEMS, AGENDA, observer=1, as_of=100)
    assert named is not None
    assert [one.person for one in named.quiet] == [2]
    for other in (COSTS._replace(kind="vision"), COSTS._replace(day=221), COSTS._replace(day=99)):
        assert next_moment([other], SEATS, ITEMS, AGENDA, observer=1, as_of=100) is None
