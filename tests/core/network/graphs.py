"""Random weighted and directed graphs, as networkx and as hecht see them."""

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from hecht.core.network.graph import Graph


@st.composite
def arcs(draw: st.DrawFn, most: int = 12) -> nx.DiGraph:
    """Give a small directed weighted graph, often with isolates and several components; no loops or zero weights."""
    size = draw(st.integers(0, most))
    made = nx.DiGraph()
    made.add_nodes_from(range(size))
    pairs = [(one, two) for one in range(size) for two in range(size) if one != two]
    if pairs:
        weight = st.floats(0.01, 100).map(lambda value: round(value, 3))
        for one, two in draw(st.lists(st.sampled_from(pairs), max_size=4 * size, unique=True)):
            made.add_edge(one, two, weight=draw(weight))
    return made


def same_graph(digraph: nx.DiGraph) -> tuple[Graph, nx.Graph]:
    """Give a directed graph as hecht's graph, and as an undirected one of networkx with w_ij + w_ji."""
    edges = list(digraph.edges(data="weight", default=1.0))
    source, target = (np.array([edge[i] for edge in edges], dtype=np.int64) for i in (0, 1))
    graph = Graph.of_arcs(source, target, np.array([edge[2] for edge in edges], dtype=float), people=digraph)
    both = nx.Graph()
    both.add_nodes_from(digraph)
    for one, two, weight in edges:
        both.add_edge(one, two, weight=weight + (digraph[two][one]["weight"] if digraph.has_edge(two, one) else 0.0))
    return graph, both
