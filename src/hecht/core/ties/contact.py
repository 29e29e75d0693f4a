"""p_contact: how likely contact is within some days, from silence and active days alone."""

from math import exp, log, log1p
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MEMORY = 548
"""History that counts, in days (18 months)."""
SHORTEST, LONGEST = 7, 180
"""Horizons for which the model was checked, in days."""

_INTERCEPT, _SILENCE, _ACTIVE, _HORIZON = -3.92, -0.52, 0.81, 1.03


def p_contact(silence: int, active_days: int, horizon: float) -> float:
    """Give the chance of at least one contact in the next `horizon` days.

    `p = sigmoid(-3.92 - 0.52 ln(silence + 1) + 0.81 ln(active_days) + 1.03 ln(horizon))`, a logistic
    regression fitted on message logs (model A of docs/numbers.md); it needs no fit of its own to start with.

    Args:
        silence: days since the last contact, >= 0.
        active_days: days with contact in the last 548 days. Zero gives a chance of 0: without contact in its
            memory the model has nothing to go by.
        horizon: days ahead, 7 to 180.

    Raises:
        ValueError: a horizon outside 7-180 or a negative silence.
    """
    if not SHORTEST <= horizon <= LONGEST:
        raise ValueError(f"horizon {horizon} is outside {SHORTEST}-{LONGEST} days")
    if silence < 0:
        raise ValueError("silence cannot be negative")
    if active_days <= 0:
        return 0.0
    logit = _INTERCEPT + _SILENCE * log1p(silence) + _ACTIVE * log(active_days) + _HORIZON * log(horizon)
    return 1 / (1 + exp(-logit))


def logits(silence: "NDArray[np.int64]", active_days: "NDArray[np.int64]", horizon: int) -> "NDArray[np.float64]":
    """Give the logits of `p_contact` for many ties at once, each with at least one active day."""
    import numpy as np  # noqa: PLC0415 - one tie at a time needs no arrays, and `hecht week` no numpy

    given: NDArray[np.float64] = (
        _INTERCEPT + _SILENCE * np.log1p(silence) + _ACTIVE * np.log(active_days) + _HORIZON * np.log(horizon)
    )
    return given
