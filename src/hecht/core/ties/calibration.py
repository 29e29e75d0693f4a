"""Calibration: what the log's own finished windows teach about how often contact follows, by channel and horizon."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from hecht.core.ties.contact import logits
from hecht.core.ties.history import Flags, Floats, History, Seen

STEP: Final = 30
"""Days between the beginnings of windows; they begin on multiples of it, so that looking a day later changes little."""
MOST: Final = 12
"""Windows that are learned from, the latest ones."""
WARM: Final = 60
"""Days of history before the first window."""
ENOUGH: Final = 200
"""Ties times windows below which nothing is learned."""
SWING: Final = 0.4
"""How much the logit of contact moves from month to month by holidays alone (Eu: .45; its base rates go from .12 to .33)."""
BELIEF: Final = 3.0
"""How many times larger than what windows leave of doubt an offset must be."""
SPREAD: Final = 1.0
"""How far offsets lie apart between kinds of logs: the prior they are shrunk with (mail about 0, chats and forums -1 to -2)."""


class Window(NamedTuple):
    """One finished window: what was seen when it began, the logits of contact, and whether there was any."""

    seen: Seen
    logit: Floats
    alive: Flags


def window_days(begin: int, as_of: int, horizon: int) -> list[int]:
    """Give the days on which the windows begin that had ended by `as_of`, the last twelve, in order."""
    first = -(-(begin + WARM) // STEP) * STEP
    return list(range(first, as_of - horizon + 1, STEP))[-MOST:]


def windows(history: History, as_of: int, horizon: int) -> list[Window]:
    """Give the finished windows of a log, with the chances of model A; nothing after `as_of` is looked at."""
    found = []
    for day in window_days(history.begin, as_of, horizon):
        seen = history.seen(day)
        found.append(Window(seen, logits(seen.silence, seen.active, horizon), history.alive(seen, horizon)))
    return found


def offsets(found: Sequence[Window], horizon: int) -> dict[int, float]:
    """Give by channel what is to be added to the logit of contact; a channel without is best left as it is.

    For ties that go mostly by that channel each window has an offset of its own. Their mean is believed when it is
    more than three times what holidays and chance leave of doubt, shrunk by that doubt, and kept only when the same
    from the earlier windows improves the Brier score of the last one.
    """
    given: dict[int, float] = {}
    if len(found) < 2:  # noqa: PLR2004 - one to learn from and one to judge by
        return given
    for channel in sorted({int(one) for window in found for one in np.unique(window.seen.channel)}):
        some = [_only(window, channel) for window in found]
        if sum(len(window.logit) for window in some) < ENOUGH:
            continue
        last = some[-1]
        before = [window for window in some if window.seen.day + horizon <= last.seen.day]
        trial = believed(before, horizon)
        if trial and len(last.logit) and brier(last, trial) < brier(last, 0.0):
            final = believed(some, horizon)
            if final:
                given[channel] = final
    return given


def believed(found: Sequence[Window], horizon: int) -> float:
    """Give the offset that some windows agree on, shrunk by what they leave of doubt; 0 when that is too much.

    A window's own offset d is the maximum of its likelihood (with a normal prior of `2 SPREAD`, so that a window in
    which all or none had contact has one too), its variance the inverse of the information plus that of holidays (the
    larger of `SWING^2` and the spread between windows). Windows that overlap count as one of the length of a horizon.
    """
    each = [_offset(window) for window in found if len(window.logit)]
    if not each:
        return 0.0
    offset, information = np.array(each).T
    among = float(np.var(offset, ddof=1)) if len(each) > 1 else 0.0
    weight = 1 / (max(SWING**2, among) + 1 / information)
    mean = float((weight * offset).sum() / weight.sum())
    doubt = max(1.0, horizon / STEP) / float(weight.sum())
    return mean * SPREAD**2 / (SPREAD**2 + doubt) if mean**2 > BELIEF**2 * doubt else 0.0


def brier(window: Window, offset: float) -> float:
    """Give the mean squared difference of chance and outcome: 0 is perfect, always saying one half is .25."""
    return float(np.mean((sigmoid(window.logit + offset) - window.alive) ** 2))


def sigmoid(logit: Floats) -> Floats:
    """Give chances from logits."""
    given: Floats = 1 / (1 + np.exp(-logit))
    return given


def added(logit: Floats, seen: Seen, offset: Mapping[int, float]) -> Floats:
    """Give logits with the offset of each tie's channel added."""
    return logit + sum((by * (seen.channel == channel) for channel, by in offset.items()), np.zeros(len(logit)))


def level_with(logit: Floats, chance: float) -> float:
    """Give what is to be added to logits so that the mean chance is as stated (by Newton's method; 0 without ties)."""
    return _root(logit, lambda now: chance * len(logit) - float(now.sum()), 0.0)[0] if len(logit) else 0.0


def _offset(window: Window) -> tuple[float, float]:
    """Give the offset of one window and its information."""
    alive = float(window.alive.sum())
    prior = 1 / (2 * SPREAD) ** 2
    return _root(window.logit, lambda now: alive - float(now.sum()), prior)


def _root(logit: Floats, short: Callable[[Floats], float], prior: float) -> tuple[float, float]:
    offset = 0.0
    information = prior
    for _ in range(50):
        now = sigmoid(logit + offset)
        information = float((now * (1 - now)).sum()) + prior
        step = (short(now) - prior * offset) / max(information, 1e-9)
        offset += max(-2.0, min(2.0, step))
        if abs(step) < 1e-9:  # noqa: PLR2004
            break
    return offset, information


def _only(window: Window, channel: int) -> Window:
    which = window.seen.channel == channel
    return Window(window.seen.only(which), window.logit[which], window.alive[which])
