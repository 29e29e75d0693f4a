"""What a gathering did to ties: every count is worked out by hand."""

from hecht.core.collaboration.afterwards import Afterwards, Went, afterwards

DAY = 1_000
PRESENT = [(1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)]


def test_contact_that_began_or_was_taken_up_again_is_counted_beside_who_sat_elsewhere() -> None:
    days = {
        (1, 2): [1_030],  # strangers who sat together and went on
        (1, 3): [800, 905, 1_010],  # 95 days of silence, then again
        (1, 4): [960, 1_020],  # not silent for 90 days: it simply went on
        (2, 3): [1_040],  # strangers who sat elsewhere, and yet
    }
    seen = {(1, 2), (1, 3), (1, 4), (2, 3), (2, 4)}
    found = afterwards(PRESENT, {(1, 2), (1, 3), (1, 4)}, days, seen, DAY, 1_200)
    assert found == Afterwards(
        day=DAY,
        until=1_090,
        complete=True,
        began=(((1, 2), 1_030),),
        woke=(((1, 3), 1_010),),
        together=Went(pairs=3, strangers=1, began=1, asleep=1, woke=1),
        elsewhere=Went(pairs=2, strangers=2, began=1, asleep=0, woke=0),
        hidden=1,
    )


def test_the_day_itself_and_what_came_later_than_ninety_days_do_not_count() -> None:
    for day in (DAY, DAY + 91):
        found = afterwards([(1, 2)], {(1, 2)}, {(1, 2): [day]}, {(1, 2)}, DAY, 1_200)
        assert found.together == Went(1, 1, 0, 0, 0)
    assert afterwards([(1, 2)], {(1, 2)}, {(1, 2): [DAY + 90]}, {(1, 2)}, DAY, 1_200).together.began == 1


def test_nothing_is_seen_past_the_day_one_looks_from() -> None:
    found = afterwards([(1, 2)], {(1, 2)}, {(1, 2): [1_030]}, {(1, 2)}, DAY, 1_020)
    assert (found.together.began, found.complete, found.until) == (0, False, 1_020)
