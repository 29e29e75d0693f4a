"""The fourth generator of partnerships: the same for a seed, of the shape that was agreed, and frozen."""

import hashlib
import subprocess
import sys
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from evidence.partnerships.fourth import partnership
from evidence.partnerships.fourth_course import EPOCH, easter, free
from evidence.partnerships.shape import Partnership, Scenario

ROOT = Path(__file__).parent.parent.parent
SCENARIOS: tuple[Scenario, ...] = ("content_first", "relation_first", "together", "little_contact")
SEEDS = range(500, 512)  # beside the seeds that are judged
FROZEN = "5bd8968b114b02aa536e2c77622c709e58d5aac974c9b20473d4dc64ec6c99f1"

made = cache(partnership)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_it_is_of_the_shape_that_was_agreed(seed: int, scenario: Scenario) -> None:
    one = made(seed, scenario)
    assert one.scenario == scenario
    assert one.seed == seed
    assert 91 <= one.end - one.start <= 731
    assert 2 <= len(set(one.organisations.values())) <= 12
    assert one.author in one.organisations
    assert one.one_mailbox().contacts
    days = [contact.day for contact in one.contacts]
    assert days == sorted(days)
    assert one.start <= days[0]
    assert days[-1] <= one.end
    for contact in one.contacts:
        assert len(contact.people) == len(set(contact.people)) >= 2
        assert set(contact.people) <= set(one.organisations)
        assert contact.relation is None or 0 <= contact.relation <= 100
        assert (contact.duration == 0) == (contact.channel == "mail")
    if scenario == "relation_first":
        assert one.turn is not None
        assert one.start + 28 <= one.turn <= one.end - 42
    else:
        assert one.turn is None
    signed = [kind for _, kind in one.milestones if kind in {"vision", "intent", "covenant"}]
    assert len(signed) == len(set(signed))
    assert list(one.milestones) == sorted(one.milestones)


def test_the_same_seed_gives_the_same_in_another_process() -> None:
    code = "from evidence.partnerships.fourth import partnership; print(partnership(3, 'relation_first'))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(partnership(3, "relation_first"))
    assert made(4, "relation_first") != made(3, "relation_first")


def test_it_has_not_changed_since_it_was_written() -> None:
    told = "\n".join(str(made(seed, scenario)) for scenario in SCENARIOS for seed in SEEDS)
    assert hashlib.sha256(told.encode()).hexdigest() == FROZEN


def share(one: Partnership, first: int, last: int) -> float:
    known = [
        contact.relation for contact in one.contacts if contact.relation is not None and first <= contact.day < last
    ]
    return sum(known) / len(known)


def test_what_is_planted_is_there() -> None:
    whole = {
        scenario: [share(made(seed, scenario), 0, 10**6) for seed in SEEDS]
        for scenario in ("content_first", "together")
    }
    assert sum(whole["together"]) / len(SEEDS) > 1.5 * sum(whole["content_first"]) / len(SEEDS)
    for seed in SEEDS:
        one = made(seed, "relation_first")
        assert one.turn is not None
        assert share(one, one.start, one.turn) > share(one, one.turn, one.end + 1)
        little = made(seed, "little_contact")
        assert len(little.contacts) / (little.end - little.start) < 0.5 * min(
            len(made(seed, other).contacts) / (made(seed, other).end - made(seed, other).start)
            for other in ("content_first", "together")
        )


def test_offices_are_closed_on_the_days_off() -> None:
    # Easter Sundays and days off as published by the Dutch government
    assert [easter(year) for year in (2016, 2019, 2024, 2025)] == [
        date(2016, 3, 27),
        date(2019, 4, 21),
        date(2024, 3, 31),
        date(2025, 4, 20),
    ]
    closed = (
        date(2024, 4, 1),
        date(2024, 5, 9),
        date(2024, 5, 20),
        date(2024, 12, 25),
        date(2024, 12, 26),
        date(2024, 6, 8),
    )
    assert all(free(day) for day in closed)
    assert not free(date(2024, 6, 10))


def test_there_is_no_meeting_on_a_day_off() -> None:
    for seed in SEEDS:
        for contact in made(seed, "together").contacts:
            if contact.channel != "mail":
                assert not free(EPOCH + timedelta(days=contact.day))
