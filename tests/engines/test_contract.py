"""SQLite, PostgreSQL, DuckDB and Spark give equal rows for every query."""

from pathlib import Path
from typing import Any

import pytest

from hecht.core.model import Rows
from hecht.engines.duckdb import DuckEngine
from hecht.stores.store import Store
from hecht.testing.engines import EngineContract, Measured, copied, load
from stores.conftest import server

__all__ = ["server"]


class _OnTheLog(EngineContract):
    __test__ = False

    @pytest.fixture
    def measured(self, log: Measured) -> Measured:
        return log


class TestSqlite(_OnTheLog):
    """The reference; what its rows should be is tested with the stores, so here the positions are what counts."""

    __test__ = True
    made: Store

    @pytest.fixture(autouse=True)
    def _made(self, log: Measured) -> None:
        type(self).made = log.store

    def engine(self) -> Rows:
        return self.made


class TestPostgres(_OnTheLog):
    __test__ = True
    made: Store

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def _made(cls, log: Measured, server: Store) -> None:
        copied(log, server)
        cls.made = server

    def engine(self) -> Rows:
        return self.made


class TestDuckDB(_OnTheLog):
    __test__ = True
    made: Any

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def _made(cls, log: Measured, parquet: Path) -> None:
        cls.made = DuckEngine(memory="1GB")
        load(cls.made, parquet, log)

    def engine(self) -> Rows:
        made: Rows = self.made
        return made


class TestSpark(_OnTheLog):
    __test__ = True
    made: Any

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def _made(cls, log: Measured, parquet: Path, spark: Any) -> None:
        cls.made = spark
        load(spark, parquet, log)

    def engine(self) -> Rows:
        made: Rows = self.made
        return made
