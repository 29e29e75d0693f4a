"""What is held can be seen and erased for good, an unfinished erase is finished later, and old things can be let go."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.world import BRAM, EVA, NOOR, NOW, mail, mbox, written
from hecht.app import jobs
from hecht.app.doctor import doctor
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.app.privacy import Erased, erase, retain, show
from hecht.app.remembered import remove
from hecht.core.errors import NobodyFoundError
from hecht.core.identity import key_of
from hecht.stores.erase import UNFINISHED, scan, within_others
from hecht.stores.said import state, stated

if TYPE_CHECKING:
    from hecht.core.model import Value

Fresh = Callable[[], Hecht]


def database(log: Hecht) -> Path:
    return Path(str(log.store.engine.url.database))


def test_all_that_is_held_of_somebody_is_shown(log: Hecht, world: Path) -> None:
    held = show(log.store, BRAM)
    # from the files of the small world: 18 contact days by mail and meeting, one card
    assert "Bram de Boer" in held.names
    assert f"mailto:{BRAM}" in held.identifiers
    assert [channel for channel, *_ in held.interactions] == ["mail", "meeting"]
    assert held.cards == ("Bram de Boer, Delta BV",)
    assert held.sources
    assert all(path.startswith(str(world)) for path in held.sources)


def test_nothing_of_an_erased_person_is_left_and_they_do_not_come_back(log: Hecht, world: Path) -> None:
    assert scan(database(log), [BRAM, "Bram de Boer"]) != []
    others = {row.name for row in log.ties("2025-06-30")} - {"Bram de Boer"}
    done = erase(log.store, BRAM)
    assert (done.finished, done.left_in) == (True, ())
    for _ in range(2):
        assert scan(database(log), [BRAM, "Bram de Boer", "bram@"]) == []
        with pytest.raises(NobodyFoundError):
            show(log.store, BRAM)
        assert {row.name for row in log.ties("2025-06-30")} == others
        read_paths(log.store, [world], NOW, again=True)


def test_records_and_vectors_about_or_naming_somebody_go_with_them(log: Hecht) -> None:
    bram, eva = key_of(f"mailto:{BRAM}"), key_of(f"mailto:{EVA}")
    records: list[dict[str, Value]] = [
        {"id": 1, "about": bram, "other": 0, "author": "", "value": "{}"},
        {"id": 2, "about": 0, "other": bram, "author": "", "value": "{}"},
        {"id": 3, "about": 0, "other": 0, "author": "", "value": '{"why": "Bram de Boer vroeg erom"}'},
        {"id": 4, "about": eva, "other": 0, "author": "", "value": '{"why": "de boer vroeg erom"}'},
    ]
    log.store.write(
        "INSERT INTO record (log, id, whole, seconds, about, other, undone, kind, author, value, since, until)"
        " VALUES (:log, :id, 9, 0, :about, :other, 0, 'why', :author, :value, NULL, NULL)",
        records,
    )
    state(log.store, "offer", 0, 1, value="Bram de Boer heeft een pomp")
    named = stated(log.store, "offer")[0].id
    vectors = [{"id": 5, "identifier": bram}, {"id": 6, "identifier": eva}, {"id": named, "identifier": 0}]
    log.store.write(
        "INSERT INTO vector (log, id, model, identifier, value) VALUES (:log, :id, 'm', :identifier, '')", vectors
    )
    assert erase(log.store, BRAM).finished
    assert log.store.rows("SELECT r.id FROM record r WHERE r.log = :log") == [(4,)]
    assert log.store.rows("SELECT v.id FROM vector v WHERE v.log = :log") == [(6,)]


def test_a_title_that_names_somebody_goes_with_them(fresh: Fresh, tmp_path: Path) -> None:
    files = mbox(
        mail(f"Bram de Boer <{BRAM}>", NOOR, 1),
        mail(EVA, NOOR, 2, subject="afscheid van Bram de Boer"),
        mail(EVA, NOOR, 3, subject="boer zoekt bram"),
    )
    folder = written(tmp_path / "in", {"a.mbox": files})
    log = fresh()
    read_paths(log.store, [folder], NOW, me=[NOOR])
    assert erase(log.store, BRAM).finished
    for _ in range(2):
        titles = [row[0] for row in log.store.rows("SELECT t.text FROM title t WHERE t.log = :log ORDER BY 1")]
        assert titles == ["boer zoekt bram"]
        read_paths(log.store, [folder], NOW, again=True)


def test_what_names_somebody_within_a_link_a_path_or_a_job_goes_with_them(fresh: Fresh, tmp_path: Path) -> None:
    who = "ab77@delta.nl"
    subjects = [f"zie mailto:{who} nu", f"{who}/inbox", f"map/{who}", f"<{who}>.", f"x={who};", "bel 06-1234 5678 even"]
    kept = ["zie x.ab77@delta.nl", "bel 06-1234 5679 even"]
    mails = [mail(EVA, NOOR, day, subject=subject) for day, subject in enumerate([*subjects, *kept], 2)]
    folder = written(
        tmp_path / "in",
        {
            "a.mbox": mbox(mail(f"Ann Bos <{who}>", NOOR, 1), *mails),
            f"{who}.mbox": mbox(mail(EVA, NOOR, 20)),
            "a.vcf": f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Bos\r\nEMAIL:{who}\r\nTEL:+31612345678\r\nEND:VCARD\r\n".encode(),
        },
    )
    log = fresh()
    read_paths(log.store, [folder], NOW, me=[NOOR], leave_out=["nieuwsbrief", who.replace("ab77", "c"), EVA[::-1]])
    log.store.set_setting("leave_out", f"{log.store.setting('leave_out')}\n{who}")
    number = jobs.begin(log.store, "import").id
    jobs.say(log.store, number, state="done", result=f'{{"ego": [[], ["mailto:{who}"], "x"]}}')
    done = erase(log.store, who)
    titles = {str(row[0]) for row in log.store.rows("SELECT t.text FROM title t WHERE t.log = :log")}
    assert titles & {*subjects, *kept} == set(kept)
    assert jobs.jobs(log.store) == []
    assert not [row for row in log.store.rows("SELECT s.path FROM source s WHERE s.log = :log") if who in str(row[0])]
    assert (log.store.setting("leave_out") or "").splitlines() == sorted(["nieuwsbrief", "c@delta.nl", EVA[::-1]])
    assert done.finished


def test_an_erase_is_finished_though_another_is_called_almost_the_same(fresh: Fresh, tmp_path: Path) -> None:
    files = mbox(
        mail("Ann Bos <bos@delta.nl>", NOOR, 1),
        mail("Ann Bosman <jan.bos@delta.nl>", NOOR, 2),
        mail(EVA, NOOR, 3, subject="dag"),
    )
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": files})], NOW, me=[NOOR])
    assert erase(log.store, "bos@delta.nl") == Erased("Ann Bos", finished=True, left_in=())
    assert show(log.store, "jan.bos@delta.nl").names == ("Ann Bosman",)
    assert within_others(log.store, ["bos@delta.nl", "Ann Bos", "jan.bos@delta.nl", EVA]) == {"bos@delta.nl", "Ann Bos"}


def test_a_name_of_many_words_is_found_where_it_is_said(fresh: Fresh, tmp_path: Path) -> None:
    name = "Maria de los Angeles Garcia Lopez van den Berg"
    files = mbox(mail(f"{name} <m@delta.nl>", NOOR, 1), mail(EVA, NOOR, 2, subject=f"afscheid van {name}"))
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": files})], NOW, me=[NOOR])
    assert erase(log.store, "m@delta.nl").finished
    for _ in range(2):
        assert scan(database(log), [name]) == []
        read_paths(log.store, [tmp_path / "in"], NOW, again=True)


def test_what_a_job_read_is_forgotten_with_the_contents_of_a_source(log: Hecht, world: Path) -> None:
    number = jobs.begin(log.store, "import").id
    jobs.say(log.store, number, state="done", name="a.mbox")
    remove(log.store, str(world), contents=True)
    assert jobs.jobs(log.store) == []


def test_an_erase_that_a_reader_holds_up_is_said_to_be_unfinished_and_the_doctor_finishes_it(log: Hecht) -> None:
    reader = sqlite3.connect(database(log), isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT COUNT(*) FROM participant").fetchone()
    assert not erase(log.store, BRAM).finished
    assert log.store.setting(UNFINISHED) == "1"
    assert [one.state for one in doctor(log.store) if one.name == "erase"] == ["wrong"]
    reader.execute("COMMIT")
    reader.close()
    assert [one.state for one in doctor(log.store) if one.name == "erase"] == ["mended"]
    assert scan(database(log), [BRAM, "Bram de Boer"]) == []
    assert [one.state for one in doctor(log.store) if one.name == "erase"] == ["ok"]


def test_what_is_older_than_wanted_goes_and_stays_out(fresh: Fresh, tmp_path: Path) -> None:
    old, new = mail(BRAM, NOOR, -400), mail(EVA, NOOR, 100)
    folder = written(tmp_path / "in", {"a.mbox": mbox(old, new)})
    log = fresh()
    log.store.set_setting("today", "2025-06-30")
    read_paths(log.store, [folder], NOW, me=[NOOR])
    assert {row.name for row in log.ties("2025-06-30")} == {"Bram", "Eva"}
    done = retain(log.store, 12)
    assert (done.removed, done.finished) == (1, True)
    assert scan(database(log), [BRAM]) == []
    summary = read_paths(log.store, [folder], NOW, again=True)
    assert summary.left_out["mbox", "retained"] == 1
    assert {row.name for row in log.ties("2025-06-30")} == {"Eva"}


def test_the_doctor_mends_what_was_derived_and_loose_permissions(log: Hecht) -> None:
    assert {one.state for one in doctor(log.store)} == {"ok"}
    with log.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM contact")
    database(log).chmod(0o644)
    found = {
        one.name: one.state for one in doctor(log.store) if one.detail == database(log).name or one.name == "derived"
    }
    assert found == {"derived": "mended", "permissions": "mended"}
    assert database(log).stat().st_mode & 0o777 == 0o600
    assert {one.state for one in doctor(log.store)} == {"ok"}
