"""DuckDB (extra `org`): the queries of `sql/` over Parquet on one machine, within a bound of memory."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from shutil import rmtree
from typing import Any

from hecht.core.errors import NoExtraError
from hecht.core.model import Value
from hecht.engines import translated
from hecht.engines.plain import duckdb_rows

_AT_ONCE = 20_000
"""Rows that are handed over together."""
_PARQUET = "FORMAT parquet, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1000"
"""Numbers of people as differences, of which there are too many for a dictionary: tried in vain that takes half of the writing."""


class DuckEngine:
    """One DuckDB in this process; what does not fit in its memory goes to files in `spill`, which it removes."""

    name = "duckdb"
    at_once = 0

    def __init__(self, *, memory: str = "2GB", threads: int = 0, spill: str | Path | None = None) -> None:
        """Begin.

        Args:
            memory: the most that DuckDB takes, as `2GB`.
            threads: how many it uses; 0 for as many as there are processors.
            spill: a folder for what does not fit; without it DuckDB fails instead.

        Raises:
            NoExtraError: DuckDB is not installed.
        """
        try:
            self._duckdb = import_module("duckdb")
        except ImportError as error:
            raise NoExtraError("org") from error
        self._connection: Any = self._duckdb.connect()
        for name, value in (
            ("memory_limit", memory),
            ("temp_directory", str(spill or "")),
            ("TimeZone", "UTC"),
            ("preserve_insertion_order", "false"),
            ("autoinstall_known_extensions", "false"),
        ):
            self._connection.execute(f"SET {name} = {_quoted(value)}")
        if threads:
            self._connection.execute(f"SET threads = {int(threads)}")

    def rows(self, sql: str, params: Mapping[str, Value] | None = None) -> Sequence[tuple[Value, ...]]:
        """Run one query; see `Engine`."""
        found: Sequence[tuple[Value, ...]] = self._run(sql, params).fetchall()
        return found

    def arrays(self, sql: str, params: Mapping[str, Value] | None = None) -> "dict[str, Any]":
        """Run one query and give its columns as NumPy arrays: for millions of rows, of which none is absent."""
        found: dict[str, Any] = self._run(sql, params).fetchnumpy()
        return found

    def table(self, name: str, place: str) -> None:
        """Read a table; see `Engine`."""
        self._run(f'CREATE OR REPLACE VIEW "{name}" AS SELECT * FROM {scanned(place)}')

    def plain(self, name: str, place: str) -> None:
        """Read a plain log; see `Engine`."""
        source = scanned(place, "file_row_number = true")
        described = self._run(f"DESCRIBE SELECT * FROM {source}").fetchall()
        self._run(f'CREATE OR REPLACE VIEW "{name}" AS {duckdb_rows(source, {row[0]: row[1] for row in described})}')

    def keep(self, name: str, sql: str, params: Mapping[str, Value] | None = None) -> None:
        """Work out a query once; see `Engine`."""
        self._run(f'CREATE OR REPLACE TABLE "{name}" AS {sql}', params)

    def write(self, sql: str, place: str, params: Mapping[str, Value] | None = None, *, by: str = "") -> None:
        """Write the rows of a query; see `Engine`. It appears only when it is whole."""
        path, unfinished = Path(place), Path(f"{place}.part")
        path.parent.mkdir(parents=True, exist_ok=True)
        if by:
            for old in (path, unfinished):
                rmtree(old, ignore_errors=True)
            self._run(f"COPY ({sql}) TO {_quoted(str(unfinished))} ({_PARQUET}, PARTITION_BY ({by}))", params)
            unfinished.rename(path)
            return
        self._run(f"COPY ({sql}) TO {_quoted(str(unfinished))} ({_PARQUET})", params)
        if path.is_dir():  # Spark wrote here before
            rmtree(path)
        unfinished.replace(path)

    def load(self, name: str, kinds: Mapping[str, str], rows: Sequence[tuple[Value, ...]]) -> None:
        """Make a table of rows, with the types of its columns in order."""
        self._connection.execute(
            f'CREATE OR REPLACE TABLE "{name}" ({", ".join(f"{one} {kind}" for one, kind in kinds.items())})'
        )
        picked = ", ".join(f"unnest($c{i}::{kind}[])" for i, kind in enumerate(kinds.values()))
        for since in range(0, len(rows), _AT_ONCE):
            columns = zip(*rows[since : since + _AT_ONCE], strict=True)
            values = {f"c{i}": list(column) for i, column in enumerate(columns)}
            self._connection.execute(f'INSERT INTO "{name}" SELECT {picked}', values)

    def load_arrays(self, name: str, columns: Mapping[str, Any]) -> None:
        """Make a table of NumPy arrays by column."""
        self._connection.register("arrays_given", dict(columns))
        self.keep(name, "SELECT * FROM arrays_given")
        self._connection.unregister("arrays_given")

    def close(self) -> None:
        """Let go of the memory."""
        self._connection.close()

    def _run(self, sql: str, params: Mapping[str, Value] | None = None) -> Any:
        text, given = translated(sql, "$", params)
        return self._connection.execute(text, given) if given else self._connection.execute(text)


def scanned(place: str, options: str = "") -> str:
    """Give DuckDB's table function for a Parquet file, a folder of them, or a pattern."""
    pattern = f"{place.rstrip('/')}/**/*.parquet" if Path(place).is_dir() or place.endswith("/") else place
    return f"read_parquet({_quoted(pattern)}{', ' if options else ''}{options}, hive_partitioning = false)"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
