"""Between groups: how much contact somebody has with several groups other than their own, of which one could pass on to another."""

import numpy as np

from hecht.core.network.graph import Floats, Graph, Ints


def between(graph: Graph, group: Ints, count: int) -> Floats:
    """Give `sqrt((T^2 - sum over groups g of T_g^2) / 2)` of everybody: T_g is the contact (strength) with group g, T their sum.

    Under the root stands the sum over pairs of different groups g, h of T_g T_h; the root brings it back to strength. 0 for
    who has contact with one other group or none. One's own group does not count, nor do people without one (-1).

    Args:
        graph: the tie graph.
        group: the group of everybody, 0 to `count` - 1, or -1.
        count: how many groups there are.
    """
    n = len(graph.people)
    across = (group[graph.a] != group[graph.b]) & (group[graph.a] >= 0) & (group[graph.b] >= 0)
    here = np.concatenate([graph.a[across], graph.b[across]])
    there = np.concatenate([group[graph.b[across]], group[graph.a[across]]])
    strength = np.concatenate([graph.strength[across], graph.strength[across]])
    cells, place = np.unique(here * max(1, count) + there, return_inverse=True)
    by_group = np.bincount(place, strength, minlength=len(cells))
    person = cells // max(1, count)
    whole = np.bincount(person, by_group, minlength=n)
    squares = np.bincount(person, by_group**2, minlength=n)
    found: Floats = np.sqrt(np.maximum(0.0, (whole**2 - squares) / 2))
    found[np.bincount(person, minlength=n) < 2] = 0.0  # noqa: PLR2004 - a pair of groups
    return found
