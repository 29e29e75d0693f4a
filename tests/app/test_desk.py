"""The desk: what is made once, who waits for it, and what a change lets go of."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from app.world import AS_OF, BRAM, NOOR, NOW, ZONE, mail, mbox, written
from hecht.app.desk import Desk
from hecht.app.intake import read_paths
from hecht.app.library import open_hecht
from hecht.app.situation import events
from hecht.app.today import today

DAY = 20_240


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = Desk(open_hecht(f"sqlite:///{tmp_path / 'log.db'}"))
    yield found
    found.close()


def test_who_asks_for_something_else_does_not_wait(desk: Desk) -> None:
    begun, go, slow = Event(), Event(), list[int]()

    def made() -> int:
        begun.set()
        assert go.wait(30)
        return 7

    thread = Thread(target=lambda: slow.append(desk._keep("slow", DAY, made)))
    thread.start()
    assert begun.wait(30)
    assert desk._keep("other", DAY, lambda: 1) == 1  # with one lock for all this would never come
    assert slow == []
    go.set()
    thread.join(30)
    assert slow == [7]


def test_two_who_ask_for_one_thing_make_it_once(desk: Desk) -> None:
    times: list[int] = []
    found: list[int] = []

    def made() -> int:
        times.append(1)
        return 3

    threads = [Thread(target=lambda: found.append(desk._keep("one", DAY, made))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert (found, len(times)) == ([3] * 8, 1)


def test_what_was_begun_before_a_change_is_not_kept(desk: Desk, tmp_path: Path) -> None:
    def changed() -> int:
        source = written(tmp_path / "in", {"a.mbox": mbox(mail(BRAM, NOOR, 1))})
        read_paths(desk.log.store, [source], NOW, me=[NOOR])
        return 1

    assert desk._keep("count", DAY, changed) == 1
    assert desk._keep("count", DAY, lambda: 2) == 2
    assert desk._keep("count", DAY, lambda: 3) == 2


def test_what_cannot_be_made_can_be_asked_again(desk: Desk) -> None:
    with pytest.raises(ZeroDivisionError):
        desk._keep("one", DAY, lambda: 1 // 0)
    assert desk._keep("one", DAY, lambda: 2) == 2


def test_today_from_the_situation_of_the_week_is_today_by_itself(desk: Desk, tmp_path: Path) -> None:
    desk.log.store.set_setting("zone", ZONE)
    read_paths(desk.log.store, [written(tmp_path / "in")], NOW, me=[NOOR])
    for day in (desk.log.day(AS_OF), desk.log.day(AS_OF) - 3, desk.log.day("2025-03-12"), desk.log.day("2025-03-14")):
        shared, alone = desk.today(day), today(desk.log.store, day)
        assert shared == alone
    assert desk.events(day) == events(desk.log.store, desk.ego(), day)
