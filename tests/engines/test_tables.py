"""The tables of a log: by month on DuckDB the ties of the store that they come from; and two ways to the days of contact."""

from pathlib import Path

from hecht.app.organisation import analyse
from hecht.core.ties.contact import MEMORY
from hecht.core.ties.strength import ONE
from hecht.engines.duckdb import DuckEngine
from hecht.sql import query
from hecht.testing.engine_tables import CONTACT_BY_DAY
from hecht.testing.engines import AS_OF, PARAMS, Measured


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


def test_days_of_contact_are_those_of_contact_by_identifiers(log: Measured) -> None:
    wanted = log.store.rows(CONTACT_BY_DAY, PARAMS)
    assert len(wanted) > 1_000
    assert sum(int(row[7] or 0) for row in wanted) > 0  # of some, the relation part is known
    assert sorted(log.store.rows(query("contact_days"), PARAMS)) == sorted(wanted)


def test_what_holds_of_all_items_at_once_is_what_holds_of_each(log: Measured) -> None:
    names = "log revision day channel status duration recipients relation suspect"
    wanted = log.store.rows(f"SELECT {', '.join(f'l.{name}' for name in names.split())} FROM latest l")
    found = log.store.rows(query("latest_days"))
    assert len(wanted) < int(log.store.rows("SELECT COUNT(*) FROM interaction i")[0][0] or 0)
    assert sorted(map(repr, found)) == sorted(map(repr, wanted))
