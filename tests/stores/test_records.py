"""Records of collaborations on SQLite and on PostgreSQL: versions with moments of their own, taken back, and every query of them."""

from typing import TYPE_CHECKING

import pytest

from hecht.core.collaboration.record import holding
from hecht.core.identity import key_of
from hecht.sql import query
from hecht.stores.append import Batch
from hecht.stores.records import New, forget_reported, keep, records, take_back
from hecht.stores.store import Store, open_store

if TYPE_CHECKING:
    from hecht.core.model import Value

ANN, BOB = "mailto:ann@example.org", "mailto:bob@example.org"


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Store:
    """Give a store with two identifiers in it."""
    made: Store = open_store("sqlite://") if request.param == "sqlite" else request.getfixturevalue("on_server")()
    made.append(Batch(identifiers={key_of(one): one for one in (ANN, BOB)}))
    return made


def test_versions_have_moments_of_their_own_and_can_be_taken_back(store: Store) -> None:
    new = New("party", "A", {"role": "partner"})
    first = keep(store, 5, [new, New("delegate", "x", {"party": "A"}, about=key_of(ANN))], ANN, 100)
    second = keep(store, 5, [new._replace(value={"role": "funder"})], ANN, 100)
    assert (first, second) == (100, 101)
    assert holding(records(store, 5))["party"]["A"].text("role") == "funder"
    assert take_back(store, second, 100) == 1
    held = records(store)
    assert [(one.kind, one.seconds, bool(one.undone), one.author) for one in held] == sorted(
        [("party", 100, False, ANN), ("delegate", 100, False, ANN), ("party", 101, True, ANN)],
        key=lambda row: [(one.kind, one.seconds) for one in held].index((row[0], row[1])),
    )
    assert holding(held)["party"]["A"].text("role") == "partner"
    assert keep(store, 5, [new], ANN, 50) == 103  # later than what was stated and than what was taken back
    assert take_back(store, 103, 100, kinds=("delegate",)) == 0
    assert records(store, 6) == []


def test_what_was_told_is_forgotten_before_a_day(store: Store) -> None:
    keep(store, 5, [New("reported", "a:b", {"days": "10 20 30"}, key_of(ANN), key_of(BOB), until=40)], BOB, 200)
    with store.writing() as connection:
        forget_reported(connection, store.log, 20)
    assert [one.text("days") for one in records(store) if one.kind == "reported"] == ["20 30"]


def test_every_query_of_collaborations_runs(store: Store) -> None:
    keep(store, 5, [New("collaboration", "", {"name": "Dijk"}), New("delegate", "x", {}, about=key_of(ANN))], ANN, 300)
    found = store.rows(query("persons"), {"identifier": 0})
    assert (key_of(ANN), key_of(ANN)) in [tuple(row) for row in found]
    assert store.rows(query("held_records"), {"person": key_of(ANN)})
    params: dict[str, Value] = {"person": key_of(ANN), "stem": "dijk", "since": 0, "as_of": 9}
    for name in ("items_with", "items_titled", "meetings"):
        assert list(store.rows(query(name), params)) == []
