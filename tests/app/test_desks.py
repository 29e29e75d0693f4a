"""The desks: a reply tells of one log, whatever is laid open while it is made."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import hecht
from app.world import AS_OF, BRAM, NOOR, NOW, PIM, mail, mbox, written
from hecht.app import jobs
from hecht.app.desks import Desks
from hecht.app.intake import read_paths
from hecht.core.errors import EmptyLogError


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Give the desks of a log in which Bram writes, beside a demo world in which Pim does."""
    found = Desks(f"sqlite:///{tmp_path / 'own' / 'log.db'}")
    read_paths(found.store, [written(tmp_path / "a", {"a.mbox": mbox(mail(BRAM, NOOR, 1))})], NOW, me=[NOOR])
    with pytest.raises(EmptyLogError):
        found.show(demo=True)
    with hecht.open(jobs.demo_database(found.store)) as log:
        read_paths(log.store, [written(tmp_path / "b", {"b.mbox": mbox(mail(PIM, NOOR, 2))})], NOW, me=[NOOR])
    yield found
    found.close()


def test_a_reply_is_of_one_log_though_another_is_laid_open_meanwhile(desks: Desks) -> None:
    begun = desks.open  # as a request takes it
    day = begun.log.day(AS_OF)
    others = begun.people(day).keys() - {begun.ego()}
    assert len(others) == 1
    opened = desks.show(demo=True)
    assert opened is desks.open
    assert begun.snapshot(day).ties.keys() == others  # what is made only now is of the log that the reply began with
    assert opened.snapshot(day).ties.keys().isdisjoint(others)
    desks.show(demo=False)
    assert desks.open is begun
    assert opened.week(day).as_of == day  # what was begun of a log that was put away since is finished
    assert opened.people(day).keys() - {opened.ego()} == opened.snapshot(day).ties.keys()


def test_the_demo_world_is_laid_open_as_it_is_now(desks: Desks, tmp_path: Path) -> None:
    first = desks.show(demo=True)
    day = first.log.day(AS_OF)
    count = len(first.people(day))
    with hecht.open(jobs.demo_database(desks.store)) as log:
        read_paths(log.store, [written(tmp_path / "c", {"c.mbox": mbox(mail(BRAM, NOOR, 3))})], NOW, me=[NOOR])
    again = desks.show(demo=True)
    assert again is not first
    assert len(again.people(day)) == count + 1
