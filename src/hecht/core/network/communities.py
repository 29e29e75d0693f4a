"""Communities: who have more contact with one another than with others (Leiden), numbered as the week before."""

from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np

from hecht.core.network.centrality import as_igraph
from hecht.core.network.dice import seeded
from hecht.core.network.graph import Graph, Ints

_ROUNDS = 5


def communities(graph: Graph, before: Mapping[int, int] | None = None, *, seed: int = 1) -> Ints:
    """Give the community of everybody, from 1; 0 for people without a tie.

    Leiden (Traag, Waltman and van Eck 2019) on modularity, ties by strength. A community is a convenience: other seeds and
    other days draw other borders, the more so the less clear they are.

    Args:
        graph: the tie graph.
        before: the communities of an earlier day, by person. The search begins from them, and a community keeps the number
            of the earlier one with which it shares most people; without it the largest is 1.
        seed: of the search; the same graph and seed give the same communities.
    """
    n = len(graph.people)
    if not len(graph.a):
        return np.zeros(n, dtype=np.int64)
    held = before or {}
    earlier = np.array([held.get(one, 0) for one in graph.people.tolist()], dtype=np.int64)
    first = None
    if earlier.any():
        alone = earlier == 0
        first = earlier.copy()
        first[alone] = earlier.max() + 1 + np.arange(int(alone.sum()))
        first = np.unique(first, return_inverse=True)[1].tolist()
    with seeded(seed):
        found = as_igraph(graph).community_leiden(
            objective_function="modularity",
            weights=graph.strength.tolist(),
            initial_membership=first,
            n_iterations=_ROUNDS,
        )
    return np.where(graph.degree > 0, numbered(np.array(found.membership, dtype=np.int64), earlier, graph.degree), 0)


def numbered(found: Ints, earlier: Ints, degree: Ints) -> Ints:
    """Number communities: those that share people with an earlier one keep its number, most shared first.

    Args:
        found: the community of everybody, in any numbering.
        earlier: the earlier number of everybody; 0 for those who had none.
        degree: ties of everybody; who has none is left out of the counts.
    """
    some = np.flatnonzero(degree)
    shared = Counter(zip(found[some].tolist(), earlier[some].tolist(), strict=True))
    given: dict[int, int] = {}
    taken: set[int] = set()
    for (now, then), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0][1], item[0][0])):
        if then and now not in given and then not in taken:
            given[now] = then
            taken.add(then)
    following = int(earlier.max(initial=0)) + 1
    sizes = Counter(found[some].tolist())
    least = {now: int(some[found[some] == now][0]) for now in sizes if now not in given}
    for now in sorted(least, key=lambda one: (-sizes[one], least[one])):
        given[now] = following
        following += 1
    return np.array([given.get(one, 0) for one in found.tolist()], dtype=np.int64)


def called_after(organisations: Iterable[str], most: int = 2) -> tuple[str, ...]:
    """Give the organisations to call a group after: the fewest (at most `most`) that more than half of its people have.

    Args:
        organisations: of each of its people, "" where it is not known; those count among the people.
        most: with one, a group without a majority has no name.

    Returns:
        The commonest first, equals in order of their names; none where even `most` of them have no more than half, and
        two only where each has at least two people, since otherwise one of them is anybody's.
    """
    everybody = list(organisations)
    counts = sorted(Counter(one for one in everybody if one).items(), key=lambda one: (-one[1], one[0]))
    for count in range(1, most + 1):
        first = counts[:count]
        if len(first) == count and 2 * sum(times for _, times in first) > len(everybody):
            return tuple(name for name, _ in first) if count == 1 or first[-1][1] > 1 else ()
    return ()
