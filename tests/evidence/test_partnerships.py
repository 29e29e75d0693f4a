"""The form of simulated partnerships, and that what is said to be true of them holds on their contacts."""

from collections import Counter, defaultdict
from functools import cache
from itertools import combinations, pairwise
from typing import get_args

import pytest
from evidence.partnerships.first import partnership
from evidence.partnerships.shape import Contact, Partnership, Scenario

SCENARIOS: tuple[Scenario, ...] = get_args(Scenario)
SEEDS = range(15)
MONTH = 30.44


@cache
def made(scenario: Scenario) -> tuple[Partnership, ...]:
    return tuple(partnership(seed, scenario) for seed in SEEDS)


def everyone() -> list[Partnership]:
    return [one for scenario in SCENARIOS for one in made(scenario)]


def between(one: Partnership, since: int, until: int) -> list[Contact]:
    return [contact for contact in one.contacts if since <= contact.day < until]


def relation(contacts: list[Contact]) -> float:
    known = [contact.relation for contact in contacts if contact.relation is not None]
    return sum(known) / (100 * len(known))


def content_a_day(one: Partnership, since: int, until: int) -> float:
    known = [100 - contact.relation for contact in between(one, since, until) if contact.relation is not None]
    return sum(known) / 100 / (until - since)


def a_month_per_pair(one: Partnership, since: int, until: int) -> float:
    pairs: Counter[tuple[str, str]] = Counter()
    for contact in between(one, since, until):
        pairs.update(combinations(sorted({one.organisations[name] for name in contact.people}), 2))
    possible = list(combinations(sorted(set(one.organisations.values())), 2))
    return sum(pairs[pair] for pair in possible) / len(possible) / ((until - since) / MONTH)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_same_seed_gives_the_same_and_another_seed_another(scenario: Scenario) -> None:
    assert partnership(3, scenario) == made(scenario)[3]
    assert len({one.contacts for one in made(scenario)}) == len(SEEDS)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_partnership_has_its_form(scenario: Scenario) -> None:
    for one in made(scenario):
        assert (one.scenario, one.seed) == (scenario, made(scenario).index(one))
        assert 3 <= (one.end - one.start) / MONTH <= 24
        assert 3 <= len(set(one.organisations.values())) <= 8
        assert all(before.day <= after.day for before, after in pairwise(one.contacts))
        assert list(one.milestones) == sorted(one.milestones)
        for contact in one.contacts:
            assert one.start <= contact.day < one.end
            assert len(set(contact.people)) == len(contact.people)
            assert len({one.organisations[name] for name in contact.people}) > 1
            assert contact.relation is None or 0 <= contact.relation <= 100
            assert (contact.duration == 0) == (contact.channel == "mail")


def test_at_most_four_delegates_of_an_organisation_meet_in_a_month_and_some_leave_and_come() -> None:
    ever = 0
    for one in everyone():
        ever = max(ever, *Counter(one.organisations.values()).values())
        for day in range(one.start, one.end, 7):
            present = defaultdict(set)
            for contact in between(one, day, day + 1):
                for name in contact.people:
                    present[one.organisations[name]].add(name)
            assert all(len(names) <= 4 for names in present.values())
    assert ever > 4


def test_the_author_sees_a_part_of_it() -> None:
    shares = []
    for one in everyone():
        own = one.one_mailbox()
        assert own.contacts
        assert all(one.author in contact.people for contact in own.contacts)
        assert set(own.contacts) <= set(one.contacts)
        if len(one.contacts) >= 40:
            shares.append(len(own.contacts) / len(one.contacts))
    assert 0.08 <= min(shares) < 0.2
    assert 0.4 < max(shares) <= 0.6


def test_content_first_is_content_from_the_start() -> None:
    for one in made("content_first"):
        assert one.turn is None
        assert 0.05 <= relation(list(one.contacts)) <= 0.12


def test_relation_first_turns_and_goes_on_about_the_content() -> None:
    covenants = []
    for one in made("relation_first"):
        assert one.turn is not None
        assert 2 * MONTH <= one.turn - one.start <= (one.end - one.start) / 2 + 1
        assert one.turn - one.start >= (one.end - one.start) / 4
        assert relation(between(one, one.start, one.turn)) >= 0.27
        assert 0.05 <= relation(between(one, one.turn, one.end)) <= 0.12
        assert content_a_day(one, one.turn, one.end) >= 0.9 * content_a_day(one, one.start, one.turn)
        covenants.append([day - one.turn for day, kind in one.milestones if kind == "covenant"])
    assert all(abs(day) <= 45 for days in covenants for day in days)
    assert {len(days) for days in covenants} == {0, 1}


def test_together_keeps_both_in_each_half() -> None:
    for one in made("together"):
        assert one.turn is None
        middle = (one.start + one.end) // 2
        early, late = relation(between(one, one.start, middle)), relation(between(one, middle, one.end))
        assert min(early, late) >= 0.15
        assert late >= 0.6 * early


def test_little_contact_is_little_and_the_others_are_not() -> None:
    for one in everyone():
        if one.scenario == "little_contact":
            assert one.turn is None
            assert len(one.contacts) > 2
            assert a_month_per_pair(one, one.start, one.end) < 2
        else:
            middle = one.turn or (one.start + one.end) // 2
            assert a_month_per_pair(one, one.start, middle) >= 2
            assert a_month_per_pair(one, middle, one.end) >= 2


def test_levels_differ_by_a_factor_ten_and_mail_is_unknown_for_a_part() -> None:
    lively = [one for one in everyone() if one.scenario != "little_contact"]
    levels = [len(one.contacts) / (one.end - one.start) for one in lively]
    assert max(levels) > 10 * min(levels)
    mails = [contact for one in lively for contact in one.contacts if contact.channel == "mail"]
    assert 0.15 <= sum(contact.relation is None for contact in mails) / len(mails) <= 0.35


def test_both_languages_and_all_channels_occur() -> None:
    contacts = [contact for one in everyone() for contact in one.contacts]
    assert {contact.channel for contact in contacts} == {"mail", "meeting", "call", "visit"}
    titles = " ".join({contact.title for contact in contacts})
    assert "Stuurgroep" in titles
    assert "steering committee" in titles
    assert any(contact.friction for contact in contacts)
