"""Contact between groups, and ratios with intervals, by hand."""

import math

import numpy as np

from hecht.core.network.between import between
from hecht.core.network.graph import Graph
from hecht.core.network.resampled import ratio


def test_contact_between_other_groups() -> None:
    """0 has 3 with group 1, 1 + 1 with group 2 and 9 in their own: sqrt(3 * 2) of what could pass between 1 and 2."""
    graph = Graph.of([0, 0, 0, 0, 5], [1, 2, 3, 4, 1], [3.0, 1.0, 1.0, 9.0, 7.0])
    found = between(graph, np.array([0, 1, 2, 2, 0, -1]), 3)
    assert math.isclose(found[0], math.sqrt(6))
    assert found[1:].tolist() == [0.0] * 5  # one other group or none; 5 has no group, and counts for nobody


def test_a_ratio_is_of_sums_and_its_interval_lies_within_what_people_have() -> None:
    """(2 + 0 + 4) / (4 + 4 + 4) = 0.5; no resample lies outside 0 (all like the second) to 1 (all like the third)."""
    found = ratio(np.array([2.0, 0.0, 4.0]), np.array([4.0, 4.0, 4.0]))
    assert found.value == 0.5
    assert 0 <= found.low < 0.5 < found.high <= 1
    assert math.isnan(ratio(np.zeros(2), np.zeros(2)).value)
