"""How fast one may ask: a bucket for each client and one for all, so that nobody fills the disk or tries links by the thousand."""

from collections import OrderedDict
from collections.abc import Callable

CLIENTS = 1000
"""Clients that are remembered; who was not seen longest is forgotten first."""
EACH, EACH_SECOND = 300, 5
"""What a client may ask at once, and what comes back each second: a room full of people behind one address."""
ALL, ALL_SECOND = 1500, 30
WRONG = 5
"""What a link that does not fit costs more; guessing one is hopeless anyway (128 bits), but it need not be fast."""


class Pace:
    """Token buckets on a clock that only goes forward."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Begin with full buckets."""
        self._clock = clock
        self._each: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._all = (float(ALL), clock())

    def takes(self, client: str, cost: int = 1) -> bool:
        """Say whether a client may ask something now, and count it."""
        now = self._clock()
        held = self._each.pop(client, (float(EACH), now))
        mine = min(EACH, held[0] + (now - held[1]) * EACH_SECOND)
        every = min(ALL, self._all[0] + (now - self._all[1]) * ALL_SECOND)
        fine = mine >= cost and every >= cost
        self._each[client] = (mine - cost if fine else mine, now)
        self._all = (every - cost if fine else every, now)
        while len(self._each) > CLIENTS:
            self._each.popitem(last=False)
        return fine

    def wrong(self, client: str) -> None:
        """Count a link that did not fit."""
        left, then = self._each.get(client, (float(EACH), self._clock()))
        self._each[client] = (max(0.0, left - WRONG), then)
