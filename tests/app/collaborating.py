"""The demo world read in once, and a copy of its log for every test of collaborations."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import hecht
from hecht.app.demo import make_demo
from hecht.app.library import Hecht


@pytest.fixture(scope="session")
def read_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the database of the demo world, closed."""
    made = make_demo(tmp_path_factory.mktemp("collaborating"))
    made.log.close()
    return made.database


@pytest.fixture
def demo_log(read_in: Path, tmp_path: Path) -> Iterator[Hecht]:
    """Give a log of one's own with the demo world in it."""
    folder = tmp_path / "own"
    folder.mkdir(mode=0o700)
    for name in (read_in.name, "secret"):
        shutil.copy(read_in.parent / name, folder / name)
    log = hecht.open(folder / read_in.name)
    yield log
    log.close()


@pytest.fixture
def rietdelta(demo_log: Hecht) -> Hecht:
    """Give the demo's log in which the partnership was begun."""
    demo_log.collaborations.add("Rietdelta")
    return demo_log
