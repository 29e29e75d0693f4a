"""Links: people who hold contact with other groups that their own group otherwise hardly has."""

from typing import NamedTuple

import numpy as np

from hecht.core.network.graph import Flags, Floats, Graph, Ints, summed

PEOPLE = 3.0
"""The least number of people (by the evenness of contact) in a group, for contact with a group and not with one of its people."""
TIMES = 5.0
"""The least number of times the usual contact of one's group, at the lower end of the interval."""
PART = 0.15
"""The least share of one's contact that is beyond what is usual, for a link with two groups or more."""
ALONE = 0.25
"""And for a link with one other group."""
MOSTLY = 0.4
"""The least part that this is of one's contact with other groups: less is contact everywhere, some of it stronger."""
_HABIT = 5.0
"""People of usual contact whose habits are those of the whole organisation, added to those of one's own group."""
_CERTAINTY = 1.96
_HALF = 0.5


class Links(NamedTuple):
    """Who is a link, and with what: a cell is a person with a group to which they are one.

    person, group: of each cell, the cells in order of person; times, low, high: how many times the usual, with its 95 %
    interval; share: by person, the part of their contact (0-1) that is beyond the usual with those groups; found: by person,
    whether that is enough to be called a link.
    """

    person: Ints
    group: Ints
    times: Floats
    low: Floats
    high: Floats
    share: Floats
    found: Flags


def links(graph: Graph, group: Ints, count: int) -> Links:
    """Find who holds contact between their own group and others that it otherwise hardly has.

    A link (a bridge across a structural hole, Burt 1992) is not who has much contact, or contact everywhere, but who has
    contact that nobody around them has. With S_i everybody's contact, T_ig that with group g, and of the others j in i's
    group the habit h_ig = sum T_jg / sum S_j (5 people of usual contact with the habit of all are added, so that a small
    group does not decide by itself), expected is E_ig = S_i h_ig, and times = (T_ig + 1/2) / (E_ig + 1/2): the ratio of what
    is seen to a degree-corrected expectation. A strength is a sum of days that weigh at most 1, so that its variance is at
    most itself and the standard error of ln times at most 1 / sqrt(T_ig + 1/2): the interval is rather wide than narrow.

    A cell is kept when T_ig is spread over at least `PEOPLE` people, (sum w)^2 / sum w^2, and its lower end is at least
    `TIMES`. A person is a link when sum of (T_ig - E_ig) over these cells is at least `PART` of S_i with two groups or
    more, or `ALONE` with one; and `MOSTLY` of all their contact with other groups. Whose work gives contact everywhere, as of a
    secretary or a help desk, has it with no group in particular.

    Args:
        graph: the tie graph.
        group: the group of everybody, 0 to `count` - 1.
        count: how many groups there are.
    """
    n, total = len(graph.people), graph.total
    across = group[graph.a] != group[graph.b]
    here = np.concatenate([graph.a[across], graph.b[across]])
    there = group[np.concatenate([graph.b[across], graph.a[across]])]
    strength = np.concatenate([graph.strength[across], graph.strength[across]])
    cells, place = np.unique(here * max(1, count) + there, return_inverse=True)
    seen, squares = summed(place, strength, len(cells)), summed(place, strength**2, len(cells))
    person, other = cells // max(1, count), cells % max(1, count)
    own = group[person]
    pairs, at = np.unique(own * max(1, count) + other, return_inverse=True)
    pair = summed(at, seen, len(pairs))[at]
    all_ = summed(group, total, count)
    middle = _HABIT * float(np.median(total)) if n else 0.0
    towards = summed(other, seen, count) / max(float(total.sum()), 1e-9)
    rest = pair - seen + middle * towards[other]
    usual = total[person] * rest / np.maximum(all_[own] - total[person] + middle, 1e-9)
    times = (seen + _HALF) / (usual + _HALF)
    reach = np.exp(_CERTAINTY / np.sqrt(seen + _HALF))
    many = seen**2 >= PEOPLE * squares
    kept = many & (times / reach >= TIMES)
    number = np.bincount(person[kept], minlength=n)
    beyond = summed(person[kept], np.maximum(seen - usual, 0.0)[kept], n)
    share: Floats = np.divide(beyond, total, out=np.zeros(n), where=total > 0)
    outside = summed(person, seen, n)
    found = ((number > 1) & (share >= PART)) | ((number == 1) & (share >= ALONE))
    found &= (share > 0) & (share * total >= MOSTLY * outside)
    return Links(person[kept], other[kept], times[kept], (times / reach)[kept], (times * reach)[kept], share, found)
