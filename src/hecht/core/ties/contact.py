"""p_contact: how likely contact is within some days, from silence and active days alone."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

MEMORY = 548
"""History that counts, in days (18 months)."""
SHORTEST, LONGEST = 7, 180
"""Horizons for which the model was checked, in days."""

_INTERCEPT, _SILENCE, _ACTIVE, _HORIZON = -3.92, -0.52, 0.81, 1.03


def p_contact(silence: ArrayLike, active_days: ArrayLike, horizon: float) -> NDArray[np.float64]:
    """Give the chance of at least one contact in the next `horizon` days.

    `p = sigmoid(-3.92 - 0.52 ln(silence + 1) + 0.81 ln(active_days) + 1.03 ln(horizon))`, a logistic
    regression fitted on message logs (model A of docs/numbers.md); it needs no fit of its own to start with.

    Args:
        silence: days since the last contact, >= 0, any shape.
        active_days: days with contact in the last 548 days, same shape. Zero gives a chance of 0: without
            contact in its memory the model has nothing to go by.
        horizon: days ahead, 7 to 180.

    Returns:
        Chances, in the shape of the input.

    Raises:
        ValueError: a horizon outside 7-180 or a negative silence.
    """
    if not SHORTEST <= horizon <= LONGEST:
        raise ValueError(f"horizon {horizon} is outside {SHORTEST}-{LONGEST} days")
    silent = np.asarray(silence, dtype=np.float64)
    active = np.asarray(active_days, dtype=np.float64)
    if silent.size and silent.min() < 0:
        raise ValueError("silence cannot be negative")
    logit = (
        _INTERCEPT + _SILENCE * np.log1p(silent) + _ACTIVE * np.log(np.maximum(active, 1)) + _HORIZON * np.log(horizon)
    )
    return np.where(active > 0, 1 / (1 + np.exp(-logit)), 0.0)
