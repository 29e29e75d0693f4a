"""p_contact against the formula of the model, worked by hand, and what must hold of any such chance."""

from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.ties.contact import p_contact


@pytest.mark.parametrize(
    ("silence", "active_days", "horizon", "chance"),
    [
        # logit = -3.92 - 0.52 ln(silence + 1) + 0.81 ln(active days) + 1.03 ln(horizon); p = 1 / (1 + e^-logit)
        # -3.92 - 0.52 * 0 + 0.81 * 0 + 1.03 * 3.401197 = -0.416767; 1 / (1 + 1.517049) = 0.397291
        (0, 1, 30, 0.397291),
        # -3.92 - 0.52 * 3.401197 + 0.81 * 2.484907 + 1.03 * 4.499810 = 0.958956; 1 / (1 + 0.383293) = 0.722913
        (29, 12, 90, 0.722913),
        # -3.92 - 0.52 * 5.899897 + 0.81 * 1.098612 + 1.03 * 5.192957 = -0.749325; 1 / (1 + 2.115572) = 0.320968
        (364, 3, 180, 0.320968),
        # -3.92 - 0.52 * 0.693147 + 0.81 * 5.298317 + 1.03 * 1.945910 = 2.015488; 1 / (1 + 0.133255) = 0.882414
        (1, 200, 7, 0.882414),
    ],
)
def test_against_the_formula_by_hand(silence: int, active_days: int, horizon: float, chance: float) -> None:
    assert p_contact(silence, active_days, horizon) == pytest.approx(chance, abs=2e-6)


SILENCE = st.integers(0, 5000)
ACTIVE = st.integers(1, 548)
HORIZON = st.floats(7, 180)


@given(SILENCE, ACTIVE, HORIZON)
def test_odds_are_the_product_of_powers(silence: int, active_days: int, horizon: float) -> None:
    # the same model without logarithms of the odds: e^-3.92 * (silence + 1)^-.52 * active^.81 * horizon^1.03
    odds = exp(-3.92) * (silence + 1) ** -0.52 * active_days**0.81 * horizon**1.03
    assert p_contact(silence, active_days, horizon) == pytest.approx(odds / (1 + odds), rel=1e-9)


@given(SILENCE, ACTIVE, HORIZON)
def test_a_chance_and_its_directions(silence: int, active_days: int, horizon: float) -> None:
    chance = p_contact(silence, active_days, horizon)
    assert 0 < chance < 1
    assert p_contact(silence + 1, active_days, horizon) < chance
    assert p_contact(silence, active_days + 1, horizon) > chance
    assert horizon > 179 or p_contact(silence, active_days, 180) > chance


def test_a_silence_that_doubles_costs_the_same_each_time() -> None:
    # silence + 1 = 8, 16, 32: the logit falls by 0.52 ln 2 = 0.360437 at each step
    chances = [p_contact(silence, 5, 30) for silence in (7, 15, 31)]
    logits = [log(chance / (1 - chance)) for chance in chances]
    assert logits[0] - logits[1] == pytest.approx(0.360437, abs=1e-6)
    assert logits[1] - logits[2] == pytest.approx(0.360437, abs=1e-6)


def test_without_contact_in_memory_there_is_no_chance_to_give() -> None:
    assert p_contact(600, 0, 30) == 0.0


@pytest.mark.parametrize("horizon", [0, 6, 6.999, 180.001, 365, -30, float("nan")])
def test_other_horizons_were_never_checked(horizon: float) -> None:
    with pytest.raises(ValueError, match="outside 7-180"):
        p_contact(1, 1, horizon)


@pytest.mark.parametrize("horizon", [7, 180])
def test_the_ends_of_the_horizons_belong_to_it(horizon: float) -> None:
    assert 0 < p_contact(1, 1, horizon) < 1


def test_silence_is_not_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        p_contact(-1, 1, 30)
