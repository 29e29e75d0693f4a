"""Afterwards: what a gathering did to the ties between those who were there, beside those who sat elsewhere."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from hecht.core.ties.state import SOONEST

WITHIN = 90
"""Days after a gathering in which contact counts as going on; as many before it tell who was in touch already."""

People = tuple[int, int]
"""Two persons by id, the lower first."""


class Went(NamedTuple):
    """Of how many pairs something could be seen, how many had never had contact or slept, and how many of each had it afterwards."""

    pairs: int
    strangers: int
    began: int
    asleep: int
    woke: int


class Afterwards(NamedTuple):
    """What came of a gathering.

    Attributes:
        day: of the gathering. until: the last day that was looked at. complete: 90 days have passed.
        began: pairs that sat together, had never had contact before and had it since, with its first day, in time.
        woke: the same for pairs that were silent for 90 days before.
        together: counts of the pairs that shared a table. elsewhere: of those that were there and did not.
        hidden: pairs that were there and whose contact this log cannot see.
    """

    day: int
    until: int
    complete: bool
    began: tuple[tuple[People, int], ...]
    woke: tuple[tuple[People, int], ...]
    together: Went
    elsewhere: Went
    hidden: int


def afterwards(
    present: Iterable[People],
    seated: Collection[People],
    days: Mapping[People, Sequence[int]],
    visible: Collection[People],
    day: int,
    as_of: int,
) -> Afterwards:
    """Compare the contact of pairs before and after a gathering.

    The day itself does not count: everybody was there. Contact counts as going on within 90 days. Pairs that sat elsewhere
    show what happens without a table; the difference is no proof, for who sat where was chosen.

    Args:
        present: pairs of those who were there.
        seated: those of them that shared a table.
        days: the days with contact of pairs, in order; later than `as_of` is not looked at.
        visible: pairs whose contact the log would see.
        day: of the gathering.
        as_of: the day to look from.
    """
    until = min(day + WITHIN, as_of)
    counts = {True: [0] * 5, False: [0] * 5}
    began: list[tuple[int, People]] = []
    woke: list[tuple[int, People]] = []
    hidden = 0
    for pair in sorted(set(present)):
        if pair not in visible:
            hidden += 1
            continue
        at_table = pair in seated
        before = [one for one in days.get(pair, ()) if one < day]
        after = next((one for one in days.get(pair, ()) if day < one <= until), None)
        row = counts[at_table]
        row[0] += 1
        if not before:
            row[1] += 1
            row[2] += after is not None
        elif day - before[-1] >= SOONEST:
            row[3] += 1
            row[4] += after is not None
        if at_table and after is not None and (not before or day - before[-1] >= SOONEST):
            (woke if before else began).append((after, pair))
    return Afterwards(
        day,
        until,
        as_of >= day + WITHIN,
        tuple((pair, first) for first, pair in sorted(began)),
        tuple((pair, first) for first, pair in sorted(woke)),
        Went(*counts[True]),
        Went(*counts[False]),
        hidden,
    )
