"""Position: ten local measures of everybody against igraph's constraint alone, and networkx and vivainsights beside it.

The ten: degree, strength, constraint, effective size, efficiency, hierarchy, clustering, tied pairs, open pairs, E-I index;
"with roles" adds the five roles of Gould and Fernandez on directed ties over twenty random groups. Graphs are handed over
ready made to both. CPU time of the process, interleaved, the least of some rounds; ratios are igraph / hecht.

python -m bench.position [FOLDER] [--large]   FOLDER with email-Enron.txt.gz and CA-HepPh.txt.gz of SNAP; --large: 1M / 10M
python -m bench.position --memory             what hecht alone takes of memory at 1M / 10M, in a process of its own
python -m bench.position --cold               whole commands on an ego of 3,000 people and 30,000 ties, from a cold start
"""

import csv
import gzip
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import igraph
import networkx as nx
import numpy as np
from bench.common import machine
from bench.week import spent

from hecht.core.network.brokerage import e_i_index, roles
from hecht.core.network.centrality import betweenness
from hecht.core.network.graph import Graph
from hecht.core.network.holes import holes
from hecht.core.network.position import position
from hecht.core.network.triangles import add_up

GROUPS = 20
ROUNDS = 5


def random_pairs(people: int, ties: int, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Draw different pairs at random."""
    chance = np.random.default_rng(seed)
    drawn = chance.integers(0, people, (ties + ties // 20 + 100, 2))
    drawn.sort(axis=1)
    keys = np.unique(drawn[:, 0] * people + drawn[:, 1])
    keys = chance.permutation(keys[keys // people != keys % people])[:ties]
    return keys // people, keys % people


def real_pairs(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Read the undirected pairs of a SNAP graph."""
    with gzip.open(path) as rows:
        pairs = np.loadtxt(rows, dtype=np.int64, comments="#")
    pairs.sort(axis=1)
    pairs = np.unique(pairs[pairs[:, 0] != pairs[:, 1]], axis=0)
    place = np.unique(pairs, return_inverse=True)[1].reshape(pairs.shape)
    return place[:, 0], place[:, 1]


def interleaved(work: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Give the least CPU seconds of each, run in turn."""
    spent = dict.fromkeys(work, float("inf"))
    for _ in range(rounds):
        for name, one in work.items():
            begun = time.process_time()
            one()
            spent[name] = min(spent[name], time.process_time() - begun)
    return spent


def compare(name: str, pairs: tuple[np.ndarray, np.ndarray], rounds: int = ROUNDS) -> None:
    """Print one graph's figures."""
    one, two = pairs
    people = int(max(one.max(), two.max())) + 1
    chance = np.random.default_rng(2)
    strength, way = chance.random(len(one)) + 0.1, chance.integers(0, 3, len(one))
    group = chance.integers(0, GROUPS, people)
    graph = Graph.of(
        one, two, strength, np.where(way != 1, strength, 0), np.where(way != 0, strength, 0), people=range(people)
    )
    peer = igraph.Graph(n=people, edges=np.column_stack(pairs))
    peer.es["weight"] = strength

    def ten(*, compiled: bool) -> object:
        return holes(graph, add_up(graph, compiled=compiled)), e_i_index(graph, group)

    def directed(*, compiled: bool) -> object:
        sums = add_up(graph, group, compiled=compiled)
        return holes(graph, sums), e_i_index(graph, group), roles(graph, group, sums)

    work: dict[str, Callable[[], object]] = {
        "igraph": lambda: peer.constraint(weights="weight"),
        "numpy": lambda: ten(compiled=False),
        "numpy, roles": lambda: directed(compiled=False),
    }
    if has_numba():
        directed(compiled=True)  # compiled once, and kept on disk
        work |= {"fast": lambda: ten(compiled=True), "fast, roles": lambda: directed(compiled=True)}
    spent = interleaved(work, rounds)
    there = np.array(peer.constraint(weights="weight"))
    apart = np.nanmax(np.abs(there - holes(graph).constraint))
    base = spent.pop("igraph")
    figures = "".join(f"{name} {base / value:5.2f} x   " for name, value in spent.items())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"{name:>14} {people:8} {len(one):9}  igraph {base:7.3f} s   {figures} apart {apart:.0e}, {memory:.2f} GB so far"
    )


def beside_networkx(people: int = 1_000, ties: int = 5_000) -> None:
    """Print how many times as long networkx takes for constraint alone, on a graph that it can do at all."""
    one, two = random_pairs(people, ties)
    strength = np.random.default_rng(2).random(len(one)) + 0.1
    graph = Graph.of(one, two, strength)
    made = nx.Graph()
    made.add_weighted_edges_from(zip(one.tolist(), two.tolist(), strength.tolist(), strict=True))
    work = {
        "networkx": lambda: nx.constraint(made, weight="weight"),
        "numpy": lambda: holes(graph, add_up(graph, compiled=False)),
    }
    spent = interleaved(work, 1)
    times = spent["networkx"] / spent["numpy"]
    print(f"networkx, {people} / {ties}: constraint alone {spent['networkx']:.1f} s, {times:.0f} times as long")


def has_numba() -> bool:
    try:
        import numba  # noqa: F401, PLC0415
    except ImportError:
        return False
    return True


def one_ego() -> None:
    """Print the CPU of every measure for an ego of 3,000 people and 30,000 ties, without and with exact betweenness."""
    one, two = random_pairs(2_999, 27_001, seed=4)
    alters = np.arange(1, 3_000)
    ends = np.concatenate([np.zeros(2_999, dtype=np.int64), one + 1]), np.concatenate([alters, two + 1])
    strength = np.random.default_rng(5).random(30_000) + 0.1
    begun = time.process_time()
    graph = Graph.of(*ends, strength)
    position(graph, graph.people % GROUPS, ego=0, exact=-1)
    sampled = time.process_time() - begun
    begun = time.process_time()
    betweenness(graph)
    print(f"an ego of 3,000 people and 30,000 ties: all measures with 64 sampled paths {sampled:.2f} s CPU,")
    print(f"    and exact betweenness {time.process_time() - begun:.2f} s more")


def write_ego(path: Path) -> None:
    """Write the plain log of an ego of 3,000 people and 30,000 ties: a mail to each, and one for every tie among others."""
    one, two = random_pairs(2_999, 27_001, seed=4)
    chance = np.random.default_rng(5)
    name = [f"p{i}@org{i % 120}.example" for i in range(2_999)]
    mails = [("me@own.example", who) for who in name]
    mails += [(name[i], f"me@own.example;{name[j]}") for i, j in zip(one.tolist(), two.tolist(), strict=True)]
    at = 1_760_000_000 + chance.integers(0, 170 * 86_400, len(mails))
    with path.open("w", newline="") as out:
        table = csv.writer(out)
        table.writerow(("at", "from", "to"))
        table.writerows(sorted((int(when), *ends) for when, ends in zip(at, mails, strict=True)))


def cold() -> None:
    """Print the CPU of whole commands on that ego, from a cold start: what loads, reads and writes is in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_ego(folder / "log.csv")
        os.environ["HECHT_DB"] = str(folder / "log.db")
        hecht = [sys.executable, "-m", "hecht.cli"]
        spent(*hecht, "import", str(folder / "log.csv"), "--me", "me@own.example")
        for called, words in (
            ("hecht network (no betweenness)", ["network"]),
            ("hecht network --json (exact betweenness)", ["network", "--json"]),
            ("hecht introductions", ["introductions"]),
        ):
            least = min(spent(*hecht, *words, "--as-of", "2026-04-01") for _ in range(5))
            print(f"    cold, {called}: {least:.2f} s CPU")
        nothing = min(spent(sys.executable, "-c", "import sqlalchemy, typer, numpy, igraph") for _ in range(5))
        print(f"    cold, importing their libraries alone: {nothing:.2f} s CPU")


def viva(people: int = 3_000) -> None:
    """Compare with vivainsights on its own simulated network: labels, and time."""
    try:
        import warnings  # noqa: PLC0415

        warnings.simplefilter("ignore")
        import vivainsights as vi  # noqa: PLC0415
    except ImportError:
        print("vivainsights is not here (group bench)")
        return
    table = vi.p2p_data_sim(size=people)
    columns = {name.removeprefix("PrimaryCollaborator_"): name for name in table if name.startswith("Primary")}
    label = "Organization"
    known = dict(zip(table[columns["PersonId"]], table[columns[label]], strict=True))
    known |= dict(zip(table["SecondaryCollaborator_PersonId"], table[f"SecondaryCollaborator_{label}"], strict=True))
    begun = time.process_time()
    theirs = vi.network_p2p(data=table, hrvar=label, return_type="network")
    spent = time.process_time() - begun
    wrong = sum(vertex[label] != known[vertex["name"]] for vertex in theirs.vs)
    from hecht.app.scores import read_frame  # noqa: PLC0415

    begun = time.process_time()
    found = read_frame(table.columns, table.itertuples(index=False))
    position(found.graph, found.groups(label), exact=10**12)
    mine = time.process_time() - begun
    labels = found.labels(label)
    bad = sum(labels[found.name[one]] != known[found.name[one]] for one in found.graph.people.tolist())
    print(
        f"vivainsights {people} people, {len(table)} rows: {spent:.1f} s, {wrong} labels wrong; hecht, all measures:"
        f" {mine:.2f} s ({spent / mine:.0f} x), {bad} labels wrong of {len(labels)}"
    )


def memory(people: int = 1_000_000, ties: int = 10_000_000) -> None:
    """Print the most memory that the ten measures and the roles take in plain NumPy, from the graph on."""
    # few steps at random, so that drawing the graph itself takes little
    chance = np.random.default_rng(1)
    one = chance.integers(0, people, ties)
    two = (one + 1 + chance.integers(0, people - 1, ties)) % people
    strength = chance.random(ties) + 0.1
    graph = Graph.of(one, two, strength, people=range(people))
    del one, two, strength
    built = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    group = chance.integers(0, GROUPS, people)
    holes(graph, add_up(graph, compiled=False))
    ten = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    sums = add_up(graph, group, compiled=False)
    roles(graph, group, sums)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"most memory at {people} / {ties}: {built:.2f} GB to make the graph, {ten:.2f} GB after the ten, {most:.2f} with roles"
    )


def main() -> None:
    """Print every comparison."""
    if "--cold" in sys.argv:
        print(machine())
        cold()
        return
    if "--memory" in sys.argv:
        memory()
        return
    given = [one for one in sys.argv[1:] if not one.startswith("--")]
    print(machine())
    compare("random", random_pairs(10_000, 100_000))
    compare("random", random_pairs(100_000, 1_000_000))
    for name in ("email-Enron", "CA-HepPh"):
        path = Path(given[0] if given else ".") / f"{name}.txt.gz"
        if path.exists():
            compare(name, real_pairs(path))
        else:
            print(f"{path} is not here (SNAP)")
    if "--large" in sys.argv:
        compare("random", random_pairs(1_000_000, 10_000_000), rounds=1)
    beside_networkx()
    one_ego()
    cold()
    viva()


if __name__ == "__main__":
    main()
