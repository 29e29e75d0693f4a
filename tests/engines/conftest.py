"""One large log on SQLite and as Parquet, made once for all tests of engines, and one Spark session."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hecht.engines.spark import SparkEngine
from hecht.stores.store import open_store
from hecht.testing.engines import Measured, add_positions, write_tables
from hecht.testing.logs import fill

REQUIRED = os.environ.get("HECHT_REQUIRE", "").split(",")
SIZE = int(os.environ.get("HECHT_ENGINE_ROWS", "60000"))
"""Interactions in the log, so many that all tests end in time; 100,000 and 200,000 were run by hand."""


@pytest.fixture(scope="session")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Measured]:
    """Give the log on SQLite."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('log') / 'log.db'}", secret=b"only for tests")
    fill(store, SIZE)
    measured = Measured(store)
    raw = store.engine.raw_connection()
    add_positions(raw.cursor(), measured, "?")
    raw.commit()
    raw.close()
    yield measured
    store.close()


@pytest.fixture(scope="session")
def parquet(log: Measured, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the same log as Parquet."""
    if "org" not in REQUIRED:
        pytest.importorskip("duckdb", reason="engines are tested with HECHT_REQUIRE=org")
    folder = tmp_path_factory.mktemp("parquet")
    write_tables(log.store, folder)
    return folder


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """Give one Spark engine for all tests: it takes long to start."""
    if "spark" not in REQUIRED:
        pytest.skip("Spark is tested with HECHT_REQUIRE=spark")
    small = {
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.adaptive.enabled": "false",
    }
    engine = SparkEngine("local[2]", memory="2g", options=small)
    yield engine
    engine.close()
