"""What was imported is remembered, read again when it changed, and its age is said."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.world import BRAM, EVA, NOOR, NOW, mail, mbox, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.app.remembered import refresh, sources
from hecht.core.days import to_day
from hecht.text.tables import week_lines, week_rows

Fresh = Callable[[], Hecht]


def test_paths_are_remembered_with_what_they_hold_and_how_far_they_reach(fresh: Fresh, tmp_path: Path) -> None:
    folder = written(
        tmp_path / "in", {"a.mbox": mbox(mail(BRAM, NOOR, 1), mail(EVA, NOOR, 4)), "b.eml": mail(EVA, NOOR, 2)}
    )
    log = fresh()
    read_paths(log.store, [folder], NOW)
    (one,) = sources(log.store, to_day(date(2025, 6, 30)))
    # day 4 counts from Monday 3 March 2025; NOW is 5 July 2025
    assert (one.path, one.kinds, one.files, one.there) == (str(folder), "eml, mbox", 2, True)
    assert (one.newest, one.read) == ("2025-03-07", "2025-07-05")


def test_only_what_changed_is_read_again(fresh: Fresh, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", {"a.mbox": mbox(mail(BRAM, NOOR, 1)), "b.eml": mail(EVA, NOOR, 2)})
    log = fresh()
    read_paths(log.store, [folder], NOW)
    assert refresh(log.store, NOW).files == 0
    (folder / "a.mbox").write_bytes(mbox(mail(BRAM, NOOR, 1), mail(BRAM, NOOR, 9)))
    again = refresh(log.store, NOW)
    assert (again.files, again.unchanged, again.new["mbox"]) == (1, 1, 1)
    (folder / "b.eml").unlink()
    assert refresh(log.store, NOW).files == 0
    assert [one.files for one in sources(log.store, to_day(date(2025, 6, 30)))] == [2]


def test_a_week_that_rests_on_old_mail_says_so(fresh: Fresh, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", {"a.mbox": mbox(mail(BRAM, NOOR, 1), mail(EVA, NOOR, 4))})
    log = fresh()
    read_paths(log.store, [folder], NOW, me=[NOOR])
    for as_of, old in (("2025-03-17", False), ("2025-03-18", True)):
        week = log.week(as_of)
        lines = "\n".join(week_lines(week, week_rows(week, "nl"), "nl", own_today=None))
        assert ("De nieuwste mail hier is van 7 maart" in lines) is old
