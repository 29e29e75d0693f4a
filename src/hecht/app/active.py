"""Active: the days on which a person had contact with each of the others, read once."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from hecht.sql import query
from hecht.stores.store import Store


class Active(NamedTuple):
    """The person, the active days in order, each once, and a channel of each: the lowest number, 9 for nothing but chat."""

    person: int
    days: Sequence[int]
    channels: Sequence[int]


def active(store: Store, person: int, as_of: int, nobody: Collection[int] = ()) -> Iterator[Active]:
    """Give the active days up to a day with everybody in ascending order of id, without those who are no person."""
    rows: Iterable[tuple[int, int, int]] = store.rows(query("active"), {"as_of": as_of, "ego": person})  # type: ignore[assignment]
    for other, group in groupby(rows, key=itemgetter(0)):
        if other in nobody:
            continue
        _, days, channels = zip(*group, strict=True)
        if len(set(days)) < len(days):
            first = dict(zip(reversed(days), reversed(channels), strict=True))
            days, channels = tuple(reversed(first)), tuple(reversed(first.values()))
        yield Active(other, days, channels)
