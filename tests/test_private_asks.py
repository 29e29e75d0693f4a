"""Nothing of thinking along, nothing private and nothing of others leaves by anything that is made for others."""

import csv
import json
from pathlib import Path

import pytest

from app.world import AS_OF, BRAM, EVA, FILES, NOOR, PIM, written
from hecht.cli.export import Format
from hecht.core.exchange.asks import Need, See
from test_cli import Run, database, run

__all__ = ["database", "run"]

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
