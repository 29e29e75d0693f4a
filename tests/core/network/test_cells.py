"""No sum that can be made of published sums is one of few people."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hecht.core.network.cells import Fitted, fitted

LEAST = 3
labels = st.lists(st.sampled_from(["", "a", "b", "c"]), min_size=8, max_size=24)


def in_turn(groupings: list[list[str]]) -> list[Fitted]:
    found: list[Fitted] = []
    for grouping in groupings:
        before = found[-1].cell if found else {}
        found.append(fitted(dict(enumerate(grouping)), before, LEAST))
    return found


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(labels, min_size=1, max_size=4))
def test_all_groups_ever_shown_divide_people_into_parts_of_enough(groupings: list[list[str]]) -> None:
    """The parts are counted here from the labels alone: people with equal labels in every report are one part."""
    found = in_turn(groupings)
    people = {one for each in found for one in each.label}
    parts = Counter(tuple(each.label.get(one, "") for each in found) for one in people)
    assert all(size >= LEAST for part, size in parts.items() if any(part))


def test_who_leaves_a_department_alone_is_counted_where_they_were() -> None:
    first, second = in_turn([["a"] * 6 + ["b"] * 6, ["a"] * 5 + ["b"] * 7])
    assert second.label == first.label
    assert second.kept == {5}


def test_enough_movers_are_counted_where_they_went() -> None:
    _, second = in_turn([["a"] * 6 + ["b"] * 6, ["a"] * 3 + ["b"] * 9])
    assert Counter(second.label.values()) == {"a": 3, "b": 9}
    assert not second.kept


def test_newcomers_are_seen_when_there_are_enough() -> None:
    first, second = in_turn([["a"] * 4 + [""] * 2, ["a"] * 6])
    assert second.label == first.label
    _, third = in_turn([["a"] * 4 + [""] * 3, ["a"] * 7])
    assert Counter(third.label.values()) == {"a": 7}
