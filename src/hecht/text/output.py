"""Rows as JSON and CSV."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(schema: str, rows: Sequence[Mapping[str, Any]]) -> str:
    """Give an object with `schema` (name and version) and `rows`."""
    return json.dumps({"schema": f"hecht.{schema}/1", "rows": list(rows)}, ensure_ascii=False, indent=1) + "\n"


def as_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """Give a table with a header; lists joined by `;`, and texts that a spreadsheet would run as formula quoted."""
    out = io.StringIO()
    if rows:
        table = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
        table.writerow(rows[0].keys())
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
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value
