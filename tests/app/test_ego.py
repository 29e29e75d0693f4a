"""Whose log it is: found in the files, or said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.world import BRAM, EVA, HOME, NOOR, NOW, PIM, mail, mbox, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.core.ego import Ego
from hecht.core.errors import NoEgoError

Fresh = Callable[[], Hecht]
OTHERS = [f"p{number}@elders.nl" for number in range(12)]


def ego(log: Hecht, folder: Path, files: dict[str, bytes], *me: str) -> Ego:
    return read_paths(log.store, [written(folder, files)], NOW, me=me).ego


def delivered(to: str) -> str:
    return f"Delivered-To: {to}\n"


def test_by_where_mail_was_delivered(fresh: Fresh, tmp_path: Path) -> None:
    mails = [mail(one, NOOR, 1, more=delivered(NOOR)) for one in OTHERS]
    log = fresh()
    assert ego(log, tmp_path / "in", {"a.mbox": mbox(*mails)}) == Ego((f"mailto:{NOOR}",), (), "delivered")
    assert {row.name for row in log.ties("2025-03-10")} == {f"P{number}" for number in range(12)}


def test_by_several_addresses_where_mail_was_delivered(fresh: Fresh, tmp_path: Path) -> None:
    mails = [mail(one, NOOR, 1, more=delivered(NOOR)) for one in OTHERS]
    mails += [mail(one, HOME, 1, number=1, more=delivered(HOME)) for one in OTHERS[1:]]
    log = fresh()
    assert ego(log, tmp_path / "in", {"a.mbox": mbox(*mails)}).own == (f"mailto:{NOOR}", f"mailto:{HOME}")
    rows = log.ties("2025-03-10")
    assert len(rows) == len(OTHERS)
    assert {row.received for row in rows} == {1, 2}
    assert len({row.ego for row in rows}) == 1


def test_an_address_to_which_hardly_anything_was_delivered_is_only_named(fresh: Fresh, tmp_path: Path) -> None:
    mails = [mail(BRAM, NOOR, 1, number=number, more=delivered(NOOR)) for number in range(60)]
    mails += [mail(EVA, HOME, 1, number=number, more=delivered(HOME)) for number in range(2)]
    assert ego(fresh(), tmp_path / "in", {"a.mbox": mbox(*mails)}) == Ego(
        (f"mailto:{NOOR}",), (f"mailto:{HOME}",), "delivered"
    )


@pytest.mark.parametrize(
    "folder", ["Verzonden items.mbox", "Sent.mbox", "Sent Items/x.mbox", "Verzonden berichten/x.mbox"]
)
def test_by_the_folder_of_sent_mail(fresh: Fresh, tmp_path: Path, folder: str) -> None:
    sent = mbox(*(mail(NOOR, one, 1) for one in OTHERS[:3]))
    received = mbox(*(mail(BRAM, one, 1, number=number) for number, one in enumerate(OTHERS)))
    assert ego(fresh(), tmp_path / "in", {"In.mbox": received, folder: sent}) == Ego((f"mailto:{NOOR}",), (), "sent")


def test_who_stands_once_in_a_sent_folder_is_not_the_user(fresh: Fresh, tmp_path: Path) -> None:
    sent = mbox(*(mail(NOOR, EVA, day) for day in range(10)), mail(BRAM, EVA, 20))
    found = ego(fresh(), tmp_path / "in", {"Verzonden.mbox": sent})
    assert found == Ego((f"mailto:{NOOR}",), (f"mailto:{BRAM}",), "sent")


def test_by_taking_part_in_most_of_the_mail(fresh: Fresh, tmp_path: Path) -> None:
    mails = (
        [mail(NOOR, one, 1) for one in OTHERS[:4]] + [mail(one, NOOR, 2) for one in OTHERS[:4]] + [mail(BRAM, EVA, 3)]
    )
    assert ego(fresh(), tmp_path / "in", {"a.mbox": mbox(*mails)}) == Ego((f"mailto:{NOOR}",), (), "present")


def test_nobody_when_there_are_no_signs(fresh: Fresh, tmp_path: Path) -> None:
    log = fresh()
    assert ego(log, tmp_path / "in", {"a.mbox": mbox(mail(BRAM, EVA, 1), mail(PIM, NOOR, 1))}) == Ego((), (), "")
    with pytest.raises(NoEgoError):
        log.ties("2025-03-10")


def test_what_one_says_overrules_what_is_found(fresh: Fresh, tmp_path: Path) -> None:
    mails = [mail(one, BRAM, 1, more=delivered(BRAM)) for one in OTHERS] + [
        mail(NOOR, OTHERS[0], 2),
        mail(HOME, OTHERS[1], 2),
    ]
    log = fresh()
    found = ego(log, tmp_path / "in", {"a.mbox": mbox(*mails)}, NOOR.upper(), HOME)
    assert (set(found.own), found.how) == ({f"mailto:{NOOR}", f"mailto:{HOME}"}, "said")
    assert {row.name for row in log.ties("2025-03-10")} == {"P0", "P1"}


def test_what_one_said_once_holds_for_later_imports(fresh: Fresh, tmp_path: Path) -> None:
    log = fresh()
    ego(log, tmp_path / "one", {"a.mbox": mbox(mail(NOOR, EVA, 1))}, NOOR)
    later = ego(log, tmp_path / "two", {"b.mbox": mbox(*(mail(one, BRAM, 1, more=delivered(BRAM)) for one in OTHERS))})
    assert later.own == (f"mailto:{NOOR}",)
    assert [row.name for row in log.ties("2025-03-10")] == [EVA]


def test_a_whole_network_has_no_ego_and_every_tie_a_chance(fresh: Fresh, tmp_path: Path) -> None:
    table = "at,from,to\n" + "".join(
        f"2025-03-0{day}T10:00:00Z,{a},{b}\n" for day in (3, 4, 5) for a, b in ("ab", "bc", "cd")
    )
    log = fresh()
    summary = read_paths(log.store, [written(tmp_path / "in", {"a.csv": table.encode()})], NOW, whole=True)
    assert summary.ego == Ego((), (), "")
    rows = log.ties("2025-03-10")
    assert len(rows) == 3
    assert all(row.p_contact_30 is not None and row.active_days == 3 for row in rows)
