"""Brokerage: in which role people stand between others (Gould and Fernandez 1989), and the E-I index."""

import numpy as np

from hecht.core.network.graph import Floats, Graph, Ints
from hecht.core.network.oriented import ROLES
from hecht.core.network.triangles import Sums, add_up

_TABLE = 1 << 23
"""Counts by person and group that are held at once."""
_PASSES = 8
"""Tables of that size from which only the cells that hold something are kept."""
_PACKED = float(1 << 26)
"""Arcs out count as much as this many arcs in, so that one sum holds both."""
_IN, _OUT = 1, 2
_OTHER, _OWN = [0, 1, 2, 3], [4, 5, 6, 7]
"""The kinds of ties of `_kinds` outside and inside one's own group."""


def roles(graph: Graph, group: Ints, sums: Sums | None = None) -> Ints:
    """Count the two-paths that each person brokers, as (n, 5): coordinator, itinerant, gatekeeper, representative, liaison.

    A person brokers a two-path from -> broker -> to between different people without a tie from -> to (Gould and Fernandez
    1989; the counts of R's `sna::brokerage`). By groups, A -> B -> C reading from, broker, to: coordinator A-A-A, itinerant
    A-B-A (called consultant too), gatekeeper A-B-B, representative A-A-B, liaison A-B-C.

    Args:
        graph: the tie graph; a tie holds an arc either way where `forth` or `back` is more than 0.
        group: the group of each person, >= 0, in the graph's order; -1 where it is not known: such a person brokers nothing
            and is no end of a path.
        sums: of a pass with these groups that was made already; without it one is made.
    """
    passed = sums or add_up(graph, group)
    if passed.closed is None:
        raise ValueError("the pass was made without groups")
    return _paths(graph, group) - passed.closed[passed.oriented.place]


def e_i_index(graph: Graph, group: Ints) -> Floats:
    """Give (E - I) / (E + I): ties outside and inside one's own group (Krackhardt and Stern 1988).

    From -1 (all inside) to 1 (all outside). Ties count alike whatever their strength; ties with people whose group is not
    known (-1) do not count; nan when no tie is left.
    """
    n = len(graph.people)
    of_a, of_b = group[graph.a], group[graph.b]
    same = of_a == of_b
    a, b = 2 * graph.a + same, 2 * graph.b + same
    if (known := (of_a >= 0) & (of_b >= 0)).sum() < len(known):
        a, b = a[known], b[known]
    outside, inside = (np.bincount(a, minlength=2 * n) + np.bincount(b, minlength=2 * n)).reshape(n, 2).T
    every = inside + outside
    index: Floats = np.divide(outside - inside, every, out=np.full(len(every), np.nan), where=every > 0)
    return index


def _kinds(graph: Graph, group: Ints) -> Ints:
    """Count each person's ties with people of known group by kind, as (n, 8): 1 in + 2 out + 4 in one's own group."""
    n = len(graph.people)
    known = (group[graph.a] >= 0) & (group[graph.b] >= 0)
    forth, back = (graph.forth > 0).astype(np.int8), (graph.back > 0).astype(np.int8)
    own = np.int8(4) * (group[graph.a] == group[graph.b])
    of_a, of_b = 8 * graph.a + own + back + 2 * forth, 8 * graph.b + own + forth + 2 * back
    if not known.all():
        of_a, of_b = of_a[known], of_b[known]
    return (np.bincount(of_a, minlength=8 * n) + np.bincount(of_b, minlength=8 * n)).reshape(n, 8)


def _paths(graph: Graph, group: Ints) -> Ints:
    """Count all two-paths between different people by broker and role, tied ends or not."""
    kinds = _kinds(graph, group)
    own_in, own_out, other_in, other_out = (
        kinds[:, [kind for kind in among if kind & way]].sum(axis=1) for among in (_OWN, _OTHER) for way in (_IN, _OUT)
    )
    one_world = _one_world(graph, group)
    found = {
        "coordinator": own_in * own_out - kinds[:, 7],  # there and back is no path between two people
        "itinerant": one_world - kinds[:, 3],
        "gatekeeper": other_in * own_out,
        "representative": own_in * other_out,
        "liaison": other_in * other_out - one_world,
    }
    return np.column_stack([found[role] for role in ROLES])


def _one_world(graph: Graph, group: Ints) -> Ints:
    """Count by person the pairs of an arc in and an arc out whose other ends are of one group, other than one's own."""
    n, groups = len(graph.people), int(group.max(initial=-1)) + 1
    of_a, of_b = group[graph.a], group[graph.b]
    across = (of_a != of_b) & (of_a >= 0) & (of_b >= 0)
    forth, back = ((way > 0) & across for way in (graph.forth, graph.back))
    to_b, to_a = forth + _PACKED * back, back + _PACKED * forth
    at_once = max(1, min(groups, _TABLE // max(1, n)))
    if groups > _PASSES * at_once:
        here, origin = np.concatenate([graph.b, graph.a]), np.concatenate([of_a, of_b])
        some = np.concatenate([across, across])
        return _of_few(here[some], origin[some], np.concatenate([to_b, to_a])[some], n, groups)
    paths = np.zeros(n, dtype=np.int64)
    for since in range(0, groups, at_once):
        counts = np.zeros(n * at_once)
        for here, origin, ways in ((graph.b, of_a - since, to_b), (graph.a, of_b - since, to_a)):
            some = (origin >= 0) & (origin < at_once)
            chosen = (here, origin, ways) if some.all() else (here[some], origin[some], ways[some])
            counts += np.bincount(chosen[0] * at_once + chosen[1], chosen[2], minlength=n * at_once)
        out = np.floor(counts * (1 / _PACKED))
        counts -= _PACKED * out
        paths += np.rint(np.einsum("ij,ij->i", counts.reshape(n, at_once), out.reshape(n, at_once))).astype(np.int64)
    return paths


def _of_few(here: Ints, origin: Ints, ways: Floats, n: int, groups: int) -> Ints:
    """Count the same where most cells of person and group are empty: arcs in times arcs out of those that are not."""
    cells, place = np.unique(here * groups + origin, return_inverse=True)
    counts = np.bincount(place, ways, minlength=len(cells))
    out = np.floor(counts * (1 / _PACKED))
    found: Ints = np.rint(np.bincount(cells // groups, out * (counts - _PACKED * out), minlength=n)).astype(np.int64)
    return found
