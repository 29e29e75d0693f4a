"""The plain log as Parquet, read by DuckDB (extra `org`): the same columns, the same interactions as from CSV."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryFile
from typing import Any, BinaryIO, ClassVar

from hecht.core.errors import BadDateError, BadIdentifierError
from hecht.core.model import Card, Cursor, Items, LeftOut, Unreadable
from hecht.sources.plain import OPTIONAL, REQUIRED, Row, grouped, row_of

_MAGIC = b"PAR1"
_ABSENT = "Parquet needs DuckDB: pip install 'hecht[org]'"
_AT_ONCE = 5_000
_PIECE = 1 << 20
_DESCRIPTORS = Path("/proc/self/fd")
_LIMITS = (
    "SET TimeZone = 'UTC'",
    "SET threads = 1",
    "SET memory_limit = '512MB'",
    "SET temp_directory = ''",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
)


class ParquetSource:
    """Reads a plain log in Parquet; a row is named by its number.

    `at` is a text, a number (unix seconds) or a timestamp (UTC when without a zone); `to` and `cc` are texts with
    `;`, or lists of texts.
    """

    name: ClassVar[str] = "parquet"

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise the mark of Parquet; whether it is a plain log is told by its columns, which stand at the end."""
        del name
        return head.startswith(_MAGIC)

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield what the same rows give in CSV."""
        del cursor
        try:
            duckdb = import_module("duckdb")
        except ImportError:
            yield Unreadable(0, _ABSENT)
            return
        organisations: set[tuple[str, str]] = set()
        with _path_of(opened) as path, duckdb.connect() as connection:
            try:
                yield from grouped(_rows(connection, path, now, organisations))
            except duckdb.Error as error:
                yield Unreadable(0, str(error).replace(path, "").partition("\n")[0][:200])
        for identifier, organisation in sorted(organisations):
            yield Card((identifier,), organisation=organisation)


def _rows(
    connection: Any,  # noqa: ANN401 - DuckDB's own connection, which is an extra
    path: str,
    now: int,
    organisations: set[tuple[str, str]],
) -> Iterator[Row | LeftOut | Unreadable]:
    for limit in (*_LIMITS, f"SET allowed_paths = ['{path}']", "SET enable_external_access = false"):
        connection.execute(limit)
    connection.execute("SET lock_configuration = true")
    described = connection.execute("DESCRIBE SELECT * FROM read_parquet(?)", [path]).fetchall()
    columns = {str(name).strip().lower(): (str(name), str(kind)) for name, kind, *_ in described}
    if not all(name in columns for name in REQUIRED):
        yield Unreadable(0, "this Parquet file has no columns at, from and to")
        return
    named = [name for name in (*REQUIRED, *OPTIONAL) if name in columns]
    picked = ", ".join(_as_text(*columns[name]) for name in named)
    found = connection.execute(f"SELECT {picked} FROM read_parquet(?)", [path])  # noqa: S608 - quoted names of columns
    number = 0
    while some := found.fetchmany(_AT_ONCE):
        for values in some:
            number += 1
            value = {name: str(one or "").strip() for name, one in zip(named, values, strict=True)}
            try:
                yield row_of(number, value, now, organisations)
            except (BadIdentifierError, BadDateError, ValueError, OverflowError) as error:
                yield Unreadable(number, str(error))


def _as_text(name: str, kind: str) -> str:
    quoted = '"' + name.replace('"', '""') + '"'
    return f"array_to_string({quoted}, ';')" if kind == "VARCHAR[]" else f"CAST({quoted} AS VARCHAR)"


@contextmanager
def _path_of(opened: BinaryIO) -> Iterator[str]:
    """Give a path by which DuckDB can read a stream: the file's own, else that of a copy without a name where there is such a thing."""
    own = getattr(opened, "name", None)
    if isinstance(own, str) and "'" not in own and opened.seekable():
        yield own
        return
    with TemporaryFile() if _DESCRIPTORS.exists() else NamedTemporaryFile() as copy:
        while piece := opened.read(_PIECE):
            copy.write(piece)
        copy.flush()
        yield str(_DESCRIPTORS / str(copy.fileno())) if _DESCRIPTORS.exists() else str(copy.name)
