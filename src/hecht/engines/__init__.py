"""Engines: the queries of `sql/` on logs that are no database: Parquet files, from one file to an organisation's billions of rows."""

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from hecht.core.model import Value

_PIECES = re.compile(r"'(?:[^']|'')*'|(?<![:\w]):([a-z_]+)")
"""Texts between quotes, which are passed over, and parameters; `::` is a cast and no parameter."""


class Engine(Protocol):
    """Runs queries of `sql/` over Parquet.

    Every table that a query names is first given a place with `table`, or is made of another query with `keep`. Values are
    those of a store to the last digit: integers are exact on every engine.
    """

    name: str
    at_once: int
    """How many rows it had best be given together; a month of any log is never cut."""

    def rows(self, sql: str, params: Mapping[str, Value] | None = None) -> Sequence[tuple[Value, ...]]:
        """Run one query with `:name` parameters and give all its rows; parameters it does not name are passed over."""
        ...  # pragma: no cover

    def table(self, name: str, place: str) -> None:
        """Read a table from a Parquet file, or from a folder of them (also one partitioned as `month=2026-01`)."""
        ...  # pragma: no cover

    def plain(self, name: str, place: str) -> None:
        """Read a plain log (see `engines.plain`) as a table of one row a recipient."""
        ...  # pragma: no cover

    def keep(self, name: str, sql: str, params: Mapping[str, Value] | None = None) -> None:
        """Work out a query once and keep its rows as a table for the queries that follow."""
        ...  # pragma: no cover

    def write(self, sql: str, place: str, params: Mapping[str, Value] | None = None, *, by: str = "") -> None:
        """Write the rows of a query as Parquet: one file on DuckDB, a folder of files on Spark; what was there is replaced.

        With `by`, a folder with a folder for every value of that column, as `month=2026-01`.
        """
        ...  # pragma: no cover

    def close(self) -> None:
        """Let go of what the engine holds."""
        ...  # pragma: no cover


def translated(sql: str, mark: str, params: Mapping[str, Value] | None) -> tuple[str, dict[str, Value]]:
    """Give a query with `mark` for the `:` of its parameters, and those parameters that it names.

    Raises:
        KeyError: the query names a parameter that is not given.
    """
    given: dict[str, Value] = {}

    def placed(found: "re.Match[str]") -> str:
        name = found[1]
        if name is None:
            return found[0]
        given[name] = (params or {})[name]
        return mark + name

    return _PIECES.sub(placed, sql), given
