"""Rows as JSON and CSV: read back with the readers of Python, and nothing that a spreadsheet would run."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hecht.text.output import as_csv, as_json


def cells(written: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written, newline="")))


def test_json_has_a_schema_and_rows() -> None:
    rows = [{"name": "Zoë", "silence_days": 3, "warmth": None, "channels": ("mail", "chat")}]
    written = as_json("ties", rows)
    assert json.loads(written) == {
        "schema": "hecht.ties/1",
        "rows": [{"name": "Zoë", "silence_days": 3, "warmth": None, "channels": ["mail", "chat"]}],
    }
    assert "Zoë" in written
    assert written.endswith("}\n")


def test_json_without_rows() -> None:
    assert json.loads(as_json("week", [])) == {"schema": "hecht.week/1", "rows": []}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(st.lists(st.dictionaries(st.text(), JSON)))
def test_json_reads_back(rows: list[dict[str, Any]]) -> None:
    assert json.loads(as_json("x", rows)) == {"schema": "hecht.x/1", "rows": rows}


def test_csv() -> None:
    rows = [
        {"name": "Wit, Anna de", "days": 3, "warmth": None, "channels": ("mail", "chat"), "moment": {"at": "10:00"}},
        {"name": 'zegt "hoi"', "days": -4, "warmth": 0.5, "channels": [], "moment": None},
    ]
    assert cells(as_csv(rows)) == [
        ["name", "days", "warmth", "channels", "moment"],
        ["Wit, Anna de", "3", "", "mail;chat", '{"at": "10:00"}'],
        ['zegt "hoi"', "-4", "0.5", "", ""],
    ]


def test_csv_without_rows_is_empty() -> None:
    assert as_csv([]) == ""


@pytest.mark.parametrize(
    "formula",
    [
        '=HYPERLINK("http://example.nl")',
        "+31 6",
        "-1+1",
        "@SUM(A1)",
        "\t1",
        "=",
        ["=1", "rest"],
    ],
)
def test_a_formula_is_quoted(formula: str | list[str]) -> None:
    # OWASP, CSV injection: = + - @, tab and carriage return at the beginning of a cell
    ((_,), (cell,)) = cells(as_csv([{"subject": formula}]))
    assert cell == "'" + (formula if isinstance(formula, str) else ";".join(formula))


@pytest.mark.parametrize("harmless", ["pomp = stuk", "1-1", "a@example.nl", "", "'=1"])
def test_what_is_no_formula_stays(harmless: str) -> None:
    ((_,), *rest) = cells(as_csv([{"subject": harmless}]))
    assert rest == ([[harmless]] if harmless else [[""]])


@pytest.mark.parametrize("number", [-5, -0.25])
def test_a_negative_number_is_no_formula(number: float) -> None:
    ((_,), (cell,)) = cells(as_csv([{"n": number}]))
    assert cell == str(number)


TEXTS = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]), min_size=1)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1))
@example([("0\n=", "\t=")])
def test_no_cell_begins_a_formula_and_none_is_lost(pairs: list[tuple[str, str]]) -> None:
    header, *rows = cells(as_csv([{"one": one, "other": other} for one, other in pairs]))
    assert header == ["one", "other"]
    assert len(rows) == len(pairs)
    for row, pair in zip(rows, pairs, strict=True):
        for cell, value in zip(row, pair, strict=True):
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
            assert cell.replace("'", "") == value.replace("'", "")  # nothing but marks is added
            assert cell.count("'") >= value.count("'")


@given(TEXTS, st.sampled_from(";\t"))
@example("\t=x", "\t")
@example("\n=x", ";")
def test_no_reading_by_another_separator_begins_a_formula(text: str, separator: str) -> None:
    lines = as_csv([{"one": "a", "other": text}]).split("\n")
    cells = [cell for row in csv.reader(lines, delimiter=separator) for cell in row]
    assert not [cell for cell in cells if cell.lstrip(' "').startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_no_other_separator_makes_a_cell_of_a_formula(separator: str) -> None:
    name = "Jan; =HYPERLINK(1)\t+2\n-3;@x;y=z"
    cells = [cell for row in csv.reader(as_csv([{"name": name}]).splitlines(), delimiter=separator) for cell in row]
    assert not [cell for cell in cells if cell.lstrip(' "').startswith(("=", "+", "-", "@"))]
