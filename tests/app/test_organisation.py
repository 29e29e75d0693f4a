"""An organisation's log analysed on DuckDB: the contact of a store, planted patterns found, and nobody to be subtracted."""

import csv
import json
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from hecht.app.library import Hecht
from hecht.app.organisation import Analysed, analyse
from hecht.app.organisation_report import report, silos
from hecht.app.published import published
from hecht.cli.organisation import tables
from hecht.core.errors import LakeTableError, NoPurposeError, NotALogError, NotAnalysedError
from hecht.engines.duckdb import DuckEngine
from hecht.sql import query
from hecht.testing.engine_tables import CONTACT_BY_DAY
from hecht.testing.organisation import write
from hecht.text.organisation_page import page

if "org" not in os.environ.get("HECHT_REQUIRE", "").split(","):
    pytest.importorskip("duckdb", reason="organisations are tested with HECHT_REQUIRE=org")
MONTHS = 9


def analysed(log: Path, out: Path) -> Analysed:
    engine = DuckEngine(memory="500MB", spill=out / "spill")
    try:
        return analyse(str(log), out, engine)
    finally:
        engine.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with an organisation of 600 people, its log, and its analysis in `out`."""
    folder = tmp_path_factory.mktemp("organisation")
    write(folder, 600, 60_000, MONTHS)
    analysed(folder / "log", folder / "out")
    return folder


@pytest.fixture
def own(made: Path, tmp_path: Path) -> Path:
    """Give a copy of the analysis of which nothing was shown yet."""
    shutil.copytree(made / "out", tmp_path / "out")
    shutil.copy(made / "people.csv", tmp_path / "people.csv")
    return tmp_path


def test_days_of_contact_are_those_of_a_store(fresh: Callable[[], Hecht], made: Path, tmp_path: Path) -> None:
    """The ordinary import reads the same month row by row in Python; its contact is kept by identifiers."""
    month = next(iter(sorted((made / "log").iterdir())))
    log = fresh()
    log.import_([month], whole=True)
    analysed(month, tmp_path / "out")
    engine = DuckEngine()
    kinds = dict.fromkeys(
        [
            "a",
            "b",
            "day",
            "channel",
            "sent",
            "received",
            "opened_a",
            "opened_b",
            "together",
            "direct",
            "known",
            "relation",
        ],
        "BIGINT",
    )
    held = log.store.rows(query("derived_contact"))
    engine.load("contact_held", kinds, [tuple(row[-len(kinds) :]) for row in held])
    engine.keep("contact", "SELECT 1 AS log, c.* FROM contact_held c")
    engine.table("who", str(tmp_path / "out" / "who.parquet"))
    engine.table("days", str(tmp_path / "out" / "days"))
    wanted = engine.rows(CONTACT_BY_DAY, {"log": 1, "since": 0, "until": 99_999})
    found = engine.rows("SELECT d.* FROM days d")
    assert len(found) > 2_000
    assert sorted(found) == sorted(wanted)
    assert sum(int(row[7] or 0) for row in found) > 0  # of some, the relation part is known
    engine.close()


def test_work_that_broke_off_goes_on(made: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(made / "out", out)
    assert analysed(made / "log", out).made == 0
    lost = sorted((out / "days").iterdir())[3]
    before = lost.read_bytes()
    lost.unlink()
    again = analysed(made / "log", out)
    assert (again.made, again.kept) == (1, MONTHS - 1)
    engine = DuckEngine()
    for name, place in (("one", lost), ("other", tmp_path / "before.parquet")):
        (tmp_path / "before.parquet").write_bytes(before)
        engine.table(name, str(place))
    assert (
        engine.rows(
            "(SELECT * FROM one EXCEPT ALL SELECT * FROM other) UNION ALL (SELECT * FROM other EXCEPT ALL SELECT * FROM one)"
        )
        == []
    )
    engine.close()


def test_what_is_no_log_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_text("no")
    with pytest.raises(NotALogError):
        analysed(tmp_path / "a.parquet", tmp_path / "out")
    with pytest.raises(NotAnalysedError):
        report(tmp_path / "out2", tmp_path / "people.csv")


@pytest.mark.parametrize("mark", ["_delta_log/00000000000000000000.json", "metadata/v1.metadata.json"])
def test_the_folder_of_a_delta_or_iceberg_table_is_refused(tmp_path: Path, mark: str) -> None:
    # it holds files of earlier versions too, which reading them all would count
    write(tmp_path / "made", 40, 600, 3)
    (tmp_path / "made" / "log" / mark).parent.mkdir()
    (tmp_path / "made" / "log" / mark).write_text("{}")
    with pytest.raises(LakeTableError):
        analysed(tmp_path / "made" / "log", tmp_path / "out")


def test_what_was_planted_is_found(made: Path, own: Path) -> None:
    found = report(own / "out", own / "people.csv", names=True, purpose="a test")
    planted = json.loads((made / "planted.json").read_text(encoding="utf-8"))
    assert set(silos(found)) == set(planted["silos"])
    for why, wanted in (("broker", planted["brokers"]), ("load", planted["overloaded"])):
        named = {one.identifier for one in found.people if one.why == why}
        assert len(named & set(wanted)) >= 0.7 * len(wanted)
        assert len(named & set(wanted)) >= 0.3 * len(named)


def test_the_report_says_why(own: Path) -> None:
    found = report(own / "out", own / "people.csv", names=True, purpose="a test")
    shut = [row for row in found.groups if row.closed]
    assert all(row.expected.high < 0.75 for row in shut)
    nl, en = page(found, "nl"), page(found, "en")
    assert "contact met andere groepen dan je bij groepen van hun grootte zou verwachten" in nl or len(shut) == 1
    assert "zoveel contact als gewoon is voor iemand op die plek" in nl
    assert "times the contact that is usual for somebody in that place" in en
    tables(found, own / "out")
    with (own / "out" / "groups.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["name"]: row for row in csv.DictReader(file)}
    for row in found.groups:
        assert float(rows[row.name]["expected"]) == pytest.approx(row.expected.value, abs=1e-6)


def moved(people: Path, count: int) -> tuple[str, str]:
    """Write a roster in which the first people of the second department went to the third; give the two names."""
    with people.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = sorted({row["department"] for row in rows})
    since, till = names[1], names[2]
    for row in [row for row in rows if row["department"] == since and not row["until"]][:count]:
        row["department"] = till
    with people.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return since, till


def sums(folder: Path) -> dict[str, tuple[int, float]]:
    """Give what a reader can work out of the report by group: people, and the sum of their contacts."""
    found = report(folder / "out", folder / "people.csv")
    return {row.name: (row.people, row.contacts * row.people) for row in found.groups}


@pytest.mark.parametrize("count", [1, 4])
def test_an_attacker_who_subtracts_two_reports_learns_of_nobody(own: Path, count: int) -> None:
    before = sums(own)
    since, _ = moved(own / "people.csv", count)
    assert sums(own) == before
    (own / "out" / "published.json").unlink()  # without that memory the attack works
    people, contacts = sums(own)[since]
    assert before[since][0] - people == count
    assert before[since][1] > contacts


def test_enough_people_who_moved_are_seen_to_have_moved(own: Path) -> None:
    before = sums(own)
    since, till = moved(own / "people.csv", 5)
    after = sums(own)
    assert (before[since][0] - after[since][0], after[till][0] - before[till][0]) == (5, 5)


def test_no_figure_is_of_few_people(own: Path) -> None:
    found = report(own / "out", own / "people.csv", column="name", least=5)
    assert [row.people for row in found.groups] == [600]  # every name is another; together they are one group
    assert "niet te zeggen wat voor een groep gewoon is" in page(found, "nl")  # nor is 100 % of oneself anything
    assert found.groups[0].expected.value != found.groups[0].expected.value
    again = report(own / "out", own / "people.csv", least=2)
    assert again.least == 5  # an earlier report promised five


def test_the_share_of_the_busiest_tells_nothing_of_the_few_others(own: Path) -> None:
    """In a group of eight, what the busiest five leave is the contact of three."""
    with (own / "people.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["location"] = "Attic" if row["id"] in {rows[place]["id"] for place in range(8)} else "Elsewhere"
        row["until"] = row["from"] = ""
    with (own / "people.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    found = {row.name: row for row in report(own / "out", own / "people.csv", column="location").groups}
    assert found["Attic"].people == 8
    assert found["Attic"].busiest is None
    assert found["Elsewhere"].busiest is not None


def test_nobody_is_named_unless_it_is_said_what_for(own: Path) -> None:
    with pytest.raises(NoPurposeError):
        report(own / "out", own / "people.csv", names=True)
    for lang in ("nl", "en"):
        plain = page(report(own / "out", own / "people.csv"), lang)
        assert "Person " not in plain
        assert "works.example" not in plain
        named = page(report(own / "out", own / "people.csv", names=True, purpose="<b>who needs help</b>"), lang)
        assert "&lt;b&gt;who needs help&lt;/b&gt;" in named
        assert "works.example" in named
        assert "http://" not in named.replace("http-equiv", "")
        assert "src=" not in named.replace("default-src", "")


def test_a_report_waits_for_another_that_is_being_made(tmp_path: Path) -> None:
    order: list[str] = []
    waiting = threading.Event()

    def second() -> None:
        waiting.set()
        with published(tmp_path) as held:
            order.append(f"second sees {held.least}")

    with published(tmp_path) as held:
        other = threading.Thread(target=second)
        other.start()
        waiting.wait()
        held.remember(7, {1: 2})
        order.append("first")
    other.join()
    assert order == ["first", "second sees 7"]
