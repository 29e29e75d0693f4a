"""The course of a partnership: how likely it is, in each stretch of days, that contact still had room or was about the content alone.

A partnership is in one of four states, and may pass from one to another at every block of 20 days (a hidden Markov chain):
*work* alone from the start, *room* for each other, a *lull* of room that passes, and work *alone* after there was room. Of
every occasion it is known how many times likelier it is with room than in work alone (`x`); in a block whose chance of
room is `p` its occasions weigh the product of `1 + p (x - 1)`. That chance is drawn for each block from a Beta distribution
around the level of the state: of work alone one level, of room another, and of a lull a part of the way between them. Which
levels a partnership has is not known beforehand either: every pair of them is weighed with its own chance, so that each
partnership is compared with its own other months, and summed over. Passing from room to work alone is likelier in the days
after an agreement, when all seems settled (article 5).

Levels, chances and the factors by which occasions count were found on the first and third generators of simulated
partnerships (`evidence/partnerships`, seeds from 100,000). What came of it on others is in docs/evidence-collaborations.md.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hecht.core.collaboration.occasions import Occasion

BLOCK = 20
"""Days of a block: within one, occasions resemble each other (a week of talks, a week of figures)."""
SETTLED, BEFORE, TIMES = 60, 15, 3.0
"""Days after an agreement, and before it, in which a turn is likelier, and how many times."""
TURN, LULL, BACK, WARM, AGAIN = 0.034, 0.05, 0.4, 0.0065, 0.004
"""Chances at each block: of a turn, that a lull begins, that it ends, that work alone gets room, and that it does after a turn."""
WORK_FIRST, LULL_FIRST = 0.45, 0.1
"""Chance that it begins with work alone, and of the others that it begins in a lull."""
WORK_LEVELS = ((0.005, 0.16), (0.016, 0.32), (0.035, 0.19), (0.067, 0.14))
ROOM_LEVELS = ((0.09, 0.15), (0.15, 0.2), (0.24, 0.25), (0.38, 0.25), (0.58, 0.15))
"""Part of the occasions with room in work alone and with room, each with its weight beforehand."""
APART = 4.0
"""Times that the level with room is above that of work alone, at least."""
LULLED = 0.3
"""How far a lull lies from work alone on the way to room."""
WORK_STEADY, ROOM_STEADY = 25.0, 11.0
"""How close the blocks lie to the level (the sum of the two parameters of the Beta distribution)."""

Numbers = npt.NDArray[np.float64]
_CHANCES: Numbers = 1 / (1 + np.exp(-np.linspace(-5.5, 2.2, 18)))
"""Chances of room that are summed over, evenly apart in log odds."""
_WORK, _ROOM, _LULL, _ALONE = range(4)


class Course(NamedTuple):
    """How likely each course is on a day: work alone from the start, work alone since there was room, and room.

    `since` is the first day of the block from which on the present state was likelier than not, a lull that did not pass
    counting with it; None when that is so from the start.
    """

    work: float
    turned: float
    room: float
    since: int | None


def course(found: Sequence[Occasion], start: int, as_of: int, agreed: Sequence[int]) -> Course:
    """Weigh the courses on a day.

    Args:
        found: the occasions up to that day, in any order; those before the start count as of the first block.
        start: the day it began.
        as_of: the day of looking.
        agreed: days of agreements.

    Returns:
        Chances that add up to 1, from the forward pass over the blocks, and the day from forward and backward pass together.
    """
    number = max(0, as_of - start) // BLOCK + 1
    logs = np.zeros((number, len(_CHANCES)))
    for one in found:
        block = min(max(0, one.day - start) // BLOCK, number - 1)
        logs[block] += one.counts * _says(one.times)
    weights = np.exp(logs - logs.max(axis=1, keepdims=True)).T
    levels, beforehand = _levels()
    emitted = levels @ weights  # state, pair of levels, block
    steps = [_step(start + block * BLOCK, agreed) for block in range(number)]
    first = np.array([WORK_FIRST, (1 - WORK_FIRST) * (1 - LULL_FIRST), (1 - WORK_FIRST) * LULL_FIRST, 0.0])
    forward = [first[:, None] * beforehand * emitted[:, :, 0]]
    for block in range(1, number):
        after = steps[block].T @ forward[-1] * emitted[:, :, block]
        forward.append(after / after.sum())
    ends = forward[-1].sum(axis=1) / forward[-1].sum()
    chances = float(ends[_WORK]), float(ends[_ALONE]), float(ends[_ROOM] + ends[_LULL])
    states = ((_WORK,), (_ALONE, _LULL), (_ROOM, _LULL))[int(np.argmax(chances))]
    since = _since(forward, emitted, steps, states)
    return Course(*chances, start + since * BLOCK if since else None)


@cache
def _says(times: float) -> Numbers:
    """Give the logarithm of `1 + p (x - 1)` for each chance; there are few values of x."""
    return np.asarray(np.log1p(_CHANCES * (times - 1)))


def _since(forward: Sequence[Numbers], emitted: Numbers, steps: Sequence[Numbers], states: tuple[int, ...]) -> int:
    """Give the block from which on some states were likelier than not, up to the last; 0 when that is so of all."""
    backward = np.ones_like(forward[-1])
    for block in range(len(forward) - 2, -1, -1):
        backward = steps[block + 1] @ (backward * emitted[:, :, block + 1])
        backward /= backward.max()
        both = forward[block] * backward
        if both[list(states)].sum() <= both.sum() / 2:
            return block + 1
    return 0


def _step(day: int, agreed: Sequence[int]) -> Numbers:
    """Give the chances to pass from each state (row) to each (column) at the block that begins on a day."""
    turn = TURN * (TIMES if any(-BEFORE <= day - one <= SETTLED for one in agreed) else 1.0)
    return np.array(
        [
            [1 - WARM, WARM, 0.0, 0.0],
            [0.0, 1 - LULL - turn, LULL, turn],
            [0.0, BACK, (1 - BACK) * (1 - turn), (1 - BACK) * turn],
            [0.0, AGAIN, 0.0, 1 - AGAIN],
        ]
    )


@cache
def _levels() -> tuple[Numbers, Numbers]:
    """Give for each state and pair of levels how likely each chance of room is in a block; and the weight of each pair."""
    pairs = [(work, room) for work in WORK_LEVELS for room in ROOM_LEVELS if room[0] >= APART * work[0]]
    alone = [_spread(work, WORK_STEADY) for (work, _), _ in pairs]
    room = [_spread(room, ROOM_STEADY) for _, (room, _) in pairs]
    lull = [_spread(work + LULLED * (room - work), ROOM_STEADY) for (work, _), (room, _) in pairs]
    beforehand = np.array([one * other for (_, one), (_, other) in pairs])
    return np.array([alone, room, lull, alone]), beforehand / beforehand.sum()


def _spread(mean: float, steady: float) -> Numbers:
    """Give the weight of each chance under Beta(mean steady, (1 - mean) steady), evenly apart in log odds."""
    logs = steady * (mean * np.log(_CHANCES) + (1 - mean) * np.log1p(-_CHANCES))
    weights = np.exp(logs - logs.max())
    return np.asarray(weights / weights.sum())
