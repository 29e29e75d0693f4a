"""Backtest: what would have been said on earlier days, against what came, on this very log."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from hecht.core.ties.calibration import ENOUGH, window_days
from hecht.core.ties.chances import HORIZONS, Chances, own_chances, whole_view
from hecht.core.ties.history import Flags, Floats, History
from hecht.core.ties.judging import Bin, auc, brier, calibration_error, calibration_table

if TYPE_CHECKING:
    from collections.abc import Callable

FEWEST: Final = 10
"""Times that contact must have come, and must have stayed away, before anything is said."""
ASLEEP: Final = 90
"""Days of silence from which a tie (of at least three active days) is judged as asleep."""
WAKING: Final = 90
"""Days within which such a tie may come back."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How chances within `horizon` days did, over `windows` windows in which `ties` ties were looked at `count` times.

    `came` is the part that had contact. AUC as in `judging.auc`, pooled over the windows: of the chances, of silence
    alone and of active days alone. `brier_same` is that of always saying `came`. What follows is None, and the table
    empty, where there is too little (fewer than 200 times, or fewer than ten of either outcome).
    """

    horizon: int
    windows: int
    ties: int
    count: int
    came: float | None = None
    auc: float | None = None
    auc_recency: float | None = None
    auc_frequency: float | None = None
    brier: float | None = None
    brier_same: float | None = None
    ece: float | None = None
    table: tuple[Bin, ...] = ()


@dataclass(frozen=True, slots=True)
class Backtest:
    """How chances of contact did at each horizon, and how well they said which ties that were asleep would wake."""

    contact: tuple[Outcome, ...]
    wake: Outcome


@dataclass(slots=True)
class _Said:
    """What was said and what came, gathered over windows."""

    chance: list[Floats]
    silence: list[Floats]
    active: list[Floats]
    alive: list[Flags]
    ties: set[int]

    def add(self, found: Chances, index: int, alive: Flags, which: Flags) -> None:
        self.chance.append(found.chance[which, index])
        self.silence.append(-found.seen.silence[which].astype(np.float64))
        self.active.append(found.seen.active[which].astype(np.float64))
        self.alive.append(alive[which])
        self.ties.update(found.seen.ties[which].tolist())

    def outcome(self, horizon: int) -> Outcome:
        windows, ties = len(self.alive), len(self.ties)
        alive = np.concatenate([*self.alive, np.zeros(0, dtype=bool)])
        positive = int(alive.sum())
        if len(alive) < ENOUGH or min(positive, len(alive) - positive) < FEWEST:
            return Outcome(horizon, windows, ties, len(alive))
        chance = np.concatenate(self.chance)
        came = positive / len(alive)
        return Outcome(
            horizon,
            windows,
            ties,
            len(alive),
            came,
            auc(chance, alive),
            auc(np.concatenate(self.silence), alive),
            auc(np.concatenate(self.active), alive),
            brier(chance, alive),
            came * (1 - came),
            calibration_error(chance, alive),
            tuple(calibration_table(chance, alive)),
        )


def backtest(history: History, as_of: int, *, whole: bool = False) -> Backtest:
    """Judge the chances of earlier days, each made from what was known on that day alone.

    Windows begin on multiples of 30 days, after 60 days of history, and end by `as_of`; the last twelve count.

    Args:
        history: every active day of the ties.
        as_of: the last day that is looked at.
        whole: the ties are those of a network that is seen whole (model D), not those of one person (model A).
    """
    chances: Callable[[int], Chances] = whole_view(history) if whole else lambda day: own_chances(history, day)
    starts = {horizon: window_days(history.begin, as_of, horizon) for horizon in HORIZONS}
    said = {horizon: _Said([], [], [], [], set()) for horizon in HORIZONS}
    asleep = _Said([], [], [], [], set())
    for day in sorted({day for days in starts.values() for day in days}):
        found = chances(day)
        every = np.ones(len(found.seen.ties), dtype=bool)
        for index, horizon in enumerate(HORIZONS):
            if day in starts[horizon]:
                alive = history.alive(found.seen, horizon)
                said[horizon].add(found, index, alive, every)
                if horizon == WAKING:
                    asleep.add(found, index, alive, (found.seen.silence >= ASLEEP) & (found.seen.active >= 3))  # noqa: PLR2004
    return Backtest(
        tuple(said[horizon].outcome(horizon) for horizon in HORIZONS if starts[horizon] or horizon == HORIZONS[0]),
        asleep.outcome(WAKING),
    )
