"""Drawing: who knows whom as points and lines, at most 2,000 people and the strongest ties among them."""

from dataclasses import dataclass

import numpy as np

from hecht.app.network import Network
from hecht.core.network.graph import Floats, Graph, Ints
from hecht.core.network.position import groups_of
from hecht.core.network.spread import spread

MOST = 2_000
MOST_TIES = 8_000


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Who is drawn (the user is not: everybody has a tie with them), where, in which group, and the ties, by index."""

    people: Ints
    places: Floats
    groups: Ints
    a: Ints
    b: Ints
    strength: Floats
    left_out: int


def drawing(seen: Network) -> Drawing:
    """Draw a network: the people with most contact, and the strongest ties among them."""
    whole = seen.graph
    others = whole.without([seen.ego]) if seen.ego is not None else whole
    weight = np.zeros(len(whole.people))
    np.add.at(weight, whole.a, whole.strength)
    np.add.at(weight, whole.b, whole.strength)
    order = np.argsort(-weight[whole.index(others.people)], kind="stable")
    graph = others.without(others.people[order[MOST:]].tolist()) if len(order) > MOST else others
    if len(graph.a) > MOST_TIES:
        keep = np.sort(np.argsort(-graph.strength, kind="stable")[:MOST_TIES])
        ids = graph.people
        graph = Graph.of(ids[graph.a[keep]], ids[graph.b[keep]], graph.strength[keep], people=ids.tolist())
    return Drawing(
        graph.people,
        spread(graph),
        groups_of(graph),
        graph.a,
        graph.b,
        graph.strength,
        len(others.people) - len(graph.people),
    )
