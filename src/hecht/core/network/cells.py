"""Cells: groups whose figures may be published beside all that was published before, so that no few people can be worked out.

Figures of groups give away a group of few when they are subtracted: a department of 20 this week and of 19 next week tell of
the one who left. So a report remembers its *cells*, the finest parts into which all groups ever published from it divide
people, and a new grouping is fitted to them: no cell is ever divided into parts of fewer than `least` people. Every sum that
can be worked out from published sums of groups, by whatever adding and subtracting, is then a sum over whole cells, and so over
at least `least` people. (Sums of groups are combinations of sums of cells, each group being a union of cells.)
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from hecht.core.network.groups import folded

OUTSIDE = 0
"""The cell of people of whom nothing was ever published."""


class Fitted(NamedTuple):
    """Labels and cells by person; `kept` says who are counted otherwise than was asked, since too few moved with them."""

    label: dict[int, str]
    cell: dict[int, int]
    kept: frozenset[int]


def fitted(wanted: Mapping[int, str], before: Mapping[int, int], least: int) -> Fitted:
    """Fit a grouping to the cells of earlier ones.

    Args:
        wanted: the label by person; "" for people who are in no group.
        before: the cell by person after all earlier reports; who is not in it was in none.
        least: the fewest people of whom anything is shown.

    Returns:
        Labels in which groups of too few are put together (see `groups.folded`); people of whom too few would move out of
        their cell stay with the most of it, and newcomers of whom there are too few to be seen yet are in no group ("").
    """
    people = sorted(wanted.keys() | before.keys())
    label = dict(zip(people, folded([wanted.get(one, "") for one in people], least), strict=True))
    parts = Counter((before.get(one, OUTSIDE), label[one]) for one in people)
    largest: dict[int, str] = {}
    for (cell, name), size in sorted(parts.items(), key=lambda part: (part[0][0], -part[1], part[0][1])):
        if cell == OUTSIDE:
            largest[cell] = ""
        elif size >= least:
            largest.setdefault(cell, name)
    kept = set()
    for one in people:
        cell = before.get(one, OUTSIDE)
        if parts[cell, label[one]] < least and (cell, label[one]) != (OUTSIDE, ""):
            home = largest.get(cell, _most(parts, cell))
            if home != label[one]:
                kept.add(one)
                label[one] = home
    number = {
        part: i
        for i, part in enumerate(
            sorted({(before.get(one, OUTSIDE), label[one]) for one in people} - {(OUTSIDE, "")}), 1
        )
    }
    cells = {one: number.get((before.get(one, OUTSIDE), label[one]), OUTSIDE) for one in people}
    return Fitted(label, {one: cell for one, cell in cells.items() if cell != OUTSIDE}, frozenset(kept))


def _most(parts: "Counter[tuple[int, str]]", cell: int) -> str:
    """Give the label of the most people of a cell that falls apart into parts that are all too few."""
    return min((-size, name) for (of, name), size in parts.items() if of == cell)[1]
