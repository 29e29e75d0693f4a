"""What a pair has to gain from one table; the numbers are worked out by hand from the table of gains."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.collaboration.gatherings import BASE, Known, Why, reasons, worths
from hecht.core.collaboration.seating import arrange, first_meetings
from hecht.core.collaboration.tables import Wishes

TODAY = 1_000
SLEEPS = (100, 110, 120)
"""Three days ten apart, 880 days ago: beyond 365 days of silence, so dormant."""
LIVES = (900, 950, 990)


def test_a_sleeping_contact_gains_and_a_living_one_does_not() -> None:
    found = reasons(Known(["Stad", "Stad", "Stad"], {(0, 1): SLEEPS, (0, 2): LIVES}), TODAY)
    assert found == {(0, 1): (Why.DORMANT,), (1, 2): (Why.NEW,)}


def test_people_without_contact_gain_by_what_they_share() -> None:
    known = Known(["Stad"] * 5, {}, useful={(0, 1)}, shared={(0, 1), (0, 2)}, acquainted={(0, 3)})
    found = reasons(known, TODAY)
    assert found[0, 1] == (Why.USEFUL,)
    assert found[0, 2] == (Why.SHARED,)
    assert (0, 3) not in found
    assert found[0, 4] == (Why.NEW,)


def test_a_bridge_is_between_organisations_that_did_not_speak_for_a_year() -> None:
    # 0 and 1 spoke, so their organisations did: 0-3, of the same two, is no bridge; neither is one to nowhere
    known = Known(["Stad", "Polder", "Delta", "Polder", ""], {(0, 1): LIVES, (0, 2): SLEEPS})
    found = reasons(known, TODAY)
    assert (0, 1) not in found
    assert found[0, 3] == (Why.NEW,)
    assert found[0, 2] == (Why.DORMANT, Why.BRIDGE)
    assert found[1, 2] == (Why.NEW, Why.BRIDGE)
    assert found[0, 4] == (Why.NEW,)


def test_contact_after_the_day_one_looks_from_is_not_seen() -> None:
    assert reasons(Known(["", ""], {(0, 1): (*SLEEPS, TODAY + 1)}), TODAY) == {(0, 1): (Why.DORMANT,)}
    assert reasons(Known(["", ""], {(0, 1): (TODAY + 1,)}), TODAY) == {(0, 1): (Why.NEW,)}


def test_worths_are_the_base_and_what_is_gained() -> None:
    worth, _ = worths(Known(["Stad", "Polder", "Stad"], {(0, 1): SLEEPS, (0, 2): LIVES}), TODAY)
    assert worth.tolist() == [[0, 30 + 20 + 10, 30], [60, 0, 30 + 5 + 10], [30, 45, 0]]


@given(
    st.integers(2, 9),
    st.data(),
)
def test_no_pair_gains_more_than_what_a_repetition_costs(people: int, data: st.DataObject) -> None:
    pairs = [(a, b) for b in range(people) for a in range(b)]
    some = st.sets(st.sampled_from(pairs))
    houses = data.draw(st.lists(st.sampled_from(["", "A", "B", "C"]), min_size=people, max_size=people))
    days = {pair: data.draw(st.sampled_from([SLEEPS, LIVES])) for pair in sorted(data.draw(some))}
    worth, found = worths(Known(houses, days, data.draw(some), data.draw(some), data.draw(some)), TODAY)
    assert (worth == worth.T).all()
    off = worth[~np.eye(people, dtype=bool)]
    assert off.min() >= BASE
    assert off.max() <= 2 * BASE
    assert all(set(why) <= set(Why) and len(why) <= 2 for why in found.values())


def test_the_sleeping_contact_is_seated_first() -> None:
    # eight people in two rounds: of the tables of four that are possible, only those with the sleeping pair are best
    worth, found = worths(Known(["Stad"] * 8, {(2, 5): SLEEPS}), TODAY)
    plan = arrange(worth, Wishes.even(8, 2, 1))
    assert first_meetings(plan, found)[2, 5][0] == 1
