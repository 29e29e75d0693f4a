"""hecht network and export on the command line: what they say equals what the library gives."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from app.world import AS_OF, FILES, NOOR, written
from test_cli import Run, database, run

__all__ = ["database", "run"]


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """Give the command on a log of the small world."""
    assert run("import", written(tmp_path / "in", FILES), "--me", NOOR).code in (0, 1)
    return run


def test_position_as_text_json_and_csv(filled: Run) -> None:
    done = filled("network", "--as-of", AS_OF)
    assert done.code == 0
    assert done.out.startswith("4 contacten, hooguit 4 verschillende ingangen, gezien via mail, agenda en telefoon.")
    assert "at most 4 different ways in" in filled("network", "--as-of", AS_OF, "--lang", "en").out
    whole = json.loads(filled("network", "--as-of", AS_OF, "--json").out)
    assert whole["schema"] == "hecht.network/1"
    rows = list(csv.DictReader(io.StringIO(filled("network", "--as-of", AS_OF, "--csv").out)))
    assert [int(row["degree"]) for row in rows] == [row["degree"] for row in whole["rows"]] == [4, 2, 2, 2, 1, 1]


def test_what_one_tie_would_change(filled: Run) -> None:
    done = filled("network", "--what-if", "Eva", "--as-of", AS_OF)
    assert done.out.startswith("Zonder Eva:\n  contacten    4 → 3\n")
    (row,) = json.loads(filled("network", "--what-if", "Eva", "--as-of", AS_OF, "--json").out)["rows"]
    assert (row["name"], row["more"], row["degree_then"]) == ("Eva", False, 3)
    missing = filled("network", "--what-if", "Zeno", "--as-of", AS_OF)
    assert (missing.code, missing.out) == (1, "")


def test_an_analyst_asks_by_column(filled: Run, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("id,department\nbram@delta.nl,A\neva@sub.kade.co.uk,A\npim@hotmail.com,B\n")
    asked = ("network", "--people", people, "--by", "department", "--min-group", "1", "--as-of", AS_OF)
    rows = json.loads(filled(*asked, "--json").out)["rows"]
    assert [(row["group"], row["people"], row["ties_inside"]) for row in rows] == [("A", 2, 1), ("B", 1, 0)]
    assert "ties_inside" in filled(*asked).out
    assert json.loads(filled(*asked, "--compare", "2025-04-01", "--json").out)["rows"][0]["degree_change"] is not None
    assert filled("network", "--by", "shoe size").code == 1
    wrong = filled("network", "--compare", "2025-04-01")
    assert (wrong.code, wrong.out, "--by" in wrong.err) == (2, "", True)
    hidden = filled("network", "--pseudonymous", "--as-of", AS_OF, "--csv").out
    assert "Bram" not in hidden


def test_a_table_of_scores_needs_no_log(run: Run, tmp_path: Path, database: Path) -> None:
    table = tmp_path / "p2p.csv"
    table.write_text("PrimaryCollaborator_PersonId,SecondaryCollaborator_PersonId,Strong_tie_score\na,b,0.5\nb,c,1\n")
    rows = json.loads(run("network", "--table", table, "--json").out)["rows"]
    assert [(row["name"], row["degree"], row["strength"]) for row in rows] == [
        ("b", 2, 1.5),
        ("c", 1, 1.0),
        ("a", 1, 0.5),
    ]
    assert "name" in run("network", "--table", table).out
    assert run("network", "--table", tmp_path / "absent.csv").code == 1
    assert not database.exists()


def test_export_writes_what_it_says(filled: Run, tmp_path: Path) -> None:
    for form in ("graphml", "gexf"):
        path = tmp_path / f"net.{form}"
        done = filled("export", form, path, "--as-of", AS_OF)
        assert done.out == f"6 mensen en 6 banden geschreven in {path}.\n"
        assert ET.parse(path).getroot() is not None
    assert filled("export", "graphml", tmp_path / "absent" / "net.graphml").code == 1
    assert filled("export", "svg", tmp_path / "net.svg").code == 2
