"""The store: opens the log in SQLite or PostgreSQL, reads it, and writes it one whole batch at a time."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, delete, event, func, insert, inspect, select, text, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from hecht.core.errors import NewerStoreError, StoreBusyError, StoreUnusableError
from hecht.core.model import Value
from hecht.sql import query
from hecht.stores import tables
from hecht.stores.append import Appended, Batch, Tombstones, append, rebuild_contact, resolve_people

_ALONE = 0x4EC47
"""The number of the lock under which PostgreSQL lets one process at a time make or change the tables."""
_BUSY = ("database is locked", "database table is locked", "could not obtain lock")


@cache
def _text(sql: str) -> Any:  # noqa: ANN401 - SQLAlchemy's TextClause, cached since parsing it takes longer than running it
    return text(sql)


@dataclass(slots=True)
class Store:
    """One log in one database. `log` is its owner's number: 1 in personal use."""

    engine: Engine
    log: int = 1
    tombstones: Tombstones = field(default_factory=lambda: Tombstones(b""))

    def rows(self, sql: str, params: Mapping[str, Value] | None = None) -> Sequence[tuple[Value, ...]]:
        """Run one query of `sql/` with `:name` parameters; `:log` is filled in. Returns all rows as tuples."""
        with _said(), self.engine.connect() as connection:
            result = connection.execute(_text(sql), {"log": self.log, **(params or {})})
            return result.cursor.fetchall()  # plain tuples: Row objects would double the time

    def append(self, batch: Batch) -> Appended:
        """Add what is new of a batch, and what follows from it, in one transaction; adding it again changes nothing."""
        with self.writing() as connection:
            return append(connection, self.log, batch, self.tombstones)

    def set_ego(self, identifiers: Mapping[int, str], *, said: bool) -> None:
        """Make these the user's own identifiers, and work out again what rests on that.

        What the user said is added to what they said before. What was found takes the place of what was found
        before, so that the order of imports never shows; it counts only while nothing was said.
        """
        table = tables.ego
        with self.writing() as connection:
            held = connection.execute(select(table.c.identifier, table.c.said).where(table.c.log == self.log)).all()
            before = {row[0] for row in held}
            spoken = {row[0] for row in held if row[1]}
            wanted = spoken | identifiers.keys() if said or spoken else set(identifiers)
            marked = wanted if said or spoken else set()
            if wanted == before and marked == spoken:
                return
            connection.execute(delete(table).where(table.c.log == self.log))
            append(connection, self.log, Batch(identifiers=dict(identifiers)), self.tombstones)
            connection.execute(
                insert(table),
                [{"log": self.log, "identifier": key, "said": int(key in marked)} for key in sorted(wanted)],
            )
            resolve_people(connection, self.log)
            rebuild_contact(connection, self.log)

    def drop_ego(self, identifiers: Collection[int], *, found: bool = False) -> None:
        """Let identifiers no longer be the user's own; with `found` those that are left count as found, not as said."""
        table = tables.ego
        with self.writing() as connection:
            connection.execute(delete(table).where(table.c.log == self.log, table.c.identifier.in_(identifiers)))
            connection.execute(update(table).where(table.c.log == self.log).values(said=int(not found)))
            resolve_people(connection, self.log)
            rebuild_contact(connection, self.log)

    def beside_others(self) -> bool:
        """Say whether other logs of this store have settings of their own."""
        rows = self.rows("SELECT COUNT(DISTINCT s.log) FROM setting s WHERE :log > 0 AND s.log <> :log")
        return int(rows[0][0] or 0) > 0

    def setting(self, name: str) -> str | None:
        """Give a setting of this log, or None."""
        found = self.rows("SELECT s.value FROM setting s WHERE s.log = :log AND s.name = :name", {"name": name})
        return str(found[0][0]) if found else None

    def set_setting(self, name: str, value: str) -> None:
        """Write a setting of this log."""
        self.write(
            "INSERT INTO setting (log, name, value) VALUES (:log, :name, :value)"
            " ON CONFLICT (log, name) DO UPDATE SET value = excluded.value",
            [{"name": name, "value": value}],
        )

    def write(self, sql: str, params: Iterable[Mapping[str, Value]]) -> None:
        """Run one statement on the small records (settings, decisions, sources) for every set of parameters."""
        every = [{"log": self.log, **one} for one in params]
        if every:
            with self.writing() as connection:
                connection.execute(_text(sql), every)

    def rebuild(self) -> None:
        """Make the derived tables `identity` and `contact` anew from the log."""
        with self.writing() as connection:
            resolve_people(connection, self.log)
            rebuild_contact(connection, self.log)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection in a transaction that writes, committed at the end."""
        with _said(), self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection


@contextmanager
def _said() -> Iterator[None]:
    """Turn errors of the database into words."""
    try:
        yield
    except OperationalError as error:
        cause = str(error.orig)
        if any(busy in cause for busy in _BUSY):
            raise StoreBusyError from error
        raise StoreUnusableError(cause) from error
    except DBAPIError as error:
        raise StoreUnusableError(str(error.orig)) from error


def open_store(url: str, *, log: int = 1, secret: bytes = b"") -> Store:
    """Open a log; it is made first where there is none, and brought up to date where it is older.

    Args:
        url: an SQLAlchemy URL, `sqlite:///path` or `postgresql+psycopg://...`.
        log: whose log, in a database that holds several.
        secret: the key of this installation for tombstones.

    Raises:
        StoreUnusableError: no permission, no space, not a database.
        NewerStoreError: the log was written by a later version.
    """
    try:
        address = make_url(url)
        address.get_dialect()
    except SQLAlchemyError as error:
        raise StoreUnusableError(url.partition("://")[0] + "://") from error
    path = address.database
    if address.get_backend_name() == "sqlite" and path and path != ":memory:":
        _make_private(Path(path))
    engine = create_engine(address)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    store = Store(engine, log, Tombstones(secret))
    with _said():
        _make_schema(engine)
    return store


def _make_private(path: Path) -> None:
    """Make the database's folder and file readable by the user alone; SQLite gives its side files the same mode."""
    try:
        if not path.parent.exists():
            path.parent.mkdir(parents=True, mode=0o700)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreUnusableError(f"{path}: {error.strerror}") from error


def _prepare_sqlite(dbapi: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    dbapi.isolation_level = None  # transactions are begun by _begin_sqlite
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "busy_timeout=10000",
        "temp_store=MEMORY",
        "cache_size=-32000",
    ):
        dbapi.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _make_schema(engine: Engine) -> None:
    """Make the tables where there are none, and bring those of an older log up to date; each whole or not at all."""
    held = None
    if inspect(engine).has_table("schema"):
        with engine.connect() as connection:
            held = _version(connection)
    if held == tables.VERSION:
        return
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":  # SQLite has one writer by itself
            connection.execute(select(func.pg_advisory_xact_lock(_ALONE)))
        if not inspect(connection).has_table("schema"):
            _make_tables(connection)
        elif (held := _version(connection)) < tables.VERSION:  # else another process was first
            from hecht.stores.migrations import migrate  # noqa: PLC0415 - Alembic is slow to load, and seldom needed

            migrate(connection, held)
            connection.execute(update(tables.schema).values(version=tables.VERSION))


def _version(connection: Connection) -> int:
    version: int = connection.execute(select(tables.schema.c.version)).scalar_one()
    if version > tables.VERSION:
        raise NewerStoreError
    return version


def _make_tables(connection: Connection) -> None:
    tables.metadata.create_all(connection)
    for index in tables.INDEXES:
        connection.execute(text(index))
    connection.execute(text(f"CREATE VIEW latest AS {query('latest')}"))
    connection.execute(insert(tables.decay), tables.decay_rows())
    connection.execute(insert(tables.schema), {"version": tables.VERSION})
