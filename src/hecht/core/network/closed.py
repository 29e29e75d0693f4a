"""Closed groups: contact with other groups beside what groups of that size have, with its interval."""

from typing import NamedTuple

import numpy as np

from hecht.core.network.graph import Flags, Floats, Graph, Ints, summed

FEW = 8
"""Groups below which none is called closed: there is no usual to differ from."""
HALF = 0.5
"""The most of the expected contact with others that a closed group has."""
SURE = 0.75
"""What the upper end of its interval stays below."""
APART = 2.5
"""Standard deviations by which it differs from the other groups, chance in its own people included."""
BUSIEST = 0.1
"""Share of people, those with the most contact, who are left out to see whether a group is closed without them too."""
_POINTS = 1_500
"""The most points of which all pairs are taken for a line; of more, evenly by where they lie."""
_CERTAINTY = 1.96
_NORMAL = 1.4826
"""The standard deviation of a normal distribution by its median absolute deviation."""
_LEAST_SPREAD = 0.1
"""Natural logarithms by which groups differ at the least: some tenth."""


class Openness(NamedTuple):
    """By group: contact with others as a ratio to what is expected, the ends of its 95 % interval, and how far it stands apart."""

    ratio: Floats
    low: Floats
    high: Floats
    apart: Floats


def ends(graph: Graph, group: Ints, without: Flags | None = None) -> tuple[Floats, Floats]:
    """Give everybody's strength of contact inside their group and with other groups.

    Args:
        graph: the tie graph.
        group: the group of everybody, >= 0.
        without: people whose ties inside their group are left out, on either end, and whose own contact outside is too.
    """
    n, same = len(graph.people), group[graph.a] == group[graph.b]
    within, across = np.where(same, graph.strength, 0.0), np.where(same, 0.0, graph.strength)
    if without is not None:
        within[without[graph.a] | without[graph.b]] = 0
    inside = summed(graph.a, within, n) + summed(graph.b, within, n)
    outside = summed(graph.a, across, n) + summed(graph.b, across, n)
    if without is not None:
        outside[without] = 0
    return inside, outside


def openness(inside: Floats, outside: Floats, group: Ints, count: int) -> Openness:
    """Put each group's contact with others beside that of groups of its size.

    With O and I the sums over its n people of contact outside and inside, y = ln((O + 1) / (I + 1)): how much people write
    falls out of it, as in a degree-corrected block model (Karrer and Newman 2011), where a pair of groups has its own
    factor whatever the activity of the people in them. A large group finds more inside, so that y falls with its size:
    expected is a + b ln n, b the median of the slopes of all pairs of groups, a the median of what remains (Theil 1950, Sen
    1968), which a few closed groups cannot move. ratio = exp(y - expected): 1 for what is usual, a third for a third of it.

    The interval is that of chance in who is counted: the standard error of y by linearisation over people,
    s^2 = n / (n - 1) sum over i of (o_i / (O + 1) - i_i / (I + 1))^2 (Cochran 1977, 6.4), about what is expected.
    apart = (y - expected) / sqrt(t^2 + s^2), t^2 the variance between groups: that of all of them by the median absolute
    deviation, less the median s^2 (at least 0.01).

    Args:
        inside: contact of everybody inside their group, >= 0.
        outside: contact of everybody with other groups, >= 0.
        group: the group of everybody, 0 to `count` - 1.
        count: how many groups there are; one without people counts for nothing and gets nan.
    """
    size = np.bincount(group, minlength=count).astype(np.float64)
    out, own = summed(group, outside, count) + 1, summed(group, inside, count) + 1
    y = np.log(out / own)
    pull = (outside / out[group] - inside / own[group]) ** 2
    error = np.sqrt(summed(group, pull, count) * size / np.maximum(size - 1, 1))
    some = size > 0
    away = y - expected(np.log(np.maximum(size, 1)), y, some)
    away[~some] = np.nan
    variance = (_NORMAL * float(np.median(np.abs(away[some])))) ** 2 if some.any() else 0.0
    between = max(variance - float(np.median(error[some] ** 2)), _LEAST_SPREAD**2) if some.any() else 1.0
    reach = _CERTAINTY * error
    return Openness(np.exp(away), np.exp(away - reach), np.exp(away + reach), away / np.sqrt(between + error**2))


def expected(x: Floats, y: Floats, some: Flags) -> Floats:
    """Give the robust line through points: the median of the slopes of all pairs, and the median of what remains.

    Args:
        x: where the points lie.
        y: their values.
        some: the points that count; without two of different x the line is level.
    """
    order = np.flatnonzero(some)[np.argsort(x[some], kind="stable")]
    order = order[:: max(1, -(-len(order) // _POINTS))]
    one, two = np.triu_indices(len(order), 1)
    run, rise = x[order][two] - x[order][one], y[order][two] - y[order][one]
    slopes = rise[run != 0] / run[run != 0]
    slope = float(np.median(slopes)) if len(slopes) else 0.0
    line: Floats = slope * x + (float(np.median(y[some] - slope * x[some])) if some.any() else 0.0)
    return line


def busiest(total: Floats, group: Ints, count: int, share: float = BUSIEST) -> Flags:
    """Say who are the share of each group (rounded up) with the most contact."""
    order = np.lexsort((-total, group))
    size = np.bincount(group, minlength=count)
    start = np.concatenate([[0], np.cumsum(size)])[:-1]
    place = np.empty(len(total), dtype=np.int64)
    place[order] = np.arange(len(total)) - start[group[order]]
    found: Flags = place < np.ceil(share * size)[group]
    return found


def closed(graph: Graph, group: Ints, count: int) -> Flags:
    """Say which groups are closed: at most half of the contact with others that is expected, surely and whoever is left out.

    A ratio of at most `HALF` whose interval ends below `SURE`, and `APART` from the others, when the busiest tenth of each
    group is left out, so that neither one person to whom all come nor one who knows all others decides; and with everybody
    a ratio and interval to match. None among fewer than `FEW` groups.
    """
    if len(np.unique(group)) < FEW:
        return np.zeros(count, dtype=np.bool_)
    whole = openness(*ends(graph, group), group, count)
    rest = openness(*ends(graph, group, busiest(graph.total, group, count)), group, count)
    sure: Flags = (rest.ratio <= HALF) & (rest.high < SURE) & (rest.apart <= -APART) & (whole.high < SURE)
    return sure
