"""Logs to ask something of."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.world import NOW, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht


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
