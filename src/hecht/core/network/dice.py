"""Dice: seeded chance for igraph, so that the same network gives the same result."""

from collections.abc import Iterator
from contextlib import contextmanager

import igraph
import numpy as np


class _Dice:
    """Seeded chance for igraph, which by default would ask the interpreter's; drawn many at a time, since it asks often."""

    def __init__(self, seed: int) -> None:
        self._chance = np.random.default_rng(seed)
        self._drawn: list[float] = []

    def random(self) -> float:
        if not self._drawn:
            self._drawn = self._chance.random(4_096).tolist()
        return self._drawn.pop()

    def randint(self, low: int, high: int) -> int:
        return low + int(self.random() * (high - low + 1))

    def gauss(self, mean: float, deviation: float) -> float:
        return float(self._chance.normal(mean, deviation))


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Let igraph draw from a seed for as long as this lasts."""
    igraph.set_random_number_generator(_Dice(seed))
    try:
        yield
    finally:
        igraph.set_random_number_generator(None)
