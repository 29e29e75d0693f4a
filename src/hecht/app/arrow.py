"""Rows as an Arrow table (extra `org`): anything that speaks `__arrow_c_stream__` takes them without a copy in between."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

from hecht.core.errors import NoExtraError

_TYPES = {bool: "BOOLEAN", int: "BIGINT", float: "DOUBLE", str: "VARCHAR", tuple: "VARCHAR[]", list: "VARCHAR[]"}


class Table:
    """Rows by column, with types that do not depend on what happens to be in them.

    polars, pandas, pyarrow and DuckDB take it as it is: `polars.DataFrame(table)`. Made by DuckDB, so no pyarrow is needed.
    """

    def __init__(self, rows: Sequence[object]) -> None:
        """Take rows of one dataclass, or of mappings with the same keys."""
        try:
            self._duckdb = import_module("duckdb")
        except ImportError as error:
            raise NoExtraError("org") from error
        self._types = _typed(rows)
        self._columns = {name: [_value(_get(row, name)) for row in rows] for name in self._types}

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Give the rows as an Arrow stream (the Arrow PyCapsule interface)."""
        return self._relation().__arrow_c_stream__(requested_schema)

    def write_parquet(self, path: str | Path) -> None:
        """Write the rows as a Parquet file."""
        self._relation().write_parquet(str(path))

    def _relation(self) -> Any:  # noqa: ANN401 - DuckDB is an extra and has no types here
        if not self._types:
            return self._duckdb.connect().sql("SELECT 0 AS nothing WHERE 1 = 0")
        columns = ", ".join(
            f'unnest($c{i}::{kind}[]) AS "{name}"' for i, (name, kind) in enumerate(self._types.items())
        )
        values = {f"c{i}": held for i, held in enumerate(self._columns.values())}
        # a connection of its own: a stream that is still being read must not stand in the way of another
        return self._duckdb.connect().sql(f"SELECT {columns}", params=values)


def _typed(rows: Sequence[object]) -> dict[str, str]:
    if not rows:
        return {}
    first = rows[0]
    if is_dataclass(first):
        hints = get_type_hints(type(first))
        return {field.name: _kind(hints[field.name]) for field in fields(first)}
    assert isinstance(first, Mapping)  # noqa: S101 - rows are one or the other
    found = {}
    for name in first:
        value = next((_get(row, name) for row in rows if _get(row, name) is not None), 0.0)
        found[str(name)] = _TYPES[type(value)]
    return found


def _kind(hint: Any) -> str:  # noqa: ANN401 - a type as it was written
    text = str(getattr(hint, "__name__", hint))
    if str(hint).startswith("tuple[int"):
        return "BIGINT[]"
    return next(sql for kind, sql in _TYPES.items() if str(hint).startswith(kind.__name__) or text == kind.__name__)


def _get(row: object, name: str) -> object:
    return row[name] if isinstance(row, Mapping) else getattr(row, name)


def _value(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
