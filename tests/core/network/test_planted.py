"""Of organisations in which nearly everything is drawn anew, most of who is named was planted; the whole is in bench/scale."""

import numpy as np

from hecht.core.network.closed import closed
from hecht.core.network.graph import Graph
from hecht.core.network.leaning import leaning
from hecht.core.network.links import links
from hecht.testing.organisation_varied import varied_organisation

SEEDS = (21, 22, 23)
PEOPLE = 1_000


def test_most_of_what_is_named_was_planted() -> None:
    """Contact is drawn by the planted weights, 150 days a person. Few are planted in so few organisations: they count together."""
    hits = {name: [0, 0, 0] for name in ("silos", "brokers", "overloaded")}
    for seed in SEEDS:
        made = varied_organisation(PEOPLE, seed)
        dice = np.random.default_rng(seed)
        days = dice.poisson(made.weight * (75 * PEOPLE / made.weight.sum())).astype(float)
        assert made.writes is not None
        forth = dice.binomial(days.astype(int), made.writes).astype(float)
        graph = Graph.of(made.a, made.b, days, forth, days - forth, people=range(PEOPLE))
        count = int(made.department[-1]) + 1
        found = {
            "silos": np.flatnonzero(closed(graph, made.department, count)),
            "brokers": np.flatnonzero(links(graph, made.department, count).found),
            "overloaded": np.flatnonzero(leaning(graph, made.department, count, made.level).found),
        }
        for name, some in found.items():
            wanted = set(getattr(made, name))
            for i, number in enumerate((len(wanted & set(some.tolist())), len(some), len(wanted))):
                hits[name][i] += number
    both, named, planted = (sum(part) for part in zip(*hits.values(), strict=True))
    assert both >= 0.8 * named
    assert both >= 0.5 * planted
    assert all(both for both, _, _ in hits.values())


def test_an_organisation_is_that_of_its_seed() -> None:
    one, again, other = (varied_organisation(400, seed) for seed in (5, 5, 6))
    assert one.weight.tolist() == again.weight.tolist()
    assert (one.silos, one.brokers, one.overloaded) == (again.silos, again.brokers, again.overloaded)
    assert one.weight.tolist() != other.weight.tolist()
    assert len(one.department) == len(one.level) == len(one.manager) == 400
    assert not set(one.brokers) & set(one.overloaded)
