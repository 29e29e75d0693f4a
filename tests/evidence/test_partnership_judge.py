"""The judge of scenarios on a few partnerships: it counts every one once, and sees nothing later than the day it looks."""

from evidence.partnerships.first import partnership
from evidence.partnerships.judge import SCENARIOS, judge, looker
from evidence.partnerships.lines import LINES, sums


def test_every_partnership_is_counted_once_in_both_views() -> None:
    seeds = range(100_000, 100_002)  # of the seeds that it was tuned on, never of those it is judged on
    for one_mailbox, found in judge(partnership, seeds).items():
        said = found["said"]
        assert isinstance(said, dict)
        assert {name: sum(counts.values()) for name, counts in said.items()} == dict.fromkeys(SCENARIOS, len(seeds))
        assert not one_mailbox or "little_contact" not in {word for counts in said.values() for word in counts}


def test_what_is_seen_of_a_day_does_not_change_later() -> None:
    made = partnership(100_000, "relation_first")
    look = looker(made, one_mailbox=False)
    day = (made.start + made.end) // 2
    before = look(day)
    look(made.end)
    assert look(day) == before


def test_the_lines_are_counted_on_the_sums_that_the_product_asks_from() -> None:
    made = partnership(100_002, "relation_first")
    assert made.turn is not None
    look = looker(made, one_mailbox=True)
    days = range(made.turn, made.end, 7)
    given = sums(made, days, one_mailbox=True)
    asked = {day: sign.certainty for day in days if (sign := look(day).early) is not None}
    assert asked
    assert asked.items() <= given.items()
    assert all(one == 0 or one >= LINES[0] for one in given.values())
