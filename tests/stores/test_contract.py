"""SQLite and PostgreSQL keep the contract of a store."""

from collections.abc import Callable

import pytest

from hecht.stores.store import Store, open_store
from hecht.testing import StoreContract


class TestSqlite(StoreContract):
    def empty(self) -> Store:
        return open_store("sqlite://", secret=b"only for tests")


class TestPostgres(StoreContract):
    """Every store is another log in one database, so this also shows that logs do not see each other."""

    made: Callable[[], Store]

    @pytest.fixture(autouse=True)
    def _made(self, on_server: Callable[[], Store]) -> None:
        type(self).made = staticmethod(on_server)

    def empty(self) -> Store:
        return type(self).made()
