"""Chances of contact as the log itself corrects them: model A for one's own ties, model D where a network is seen whole."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from hecht.core.ties import around
from hecht.core.ties.calibration import Window, added, brier, level_with, offsets, sigmoid, window_days, windows
from hecht.core.ties.contact import logits
from hecht.core.ties.history import Flags, Floats, History, Seen

HORIZONS: Final = (30, 90, 180)
TAUGHT_BY: Final = 6
"""Windows by which a network teaches its own coefficients, the latest ones."""
PRIOR: Final = 20.0
"""Weight of the frozen coefficients when a network teaches its own: the precision of a normal prior around them."""
CLEARLY: Final = 0.9
"""What of model A's Brier score model D must stay under before its level is believed."""
LARGEST: Final = 4_000_000
"""Rows of history above which a network keeps the frozen coefficients, for the sake of time and memory."""


@dataclass(frozen=True, slots=True)
class Chances:
    """Chances (n, 3) of contact within 30, 90 and 180 days of the ties that were seen, and what they rest on.

    `offset` holds, for each horizon, what was added by channel (empty: the chances are those of the model itself);
    `taught` says for each horizon whether the log's own coefficients were used instead of the frozen ones.
    """

    seen: Seen
    chance: Floats
    offset: tuple[dict[int, float], ...]
    taught: tuple[bool, ...] = (False, False, False)


def own_chances(history: History, as_of: int) -> Chances:
    """Give the chances of one person's ties on a day: model A, calibrated by channel and horizon where that holds."""
    seen = history.seen(as_of)
    offset = tuple(offsets(windows(history, as_of, horizon), horizon) for horizon in HORIZONS)
    chance = [
        sigmoid(added(logits(seen.silence, seen.active, horizon), seen, by))
        for horizon, by in zip(HORIZONS, offset, strict=True)
    ]
    return Chances(seen, np.stack(chance, axis=1), offset)


def whole_chances(history: History, as_of: int) -> Chances:
    """Give the chances of the ties of a network that is seen whole, on one day: see `whole_view`."""
    return whole_view(history)(as_of)


def whole_view(history: History) -> Callable[[int], Chances]:
    """Give what makes the chances of the ties of a network that is seen whole, day by day.

    Model D says which ties are likelier, with coefficients that the network's own finished windows taught when these
    do better on the last of them; how likely all of them are is the mean of model A (of model D where that did clearly
    better), by channel, calibrated. A horizon that has too few windows of its own takes both from the one before. What
    was worked out for one day is kept for the next.
    """
    views = _Views(history)
    return lambda day: _whole(views, day)


def _whole(views: "_Views", as_of: int) -> Chances:
    history = views.history
    now = views.at(as_of)
    taught: Floats = np.zeros(around.COEFFICIENTS.shape)
    chance = np.empty((len(now.seen.ties), len(HORIZONS)))
    learned, corrected = [], []
    by_d = False
    for index, horizon in enumerate(HORIZONS):
        found = _teach(views, as_of, horizon) if len(history.tie) <= LARGEST else None
        taught = taught if found is None else found
        learned.append(bool(taught.any()))
        past = windows(history, as_of, horizon)
        by_d = _clearly(views, past[-TAUGHT_BY:], horizon) if past else by_d
        usual, offset = _level(views, now, past, horizon, by_d=by_d)
        corrected.append(offset)
        chance[:, index] = _levelled(around.logits(now.rows, horizon) + now.rows @ taught, usual, now.seen)
    return Chances(now.seen, chance, tuple(corrected), tuple(learned))


def _level(
    views: "_Views", now: "_View", past: list[Window], horizon: int, *, by_d: bool
) -> tuple[Floats, dict[int, float]]:
    """Give the chances whose mean is believed, those of model D or A, calibrated like one's own ties."""
    logit = logits(now.seen.silence, now.seen.active, horizon)
    if by_d:
        logit, past = around.logits(now.rows, horizon), _of_d(views, past[-TAUGHT_BY:], horizon)
    offset = offsets(past, horizon)
    return sigmoid(added(logit, now.seen, offset)), offset


def _clearly(views: "_Views", past: list[Window], horizon: int) -> bool:
    """Say whether the Brier score of model D over finished windows was lower than that of A by a tenth or more.

    So it is on forums and chats, where both say too much, A far more than D.
    """
    return _summed(_of_d(views, past, horizon)) < CLEARLY * _summed(past)


def _of_d(views: "_Views", past: list[Window], horizon: int) -> list[Window]:
    """Give the same windows with the logits of model D as it was frozen."""
    return [Window(one.seen, around.logits(views.at(one.seen.day).rows, horizon), one.alive) for one in past]


def _summed(found: list[Window]) -> float:
    """Give the squared errors of some windows together."""
    return sum(brier(one, 0.0) * len(one.alive) for one in found if len(one.alive))


@dataclass(frozen=True, slots=True)
class _View:
    """What was seen on a day, and its features."""

    seen: Seen
    rows: Floats


@dataclass(frozen=True, slots=True)
class _Views:
    """The features of a network by day, each worked out once."""

    history: History
    held: dict[int, _View] = field(default_factory=dict)

    def at(self, day: int) -> _View:
        if day not in self.held:
            seen = self.history.seen(day)
            self.held[day] = _View(seen, around.features(self.history, seen))
        return self.held[day]


def _teach(views: _Views, as_of: int, horizon: int) -> Floats | None:
    """Give what is to be added to the frozen coefficients: 0 when that does no better, None without two windows."""
    days = window_days(views.history.begin, as_of, horizon)[-TAUGHT_BY:]
    found = [(views.at(day), views.history.alive(views.at(day).seen, horizon)) for day in days]
    found = [(view, alive) for view, alive in found if len(alive)]
    before = [(view, alive) for view, alive in found if view.seen.day + horizon <= days[-1]]
    if not before:
        return None
    view, alive = found[-1]
    trial = _fit(before, horizon)
    frozen = around.logits(view.rows, horizon)
    scores = [_brier_at_its_level(logit, alive) for logit in (frozen, frozen + view.rows @ trial)]
    return _fit(found, horizon) if scores[1] < scores[0] else np.zeros(trial.shape)


def _brier_at_its_level(logit: Floats, alive: Flags) -> float:
    """Give the Brier score when the mean chance is right: a holiday says nothing of which ties are likelier."""
    return float(np.mean((sigmoid(logit + level_with(logit, float(alive.mean()))) - alive) ** 2))


def _fit(found: list[tuple[_View, Flags]], horizon: int) -> Floats:
    """Fit coefficients around the frozen ones (logistic regression, normal prior), with an intercept for each window."""
    rows = np.concatenate([view.rows for view, _ in found])
    alive = np.concatenate([alive for _, alive in found])
    base = around.logits(rows, horizon)
    which = np.repeat(np.arange(len(found)), [len(alive) for _, alive in found])
    design = np.concatenate([rows, np.eye(len(found))[which]], axis=1)
    prior = np.concatenate([np.full(rows.shape[1], PRIOR), np.full(len(found), 0.01)])
    given = np.zeros(design.shape[1])
    for _ in range(25):
        chance = sigmoid(base + design @ given)
        slope = design.T @ (alive - chance) - prior * given
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + np.diag(prior)
        step = np.linalg.solve(curve, slope)
        given += step * min(1.0, 2.0 / max(float(np.abs(step).max()), 1e-12))
        if np.abs(step).max() < 1e-6:  # noqa: PLR2004
            break
    taught: Floats = given[: rows.shape[1]]
    return taught


def _levelled(logit: Floats, usual: Floats, seen: Seen) -> Floats:
    """Give the chances with these logits whose mean, by channel, is that of others."""
    given = np.empty(len(logit))
    for channel in np.unique(seen.channel):
        which = seen.channel == channel
        given[which] = sigmoid(logit[which] + level_with(logit[which], float(usual[which].mean())))
    return given
