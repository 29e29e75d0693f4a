"""The command line: what it says equals what the library gives, how it ends, and what it never shows."""

import csv
import io
import json
import logging
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from typer.main import get_command

import hecht
from app.world import AS_OF, ASKED, BRAM, EVA, FILES, NOOR, PIM, mail, mbox, written, zipped
from hecht import cli
from hecht.cli.listing import PARTS
from hecht.text.tables import week_rows


class Done(NamedTuple):
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "data" / "log.db"
    monkeypatch.setenv("HECHT_DB", str(path))
    monkeypatch.delenv("HECHT_LANG", raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    return path


@pytest.fixture
def run(database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give a function that runs a command as the shell would."""
    assert not database.exists()

    def command(*arguments: str | Path) -> Done:
        monkeypatch.setattr(sys, "argv", ["hecht", *map(str, arguments)])
        capsys.readouterr()
        code: object = 0
        try:
            cli.main()
        except SystemExit as left:
            code = left.code or 0
        said = capsys.readouterr()
        assert isinstance(code, int)
        assert "Traceback" not in said.err
        return Done(code, said.out, said.err)

    return command


@pytest.fixture
def world(tmp_path: Path) -> Path:
    return written(tmp_path / "in", {name: data for name, data in FILES.items() if not name.startswith("Postvak")})


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """Give a command line with the whole small world in its log, in which one mail could not be read."""
    assert run("import", written(tmp_path / "in"), "--me", NOOR).code == 1
    return run


def test_an_import_that_reads_all_ends_well_and_says_what_it_did(run: Run, world: Path) -> None:
    done = run("import", world, "--me", NOOR, "--lang", "en")
    assert (done.code, done.err) == (0, "")
    assert "eml: 7 new, 0 changed, 0 known" in done.out
    assert "address book: 2 cards" in done.out
    assert "2 files of another kind" in done.out
    assert f"you are {NOOR} (as you said)" in done.out
    assert "9 bestanden niet gewijzigd sinds de vorige keer" in run("import", world).out
    again = run("import", world, "--again")
    assert again.code == 0
    assert "eml: 0 nieuw, 0 gewijzigd, 7 al bekend" in again.out
    assert f"jij bent {NOOR} (zoals je zei)" in again.out


def test_what_could_not_be_read_is_reported_and_the_rest_kept(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "in") / "Postvak IN.mbox"
    report = tmp_path / "report.txt"
    done = run("import", path, "--report", report, "--lang", "en")
    assert done.code == 1
    assert "mbox: 17 new" in done.out
    assert "left out: 1 newsletters and mailing lists" in done.out
    assert "unreadable: 1" in done.out
    (line,) = report.read_text("utf-8").splitlines()
    assert line.startswith(f"{path} @ ")
    assert ": no usable date: " in line
    assert line in done.out


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("gone.mbox", None, "dit bestand of deze map is er niet"),
        ("a.txt", b"These are my notes.\n", "van geen soort die hecht leest"),
        ("a.zip", b"PK\x03\x04rubbish", "geen heel zip-bestand"),
        ("empty", b"", "van geen soort die hecht leest"),
    ],
)
def test_a_path_that_gives_nothing_ends_in_1(
    run: Run, tmp_path: Path, name: str, data: bytes | None, cause: str
) -> None:
    (tmp_path / "in").mkdir()
    if data is not None:
        (tmp_path / "in" / name).write_bytes(data)
    done = run("import", tmp_path / "in" / name)
    assert (done.code, done.err) == (1, "")
    assert name in done.out
    assert cause in done.out


def test_an_empty_folder_is_no_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert run("import", tmp_path / "in").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("import",),
        ("import", "--nonsense", "x"),
        ("nonsense",),
        ("ties", "--most", "many"),
        ("move", "abc"),
        ("move", "abc", "perhaps"),
        ("person",),
        ("talked",),
        ("ties", "extra"),
    ],
)
def test_wrong_use_ends_in_2(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "Usage: hecht" in done.err or "Error" in done.err


def test_without_arguments_it_says_what_it_can(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    for command in ("import", "ties", "person", "week", "move", "talked", "demo"):
        assert f"  {command} " in done.out
    assert "..." not in done.out.replace("[ARGS]...", "")
    commands = get_command(cli.app).commands  # type: ignore[attr-defined]
    assert sorted(name for part in PARTS.values() for name in part) == sorted(
        name for name, one in commands.items() if not one.hidden
    )
    assert run("--version") == Done(0, f"hecht {hecht.__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ties",), "Er is nog niets ingelezen"),
        (("week",), "Er is nog niets ingelezen"),
        (("person", "Zeno"), "Niemand in het log heet 'Zeno'"),
        (("talked", "Zeno"), "Niemand in het log heet 'Zeno'"),
        (("move", "abc", "done"), "Er is nog niets ingelezen"),
        (("move", "abc", "undo"), ""),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(run: Run, arguments: tuple[str, ...], message: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("hecht: ")
    assert done.err.count("\n") == 1
    assert message in done.err


def rows(done: Done, schema: str) -> list[dict[str, Any]]:
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    assert list(found)[:2] == ["schema", "rows"]
    assert found["schema"] == f"hecht.{schema}/1"
    assert isinstance(found["rows"], list)
    return found["rows"]


def plain(value: object) -> Any:
    """Give what a value is once it was JSON."""
    return json.loads(json.dumps(value))


@pytest.mark.parametrize("as_of", [AS_OF, "2025-04-01", "2020-01-01"])
@pytest.mark.parametrize("every", [False, True])
def test_ties_are_those_of_the_library(filled: Run, database: Path, as_of: str, every: bool) -> None:
    found = rows(filled("ties", "--json", "--as-of", as_of, *["--all"] * every), "ties")
    with hecht.open(database) as log:
        expected = [plain(asdict(row)) for row in log.ties(as_of, every=every)]
    assert found == expected
    assert [list(row) for row in found] == [list(row) for row in expected]
    assert bool(found) == (as_of != "2020-01-01")


def test_a_person_is_that_of_the_library(filled: Run, database: Path) -> None:
    with hecht.open(database) as log:
        view = log.person("bram", AS_OF)
        more = {
            "amounts": plain(asdict(log.amounts(view.person, AS_OF))),
            "replies": plain(asdict(log.replies(view.person, AS_OF))),
        }
        assert rows(filled("person", "bram", "--json", "--as-of", AS_OF), "person") == [plain(asdict(view)) | more]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_week_is_that_of_the_library_in_words(filled: Run, database: Path, lang: str) -> None:
    found = rows(filled("week", "--json", "--as-of", AS_OF, "--lang", lang), "week")
    with hecht.open(database) as log:
        week = log.week(AS_OF)
        assert found == plain(week_rows(week, lang))
    assert [row["id"] for row in found] == [move.id for move in week.moves]
    assert [(row["kind"], row["people"]) for row in found] == [("give_back", ["Bram de Boer"]), ("meet", ["Eva"])]
    assert [list(row) for row in found] == [["id", "kind", "people", "reason", "moment", "draft"]] * 2
    assert "planning dijk" in found[0]["reason"]
    assert found[0]["moment"] is None
    assert found[1]["moment"]["title"] == "Vooruitblik"


def test_a_table_as_csv_has_the_same_cells(filled: Run) -> None:
    found = rows(filled("ties", "--json", "--as-of", AS_OF), "ties")
    table = list(csv.DictReader(io.StringIO(filled("ties", "--csv", "--as-of", AS_OF).out)))
    assert [list(row) for row in table] == [list(row) for row in found]
    for cells, row in zip(table, found, strict=True):
        for name, value in row.items():
            expected = ";".join(value) if isinstance(value, list) else "" if value is None else str(value)
            assert cells[name] == expected


def test_a_move_is_decided_and_taken_back(filled: Run) -> None:
    move, other = rows(filled("week", "--json", "--as-of", AS_OF), "week")
    for verdict in ("done", "later", "never"):
        done = filled("move", move["id"][:6], verdict, "--because", "a reason of my own", "--as-of", AS_OF)
        assert (done.code, done.err) == (0, "")
        assert rows(filled("week", "--json", "--as-of", AS_OF), "week") == [other]
        assert filled("move", move["id"], "done", "--as-of", AS_OF).code == 1
        assert filled("move", move["id"], "undo", "--as-of", AS_OF).code == 0
        assert rows(filled("week", "--json", "--as-of", AS_OF), "week") == [move, other]


def test_having_talked_is_noted(filled: Run) -> None:
    assert filled("talked", "bram", "--as-of", AS_OF, "--lang", "en") == Done(
        0, "Noted: talked to Bram de Boer today.\n", ""
    )
    (bram,) = (row for row in rows(filled("ties", "--json", "--as-of", AS_OF), "ties") if row["name"] == "Bram de Boer")
    assert (bram["last"], bram["silence_days"]) == (AS_OF, 0)


def test_tables_and_lines_name_people_and_speak_both_languages(filled: Run) -> None:
    for lang, words in (("nl", "wie"), ("en", "who")):
        table = filled("ties", "--as-of", AS_OF, "--lang", lang)
        assert table.code == 0
        assert "Bram de Boer" in table.out
        assert words in table.out.splitlines()[0]
    assert "planning dijk" in filled("week", "--as-of", AS_OF).out
    assert BRAM in filled("person", "bram", "--as-of", AS_OF).out


def test_a_database_may_be_named_and_goes_before_the_environment(filled: Run, tmp_path: Path) -> None:
    other = tmp_path / "other" / "log.db"
    assert filled("import", tmp_path / "in" / "telefoon.csv", "--me", NOOR, "--db", other).code == 0
    assert [row["name"] for row in rows(filled("ties", "--json", "--as-of", AS_OF, "--db", other), "ties")] == [EVA]
    assert len(rows(filled("ties", "--json", "--as-of", AS_OF), "ties")) == 4


NASTY = "Ev\x1b[31m\x07il \u202e\u200b\x9bName"


def test_names_and_titles_from_strangers_are_shown_without_control_characters(run: Run, tmp_path: Path) -> None:
    card = f"BEGIN:VCARD\nVERSION:3.0\nFN:Pi\x1b]0;title\x07m\nEMAIL:{PIM}\nORG:Del\x1b[5mta\nEND:VCARD\n"
    files = {
        "a.mbox": mbox(
            mail(BRAM, NOOR, 110, subject=f"plan{NASTY}", text=ASKED).replace(
                b"From: Bram ", f"From: {NASTY} ".encode()
            ),
            mail("eva@kade.nl", NOOR, 110).replace(b"From: Eva ", b"From: =?utf-8?q?E=1B=5B2Jva=00=0D=0A?= "),
            mail(NOOR, PIM, 110),
        ),
        "b.vcf": card.encode(),
        "c.csv": f"at,from,to\n2025-06-20T10:00:00Z,{NOOR},x\x1b[31my\n".encode(),
    }
    commands: list[tuple[str | Path, ...]] = [
        ("import", written(tmp_path / "in", files), "--me", NOOR),
        ("ties", "--as-of", AS_OF),
        ("ties", "--as-of", AS_OF, "--all"),
        ("ties", "--as-of", AS_OF, "--csv"),
        ("week", "--as-of", AS_OF),
        ("person", BRAM, "--as-of", AS_OF),
        ("person", PIM, "--as-of", AS_OF),
        ("talked", PIM, "--as-of", AS_OF),
    ]
    shown = ""
    for command in commands:
        done = run(*command)
        assert (done.code, done.err) == (0, "")
        shown += done.out
    assert "Ev [31m il Name" in shown
    assert [letter for letter in set(shown) if letter < " " and letter != "\n"] == []
    assert set("\x7f\x9b\u202e\u200b") & set(shown) == set()


def test_a_formula_in_a_name_is_guarded_in_csv(run: Run, tmp_path: Path) -> None:
    evil = mail(BRAM, NOOR, 110).replace(b"From: Bram ", b'From: "=cmd|calc" ')
    assert run("import", written(tmp_path / "in", {"a.eml": evil}), "--me", NOOR).code == 0
    (row,) = csv.DictReader(io.StringIO(run("ties", "--as-of", AS_OF, "--csv").out))
    assert row["name"] == "'=cmd|calc"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_folder_that_cannot_be_written_is_said_in_one_line(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "fixed"
    folder.mkdir(mode=0o500)
    done = run("ties", "--db", folder / "log.db")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("hecht: Het log is niet te openen of te beschrijven: ")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("place", ["a file/log.db", "a file", "a folder", "table.db"])
def test_a_place_that_cannot_be_a_log_is_said_in_one_line(run: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "a file").write_bytes(b"These are my notes, and no database at all.\n" * 100)
    (tmp_path / "a folder").mkdir()
    with sqlite3.connect(tmp_path / "table.db") as other:
        other.execute("CREATE TABLE schema (words TEXT)")
        other.execute("INSERT INTO schema VALUES ('of something else')")
    other.close()
    before = (tmp_path / "a file").read_bytes()
    done = run("ties", "--db", tmp_path / place)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("hecht: Het log is niet te openen of te beschrijven: ")
    assert done.err.count("\n") == 1
    assert (tmp_path / "a file").read_bytes() == before


def test_a_log_of_a_newer_hecht_is_left_alone(filled: Run, database: Path) -> None:
    with sqlite3.connect(database) as raw:
        raw.execute("UPDATE schema SET version = 999")
    raw.close()
    assert filled("ties") == Done(1, "", "hecht: Dit log is door een nieuwere hecht geschreven; werk hecht bij.\n")


def test_nobody_is_named_in_errors_and_logs(
    filled: Run, database: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    known = ("bram", "eva", "noor", "pim", "delta.nl", "dijk")
    broken = mbox(mail(BRAM, NOOR, 200, text=ASKED), mail(EVA, NOOR, 201).replace(b"Date: ", b"Date: on "))
    folder = written(tmp_path / "more", {"a.mbox": broken, "b.zip": zipped({"x": b"?"})[:-5]})
    done = filled("import", folder)
    assert (done.code, done.err) == (1, "")
    (folder / "c.eml").write_bytes(mail(BRAM, NOOR, 202))
    with sqlite3.connect(database) as raw:
        raw.execute("DROP TABLE contact")
    raw.close()
    for arguments in (("import", folder / "c.eml"), ("ties", "--as-of", AS_OF), ("talked", "bram")):
        done = filled(*arguments)
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("hecht: Het log is niet te openen of te beschrijven: ")
        assert [name for name in known if name in done.err.casefold()] == []
    assert [record for record in caplog.records if any(name in record.getMessage().casefold() for name in known)] == []


def test_it_runs_as_a_program(run: Run, world: Path, database: Path) -> None:
    program = Path(sys.executable).with_name("hecht")
    done = subprocess.run([program, "import", world, "--me", NOOR], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert stat.S_IMODE(database.stat().st_mode) == 0o600
    assert len(rows(run("ties", "--json", "--as-of", AS_OF), "ties")) == 4
    missing = subprocess.run([program, "person", "Zeno"], capture_output=True, text=True, check=False)
    assert (missing.returncode, missing.stdout) == (1, "")
    assert missing.stderr == "hecht: Niemand in het log heet 'Zeno'\n"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_held_is_shown_and_erased_after_asking(filled: Run, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = filled("privacy", "show", BRAM, "--lang", lang)
    assert shown.code == 0
    assert BRAM in shown.out
    assert "Delta BV" in shown.out
    assert json.loads(filled("privacy", "show", BRAM, "--json").out)["schema"] == "hecht.held/1"
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    asked = filled("privacy", "erase", BRAM, "--lang", lang)
    question = {"nl": "Bram de Boer voorgoed wissen? [j/N]", "en": "Erase Bram de Boer for good? [y/N]"}[lang]
    assert (asked.code, asked.out.strip()) == (1, question)
    assert filled("privacy", "show", BRAM).code == 0
    monkeypatch.setattr("sys.stdin", io.StringIO({"nl": "Ja\n", "en": "y\n"}[lang]))
    done = filled("privacy", "erase", BRAM, "--lang", lang)
    said = {"nl": "Bram de Boer is gewist.\n", "en": "Bram de Boer was erased.\n"}[lang]
    assert (done.code, done.out) == (0, f"{question} {said}")
    assert filled("privacy", "show", BRAM).code == 1
    assert filled("privacy", "erase", EVA, "--yes", "--lang", lang).code == 0


@pytest.mark.parametrize(("lang", "word"), [("nl", "goed: vrije ruimte"), ("en", "ok: free space")])
def test_the_doctor_says_what_it_looked_at(filled: Run, lang: str, word: str) -> None:
    done = filled("doctor", "--lang", lang)
    assert done.code == 0
    assert word in done.out
    assert {row["state"] for row in json.loads(filled("doctor", "--json").out)["rows"]} == {"ok"}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_sources_are_listed_read_again_and_forgotten(filled: Run, tmp_path: Path, lang: str) -> None:
    folder = tmp_path / "in"
    assert str(folder) in filled("sources", "--lang", lang).out
    (folder / "new.eml").write_bytes(mail(EVA, NOOR, 9, number=77))
    (folder / "telefoon.csv").write_bytes(
        (folder / "telefoon.csv").read_bytes() + b"2025-04-25T10:00:00Z,a@b.nl,c@d.nl,,\n"
    )
    again = filled("sources", "--lang", lang)
    assert again.err.startswith({"nl": "Bijgelezen: 2", "en": "Read again: 2"}[lang])
    assert filled("week", "--lang", lang).err == ""
    gone = filled("sources", "--remove", folder, "--with-contents", "--lang", lang)
    assert gone.out.startswith({"nl": "Vergeten, met", "en": "Forgotten, with"}[lang])
    nothing = {"nl": "Nog niets geïmporteerd.\n", "en": "Nothing imported yet.\n"}[lang]
    assert filled("sources", "--lang", lang).out == nothing
    assert filled("sources", "--remove", folder).code == 1


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_old_things_can_be_let_go(filled: Run, lang: str) -> None:
    done = filled("privacy", "retain", "1", "--lang", lang)
    assert done.code == 0
    assert done.out.split()[0].isdigit()
    assert filled("ties", "--as-of", AS_OF, "--json").out.count('"alter"') == 0
    assert filled("privacy", "retain", "0").code == 2


def test_a_backtest_says_the_same_in_words_and_rows(filled: Run) -> None:
    done = filled("backtest", "--as-of", AS_OF, "--lang", "en")
    assert done.code == 0
    assert "there is too little for this yet" in done.out
    rows = json.loads(filled("backtest", "--as-of", AS_OF, "--json").out)["rows"]
    assert {row["what"] for row in rows} == {"contact", "wake"}
    assert f"looked at {rows[0]['tie_windows']} times" in done.out
    table = list(csv.DictReader(io.StringIO(filled("backtest", "--as-of", AS_OF, "--csv").out)))
    assert [row["what"] for row in table] == [row["what"] for row in rows]


def test_a_circle_of_ones_own_choice(filled: Run) -> None:
    assert filled("person", BRAM, "--layer", "3", "--as-of", AS_OF, "--lang", "en").out.endswith(", good contacts.\n")
    assert "put there by you" in filled("person", BRAM, "--as-of", AS_OF, "--lang", "en").out
    assert "* put there by you" in filled("ties", "--as-of", AS_OF, "--lang", "en").out
    filled("person", BRAM, "--layer", "0", "--as-of", AS_OF)
    assert "put there by you" not in filled("person", BRAM, "--as-of", AS_OF, "--lang", "en").out
    assert filled("person", BRAM, "--layer", "6").code == 2
