"""The matrix of what is seen, told or not visible: by hand for three parties, and that what is not visible is never a number."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from core.collaboration.items import item
from hecht.core.collaboration.seen import Bridge, How, Report, matrix, only_bridges, seen_share

PEOPLE = {"A": [1, 4], "B": [2], "C": [3]}
ITEMS = [item(10, 1, 2, relation=80), item(10, 2, 1), item(20, 1, 2, 3), item(30, 2, 3, 1), item(40, 1, 4)]


def test_one_mailbox_sees_its_own_side_and_glimpses_the_rest() -> None:
    ab, ac, bc = matrix(PEOPLE, ITEMS, {1})
    assert (ab.how, ab.days, ab.informal, ab.last, ab.through) == (How.SEEN, 3, 1, 30, (1,))
    assert (ac.how, ac.days, ac.last) == (How.SEEN, 2, 30)
    assert (bc.how, bc.days, bc.informal, bc.last, bc.glimpsed) == (How.NOT_VISIBLE, None, None, None, 2)
    assert seen_share([ab, ac, bc]) == 2 / 3


def test_what_somebody_told_is_reported_with_what_was_glimpsed() -> None:
    told = [Report(2, 3, (20, 25, 26), 50)]
    bc = matrix(PEOPLE, ITEMS, {1}, told)[2]
    assert (bc.how, bc.days, bc.informal, bc.last, bc.through) == (How.REPORTED, 4, None, 30, (2,))  # 20 25 26 30


def test_who_told_of_nobody_told_that_there_was_none() -> None:
    cells = matrix(PEOPLE, [], {1}, [Report(2, 1, (), 50)])
    assert [(cell.how, cell.days) for cell in cells] == [(How.SEEN, 0), (How.SEEN, 0), (How.REPORTED, 0)]


def test_only_what_came_after_a_day_counts() -> None:
    ab = matrix(PEOPLE, ITEMS, {1}, since=20)[0]
    assert (ab.days, ab.last) == (1, 30)


def test_the_only_one_through_whom_a_party_has_contact() -> None:
    seen = matrix(PEOPLE, ITEMS, {1})
    assert only_bridges(PEOPLE, ITEMS, seen, -1) == [
        Bridge(1, "A")
    ]  # 4 is there too, but only 1 is seen with the others
    assert only_bridges(PEOPLE, [*ITEMS, item(41, 4, 2)], seen, -1) == []


def test_below_half_nothing_is_said_of_bridges() -> None:
    people = {name: [index] for index, name in enumerate("ABCDE", 1)}
    cells = matrix(people, [], {1})
    assert seen_share(cells) == 0.4
    assert only_bridges(people, [], cells, -1) is None


@given(
    st.lists(
        st.tuples(st.integers(0, 90), st.lists(st.integers(1, 4), min_size=2, max_size=4, unique=True)), max_size=20
    ),
    st.sets(st.integers(1, 4)),
)
def test_a_cell_has_figures_exactly_when_it_is_seen(rows: list[tuple[int, list[int]]], observers: set[int]) -> None:
    cells = matrix(PEOPLE, [item(day, *people, key=number + 1) for number, (day, people) in enumerate(rows)], observers)
    assert [(cell.a, cell.b) for cell in cells] == list(combinations("ABC", 2))
    for cell in cells:
        watched = bool({*PEOPLE[cell.a], *PEOPLE[cell.b]} & observers)
        assert (cell.days is not None) == (cell.how is How.SEEN) == watched
        assert cell.days is None or cell.glimpsed == 0
