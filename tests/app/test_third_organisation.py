"""The third kind of made-up organisation: the same for a seed, of the shape that is written, and with what it says it planted."""

import csv
import hashlib
import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from hecht.testing.organisation import Organisation, department_name, identifier, write
from hecht.testing.organisation_third import KINDS, third_organisation

FROZEN = "f8571fae485e3e63553cfce31ad3af5e1a806d49650939a61c546ca21a8815d3"
made = cache(third_organisation)


def strength(one: Organisation) -> NDArray[np.float64]:
    ends, weights = np.concatenate([one.a, one.b]), np.concatenate([one.weight, one.weight])
    return np.bincount(ends, weights, len(one.department)).astype(np.float64)


@pytest.mark.parametrize("seed", [60, 61, 62])
def test_it_is_of_the_shape_that_is_written(seed: int) -> None:
    one = made(1_000, seed)
    sizes = np.bincount(one.department)
    assert len(one.department) == len(one.level) == len(one.manager) == 1_000
    assert (np.diff(one.department) >= 0).all()  # `write` looks departments up by order
    assert sizes.min() >= 8
    assert sizes.max() > 3 * sizes.min()
    assert np.flatnonzero(one.level == 0).tolist() == [0] == np.flatnonzero(one.manager < 0).tolist()
    assert len(one.a) == len(one.b) == len(one.weight)
    assert (one.a != one.b).all()
    assert (one.weight > 0).all()
    planted = [*one.brokers, *one.overloaded]
    assert len(set(planted)) == len(planted) >= 4
    assert set(planted).isdisjoint(one.left)
    assert all(1 <= month < 9 for month in one.left.values())


@pytest.mark.parametrize("seed", [60, 61, 62])
def test_everybody_has_the_director_above_them(seed: int) -> None:
    manager = made(1_000, seed).manager.tolist()
    for place in range(1_000):
        steps = 0
        while manager[place] >= 0:
            place, steps = manager[place], steps + 1  # noqa: PLW2901 - one climbs
            assert steps <= 3  # lead, head, director
        assert place == 0


@pytest.mark.parametrize("seed", [60, 61, 62])
def test_what_it_planted_is_there(seed: int) -> None:
    one = made(1_000, seed)
    outside = one.department[one.a] != one.department[one.b]
    out = np.zeros(one.department.max() + 1)
    for ends in (one.a, one.b):
        out += np.bincount(one.department[ends], one.weight * outside, len(out))
    out /= np.bincount(one.department)
    open_ = np.setdiff1d(np.arange(1, len(out)), one.silos)
    assert out[one.silos].max() < 0.5 * np.median(out[open_])
    total = strength(one)
    assert total[one.overloaded].min() > 3 * np.median(total)
    for who in one.brokers:  # two or three departments beside the own one with at least three steady contacts
        there = np.concatenate([one.b[one.a == who], one.a[one.b == who]])
        in_each = np.bincount(one.department[np.unique(there)], minlength=len(out))
        in_each[one.department[who]] = 0
        assert (in_each >= 3).sum() >= 2


def test_each_kind_comes_by_the_remainder_of_the_seed() -> None:
    count = {kind.name: len(np.unique(made(1_000, 60 + index).department)) for index, kind in enumerate(KINDS)}
    assert count == {"hospital": 1_000 // 48, "municipality": 1_000 // 36, "engineering firm": 1_000 // 42}


def test_it_has_not_changed_since_it_was_written() -> None:
    said = hashlib.sha256()
    for seed in (60, 61, 62):
        one = third_organisation(1_000, seed)
        said.update(np.concatenate([one.department, one.level, one.manager, one.a, one.b]).astype("<i8").tobytes())
        said.update(str((one.silos, one.brokers, one.overloaded, sorted(one.left.items()))).encode())
    assert said.hexdigest() == FROZEN


def test_too_few_people_are_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        third_organisation(199, 1)


@pytest.mark.parametrize("seed", [60, 61, 62])
def test_the_smallest_can_be_written(tmp_path: Path, seed: int) -> None:
    one = write(tmp_path, 200, 1_000, 2, seed, third_organisation(200, seed, months=2))
    assert json.loads((tmp_path / "planted.json").read_text()) == {
        "silos": [department_name(each) for each in one.silos],
        "brokers": [identifier(each) for each in one.brokers],
        "overloaded": [identifier(each) for each in one.overloaded],
    }
    with (tmp_path / "people.csv").open(encoding="utf-8") as opened:
        assert len(list(csv.DictReader(opened))) == 200 + len(one.left)
    assert len(list((tmp_path / "log").rglob("*.parquet"))) == 2
