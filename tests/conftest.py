"""A fresh log, for every test that reads something into one; and no time limit for what hypothesis tries."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import hecht
from app.world import ZONE
from hecht.app.library import Hecht

settings.register_profile("hecht", deadline=None)  # how long it takes is measured in bench/
settings.load_profile("hecht")


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
