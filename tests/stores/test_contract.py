"""SQLite keeps the contract of a store."""

from contracts import StoreContract
from hecht.stores.store import Store, open_store


class TestSqlite(StoreContract):
    def empty(self) -> Store:
        return open_store("sqlite://", secret=b"only for tests")
