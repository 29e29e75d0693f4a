"""The plain log as Parquet gives what the same rows give as CSV."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, ClassVar

import pytest

from hecht.core.model import Card, Item, LeftOut, Unreadable
from hecht.sources import Source
from hecht.sources.parquet import ParquetSource
from hecht.sources.plain import PlainSource
from hecht.testing import SourceContract
from sources.mailing import NOW

REQUIRED = "org" in os.environ.get("HECHT_REQUIRE", "").split(",")
if not REQUIRED:
    pytest.importorskip("duckdb", reason="Parquet is tested with HECHT_REQUIRE=org")

TABLE = """
SELECT * FROM (VALUES
  ('2025-01-06T10:00:00Z', 'ann@example.org', 'bob@example.org;cor@example.org', 'dee@example.org', 'mail', 'Dijk', 'aardvark'),
  ('2025-01-07T10:00:00Z', 'tel:0612345678', 'id 12', '', 'call', NULL, 'aalscholver'),
  ('2025-01-08T10:00:00Z', 'ann@example.org', 'ann@example.org', NULL, 'meeting', NULL, 'baviaan'))
  t("at", "from", "to", cc, channel, organisation_from, note)
"""
"""Written by DuckDB itself: no file of another program was seen."""


def written(sql: str) -> bytes:
    """Give the rows of a query as a Parquet file; its compression is off, so that what is in it can be searched."""
    import duckdb  # noqa: PLC0415 - an extra

    path = Path(os.environ.get("TMPDIR", "/tmp")) / f"hecht test {os.getpid()}.parquet"
    try:
        with duckdb.connect() as connection:
            connection.execute(f"COPY ({sql}) TO '{path}' (FORMAT parquet, COMPRESSION uncompressed)")
        return path.read_bytes()
    finally:
        path.unlink(missing_ok=True)


def read(sql: str) -> list[Item]:
    return list(ParquetSource().extract(io.BytesIO(written(sql)), NOW))


class TestParquet(SourceContract):
    names: ClassVar = ("log.parquet", "anything")
    data: ClassVar = written(TABLE)
    marks: ClassVar = ("aardvark", "aalscholver", "baviaan")
    broken: ClassVar = written(TABLE + " UNION ALL VALUES ('yesterday', 'ann@x.nl', 'bob@x.nl', '', '', '', '')")
    broken_at: ClassVar = 4
    rest: ClassVar = data

    def source(self) -> Source:
        return ParquetSource()


def test_the_rows_give_what_they_give_as_csv() -> None:
    """The golden output is that of the CSV source, whose own goldens were worked out by hand."""
    csv = (
        "at,from,to,cc,channel,organisation_from,note\n"
        "2025-01-06T10:00:00Z,ann@example.org,bob@example.org;cor@example.org,dee@example.org,mail,Dijk,x\n"
        "2025-01-07T10:00:00Z,tel:0612345678,id 12,,call,,x\n"
        "2025-01-08T10:00:00Z,ann@example.org,ann@example.org,,meeting,,x\n"
    )
    wanted = list(PlainSource().extract(io.BytesIO(csv.encode()), NOW))
    assert read(TABLE) == wanted
    assert LeftOut("no_people") in wanted
    assert Card(("mailto:ann@example.org",), organisation="Dijk") in wanted


@pytest.mark.parametrize(
    "moment",
    [
        "1736157600",
        "1736157600::BIGINT",
        "TIMESTAMP '2025-01-06 10:00:00'",
        "TIMESTAMPTZ '2025-01-06 11:00:00+01'",
        "'1736157600'",
    ],
)
def test_moments_and_lists_in_the_types_of_parquet(moment: str) -> None:
    csv = "at,from,to\n1736157600,ann@example.org,bob@example.org;cor@example.org\n"
    rows = f"""SELECT {moment} AS "AT", 'ann@example.org' AS "from", ['bob@example.org', 'cor@example.org'] AS "to" """
    assert read(rows) == list(PlainSource().extract(io.BytesIO(csv.encode()), NOW))


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (written('SELECT 1 AS "at", 2 AS b'), "no columns at, from and to"),
        (b"PAR1" + b"\0" * 100, ""),
        (written(TABLE)[:-20], ""),
    ],
)
def test_what_is_no_plain_log_or_not_whole_is_reported(data: bytes, cause: str) -> None:
    (said,) = ParquetSource().extract(io.BytesIO(data), NOW)
    assert isinstance(said, Unreadable)
    assert cause in said.cause
    assert "/proc" not in said.cause


def test_without_the_extra_it_is_said_what_to_install(tmp_path: Path) -> None:
    path = tmp_path / "log.parquet"
    path.write_bytes(written(TABLE))
    code = (
        "import sys; sys.modules['duckdb'] = None\n"
        "from hecht.cli import main\n"
        f"sys.argv = ['hecht', 'import', {str(path)!r}, '--db', {str(tmp_path / 'log.db')!r}, '--lang', 'en']; main()"
    )
    done: Any = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "pip install 'hecht[org]'" in done.stdout
