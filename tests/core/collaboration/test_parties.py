"""Proposing collaborations from titles and from who came, on made-up meetings counted by hand."""

import pytest

from hecht.core.collaboration.parties import Delegate, Held, matter, propose

HOUSE = {1: "A", 2: "B", 3: "C", 4: "A", 5: "B", 9: ""}


def series(title: str, *days: int, people: tuple[int, ...] = (1, 2, 3)) -> list[Held]:
    return [Held(1000 * day + len(people), day, title, people) for day in days]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Stuurgroep Rietdelta", "Rietdelta"),
        ("Rietdelta: besluit kostenverdeling", "Rietdelta"),
        ("Stuurgroep De Wielen", "De Wielen"),
        ("RE: Projectoverleg renovatie De Wielen", "Renovatie De Wielen"),
        ("Stuurgroep", ""),
        ("Koffie", ""),
        ("", ""),
    ],
)
def test_a_title_is_about_what_is_left_without_the_kind_of_meeting(title: str, name: str) -> None:
    assert matter(title)[1] == name


def test_names_of_people_are_no_matter() -> None:
    assert matter("Koffie Ruben", frozenset({"ruben"})) == (frozenset(), "")


def test_what_recurs_among_organisations_is_proposed() -> None:
    held = [
        *series("Stuurgroep Rietdelta", 0, 30, 60),
        *series("Rietdelta: werkbezoek", 45),
        *series("Teamoverleg Wilg", 0, 7, 14, 60, people=(1, 4, 9)),
        *series("Overleg Ketelsloot", 0, 50),
        *series("Overleg Polder", 0, 10, 20),
        *series("Bellen sluis", 0, 30, 60, people=(1, 2)),
    ]
    found = propose(held, HOUSE)
    # one house alone; twice only; within three weeks; two people: none of these is a collaboration of organisations
    assert [(one.name, one.organisations, one.people, one.meetings) for one in found] == [
        ("Rietdelta", ("A", "B", "C"), (1, 2, 3), 4)
    ]
    assert (found[0].first, found[0].last) == (0, 60)


def test_who_came_seldom_is_not_proposed_with_it() -> None:
    held = [*series("Rietdelta", 0, 20, 40, 60, 80), *series("Rietdelta", 100, people=(1, 2, 5))]
    (found,) = propose(held, HOUSE)
    assert found.people == (1, 2, 3)  # 5 came to one of six; a third is two


def test_a_delegate_sits_from_and_until_a_day() -> None:
    seat = Delegate(1, "A", since=10, until=20)
    assert [seat.sits(day) for day in (9, 10, 20, 21)] == [False, True, True, False]
    assert Delegate(1, "A").sits(-5)
