"""Nothing of thinking along, nothing private and nothing of others leaves by anything that is made for others."""

import csv
import json
import re
from pathlib import Path

import pytest

from app.world import AS_OF, BRAM, EVA, FILES, NOOR, PIM, mail, mbox, written
from hecht.cli.export import Format
from hecht.core.exchange.asks import Need, See
from hecht.testing.organisation import write
from test_cli import Run, database, run
from web.pulse_serving import asked, serving

__all__ = ["database", "run"]

HIS = {"bram.mbox": mbox(mail(NOOR, BRAM, 1), mail(BRAM, NOOR, 2), mail("kees@delta.nl", BRAM, 3))}
SECRET, PRIVATE, THEIRS, OPEN = "geheimplannetje", "eigenvraagje", "vanbramzelf", "openbaarverzoek"


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """Give the command on a log that holds an ask of every kind and who may see it."""
    assert run("import", written(tmp_path / "in", FILES), "--me", NOOR).code in (0, 1)
    for verb in ("ask", "offer"):
        for see in See:
            assert (
                run(verb, f"{SECRET} {verb}", "--kind", Need.THINKING_ALONG, "--see", see, "--as-of", AS_OF).code == 0
            )
        for need in set(Need) - {Need.THINKING_ALONG}:
            assert run(verb, f"{PRIVATE} {verb} {need}", "--kind", need, "--as-of", AS_OF).code == 0
        assert run(verb, f"{THEIRS} {verb}", "--of", BRAM, "--see", "others", "--as-of", AS_OF).code == 0
        assert run(verb, f"{OPEN} {verb}", "--see", "others", "--as-of", AS_OF).code == 0
    assert PRIVATE in run("ask", "--as-of", AS_OF).out  # the user's own list has them, so that the search works
    assert SECRET in run("ask", "--as-of", AS_OF).out
    return run


def left(folder: Path, said: str) -> set[str]:
    """Give the marks that stand in what was written or said."""
    texts = [path.read_bytes().decode("utf-8", "replace") for path in folder.rglob("*") if path.is_file()] + [said]
    return {mark for mark in (SECRET, PRIVATE, THEIRS, OPEN) for text in texts if mark in text.lower()}


@pytest.mark.parametrize("form", list(Format))
def test_no_export_holds_an_ask(filled: Run, tmp_path: Path, form: Format) -> None:
    if form is Format.PARQUET:
        pytest.importorskip("duckdb")
    folder = tmp_path / "out"
    folder.mkdir()
    for extra in ((), ("--with-private",), ("--pseudonymous",)):
        done = filled("export", form, folder / f"net{len(extra)}.{form}", *extra, "--as-of", AS_OF)
        assert done.code == 0
        assert left(folder, done.out) == set()


@pytest.mark.parametrize(
    "command",
    [
        ("network", "--json"),
        ("network", "--csv"),
        ("network", "--pseudonymous", "--json"),
        ("introductions", "--json"),
        ("path", BRAM, "--json"),
        ("leave", BRAM, "--json"),
        ("ties", "--json"),
        ("collaboration", "propose", "--json"),
        ("collaboration", "list", "--json"),
        ("backtest", "--json"),
    ],
    ids=" ".join,
)
def test_no_table_that_one_hands_on_holds_an_ask(filled: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    assert left(tmp_path / "none", filled(*command, "--as-of", AS_OF).out) == set()


def test_the_calendar_and_what_goes_to_participants_hold_none(filled: Run, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    filled("today", "--ics", folder / "today.ics", "--as-of", "2025-03-12")
    assert (folder / "today.ics").exists()
    filled("collaboration", "add", "Dijk", "--with", BRAM, "--with", EVA)
    filled("collaboration", "share", "Dijk", "--out", folder / "dijk.json")
    filled("exchange", "group", "Dijken", "--with", BRAM, "--with", EVA)
    number = filled("exchange", "group").out[:8]
    for name in ("form.html", "form.csv"):
        assert filled("exchange", "inventory", number, "--form", folder / name).code == 0
    said = filled("exchange", "introduce", EVA, PIM).out
    assert left(folder, said) == set()


@pytest.mark.parametrize("name", ["shared.json", "shared.csv"])
def test_what_is_shared_is_what_was_said_to_be_for_others(filled: Run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    done = filled("exchange", "share", folder / name)
    assert done.code == 0
    assert left(folder, done.out) == {OPEN}
    text = (folder / name).read_text("utf-8")
    rows = json.loads(text)["rows"] if name.endswith("json") else list(csv.DictReader(text.splitlines()))
    assert {row["text"] for row in rows} == {f"{OPEN} ask", f"{OPEN} offer"}
    assert all(set(row) == {"what", "text", "kind", "until"} for row in rows)


def test_thinking_along_is_not_put_out(filled: Run) -> None:
    rows = json.loads(filled("ask", "--json", "--as-of", AS_OF).out)["rows"]
    plan = next(row["id"] for row in rows if SECRET in row["text"])
    done = filled("exchange", "out", plan, "--through", BRAM, "--lang", "en")
    assert done.code == 1
    assert "stays between you" in done.err
    assert SECRET not in done.out


def test_what_a_round_of_questions_sends_and_serves_holds_none(filled: Run, tmp_path: Path, database: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    filled("collaboration", "add", "Dijk", "--with", BRAM, "--with", EVA)
    said = filled("collaboration", "pulse", "Dijk", "start", "--by-name", "--term", "dijk").out
    said += filled("collaboration", "pulse", "Dijk", "files", "--out", folder).out
    said += filled("collaboration", "pulse", "Dijk", "remind").out
    said += filled("collaboration", "pulse", "Dijk", "--json").out
    kept = database.parent / "rounds"
    assert list(folder.iterdir())
    (path,) = (one for one in kept.iterdir() if one.suffix == ".round" or one.is_file())
    assert left(folder, said) | left(kept, "") == set()
    token = re.findall(r"/#(\S+)", said)[0]
    with serving(path) as server:
        status, _, page = asked(server, "/", method="GET")
        opened, _, questions = asked(server, "/open", {"link": token})
    assert (status, opened) == (200, 200)
    assert left(tmp_path / "none", f"{page} {questions}") == set()


def test_a_pooled_log_shows_its_colleagues_none(filled: Run, tmp_path: Path) -> None:
    """Bram's log in the same store, pooled with Noor's: what he may look up there holds ties, and nothing she asked."""
    assert filled("--log", "2", "import", written(tmp_path / "his", HIS), "--me", BRAM).code in (0, 1)
    for log in ("1", "2"):
        assert filled("--log", log, "privacy", "pool", "on").code == 0
    said = filled("--log", "2", "privacy", "pool").out
    for command in (
        ("introductions", "--json"),
        ("path", EVA, "--json"),
        ("leave", NOOR, "--json"),
        ("network", "--json"),
        ("week", "--json"),
        ("ask", "--json"),
        ("offer", "--json"),
        ("exchange", "--json"),
    ):
        done = filled("--log", "2", *command)
        assert done.code in (0, 1)
        said += done.out
    assert left(tmp_path / "none", said) == set()
    folder = tmp_path / "out"
    folder.mkdir()
    assert filled("--log", "2", "exchange", "share", folder / "his.json").code == 0
    assert filled("--log", "2", "export", "json", folder / "net.json").code == 0
    assert left(folder, "") == set()


def test_reports_that_are_handed_on_hold_none(filled: Run, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    filled("collaboration", "add", "Dijk", "--with", BRAM, "--with", EVA)
    assert filled("collaboration", "report", "Dijk", "--out", folder / "report.html").code == 0
    assert filled("collaboration", "share", "Dijk", "--out", folder / "share.json").code == 0
    number = filled("exchange", "group", "Dijken", "--with", BRAM, "--with", EVA).out[:8]
    said = filled("exchange", "collaborate", number).out
    assert "Dijken" in said
    assert filled("collaboration", "report", "Dijken", "--out", folder / "second.html").code == 0
    assert left(folder, said) == set()


def test_a_report_on_an_organisation_is_made_of_its_own_log_alone(filled: Run, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    plain, out = tmp_path / "plain", tmp_path / "out"
    write(plain, 40, 600, 3)
    assert filled("organisation", "analyse", plain / "log", "--out", out).code == 0
    done = filled("organisation", "report", out, "--people", plain / "people.csv")
    assert done.code == 0
    assert left(out, done.out) == set()
