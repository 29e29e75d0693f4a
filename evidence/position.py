"""What position looks like from one mailbox, beside the whole log: constraint, and effective size given the number of ties.

Protocol: rows with equal sender and second are one mail; mail to more than five people is no contact but may be counted as
having been seen together. For each person with at least 20 ties at day T the mails they wrote or received make their own
mailbox. Spearman over people at every T; effective size after taking out what ln(ties) explains, in ranks.

    python evidence/position.py LOG.txt[.gz]      rows `from to seconds`, as in the SNAP temporal networks
"""

import gzip
import sys
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hecht.core.network.graph import Graph
from hecht.core.network.holes import holes

Floats = NDArray[np.float64]
Mail = tuple[int, int, tuple[int, ...]]
AT = (150, 240, 330, 420)
LEAST = 20
MOST = 5
MEMORY = 548


def mails(path: Path) -> list[Mail]:
    """Give every mail as day, sender and recipients."""
    found: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as rows:
        for row in rows:
            sender, to, seconds = map(int, row.split())
            if sender != to:
                found[seconds, sender].add(to)
    return [(seconds // 86_400, sender, tuple(sorted(to))) for (seconds, sender), to in found.items()]


def graph(some: Sequence[Mail], day: int, together: float) -> Graph:
    """Give the graph of some mails: decayed days of contact, and `together` times those of only being seen together."""
    days: dict[tuple[int, int, int], float] = {}
    for then, sender, to in some:
        if not day - MEMORY < then <= day:
            continue
        if len(to) <= MOST:
            for one in to:
                days[min(sender, one), max(sender, one), then] = 1.0
        if together and len(to) <= 24:
            everybody = (sender, *to) if len(to) > MOST else to
            for one, two in combinations(sorted(everybody), 2):
                days.setdefault((one, two, then), together)
    rows = np.array([(a, b, then) for a, b, then in days], dtype=np.int64).reshape(-1, 3)
    weight = np.fromiter(days.values(), dtype=float) * 2.0 ** (-(day - rows[:, 2]) / 90)
    return Graph.of(rows[:, 0], rows[:, 1], weight)


def ranks(values: Floats) -> Floats:
    """Give ranks, equal values sharing theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    shared: Floats = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    return shared


def spearman(one: Floats, other: Floats, given: Floats | None = None) -> float:
    """Give the rank correlation, after taking out what `given` explains of each in a straight line of ranks."""
    first, second = ranks(one), ranks(other)
    if given is not None:
        known = np.column_stack([np.ones(len(given)), ranks(given)])
        first, second = (left - known @ np.linalg.lstsq(known, left, rcond=None)[0] for left in (first, second))
    return float(np.corrcoef(first, second)[0, 1])


def main() -> None:
    """Print for each way of counting those seen together the mean over T, and its least and most."""
    path = Path(sys.argv[1])
    if not path.exists():
        sys.exit(f"{path} is not there; it is email-Eu-core-temporal of SNAP")
    every = mails(path)
    own: defaultdict[int, list[Mail]] = defaultdict(list)
    for mail in every:
        for one in {mail[1], *mail[2]}:
            own[one].append(mail)
    print(f"{len(every)} mails of {len(own)} people")
    print(
        f"{'seen together':>14}{'constraint':>12}{'least':>8}{'size|ties':>11}{'least':>8}{'too large':>11}{'people':>8}"
    )
    for together in (0.0, 0.1, 0.25, 0.5, 1.0):
        figures = []
        for day in AT:
            whole = graph(every, day, 0.0)
            there = holes(whole)
            egos = whole.people[there.degree >= LEAST].tolist()
            index = whole.index(egos)
            seen = [one_mailbox(own[ego], ego, day, together) for ego in egos]
            constraint, size = (np.array([one[i] for one in seen]) for i in range(2))
            given = np.log(there.degree[index])
            apart = spearman(size, there.effective_size[index], given)
            larger = float(np.median(size / there.effective_size[index]))
            figures.append((spearman(constraint, there.constraint[index]), apart, larger, len(egos)))
        table = np.array(figures)
        mean, least = table.mean(axis=0), table.min(axis=0)
        print(f"{together:14}{mean[0]:12.3f}{least[0]:8.3f}{mean[1]:11.3f}{least[1]:8.3f}{mean[2]:11.2f}{mean[3]:8.0f}")


def one_mailbox(some: Sequence[Mail], ego: int, day: int, together: float) -> tuple[float, float]:
    """Give constraint and effective size of one person from their own mails alone."""
    contact = graph(some, day, 0.0)
    near = contact.around(ego).people
    seen = graph(some, day, together) if together else contact
    mine = (seen.a == (me := int(seen.index(ego)))) | (seen.b == me)
    # the user's own ties are those of contact alone; being seen together only adds to ties among others
    others = Graph(
        seen.people, seen.a[~mine], seen.b[~mine], seen.strength[~mine], seen.forth[~mine], seen.back[~mine]
    ).among(near)
    at = int(contact.index(ego))
    own = (contact.a == at) | (contact.b == at)
    first = np.concatenate([others.people[others.a], contact.people[contact.a[own]]])
    second = np.concatenate([others.people[others.b], contact.people[contact.b[own]]])
    both = Graph.of(first, second, np.concatenate([others.strength, contact.strength[own]]))
    found, place = holes(both), int(both.index(ego))
    return float(found.constraint[place]), float(found.effective_size[place])


if __name__ == "__main__":
    main()
