"""Logs to ask something of."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import hecht
from app.world import NOW, ZONE, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Callable[[], Hecht]]:
    """Give a function that opens a new, empty log with a home zone of its own."""
    opened: list[Hecht] = []

    def make() -> Hecht:
        log = hecht.open(tmp_path / f"data {len(opened)}" / "log.db")
        log.store.set_setting("zone", ZONE)
        opened.append(log)
        return log

    yield make
    for log in opened:
        log.close()


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder with the files of the small world."""
    return written(tmp_path_factory.mktemp("world"))


@pytest.fixture
def log(fresh: Callable[[], Hecht], world: Path) -> Hecht:
    """Give a log into which the small world was read."""
    made = fresh()
    read_paths(made.store, [world], NOW)
    return made
