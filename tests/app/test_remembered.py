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
    assert refresh(log.store, NOW) is None
    (folder / "a.mbox").write_bytes(mbox(mail(BRAM, NOOR, 1), mail(BRAM, NOOR, 9)))
    again = refresh(log.store, NOW)
    assert again is not None
    assert (again.files, again.unchanged, again.new["mbox"]) == (1, 1, 1)
    (folder / "b.eml").unlink()
    assert refresh(log.store, NOW) is None
    assert [one.files for one in sources(log.store, to_day(date(2025, 6, 30)))] == [2]


def test_a_week_that_rests_on_old_mail_says_so(fresh: Fresh, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", {"a.mbox": mbox(mail(BRAM, NOOR, 1), mail(EVA, NOOR, 4))})
    log = fresh()
    read_paths(log.store, [folder], NOW, me=[NOOR])
    for as_of, old in (("2025-03-17", False), ("2025-03-18", True)):
        week = log.week(as_of)
        lines = "\n".join(week_lines(week, week_rows(week, "nl"), "nl", own_today=None))
        assert ("Het nieuwste bericht hier is van 7 maart" in lines) is old


def test_a_source_can_be_forgotten_with_or_without_what_it_brought(fresh: Fresh, tmp_path: Path) -> None:
    both = mail(BRAM, NOOR, 1)
    one = written(tmp_path / "one", {"a.mbox": mbox(both, mail(EVA, NOOR, 2))})
    other = written(tmp_path / "other", {"a.mbox": mbox(both)})
    log = fresh()
    read_paths(log.store, [one, other], NOW, me=[NOOR])
    assert log.remove_source(other) == 0
    read_paths(log.store, [other], NOW)
    assert log.remove_source(one, contents=True) == 1
    assert [row.name for row in log.ties("2025-06-30")] == ["Bram"]
    assert [held.path for held in log.sources()] == [str(other)]


def test_folders_of_mail_programs_are_known_by_name(fresh: Fresh, tmp_path: Path) -> None:
    files = {
        "mail/.Sent/cur/1.x:2,S": mail(NOOR, BRAM, 1),
        "mail/.Trash/cur/2.x:2,S": mail(EVA, NOOR, 2),
        "mail/cur/3.x:2,T": mail(EVA, NOOR, 3),
        "mail/cur/4.x:2,D": mail(NOOR, EVA, 4),
        "mail/new/5.x": mail(BRAM, NOOR, 5),
        "profile/Mail/Local Folders/Sent": mbox(mail(NOOR, BRAM, 6)),
        "profile/Mail/Local Folders/Inbox.sbd/Concepten": mbox(mail(NOOR, BRAM, 7)),
        "profile/Mail/Local Folders/Inbox.sbd/Project": mbox(mail(BRAM, NOOR, 8)),
    }
    log = fresh()
    summary = read_paths(log.store, [written(tmp_path / "sent" / "in", files)], NOW)
    assert dict(summary.left_out) == {("eml", "spam"): 2, ("eml", "draft"): 1, ("mbox", "draft"): 1}
    assert summary.new == {"eml": 2, "mbox": 2}
    assert summary.ego.own == (f"mailto:{NOOR}",)
    assert summary.ego.how == "sent"


def test_folders_labels_addresses_and_domains_can_be_left_out_for_good(fresh: Fresh, tmp_path: Path) -> None:
    files = {
        "Prive/a.mbox": mbox(mail(BRAM, NOOR, 1)),
        "Werk/b.mbox": mbox(
            mail(BRAM, NOOR, 2, more="X-Gmail-Labels: Inbox,Familie\n"),
            mail(EVA, NOOR, 3),
            mail("x@other.org", NOOR, 4),
            mail("y@fine.org", NOOR, 5),
        ),
    }
    folder = written(tmp_path / "in", files)
    log = fresh()
    first = read_paths(log.store, [folder], NOW, me=[NOOR], leave_out=["prive", "Familie", "kade.co.uk", "x@other.org"])
    # one file by its folder, one mail by its label, one by its domain (eva@sub.kade.co.uk), one by its address
    assert first.left_out == {("mbox", "scope"): 4}
    assert read_paths(log.store, [folder], NOW, again=True).left_out == {("mbox", "scope"): 4}
    assert [row.name for row in log.ties("2025-06-30")] == ["Y"]
