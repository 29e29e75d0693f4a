"""Rows as JSON and CSV."""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LATER = re.compile(r"([;\t\n]\s*)(?=[=+\-@])")
"""Where a spreadsheet that separates by semicolons or tabs would see another cell begin with a formula."""


def as_json(schema: str, rows: Sequence[Mapping[str, Any]], more: Mapping[str, Any] | None = None) -> str:
    """Give an object with `schema` (name and version), `rows`, and what else there is to say beside them."""
    told = {"schema": f"hecht.{schema}/1", "rows": list(rows), **(more or {})}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def as_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """Give a table with a header; lists joined by `;`, and texts that a spreadsheet would run as formula quoted."""
    out = io.StringIO()
    if rows:
        table = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
        table.writerow([_cell(name) for name in rows[0]])  # a column can be called as a stranger calls it
        table.writerows([_cell(value) for value in row.values()] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list | tuple) and any(isinstance(one, dict) for one in value):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, list | tuple):
        value = ";".join(str(one) for one in value)
    if isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        value = value.replace("\r", " ")  # the csv module does not quote it, and a reader may begin a row there
        guarded = _LATER.sub(r"\1'", value)
        return f"'{guarded}" if value.startswith(_FORMULA) else guarded
    return value
