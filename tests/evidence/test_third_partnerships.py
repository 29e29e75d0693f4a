"""The third generator of partnerships: what is said to be true of them holds on their contacts, and they differ widely."""

import math
from functools import cache
from itertools import combinations, pairwise
from typing import get_args

from evidence.partnerships.shape import Partnership, Scenario
from evidence.partnerships.third import partnership

SCENARIOS: tuple[Scenario, ...] = get_args(Scenario)
MONTH = 30.44


@cache
def everyone() -> list[Partnership]:
    return [partnership(seed, scenario) for scenario in SCENARIOS for seed in range(100_000, 100_006)]


def a_month_on_a_line(one: Partnership, since: int, until: int) -> float:
    days = {
        (line, contact.day)
        for contact in one.contacts
        if since <= contact.day < until
        for line in combinations(sorted({one.organisations[name] for name in contact.people}), 2)
    }
    lines = math.comb(len(set(one.organisations.values())), 2)
    return len(days) / lines / ((until - since) / MONTH)


def test_the_same_seed_gives_the_same() -> None:
    made = everyone()[6]
    assert partnership(made.seed, made.scenario) == made


def test_the_form_is_kept() -> None:
    for one in everyone():
        assert 3 <= (one.end - one.start) / MONTH <= 24
        assert 3 <= len(set(one.organisations.values())) <= 14
        assert all(a.day <= b.day for a, b in pairwise(one.contacts))
        assert list(one.milestones) == sorted(one.milestones)
        assert one.one_mailbox().contacts
        for contact in one.contacts:
            assert one.start <= contact.day < one.end
            assert len(set(contact.people)) == len(contact.people)
            assert len({one.organisations[name] for name in contact.people}) > 1
            assert contact.relation is None or 0 <= contact.relation <= 100


def test_only_relation_first_turns_with_time_on_both_sides() -> None:
    for one in everyone():
        assert (one.turn is not None) == (one.scenario == "relation_first")
        if one.turn is not None:
            assert one.start + 1.2 * MONTH <= one.turn <= one.end - 1.4 * MONTH


def test_little_contact_is_little_and_the_others_are_not() -> None:
    for one in everyone():
        rate = a_month_on_a_line(one, max(one.start, one.end - 180), one.end)
        assert rate < 1.8 if one.scenario == "little_contact" else rate >= 2.1


def test_contact_with_room_is_measured_more_where_there_is_more() -> None:
    parts = {
        scenario: [
            contact.relation or 0
            for one in everyone()
            if one.scenario == scenario
            for contact in one.contacts
            if contact.relation is not None and contact.channel == "mail"
        ]
        for scenario in SCENARIOS
    }
    mean = {scenario: sum(some) / len(some) for scenario, some in parts.items()}
    assert mean["content_first"] < mean["relation_first"]
    assert mean["content_first"] < mean["together"]


def test_they_differ_widely() -> None:
    levels = [len(one.contacts) / (one.end - one.start) for one in everyone() if one.scenario != "little_contact"]
    assert max(levels) > 10 * min(levels)
    met = [sum(contact.channel != "mail" for contact in one.contacts) / len(one.contacts) for one in everyone()]
    assert min(met) < 0.3
    assert max(met) > 0.6
