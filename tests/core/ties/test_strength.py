"""Strength and warmth against 2^(-age/h) in decimals of fifty places, and sums by hand."""

from decimal import ROUND_HALF_EVEN, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.ties.strength import relation_share, strength, warmth, weights

ONE = 2**40


@pytest.mark.parametrize("half_life", [14, 90])
def test_weights_are_halves_in_units_of_two_to_the_minus_forty(half_life: int) -> None:
    with localcontext(prec=50):
        exact = [Decimal(2) ** (Decimal(40) - Decimal(age) / Decimal(half_life)) for age in range(41 * half_life)]
        assert weights(half_life) == [int(one.to_integral_value(ROUND_HALF_EVEN)) for one in exact]


@pytest.mark.parametrize("half_life", [14, 90])
def test_each_half_life_halves_and_the_end_is_nothing(half_life: int) -> None:
    given_weights = weights(half_life)
    assert [given_weights[half_life * times] for times in range(41)] == [2 ** (40 - times) for times in range(41)]
    # one more day would weigh 2^40 * 2^-41 = 1/2, which rounds (to even) to nothing
    assert given_weights[-1] == 1
    assert len(given_weights) == 41 * half_life


@given(st.lists(st.integers(0, 3000), unique=True, max_size=30), st.sampled_from([14, 90]))
def test_strength_is_the_sum_over_active_days(ages: list[int], half_life: int) -> None:
    given_weights = dict(enumerate(weights(half_life)))
    total = sum(given_weights.get(age, 0) for age in ages)
    assert strength(total) == pytest.approx(sum(2 ** (-age / half_life) for age in ages), abs=1e-9)


def test_a_tie_that_is_active_every_day() -> None:
    # a geometric series: 1 / (1 - 2^(-1/90)) = 1 / (1 - 0.992327964) = 130.3438
    assert strength(sum(weights(90))) == pytest.approx(130.3438, abs=1e-3)


def test_strength_counts_days() -> None:
    assert strength(ONE) == 1.0
    assert strength(ONE + ONE // 2) == 1.5
    assert strength(0) == 0.0


def test_the_share_of_contact_with_room_for_the_other() -> None:
    # 20 interactions with parts that sum to 500: 500 / (100 * 20)
    assert relation_share(20, 500) == 0.25
    assert relation_share(40, 4000) == 1.0
    assert relation_share(20, 0) == 0.0


def test_below_twenty_interactions_nothing_is_known() -> None:
    assert relation_share(19, 1900) is None
    assert warmth(5 * ONE, 19, 19 * ONE, 19 * ONE * 100) is None
    assert relation_share(0, 0) is None


def test_warmth_is_strength_times_the_weighted_mean() -> None:
    # strength 6 days; ten interactions of weight 1 with part 80, ten of weight 1/2 with part 20:
    # mean = (10 * 80 + 5 * 20) / 15 = 60 %, so 6 * 0.6 = 3.6 days
    weighted = 10 * ONE * 80 + 10 * (ONE // 2) * 20
    assert warmth(6 * ONE, 20, 15 * ONE, weighted) == pytest.approx(3.6)


def test_weights_that_all_rounded_to_nothing_say_nothing() -> None:
    assert warmth(0, 25, 0, 0) is None


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 100)), min_size=20, max_size=30))
def test_warmth_is_between_nothing_and_strength(interactions: list[tuple[int, int]]) -> None:
    given_weights = weights(90)
    total = sum(given_weights[age] for age in {age for age, _ in interactions})
    known = sum(given_weights[age] for age, _ in interactions)
    relation = sum(given_weights[age] * part for age, part in interactions)
    found = warmth(total, len(interactions), known, relation)
    assert found is not None
    assert 0 <= found <= strength(total) * (1 + 1e-12)
