"""The network as a graph, from a log: what counts as a tie, which way, and who were only seen together."""

from collections import defaultdict
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.world import AS_OF, BRAM, LIZ, NOOR, NOW, mail, mbox, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.app.network import copresence, network
from hecht.app.people import find, people
from hecht.core.errors import EmptyLogError
from hecht.core.identity import key_of
from hecht.core.model import OWNER, Answer, Channel, Role, Status
from hecht.core.network.graph import Graph
from hecht.stores.store import open_store
from hecht.testing.histories import EGO, History, contact_by_hand, histories, holding


def pairs(graph: Graph) -> dict[tuple[int, int], tuple[float, float, float]]:
    """Give a graph as a plain dict by ids."""
    rows = zip(graph.a, graph.b, graph.strength, graph.forth, graph.back, strict=True)
    return {(int(graph.people[a]), int(graph.people[b])): (w, to, fro) for a, b, w, to, fro in rows}


ME = min(key_of(EGO), key_of(OWNER))
"""The user's person: their address and whatever files call their owner are one."""


def person(identifier: int) -> int:
    """Give the person of an identifier in a log without cards."""
    return ME if identifier == key_of(EGO) else identifier


def ties_by_hand(history: History, as_of: int, pace: int) -> dict[tuple[int, int], dict[int, tuple[float, ...]]]:
    """Give by pair and day what it weighs: in all, from a to b, and back."""
    seen: defaultdict[tuple[int, int], dict[int, list[bool]]] = defaultdict(dict)
    for (one, two, day, channel), (sent, received, _, _, together, _, _, _) in contact_by_hand(history, EGO).items():
        if day > as_of:
            continue
        a, b = person(one), person(two)
        pair, out, back = ((a, b), sent, received) if a < b else ((b, a), received, sent)
        held = seen[pair].setdefault(day, [False, False, False])
        here = (channel != Channel.CHAT, out + together > 0, back + together > 0)
        seen[pair][day] = [before or now for before, now in zip(held, here, strict=True)]
    weighed = {
        pair: {
            day: tuple(way * 2.0 ** (-pace * (as_of - day) / (90 if slow else 14)) for way in (True, out, back))
            for day, (slow, out, back) in days.items()
        }
        for pair, days in seen.items()
    }
    least = 2.0**-41  # what is less rounds to nothing, and a tie of nothing is none
    return {pair: days for pair, days in weighed.items() if max(row[0] for row in days.values()) > least}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), st.integers(20_000, 20_400), st.sampled_from([1, 3]))
def test_ties_and_who_were_seen_together_follow_the_rules_worked_out_by_hand(
    drawn: History, as_of: int, pace: int
) -> None:
    history = History(drawn.entries)
    store = open_store("sqlite://")
    store.set_ego({key_of(EGO): EGO}, said=True)
    store.append(history.batch())
    if history.entries:
        found, expected = network(store, as_of, pace=pace), ties_by_hand(history, as_of, pace)
        assert pairs(found.graph).keys() == expected.keys()
        for pair, amounts in pairs(found.graph).items():
            assert amounts == pytest.approx([sum(way) for way in zip(*expected[pair].values(), strict=True)], abs=1e-9)
        assert found.last.tolist() == [max(expected[pair]) for pair in pairs(found.graph)]
        assert found.active_548.tolist() == [len(expected[pair]) for pair in pairs(found.graph)]
        assert ME in found.graph.people
        assert pairs(copresence(store, as_of)).keys() == together_by_hand(history, as_of)
    store.close()


def together_by_hand(history: History, as_of: int) -> set[tuple[int, int]]:
    """Give the pairs who were in one mail or meeting that is no contact between them (docs/network.md)."""
    found = set()
    for entry in holding(history):
        item = entry.interaction
        mail = item.channel is Channel.MAIL
        mine = [one for one in item.participants if one.identifier == EGO]
        away = any(one.role is Role.ATTENDEE and one.answer is not Answer.ACCEPTED for one in mine)
        wide = item.recipients > (5 if mail else 7)
        counted = entry.day <= as_of and item.status is Status.HELD and not item.suspect and not away
        if not counted or not 1 < item.recipients <= 24 or not (mail or (item.channel is Channel.MEETING and wide)):
            continue
        there = [one for one in item.participants if one.answer is not Answer.DECLINED]
        for one, two in combinations(there, 2):
            if wide or Role.SENDER not in (one.role, two.role):
                a, b = person(key_of(one.identifier)), person(key_of(two.identifier))
                found.add((min(a, b), max(a, b)))
    return found


def test_the_user_is_there_with_the_ties_that_ties_gives_too(log: Hecht) -> None:
    day = log.day(AS_OF)
    found = network(log.store, day)
    ties = {frozenset((row.ego, row.alter)): row for row in log.ties(AS_OF, every=True)}
    assert {frozenset(pair) for pair in pairs(found.graph)} == ties.keys()
    for pair, amounts in pairs(found.graph).items():
        assert amounts[0] == pytest.approx(ties[frozenset(pair)].strength, abs=5e-4)
    assert found.ego == find(people(log.store), NOOR).id
    assert found.seen_through == ("mail", "meeting", "call")


def test_contact_longer_ago_than_the_memory_is_no_tie(log: Hecht) -> None:
    liz, bram = (find(people(log.store), one).id for one in (LIZ, BRAM))
    day = log.day(AS_OF)  # Liz wrote last on 16 April 2025, 75 days before
    assert liz in network(log.store, day, memory=76).graph.people
    short = network(log.store, day, memory=75)
    assert liz not in short.graph.people
    assert bram in short.graph.people


def test_an_empty_log_says_so(fresh: Callable[[], Hecht]) -> None:
    with pytest.raises(EmptyLogError):
        network(fresh().store, 20_000)


def test_machines_and_lists_have_no_place_in_it(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    mails = mbox(mail(NOOR, "no-reply@krant.nl", 3), mail(NOOR, f"{LIZ}, no-reply@krant.nl", 4))
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mails})], NOW, me=[NOOR])
    known = people(log.store)
    day = log.day(AS_OF)
    assert {known[one].identifiers[-1] for one in network(log.store, day).graph.people.tolist()} == {
        f"mailto:{NOOR}",
        f"mailto:{LIZ}",
    }
    assert copresence(log.store, day).people.size == 0
