"""What hecht relies on of every engine: each query of `sql/` gives, row for row, what SQLite gives on one large log."""

import csv
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Text

from hecht.core.identity import key_of
from hecht.core.model import OWNER, Rows, Value
from hecht.core.network.brokerage import e_i_index, roles
from hecht.core.network.graph import Floats, Graph
from hecht.core.network.holes import holes
from hecht.core.ties.strength import ONE
from hecht.sql import query
from hecht.stores import tables
from hecht.stores.store import Store
from hecht.testing import logs
from hecht.testing.engine_tables import PLAIN, calendar_rows, member_rows, named_rows, plain_rows, tie_rows

QUERIES = sorted(path.name.removesuffix(".sql") for path in files("hecht.sql").iterdir() if path.name.endswith(".sql"))
TABLES = [table for table in tables.metadata.sorted_tables if table.name not in ("schema", "tombstone")]
AS_OF = logs.LAST - 60
PARAMS: dict[str, Value] = {
    "log": 1,
    "as_of": AS_OF,
    "since": AS_OF - 500,
    "recent": AS_OF - 400,
    "ended": AS_OF - 2,
    "until": AS_OF + 50,
    "alter": 0,
    "pace": 3,
    "stems": "|dike|budget|",
    "domain": "house3.example",
    "owner": OWNER,
    "kind": "merge",
    "move": "m1",
    "id": 0,
    "stem": "dike",
    "identifier": 0,
    "whole": 0,
    "silent": "",
    "first": "2020-01",
    "final": "2026-12",
    "key": key_of(logs.address(3)),
    "person": key_of(logs.address(15)),
}
"""Values for the parameters of queries; `ego` is asked of the log."""
_OTHERS: dict[str, dict[str, Value]] = {
    "new_addresses": {"since": 20_000},
    "agenda": {"since": AS_OF},
    "used": {"person": 0},
    "names": {"person": 0},
    "person_at": {"identifier": key_of(logs.address(3))},
    "unreplied": {"person": key_of(logs.address(88))},
}
"""Values of some queries that would find nothing otherwise."""


class Measured:
    """A filled SQLite store, what its queries give, and the positions that the kernels work out from its ties."""

    def __init__(self, store: Store) -> None:
        """Take the store; a table `chosen` of every version that holds is added, as `contact` reads it, and statistics."""
        self.store = store
        self._found: dict[str, Sequence[tuple[Value, ...]]] = {}
        self.ego = store.rows(query("ego"))[0][0]
        with store.engine.begin() as connection:
            connection.exec_driver_sql("ANALYZE")
            connection.exec_driver_sql("DROP TABLE IF EXISTS chosen")  # the temporary one of the filling
            connection.exec_driver_sql("CREATE TABLE chosen (revision BIGINT)")
            connection.exec_driver_sql("INSERT INTO chosen SELECT l.revision FROM latest l WHERE l.log = 1")

    def rows(self, name: str) -> Sequence[tuple[Value, ...]]:
        """Give the rows of a query on SQLite."""
        if name not in self._found:
            self._found[name] = asked(self.store, name, self.ego)
        return self._found[name]

    @cached_property
    def graph(self) -> Graph:
        """Give the tie graph of half of the people: on a store the queries of positions take long."""
        table = np.array(self.rows("graph"), dtype=np.int64)
        table = table[table[:, 4] > 0]
        whole = Graph.of(table[:, 0], table[:, 1], *(table[:, column] / ONE for column in (4, 5, 6)))
        return whole.among(whole.people[whole.people % 2 == 0].tolist())

    @cached_property
    def group(self) -> "np.ndarray[Any, np.dtype[np.int64]]":
        """Give everybody's group, from their number; of one in eight it is not known."""
        found: np.ndarray[Any, np.dtype[np.int64]] = self.graph.people % 8 - 1
        return found


_NAMED = re.compile(r"(?<![:\w]):([a-z_]+)")


def params(name: str, ego: Value) -> dict[str, Value]:
    """Give values for the parameters of a query; one that the contract does not know is 0, and nothing may then be found."""
    return dict.fromkeys(_NAMED.findall(query(name)), 0) | PARAMS | {"ego": ego} | _OTHERS.get(name, {})


def asked(engine: Rows, name: str, ego: Value) -> Sequence[tuple[Value, ...]]:
    """Run a query with the parameters of the contract."""
    return engine.rows(query(name), params(name, ego))


class EngineContract(ABC):
    """What hecht relies on of every engine."""

    @abstractmethod
    def engine(self) -> Rows:
        """Give the engine with all tables of the log (and `latest`, `chosen`) and the tables of `position_tables`."""

    @pytest.fixture
    def measured(self) -> Measured:
        """Give the log on SQLite; a test module overrides this with one that lives as long as the session."""
        raise NotImplementedError

    @pytest.mark.parametrize("name", [name for name in QUERIES if not name.startswith("position_")])
    def test_a_query_gives_the_rows_that_sqlite_gives(self, name: str, measured: Measured) -> None:
        expected, found = measured.rows(name), asked(self.engine(), name, measured.ego)
        known = set(_NAMED.findall(query(name))) <= {"ego", *PARAMS}
        assert expected or not known, "this log says nothing of the query"
        if not re.search(r"\bORDER BY\b[^()]*$", query(name)):
            expected, found = sorted(expected, key=repr), sorted(found, key=repr)
        assert [tuple(row) for row in found] == [tuple(row) for row in expected]
        assert {type(value) for row in found for value in row} <= {int, str, type(None)}

    def test_ties_of_days_are_those_of_the_graph(self, measured: Measured) -> None:
        """Two ways to one number: from contact at once, and by days of pairs, as an organisation's log is worked out."""
        params = PARAMS | {"since": AS_OF - 730, "pace": 1}
        known = self.engine().rows(query("graph"), params)
        nobody = {row[0] for row in measured.rows("nobody")}
        wanted = [
            (row[0], row[1], row[2], row[3], row[4], row[5], row[6])
            for row in known
            if row[4] and not {row[0], row[1]} & nobody
        ]
        assert len(wanted) > 1_000
        assert [tuple(row) for row in self.engine().rows(query("day_ties"), params)] == wanted

    def test_the_sums_of_triangles_and_the_positions_are_those_of_the_kernels(self, measured: Measured) -> None:
        graph = measured.graph
        known = holes(graph)
        found = _columns(self.engine().rows(query("position_holes"), {}))
        some = known.degree > 0
        assert found[0].astype(np.int64).tolist() == graph.people[some].tolist()
        expected = (
            known.degree,
            known.strength,
            known.constraint,
            known.effective_size,
            known.efficiency,
            known.clustering,
        )
        for values, wanted in zip(found[1:], expected, strict=True):
            np.testing.assert_allclose(values, wanted[some], rtol=1e-9, atol=1e-9)
        sums = _columns(self.engine().rows(query("position_ties"), {}))
        assert len(sums[0]) == len(graph.a)
        assert sums[3].sum() == known.tied_pairs.sum()

    def test_brokerage_roles_are_those_of_the_kernels(self, measured: Measured) -> None:
        graph, group = measured.graph, measured.group
        found = _columns(self.engine().rows(query("position_roles"), {}))
        place = graph.index(found[0].astype(np.int64))
        wanted = roles(graph, group)
        np.testing.assert_array_equal(np.column_stack(found[1:6]), wanted[place])
        np.testing.assert_allclose(found[6], e_i_index(graph, group)[place], rtol=1e-9)
        assert not wanted[np.setdiff1d(np.arange(len(graph.people)), place)].any()


def _columns(rows: Sequence[tuple[Value, ...]]) -> list[Floats]:
    """Give rows as columns of numbers, nan for NULL; ids keep all their digits."""
    columns: list[Floats] = []
    for place in range(len(rows[0])):
        values = [row[place] for row in rows]
        whole = place == 0
        columns.append(
            np.array(values, dtype=np.int64) if whole else np.array([np.nan if v is None else float(v) for v in values])
        )
    return columns


def write_tables(store: Store, folder: Path) -> None:
    """Write every table of a store as Parquet: `interaction` and `participant` partitioned by month, the others one file each."""
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    for table in TABLES:
        names = [column.name for column in table.columns]
        kinds = {column.name: "VARCHAR" if isinstance(column.type, Text) else "BIGINT" for column in table.columns}
        rows = store.rows(f"SELECT {', '.join(names)} FROM {table.name}")
        written = folder / "rows.csv"
        with written.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(["\\N" if value is None else value for value in row] for row in rows)
        shape = ", ".join(f"'{name}': '{kind}'" for name, kind in kinds.items())
        marks = "auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '\\N'"
        read = f"read_csv('{written}', header = false, {marks}, columns = {{{shape}}})"
        connection.execute(f'CREATE TABLE "{table.name}" AS SELECT * FROM {read}')
        if table.name not in ("interaction", "participant"):
            connection.execute(f"""COPY "{table.name}" TO '{folder}/{table.name}.parquet' (FORMAT parquet)""")
    month = "strftime(DATE '1970-01-01' + CAST(i.day AS INTEGER), '%Y-%m') AS month"
    for name, join in (
        ("interaction", f"SELECT i.*, {month} FROM interaction i"),
        (
            "participant",
            f"SELECT p.*, {month} FROM participant p JOIN interaction i ON i.log = p.log AND i.revision = p.revision",
        ),
    ):
        connection.execute(f"COPY ({join}) TO '{folder}/{name}' (FORMAT parquet, PARTITION_BY (month))")
    written.unlink()
    connection.close()


def load(engine: Any, folder: Path, measured: Measured) -> None:
    """Give an engine the tables of a folder, the view of what holds, and those that positions are worked out from."""
    for table in TABLES:
        place = folder / table.name
        engine.table(table.name, str(place if place.is_dir() else place.with_suffix(".parquet")))
    engine.keep("latest", query("latest"))
    engine.keep("chosen", "SELECT l.revision FROM latest l WHERE l.log = 1")
    write_positions(measured, folder)
    engine.table("tie", str(folder / "tie.parquet"))
    engine.table("member", str(folder / "member.parquet"))
    engine.table("plain", str(folder / "plain.parquet"))
    engine.table("named", str(folder / "named.parquet"))
    engine.table("calendar", str(folder / "calendar.parquet"))
    for name, sql in MADE.items():
        engine.keep(name, sql)


MADE = {
    name: query(source)
    .replace(":log", "1")
    .replace(":since", "0")
    .replace(":until", "99999")
    .replace(":as_of", str(AS_OF))
    for name, source in (
        ("nobody", "nobody"),
        ("who", "who"),
        ("line", "plain_lines"),
        ("days", "contact_days"),
        ("seat", "seats"),
        ("share", "day_shares"),
        ("tie_sums", "position_ties"),
    )
}
"""Tables that are what a query gives, in the order in which one needs another."""


def _kind(column: str) -> str:
    return "VARCHAR" if column in ("sender", "receiver", "text", "month") else "BIGINT"


def write_positions(measured: Measured, folder: Path) -> None:
    """Write the tables `tie` and `member` as Parquet, once."""
    if (folder / "member.parquet").exists():
        return
    connection = pytest.importorskip("duckdb").connect()
    for name, rows, shape in (
        ("tie", tie_rows(measured.graph), "a BIGINT, b BIGINT, strength DOUBLE, forth DOUBLE, back DOUBLE"),
        ("member", member_rows(measured.graph, measured.group), "person BIGINT, grp BIGINT"),
        ("plain", plain_rows(), ", ".join(f"{one} {_kind(one)}" for one in PLAIN)),
        ("named", named_rows(), "text VARCHAR, number BIGINT"),
        ("calendar", calendar_rows(), "day BIGINT, month VARCHAR"),
    ):
        connection.execute(f"CREATE TABLE {name} ({shape})")
        values = (", ".join("NULL" if one is None else repr(one) for one in row) for row in rows)
        connection.execute(f"INSERT INTO {name} VALUES {', '.join(f'({row})' for row in values)}")
        connection.execute(f"COPY {name} TO '{folder}/{name}.parquet' (FORMAT parquet)")
    connection.close()


def copied(measured: Measured, to: Store, params: Mapping[str, str] | None = None) -> None:
    """Copy every row of a SQLite store into an empty PostgreSQL one, in bulk, with what the contract adds."""
    del params
    raw = to.engine.raw_connection()
    cursor = raw.cursor()
    for table in TABLES:
        names = ", ".join(column.name for column in table.columns)
        cursor.execute(f"DELETE FROM {table.name}")
        rows = measured.store.rows(f"SELECT {names} FROM {table.name}")
        with cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    cursor.execute("CREATE TABLE chosen AS SELECT l.revision FROM latest l WHERE l.log = 1")
    add_positions(cursor, measured, "%s")
    cursor.execute("ANALYZE")
    raw.commit()
    raw.close()


def add_positions(cursor: Any, measured: Measured, mark: str) -> None:
    """Make the tables that positions are worked out from in a store's database."""
    cursor.execute(
        "CREATE TABLE tie (a BIGINT, b BIGINT, strength DOUBLE PRECISION, forth DOUBLE PRECISION, back DOUBLE PRECISION)"
    )
    cursor.execute("CREATE TABLE member (person BIGINT, grp BIGINT)")
    cursor.executemany(f"INSERT INTO tie VALUES ({', '.join([mark] * 5)})", tie_rows(measured.graph))
    cursor.executemany(f"INSERT INTO member VALUES ({mark}, {mark})", member_rows(measured.graph, measured.group))
    text = ", ".join(f"{one} {_kind(one)}" for one in PLAIN)
    cursor.execute(f"CREATE TABLE plain ({text})")
    for name, rows in (("named", named_rows()), ("calendar", calendar_rows())):
        one, other = ("text", "number") if name == "named" else ("day", "month")
        cursor.execute(f"CREATE TABLE {name} ({one} {_kind(one)}, {other} {_kind(other)})")
        cursor.executemany(f"INSERT INTO {name} VALUES ({mark}, {mark})", rows)
    cursor.executemany(f"INSERT INTO plain VALUES ({', '.join([mark] * len(PLAIN))})", plain_rows())
    cursor.execute("CREATE INDEX tie_ends ON tie (a, b)")
    for name, sql in MADE.items():
        cursor.execute(f"CREATE TABLE {name} AS {sql}")
