"""One folder analysed again, up to another day and after another engine: the ties of a folder of its own."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from hecht.app.organisation import Analysed, analyse
from hecht.core.days import to_day
from hecht.engines.duckdb import DuckEngine
from hecht.testing.organisation import write

if "org" not in os.environ.get("HECHT_REQUIRE", "").split(","):
    pytest.importorskip("duckdb", reason="organisations are tested with HECHT_REQUIRE=org")


def analysed(log: Path, out: Path, as_of: int | None = None) -> Analysed:
    engine = DuckEngine(memory="500MB", spill=out / "spill")
    try:
        return analyse(str(log), out, engine, as_of=as_of)
    finally:
        engine.close()


def ties(out: Path, day: str) -> list[tuple[object, ...]]:
    engine = DuckEngine()
    engine.table("tie", str(out / f"ties-{day}.parquet"))
    found = engine.rows("SELECT * FROM tie t ORDER BY t.a, t.b")
    engine.close()
    return list(found)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("again")
    write(folder, 200, 6_000, 6)
    return folder / "log"


def test_another_day_and_back_again_give_what_new_folders_give(log: Path, tmp_path: Path) -> None:
    last = analysed(log, tmp_path / "last")
    middle = to_day(date.fromisoformat(last.as_of)) - 45  # in the midst of a month
    earlier = analysed(log, tmp_path / "earlier", middle)
    assert ties(tmp_path / "earlier", earlier.as_of) != ties(tmp_path / "last", last.as_of)
    one = tmp_path / "one"
    for as_of in (None, middle, None):
        found, wanted = analysed(log, one, as_of), earlier if as_of else last
        place = tmp_path / ("earlier" if as_of else "last")
        assert (found.as_of, found.people, found.ties) == (wanted.as_of, wanted.people, wanted.ties)
        assert ties(one, found.as_of) == ties(place, found.as_of)
        assert ties(one, found.before) == ties(place, found.before)


def test_a_folder_that_spark_wrote_is_gone_on_with(log: Path, tmp_path: Path) -> None:
    """Spark writes a folder where DuckDB writes a file, and the days of many months together."""
    found = analysed(log, tmp_path / "new")
    out = tmp_path / "out"
    shutil.copytree(tmp_path / "new", out)
    for path in [*(out / "days").iterdir(), *out.glob("ties-*"), *out.glob("positions-*"), *out.glob("shares-*")]:
        held = path.read_bytes()
        path.unlink()
        path.mkdir()
        (path / "part-0.parquet").write_bytes(held)
    seen = out / "seen.json"
    seen.write_text(seen.read_text(encoding="utf-8").replace('"until": ', '"until": 1'), encoding="utf-8")
    again = analysed(log, out)
    assert again.kept == 0
    assert (again.people, again.ties) == (found.people, found.ties)
    assert ties(out, again.as_of) == ties(tmp_path / "new", found.as_of)
