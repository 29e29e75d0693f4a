"""Topics on both kinds of store: off by default where several share a server, and gone with whoever is erased, as vectors are."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.world import AS_OF, BRAM, EVA, NOOR, NOW, ZONE, mail, mbox, written
from hecht.app import exchange, topics_kept
from hecht.app.intake import read_paths
from hecht.app.matters import matters
from hecht.app.privacy import erase, show
from hecht.app.settings import as_of_day
from hecht.app.snapshot import ego_of
from hecht.stores.store import Store, open_store
from hecht.stores.vectors import add, vectors

FILES = {"a.mbox": mbox(mail(BRAM, NOOR, 1, subject="Trillend gemaal"), mail(EVA, NOOR, 2, subject="Zwembad"))}
Read = Callable[[Store], Store]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Give what reads two mails into a store."""
    folder = written(tmp_path / "in", FILES)

    def into(store: Store) -> Store:
        store.set_setting("zone", ZONE)
        read_paths(store, [folder], NOW, me=[NOOR])
        return store

    return into


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Store]:
    """Give a store in one file."""
    store = open_store(f"sqlite:///{tmp_path / 'log.db'}")
    yield store
    store.close()


def stems(store: Store) -> set[str]:
    """Give the stems a log holds."""
    return {str(row[0]) for row in store.rows("SELECT s.stem FROM stem s WHERE s.log = :log")}


def titles(store: Store) -> set[str]:
    """Give the titles by which is searched."""
    return set(matters(store, ego_of(store), as_of_day(store, AS_OF)).titles)


def test_topics_are_off_on_a_server_that_several_share_until_one_switches_them_on(
    on_server: Callable[[], Store], read: Read
) -> None:
    first, second = on_server(), on_server()
    first.set_setting("zone", ZONE)
    assert topics_kept.several(second)
    assert not topics_kept.kept(read(second))
    assert (stems(second), titles(second), show(second, BRAM).topics) == (set(), set(), ())
    assert show(second, BRAM).titles == ("Trillend gemaal",)
    topics_kept.keep(second, on=True)
    assert titles(second) == {"Trillend gemaal", "Zwembad"}
    assert not topics_kept.kept(first)  # each says it for their own log
    topics_kept.keep(first, on=True)
    assert "zwembad" in stems(read(first))


def test_in_a_file_of_ones_own_topics_are_on_and_can_be_switched_off(file: Store, read: Read) -> None:
    replace(file, log=7).set_setting("zone", ZONE)
    assert show(read(file), BRAM).topics
    topics_kept.keep(file, on=False)
    assert titles(file) == set()
    topics_kept.keep(file, on=True)
    assert titles(file) == {"Trillend gemaal", "Zwembad"}


@pytest.mark.parametrize("kind", ["file", "server"])
def test_topics_and_vectors_go_with_whoever_is_erased(kind: str, request: pytest.FixtureRequest, read: Read) -> None:
    store: Store = request.getfixturevalue("file") if kind == "file" else request.getfixturevalue("on_server")()
    topics_kept.keep(store, on=True)
    read(store)
    day = as_of_day(store, AS_OF)
    made = [exchange.record(store, f"Iets over {of}", day, asked=False, of=of) for of in (BRAM, EVA)]
    add(store, "m", [(one.key, one.person, "x") for one in made])
    before, bram = stems(store), set(show(store, BRAM).topics)
    assert bram
    assert len(vectors(store, "m")) == len(made)
    erase(store, BRAM)
    assert stems(store) == before - bram
    assert set(vectors(store, "m")) == {made[1].key}
    assert titles(store) == {"Zwembad"}
