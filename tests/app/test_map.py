"""The warm map: who is drawn where, and what is counted instead; worked out by hand on a few ties."""

from collections import Counter
from collections.abc import Mapping

from hecht.app.map import MOST, WarmMap, chosen, opening, warm_map
from hecht.app.snapshot import Snapshot
from hecht.core.ties.state import State
from hecht.core.ties.tie import Counts, Facts, Tie

AS_OF, EGO = 20_000, 1


def tie(person: int, layer: int | None, state: State = State.LIVING, *, stated: bool = False) -> Tie:
    facts = Facts(EGO, person, AS_OF - 400, AS_OF - 5, 10 + person % 7, 10, 10, 0)
    return Tie(EGO, person, facts, 5, 10.0, float(person % 9), state, layer, stated=stated)


def shot(*ties: Tie) -> Snapshot:
    return Snapshot(AS_OF, EGO, {one.alter: one for one in ties}, {}, ("mail",))


def counts(person: int, known: int, relation: int) -> Counts:
    return Counts(EGO, person, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, known, relation, 0, 0)


def drawn(
    *ties: Tie,
    before: Snapshot | None = None,
    sectors: Mapping[int, tuple[str, str]] | None = None,
    held: Mapping[tuple[int, int], Counts] | None = None,
    kept: tuple[str, ...] = (),
) -> WarmMap:
    return warm_map(shot(*ties), before, held or {}, sectors or {}, [10], [11], kept)


MANY = [tie(person, 1 + person % 4) for person in range(10, 60)]


def test_with_more_than_forty_people_each_layer_is_a_band() -> None:
    found = drawn(*MANY)
    assert found.bands == ((1,), (2,), (3,), (4,))
    assert {dot.person: dot.band for dot in found.dots} == {one.alter: one.layer for one in MANY}
    assert found.near == sum(one.layer in (1, 2) for one in MANY)


def test_with_fewer_people_two_layers_are_one_band_and_below_fifteen_there_is_none() -> None:
    assert {dot.band for dot in drawn(*MANY[:20]).dots} == {1, 2}
    assert drawn(*MANY[:20]).bands == ((1, 2), (3, 4))
    assert drawn(*MANY[:10]).bands == ()
    assert len(drawn(*MANY[:10]).dots) == 10


def test_who_sleeps_is_counted_per_sector_and_who_was_met_in_passing_is_not_there() -> None:
    sleeping = [tie(100, None, State.DORMANT), tie(101, None, State.DORMANT)]
    sector = {100: ("a", "Aa"), 101: ("b", "Bb"), **{one.alter: ("a", "Aa") for one in MANY}}
    found = drawn(*MANY, *sleeping, tie(102, 3, State.PERIPHERAL), tie(103, 5), sectors=sector)
    assert {one.key: one.asleep for one in found.sectors} == {"a": (100,), "rest": (101,)}
    assert found.asleep == 2
    assert not {100, 101, 102, 103} & {dot.person for dot in found.dots}


def test_at_most_150_are_drawn_and_the_nearest_first() -> None:
    every = [tie(person, 1 + person % 4) for person in range(10, 310)]
    found = drawn(*every)
    assert len(found.dots) == MOST
    assert max(dot.band for dot in found.dots) == 2  # 75 in each layer, so the nearest two fill the map
    assert sum(one.more for one in found.sectors) == 150


def test_marks_say_what_is_known() -> None:
    held = {(EGO, 10): counts(10, 20, 500), (EGO, 11): counts(11, 20, 480), (EGO, 12): counts(12, 19, 1900)}
    found = {dot.person: dot for dot in drawn(*MANY, held=held).dots}
    assert [found[one].fill for one in (10, 11, 12, 13)] == ["room", "task", "unknown", "unknown"]
    assert [found[one].size for one in (10, 11, 12)] == [2, 1, 0]


def test_movement_is_against_the_band_of_three_months_before() -> None:
    then = shot(*(tie(one.alter, 4) for one in MANY if one.alter != 59))
    found = {dot.person: dot for dot in drawn(*MANY, before=then).dots}
    assert {dot.before for person, dot in found.items() if person != 59} == {4}
    assert found[59].before is None


def test_eight_sectors_get_a_place_and_the_private_one_is_its_own() -> None:
    sector = {one.alter: (f"s{one.alter % 10}", f"S{one.alter % 10}") for one in MANY} | {10: ("private", "")}
    found = drawn(*MANY, sectors=sector)
    assert len(found.sectors) == 10
    assert [one.key for one in found.sectors][-2:] == ["private", "rest"]
    assert [one.name for one in found.sectors[:-2]] == sorted(one.name for one in found.sectors[:-2])


def test_the_largest_sectors_are_chosen_and_equal_ones_by_name() -> None:
    assert chosen(Counter({"b": 2, "a": 2, "c": 9, "rest": 99, "private": 50})) == ("c", "a", "b")


def test_of_a_crowded_sector_the_nearest_are_drawn_and_the_others_counted() -> None:
    # five sectors: a full one holds max(40, 150 / 5) = 40; 60 are in the first, 10 in each of the others
    every = [tie(person, 1 + person % 4) for person in range(100, 200)]
    sector = {one.alter: ("a", "A") if one.alter < 160 else (f"b{one.alter // 10}", "B") for one in every}
    found = drawn(*every, sectors=sector)
    assert {one.key: one.more for one in found.sectors} == {"a": 20, "b16": 0, "b17": 0, "b18": 0, "b19": 0}
    here = [dot for dot in found.dots if dot.sector == "a"]
    assert len(here) == 40
    assert max(dot.band for dot in here) == 3  # 15 of the 60 in each circle: the nearest two whole, ten of the third


def test_a_sector_says_who_get_quieter_and_whether_anybody_of_it_is_in_the_week() -> None:
    quiet = [tie(70, 1, State.QUIETER), tie(71, 2, State.QUIETER)]
    sector = {one.alter: ("a", "A") for one in (*MANY, *quiet)} | {70: ("b", "B"), 71: ("b", "B")}
    found = {one.key: one for one in drawn(*MANY, *quiet, sectors=sector).sectors}
    assert (found["a"].quieter, found["a"].suggested) == (0, 1)
    assert (found["b"].quieter, found["b"].suggested) == (2, 0)


def test_a_name_that_the_user_gave_is_shown_and_the_key_stays() -> None:
    sector = {one.alter: ("a", "A") for one in MANY}
    found = warm_map(shot(*MANY), None, {}, sector, [], [], (), {"a": "Thuis"})
    assert [(one.key, one.name, one.stated) for one in found.sectors] == [("a", "Thuis", True)]


def test_of_those_asleep_who_opens_an_organisation_comes_first() -> None:
    # 101 had most contact (10 + 101 % 7 = 13 days, 100: 12, 105: 10), but the user has somebody awake at Aa
    sleeping = [tie(one, None, State.DORMANT) for one in (100, 101, 105)]
    house = {100: "Bb", 101: "Aa", 105: "", 10: "Aa", 11: "Bb"}
    ties = (*sleeping, tie(10, 1), tie(11, 2, State.PERIPHERAL))
    first = opening(shot(*ties), house)
    assert first == {100}
    found = warm_map(shot(*ties), None, {}, {}, [], [], (), opening=first)
    assert found.sectors[0].asleep == (100, 101, 105)
    assert warm_map(shot(*ties), None, {}, {}, [], [], ()).sectors[0].asleep == (101, 100, 105)
