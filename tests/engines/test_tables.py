"""The tables of a log, laid in folders by month, analysed on DuckDB: the ties of the SQLite store that they come from."""

from pathlib import Path

from hecht.app.organisation import analyse
from hecht.core.ties.contact import MEMORY
from hecht.core.ties.strength import ONE
from hecht.engines.duckdb import DuckEngine
from hecht.sql import query
from hecht.testing.engines import AS_OF, Measured


def test_a_folder_of_tables_by_month_gives_the_ties_of_its_store(log: Measured, parquet: Path, tmp_path: Path) -> None:
    engine = DuckEngine(memory="1GB", spill=tmp_path / "spill")
    found = analyse(str(parquet), tmp_path / "out", engine, as_of=AS_OF)
    engine.table("tie", str(tmp_path / "out" / f"ties-{found.as_of}.parquet"))
    ties = engine.rows(
        "SELECT t.a, t.b, t.strength, t.forth, t.back, t.last_day, t.active_548 FROM tie t ORDER BY t.a, t.b"
    )
    engine.close()
    held = log.store.rows(query("graph"), {"as_of": AS_OF, "since": AS_OF - MEMORY, "pace": 1})
    nobody = {row[0] for row in log.rows("nobody")}
    wanted = [
        (a, b, int(weight or 0) / ONE, int(forth or 0) / ONE, int(back or 0) / ONE, last, active)
        for a, b, last, active, weight, forth, back, *_ in held
        if weight and not {a, b} & nobody
    ]
    assert len(wanted) > 1_000
    assert [tuple(row) for row in ties] == wanted
