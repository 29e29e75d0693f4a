"""hecht people on the command line: it says what the library gives, and everything it does can be undone."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.test_who import FILES, NEW, NOOR, OLD, iso
from app.world import written
from hecht.cli import app


class People:
    """A log with somebody who changed employer, and `hecht people` in it."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "data" / "log.db"
        self.run("import", str(written(folder / "in", FILES)), "--me", NOOR)

    def run(self, *arguments: str) -> Result:
        return CliRunner().invoke(app, [*arguments, "--db", str(self.database)])

    def people(self, *arguments: str) -> str:
        done = self.run("people", *arguments)
        assert done.exit_code == 0, (done.output, done.exception)
        return done.stdout


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> People:
    monkeypatch.delenv("HECHT_LANG", raising=False)
    return People(tmp_path)


def rows(text: str) -> list[dict[str, object]]:
    found = json.loads(text)
    assert found["schema"] == "hecht.people/1"
    return list(found["rows"])


def test_proposals_are_shown_with_addresses_and_reasons_and_as_data(log: People) -> None:
    (row,) = rows(log.people("--json"))
    shown = log.people()
    for word in (OLD, NEW, str(row["id"])[:8], str(row["reason"])):
        assert word in shown
    assert "Dezelfde achternaam en voorletter" in shown
    assert "The same surname and initial" in log.people("--lang", "en")
    (cells,) = csv.DictReader(io.StringIO(log.people("--csv")))
    assert cells["id"] == row["id"]
    assert {str(row["a_name"]), str(row["b_name"])} == {"Wietske Hoekzema", "W. Hoekzema"}
    assert rows(log.people("--json", "--as-of", iso(105))) == []


def test_a_proposal_is_taken_by_its_id_and_undone(log: People) -> None:
    (row,) = rows(log.people("--json"))
    assert "is nu één persoon" in log.people("merge", str(row["id"])[:8])
    assert rows(log.people("--json")) == []
    assert "zijn één persoon" in log.people("decided")
    assert json.loads(log.people("decided", "--json"))["rows"][0]["kind"] == "merge"
    assert log.people("undo").startswith("Teruggedraaid: ")
    assert rows(log.people("--json")) == [row]


def test_a_proposal_that_was_declined_does_not_come_back(log: People) -> None:
    (row,) = rows(log.people("--json"))
    assert "zijn twee mensen" in log.people("apart", str(row["id"]))
    assert log.people().startswith("Geen voorstellen")


def test_the_other_decisions(log: People) -> None:
    log.people("merge", OLD, NEW)
    assert "nu bij kade.nl" in log.run("person", "Hoekzema").stdout
    assert "zijn twee mensen" in log.people("split", NEW)
    assert "bij Eigen bureau, vanaf 2025-03-01" in log.people(
        "organisation", OLD, "Eigen bureau", "--from", "2025-03-01"
    )
    assert "Eigen bureau" in log.run("person", OLD).stdout
    assert "privéleven" in log.people("sphere", OLD, "private")
    assert "je privéleven" in log.run("person", OLD).stdout
    assert NOOR in log.people("me")
    assert "noor@thuis.nl" in log.people("me", "noor@thuis.nl")
    assert "noor@thuis.nl" not in log.people("me", "--not", "noor@thuis.nl")
    assert log.people("decided").count("\n") == 6


def test_what_is_no_decision_ends_in_words(log: People) -> None:
    assert log.run("people", "sphere", OLD, "secret").exit_code == 2
    for arguments in (("merge", "ffff"), ("split", "x@y.nl"), ("undo",), ("undo", "abc"), ("merge", OLD, OLD)):
        done = log.run("people", *arguments)
        assert done.exit_code == 1
        assert done.exception is not None
        assert str(done.exception)
