"""The sectors of the map: by organisation, split where they are crowded, and called as the user says; by hand."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

import hecht
from app.world import AS_OF, NOOR, written
from hecht.app.library import Hecht
from hecht.app.network import Network
from hecht.app.people import Person
from hecht.app.sectors import CROWDED, PRIVATE, REST, Series, name_sector, sector_names, sectors_of
from hecht.core.network.graph import Graph

EGO = 1


def somebody(number: int, organisation: str) -> Person:
    return Person(number, f"P{number}", organisation, (f"id:{number}",))


def seen(*pairs: tuple[int, int]) -> Network:
    a, b = (np.array([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1))
    ones = np.ones(len(pairs))
    graph = Graph.of(a, b, ones, ones, ones, people=[EGO])
    return Network(100, EGO, graph, graph, a, a, ("mail",))


def star(*people: int) -> list[tuple[int, int]]:
    return [(EGO, one) for one in people]


def clique(people: range) -> list[tuple[int, int]]:
    return [(a, b) for a in people for b in people if a < b]


def known(house: dict[int, str]) -> dict[int, Person]:
    return {one: somebody(one, name) for one, name in house.items()}


def unread() -> Network:
    """Stand for the network where organisations say all: it must not be read."""
    raise AssertionError


def test_three_of_an_organisation_are_a_sector_and_two_are_not() -> None:
    house = {10: "Delta", 11: "Delta", 12: "Delta", 20: "Kade", 21: "Kade", 30: ""}
    found = sectors_of(lambda: seen(*star(*house)), known(house), {12: PRIVATE}, list(house), [20, 21, 30])
    assert found[10] == ("delta", "Delta")
    assert found[12] == (PRIVATE, "")
    assert found[30] == (REST, "")  # alone in its group, without an organisation
    assert found[20] == ("kade", "Kade")


def test_a_crowded_sector_is_split_by_the_meetings_that_recur() -> None:
    delta, kade = range(10, 10 + CROWDED + 6), range(100, 120)
    house = dict.fromkeys(delta, "Delta") | dict.fromkeys(kade, "Kade")
    meetings = [
        Series(7, "Projecten", frozenset(range(10, 20))),
        Series(8, "Kwartaal", frozenset((*delta, *kade))),  # of nearly all of them, so it splits nothing
        Series(9, "Beheer", frozenset(range(18, 25))),  # two of them are in Projecten already: five are left
        Series(6, "Drie", frozenset(range(30, 33))),  # too few
    ]
    found = sectors_of(unread, known(house), {}, list(house), list(house), [], meetings)
    assert {one for one in delta if found[one] == ("delta/7", "Projecten")} == set(range(10, 20))
    assert {one for one in delta if found[one] == ("delta/9", "Beheer")} == set(range(20, 25))
    assert {one for one in delta if found[one] == ("delta", "Delta")} == set(range(25, 40))
    assert {found[one] for one in kade} == {("kade", "Kade")}  # not crowded


def test_where_one_organisation_is_all_there_is_sectors_are_teams() -> None:
    # two groups that know one another, of four and of five people, and a meeting of four others
    house = dict.fromkeys(range(10, 23), "Delta")
    pairs = [*star(*house), *clique(range(10, 14)), *clique(range(14, 19))]
    loket = Series(5, "Loket", frozenset(range(19, 23)))
    found = sectors_of(lambda: seen(*pairs), known(house), {}, list(house), list(house), [], [loket])
    parts: dict[str, set[int]] = {}
    for one, (key, _) in found.items():
        parts.setdefault(key, set()).add(one)
    assert parts["delta/5"] == set(range(19, 23))
    assert parts["delta/with 10"] == set(range(10, 14))
    assert parts["delta/with 14"] == set(range(14, 19))
    assert found[10][1] == "P10 & P11"  # equal in ties, so the least numbers


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Hecht]:
    with hecht.open(tmp_path / "log.db") as opened:
        opened.store.set_setting("today", AS_OF)
        opened.import_([written(tmp_path / "in")], me=[NOOR])
        yield opened


def test_a_name_of_ones_own_holds_until_it_is_taken_back(log: Hecht) -> None:
    name_sector(log.store, "kade.nl", "De kade")
    name_sector(log.store, "kade.nl", "Het\nwater")
    assert sector_names(log.store) == {"kade.nl": "Het water"}
    name_sector(log.store, "kade.nl", "")
    assert sector_names(log.store) == {"kade.nl": "De kade"}
    name_sector(log.store, "kade.nl", "")
    name_sector(log.store, "kade.nl", "")  # nothing is left to take back
    assert sector_names(log.store) == {}
