"""Seating: the optimum by trying every seating, known social-golfer schedules, the bound, and the wishes of people."""

from collections.abc import Iterator
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.collaboration.seating import Seating, arrange
from hecht.core.collaboration.seating_bound import forced, upper_bound
from hecht.core.collaboration.tables import RefusedError, Units, Wishes
from hecht.core.network.graph import Ints

Table = tuple[int, ...]


def worths(people: int, seed: int, kind: str = "mixed") -> Ints:
    rng = np.random.default_rng(seed)
    if kind == "equal":
        half = np.ones((people, people), dtype=np.int64)
    elif kind == "sparse":
        half = rng.integers(1, 9, (people, people)) * (rng.random((people, people)) < 0.3)
    else:
        half = rng.integers(0, 20, (people, people))
    upper = np.triu(half, 1)
    whole: Ints = upper + upper.T
    return whole


def partitions(people: Table, sizes: Table) -> Iterator[tuple[Table, ...]]:
    """Every way to spread people over tables, in which tables of one size are not told apart."""
    if not people:
        yield ()
        return
    first, rest = people[0], people[1:]
    for size in sorted(set(sizes)):
        left = list(sizes)
        left.remove(size)
        for mates in combinations(rest, size - 1):
            remaining = tuple(one for one in rest if one not in mates)
            for others in partitions(remaining, tuple(left)):
                yield ((first, *mates), *others)


def pairs_of(tables: tuple[Table, ...]) -> frozenset[tuple[int, int]]:
    return frozenset(pair for table in tables for pair in combinations(table, 2))


def allowed(tables: tuple[Table, ...], wishes: Wishes) -> bool:
    at = {one: place for place, table in enumerate(tables) for one in table}
    return all(len({at[one] for one in wish}) == 1 for wish in wishes.together) and all(
        len({at[one] for one in wish}) == len(wish) for wish in wishes.apart
    )


def optimum(worth: Ints, wishes: Wishes) -> int | None:
    """The most that any seating has, by trying them all; None when no seating keeps to the wishes."""
    everybody = tuple(range(wishes.people))
    single = [pairs_of(one) for one in partitions(everybody, wishes.seated) if allowed(one, wishes)]
    best = None
    for rounds in product(single, repeat=wishes.rounds):
        met = frozenset().union(*rounds)
        value = sum(int(worth[pair]) for pair in met)
        best = value if best is None else max(best, value)
    return best


def tried(worth: Ints, wishes: Wishes, sweeps: int) -> Seating | RefusedError:
    try:
        return arrange(worth, wishes, sweeps=sweeps)
    except RefusedError as refused:
        return refused


SMALL = [
    # people, tables, rounds: at most 280 x 280 seatings, each of which is tried
    (4, 2, 3),
    (5, 2, 2),
    (6, 2, 3),
    (6, 3, 3),
    (7, 2, 2),
    (7, 3, 2),
    (8, 2, 2),
    (8, 4, 2),
    (9, 3, 2),
    (9, 3, 1),
    (10, 2, 1),
]


@pytest.mark.parametrize("kind", ["mixed", "sparse", "equal"])
@pytest.mark.parametrize(("people", "tables", "rounds"), SMALL)
def test_the_best_seating_of_all_is_found(people: int, tables: int, rounds: int, kind: str) -> None:
    worth, wishes = worths(people, 7 * people + rounds, kind), Wishes.even(people, tables, rounds)
    found = arrange(worth, wishes)
    assert found.value == optimum(worth, wishes)
    assert found.bound >= found.value


@pytest.mark.parametrize("seed", range(3))
def test_the_best_seating_that_keeps_to_wishes_is_found(seed: int) -> None:
    worth = worths(8, seed)
    for together, apart in (
        (((0, 1),), ()),
        (((0, 1), (2, 3)), ()),
        (((0, 1, 2),), ((3, 4),)),
        ((), ((0, 1), (1, 2), (0, 2))) if seed % 2 else ((), ((0, 1), (2, 3), (4, 5))),
    ):
        for tables in (2, 3):
            wishes = Wishes.even(8, tables, 2, together, apart)
            expected = optimum(worth, wishes)
            if expected is None:
                with pytest.raises(RefusedError):
                    arrange(worth, wishes)
            else:
                assert arrange(worth, wishes).value == expected


def test_a_worth_worked_out_by_hand() -> None:
    # 0-1 and 2-3 are worth 5 and 4, all else 1. One round of two tables: 5 + 4. A second round adds two pairs of 1.
    worth = np.array([[0, 5, 1, 1], [5, 0, 1, 1], [1, 1, 0, 4], [1, 1, 4, 0]])
    once, twice = (arrange(worth, Wishes.even(4, 2, rounds)) for rounds in (1, 2))
    assert once.rounds == (((0, 1), (2, 3)),)
    assert (once.value, twice.value) == (9, 11)
    # by companions: each meets at most two others, and four pairs in all: 5 + 4 + 1 + 1
    assert twice.bound == 11


@pytest.mark.parametrize(
    ("groups", "of", "rounds"),
    [
        (3, 3, 4),  # the affine plane of order 3: everybody meets everybody
        (4, 4, 5),  # the affine plane of order 4
        (5, 3, 6),  # six of the seven days of Kirkman's schoolgirls (1850)
        (8, 4, 5),  # eight groups of four golfers can play ten weeks (Aguado 2004), and so any fewer
        (8, 4, 7),
    ],
)
def test_golfers_who_can_always_play_with_others_do(groups: int, of: int, rounds: int) -> None:
    people = groups * of
    wishes = Wishes.even(people, groups, rounds)
    tries = (arrange(worths(people, 0, "equal"), wishes, seed=seed) for seed in range(5))
    found = next((one for one in tries if one.again == 0), None)
    assert found
    assert found.value == rounds * groups * of * (of - 1) // 2 == found.bound


def test_schoolgirls_cannot_walk_more_days_than_there_are_pairs() -> None:
    # 15 girls have 105 pairs; seven days of five threes take them all, so an eighth repeats fifteen at least
    found = arrange(worths(15, 0, "equal"), Wishes.even(15, 5, 8), sweeps=50)
    assert found.bound <= 105
    assert found.again >= 15


def test_what_cannot_be_avoided_is_counted_by_the_pigeonhole() -> None:
    # six people at two tables: of three at one table two sit together again in the next round, at both tables
    wishes = Wishes.even(6, 2, 2)
    assert forced(wishes, Units.of(wishes)) == 2
    assert arrange(worths(6, 0, "equal"), wishes).again == 2
    # eight at each of five tables spread as 2, 2, 2, 1, 1: three pairs at each of five tables
    wishes = Wishes.even(40, 5, 2)
    assert forced(wishes, Units.of(wishes)) == 15


def test_the_bound_of_one_round_is_that_of_the_eigenvalues_where_that_is_less() -> None:
    # two cliques of three, all worth 1: eigenvalues 2, 2, -1 ...; 3 (2 + 2) / 2 = 6, which is what they have
    worth = np.kron(np.eye(2), np.ones((3, 3))).astype(np.int64)
    np.fill_diagonal(worth, 0)
    wishes = Wishes.even(6, 2, 1)
    assert upper_bound(worth, wishes, Units.of(wishes)) == arrange(worth, wishes).value == 6


@st.composite
def gatherings(draw: st.DrawFn) -> tuple[Ints, Wishes]:
    people = draw(st.integers(2, 24))
    tables = draw(st.integers(1, people))
    some = st.lists(st.integers(0, people - 1), min_size=2, max_size=4, unique=True).map(tuple)
    together, apart = draw(st.lists(some, max_size=2)), draw(st.lists(some, max_size=3))
    rounds = draw(st.integers(1, 3))
    sizes = None
    if draw(st.booleans()):
        cuts = sorted(draw(st.sets(st.integers(1, people - 1), max_size=tables - 1))) if people > 1 else []
        sizes = tuple(b - a for a, b in zip([0, *cuts], [*cuts, people], strict=True))
    wishes = (
        Wishes(people, sizes, rounds, tuple(together), tuple(apart))
        if sizes
        else Wishes.even(people, tables, rounds, together, apart)
    )
    return worths(people, draw(st.integers(0, 99)), draw(st.sampled_from(["mixed", "sparse", "equal"]))), wishes


@given(gatherings())
@settings(max_examples=60, deadline=None)
def test_wishes_are_kept_or_said_to_be_impossible(gathering: tuple[Ints, Wishes]) -> None:
    worth, wishes = gathering
    found = tried(worth, wishes, 5)
    if isinstance(found, RefusedError):
        assert found.proven
        assert found.together or found.apart
        assert set(found.apart) <= set(wishes.apart)
        return
    assert len(found.rounds) == wishes.rounds
    for tables in found.rounds:
        assert sorted(one for table in tables for one in table) == list(range(wishes.people))
        assert sorted(map(len, tables), reverse=True) == list(wishes.seated)
        assert allowed(tables, wishes)
    met = frozenset().union(*map(pairs_of, found.rounds))
    assert found.value == sum(int(worth[pair]) for pair in met) <= found.bound
    assert 0 <= found.forced <= found.again


@given(st.integers(2, 7), st.integers(1, 3), st.data())
@settings(max_examples=60, deadline=None)
def test_what_is_called_impossible_is_so_and_needs_each_wish_named(
    people: int, tables: int, data: st.DataObject
) -> None:
    tables = min(tables, people)
    some = st.lists(st.integers(0, people - 1), min_size=2, max_size=3, unique=True).map(lambda one: tuple(sorted(one)))
    together, apart = data.draw(st.lists(some, max_size=2)), data.draw(st.lists(some, max_size=3))
    wishes, worth = Wishes.even(people, tables, 1, together, apart), worths(people, 1)
    expected = optimum(worth, wishes)
    found = tried(worth, wishes, 20)
    if isinstance(found, RefusedError):
        assert expected is None
        named = [(True, one) for one in found.together] + [(False, one) for one in found.apart]
        assert optimum(worth, Wishes.even(people, tables, 1, found.together, found.apart)) is None
        for left_out in range(len(named)):
            rest = named[:left_out] + named[left_out + 1 :]
            fewer = Wishes.even(
                people, tables, 1, [one for kind, one in rest if kind], [one for kind, one in rest if not kind]
            )
            assert optimum(worth, fewer) is not None
    else:
        assert expected is not None
        assert found.value <= expected


def test_sizes_differ_by_one_and_which_table_is_larger_may_change() -> None:
    found = arrange(worths(10, 3), Wishes.even(10, 4, 3))
    assert [sorted(map(len, tables)) for tables in found.rounds] == [[2, 2, 3, 3]] * 3
    asked = arrange(worths(10, 3), Wishes(10, (5, 3, 2), 2))
    assert [sorted(map(len, tables)) for tables in asked.rounds] == [[2, 3, 5]] * 2


def test_the_same_seed_gives_the_same_seating() -> None:
    worth, wishes = worths(20, 5), Wishes.even(20, 4, 3, [(0, 1)], [(2, 3)])

    def seated(seed: int) -> Seating:
        return arrange(worth, wishes, seed=seed, sweeps=20)

    assert seated(4) == seated(4)
    assert seated(4).rounds != seated(5).rounds


@pytest.mark.parametrize(
    ("people", "sizes", "rounds"),
    [(0, (1,), 1), (3, (1, 1), 1), (3, (4, 4), 1), (3, (3,), 0), (4, (3, 2), 1), (1, (1, 1), 1)],
)
def test_what_is_no_seating_is_refused(people: int, sizes: Table, rounds: int) -> None:
    with pytest.raises(ValueError, match=r"fit|short"):
        Wishes(people, sizes, rounds)


def test_a_worth_is_for_these_people_and_mutual() -> None:
    for worth in (np.ones((2, 2)), -np.ones((3, 3)), np.triu(np.ones((3, 3)))):
        with pytest.raises(ValueError, match="worth"):
            arrange(worth.astype(np.int64), Wishes.even(3, 1))
