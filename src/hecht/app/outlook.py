"""The outlook of ties: their chances of contact, worked out from the log when the first is asked for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hecht.app.active import active
from hecht.sql import query

if TYPE_CHECKING:
    from hecht.core.ties.chances import Chances
    from hecht.core.ties.history import History
    from hecht.stores.store import Store

Triple = tuple[float, float, float]
ONLY_CHAT = 9
"""The channel of a day of nothing but chat, in `sql/active.sql` and `sql/pair_days.sql`."""


@dataclass(slots=True)
class LogOutlook:
    """Chances by pair of persons in either order, made by `work` once."""

    work: Callable[[], Mapping[tuple[int, int], Triple]]
    held: Mapping[tuple[int, int], Triple] = field(default_factory=dict)
    done: bool = False

    def of(self, ego: int, alter: int, /) -> Triple:
        """Give the chances within 30, 90 and 180 days; 0 without contact in the last 548."""
        if not self.done:
            self.held, self.done = self.work(), True
        return self.held.get((ego, alter)) or self.held.get((alter, ego)) or (0.0, 0.0, 0.0)


def own_outlook(
    ego: int, alters: Sequence[int], days: Sequence[Sequence[int]], channels: Sequence[Sequence[int]], as_of: int
) -> LogOutlook:
    """Give the outlook of one person's ties from all their active days up to a day, and the channel of each."""

    def work() -> Mapping[tuple[int, int], Triple]:
        from hecht.core.ties.chances import own_chances
        from hecht.core.ties.history import History

        found = own_chances(History.of_one(days, channels), as_of)
        return _by_pair(found, [(ego, alter) for alter in alters])

    return LogOutlook(work)


def whole_outlook(store: "Store", as_of: int, nobody: Iterable[int]) -> LogOutlook:
    """Give the outlook of every pair of a network that is seen whole, without machines and mailing lists."""

    def work() -> Mapping[tuple[int, int], Triple]:
        from hecht.core.ties.chances import whole_chances

        history, pairs = whole_history(store, as_of, nobody)
        return _by_pair(whole_chances(history, as_of), pairs)

    return LogOutlook(work)


def own_history(store: "Store", ego: int, as_of: int, nobody: Iterable[int]) -> "History":
    """Give the active days of one person's ties up to a day, without machines and mailing lists."""
    from hecht.core.ties.history import History

    ties = list(active(store, ego, as_of, frozenset(nobody)))
    return History.of_one([tie.days for tie in ties], [tie.channels for tie in ties])


def whole_history(store: "Store", as_of: int, nobody: Iterable[int]) -> "tuple[History, list[tuple[int, int]]]":
    """Give the active days of every pair up to a day, and the pairs."""
    import numpy as np

    from hecht.core.ties.history import History

    rows = store.rows(query("pair_days"), {"as_of": as_of})
    table = np.array(rows, dtype=np.int64).reshape(-1, 4)
    gone = np.array(sorted(nobody), dtype=np.int64)
    table = table[~(np.isin(table[:, 0], gone) | np.isin(table[:, 1], gone))]
    history, pairs = History.of_pairs(table[:, 0], table[:, 1], table[:, 2], table[:, 3])
    return history, [(a, b) for a, b in pairs.tolist()]


def _by_pair(found: "Chances", pairs: Sequence[tuple[int, int]]) -> Mapping[tuple[int, int], Triple]:
    return {
        pairs[tie]: (one, two, three)
        for tie, (one, two, three) in zip(found.seen.ties.tolist(), found.chance.tolist(), strict=True)
    }
