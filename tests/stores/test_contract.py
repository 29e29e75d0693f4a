"""SQLite and PostgreSQL keep the contract of a store."""

from dataclasses import replace
from itertools import count

import pytest

from hecht.stores.store import Store, open_store
from hecht.testing import StoreContract


class TestSqlite(StoreContract):
    def empty(self) -> Store:
        return open_store("sqlite://", secret=b"only for tests")


class TestPostgres(StoreContract):
    """Every store is another log in one database, so this also shows that logs do not see each other."""

    numbers = count(2)
    base: Store

    @pytest.fixture(autouse=True)
    def _base(self, server: Store) -> None:
        type(self).base = server

    def empty(self) -> Store:
        return replace(self.base, log=next(self.numbers))
