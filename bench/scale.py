"""Scale: an organisation's log on DuckDB and Spark against merely scanning its file; what was planted, found; positions of 100,000.

CPU seconds of the process (its threads together), in one run; memory is the most that the process held.

python -m bench.scale flat [ROWS]       flat plain log to ties, against scanning; ROWS in millions (10)
python -m bench.scale tables [ROWS]     the same from the three tables interaction, participant and identity
python -m bench.scale grows             cost per row of 1, 3 and 10 million rows
python -m bench.scale position          100,000 people and 1,000,000 ties to all local positions (extra fast)
python -m bench.scale spark [ROWS]      the same ties from Spark with two workers (wall time; Java runs in a process of its own)
python -m bench.scale planted [KIND...] precision and recall of planted silos, links and overload, of the kinds of organisation (all)
"""

import json
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from bench.common import machine
from bench.position import random_pairs

from hecht.app.organisation import AT_ONCE, analyse
from hecht.app.organisation_months import months_of, pieces_of
from hecht.app.organisation_report import report, silos
from hecht.core.network.brokerage import e_i_index, roles
from hecht.core.network.graph import Graph
from hecht.core.network.holes import holes
from hecht.core.network.triangles import add_up
from hecht.core.ties.contact import MEMORY
from hecht.engines.duckdb import DuckEngine, scanned
from hecht.sql import query
from hecht.testing.organisation import Organisation, write
from hecht.testing.organisation_other import other_organisation
from hecht.testing.organisation_third import third_organisation
from hecht.testing.organisation_varied import varied_organisation

MONTHS = 24
SCAN = 'SELECT COUNT(*), SUM(r."at"), MAX(r."from"), MAX(r."to"), MAX(r.channel), SUM(r.duration) FROM {0} r'

LINES = "SELECT l.item, l.seconds, l.day, l.channel, l.duration, l.sender, l.receiver FROM ({0}) l"
"""Without the month, by which `analyse` lays the lines in folders."""


def spent(work: Callable[[], object]) -> tuple[float, float]:
    """Give CPU and wall seconds of one piece of work."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def memory() -> float:
    """Give the most memory that this process held, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def made(folder: Path, millions: float) -> Path:
    """Give a log of some million rows, written once."""
    place = folder / f"log-{millions:g}"
    if not place.exists():
        write(place, max(2_000, int(millions * 2_000)), int(millions * 1e6), MONTHS)
    return place


def scan(log: Path) -> float:
    """Give the CPU seconds of reading every column once."""
    engine = DuckEngine(memory="1500MB", threads=2)
    found = min(spent(lambda: engine.rows(SCAN.format(scanned(str(log)))))[0] for _ in range(2))
    engine.close()
    return found


def _said(what: str, took: float, wall: float, base: float) -> None:
    print(f"{what}: {took:.2f} s CPU ({wall:.0f} s), {took / base:.1f}x scanning; {memory():.2f} GB", flush=True)


def flat(folder: Path, millions: float) -> tuple[float, float]:
    """Give the CPU of scanning, and of going from the plain log to ties."""
    log, out = made(folder, millions), folder / f"out-{millions:g}-{time.time_ns()}"
    base, bound = scan(log / "log"), "1500MB" if millions <= 10 else "1000MB"
    engine = DuckEngine(memory=bound, threads=2, spill=folder / "spill")
    took, wall = spent(lambda: analyse(str(log / "log"), out, engine))
    engine.close()
    _said(f"flat {millions:g}M rows, all of analyse; scanning {base:.2f} s", took, wall, base)
    engine = DuckEngine(memory=bound, threads=2, spill=folder / "spill")
    for name in ("named", "who", "calendar", "decay"):
        engine.table(name, str(out / f"{name}.parquet"))
    engine.plain("plain", str(log / "log"))
    said = json.loads((out / "analysis.json").read_text())
    shutil.rmtree(out / "days")

    def ties() -> None:
        engine.keep("line", LINES.format(query("plain_lines")))
        for name, since, until in months_of(said["span"]["first"], said["as_of"]):
            days = str(out / "days" / f"{name}.parquet")
            engine.write(query("plain_days"), days, {"since": since, "until": until})
        engine.table("days", str(out / "days"))
        engine.keep("ties", query("day_ties"), {"as_of": said["as_of"], "since": said["as_of"] - MEMORY})

    took, wall = spent(ties)
    number = engine.rows("SELECT COUNT(*) FROM ties t")[0][0]
    engine.close()
    _said(f"flat {millions:g}M rows to {number} ties", took, wall, base)
    return base, took


def tables(folder: Path, millions: float) -> None:
    """Print the CPU of going to ties from the tables of a log that was imported."""
    log, out = made(folder, millions), folder / f"out-{millions:g}-tables"
    engine = DuckEngine(memory="1500MB", threads=2, spill=folder / "spill")
    analyse(str(log / "log"), out, engine)
    engine.close()
    engine = DuckEngine(memory="1500MB", threads=2, spill=folder / "spill")
    engine.table("numbered", str(out / "log"))
    engine.table("who", str(out / "who.parquet"))
    engine.keep(
        "line",
        "SELECT l.item, l.seconds, l.day, l.channel, l.duration, s.identifier AS sender, r.identifier AS receiver"
        " FROM numbered l JOIN who s ON s.number = l.sender JOIN who r ON r.number = l.receiver",
    )
    key = "SELECT l.item, l.seconds, l.day, l.channel, l.duration, l.sender, COUNT(DISTINCT l.receiver) AS recipients"
    engine.keep(
        "message",
        f"SELECT row_number() OVER () AS revision, m.* FROM ({key} FROM line l GROUP BY l.item, l.seconds, l.day,"
        " l.channel, l.duration, l.sender) m",
    )
    named = ["sequence", "stamp", "thread", "reply_to", "friction", "asks", "words", "suspect"]
    zero = ", ".join(f"CAST(0 AS BIGINT) AS {name}" for name in named)
    engine.write(
        "SELECT 1 AS log, m.revision, m.revision AS key, m.seconds, m.day, m.channel, 1 AS status, m.duration, m.recipients,"
        f" CAST(NULL AS BIGINT) AS relation, '' AS language, {zero} FROM message m",
        str(out / "interaction.parquet"),
    )
    engine.write(
        "SELECT 1 AS log, m.revision, m.sender AS identifier, CASE WHEN m.channel IN (1, 3) THEN 1 ELSE 4 END AS role,"
        " 0 AS answer FROM message m"
        " UNION ALL SELECT DISTINCT 1 AS log, m.revision, l.receiver AS identifier,"
        " CASE WHEN m.channel IN (1, 3) THEN 2 ELSE 6 END AS role,"
        " 0 AS answer"
        " FROM line l JOIN message m ON m.item = l.item AND m.seconds = l.seconds"
        " AND m.sender = l.sender AND m.channel = l.channel",
        str(out / "participant.parquet"),
    )
    engine.write("SELECT 1 AS log, w.identifier, w.person FROM who w", str(out / "identity.parquet"))
    engine.close()
    engine = DuckEngine(memory="1500MB", threads=2, spill=folder / "spill")
    for name in ("interaction", "participant", "identity", "who", "decay"):
        engine.table(name, str(out / f"{name}.parquet"))
    engine.load("series", {"log": "BIGINT", "thread": "BIGINT", "sequence": "BIGINT", "stamp": "BIGINT"}, [])
    engine.load("ego", {"log": "BIGINT", "identifier": "BIGINT", "said": "BIGINT"}, [])
    said = json.loads((out / "analysis.json").read_text())
    base = scan(log / "log")
    shutil.rmtree(out / "days")

    def ties() -> None:
        engine.keep("latest", query("latest_days"))
        for name, since, until in pieces_of(said["span"]["first"], said["as_of"], int(millions * 1e6), AT_ONCE):
            params = {"log": 1, "since": since, "until": until}
            engine.write(query("contact_days"), str(out / "days" / f"{name}.parquet"), params)
        engine.table("days", str(out / "days"))
        engine.keep("ties", query("day_ties"), {"as_of": said["as_of"], "since": said["as_of"] - MEMORY})

    took, wall = spent(ties)
    engine.close()
    _said(f"tables {millions:g}M rows to ties", took, wall, base)


def position() -> None:
    """Print the CPU of every local position of 100,000 people, compiled."""
    one, two = random_pairs(100_000, 1_000_000)
    dice = np.random.default_rng(1)
    weight = dice.random(len(one))
    group = dice.integers(0, 200, 100_000)
    graph = Graph.of(one, two, weight, people=range(100_000))
    add_up(graph, group, compiled=True)  # compiled once a machine

    def work() -> None:
        sums = add_up(graph, group, compiled=True)
        holes(graph, sums)
        roles(graph, group, sums)
        e_i_index(graph, group)

    took, wall = spent(work)
    print(f"position 100,000 people, 1,000,000 ties: {took:.2f} s CPU ({wall:.1f} s), roles included", flush=True)


def spark(folder: Path, millions: float) -> None:
    """Print whether Spark gives the ties that DuckDB gives, and the wall time of both."""
    from hecht.engines.spark import SparkEngine  # noqa: PLC0415 - an extra

    log = made(folder, millions)
    found = []
    for engine in (
        DuckEngine(memory="1500MB", threads=2, spill=folder / "spill"),
        SparkEngine("local-cluster[2,1,2048]", memory="2g"),
    ):
        out = folder / f"spark-{millions:g}-{engine.name}"
        begun = time.perf_counter()
        said = analyse(str(log / "log"), out, engine)
        print(f"{engine.name} {millions:g}M rows: {said.ties} ties in {time.perf_counter() - begun:.0f} s", flush=True)
        engine.close()
        found.append(out / f"ties-{said.as_of}.parquet")
    check = DuckEngine(memory="1500MB")
    for name, place in zip(("one", "other"), found, strict=True):
        check.table(name, str(place))
    apart = check.rows(
        "SELECT COUNT(*), SUM(CASE WHEN o.strength IS NULL OR n.strength IS NULL OR o.strength <> n.strength OR o.forth <> n.forth"
        " OR o.last_day <> n.last_day THEN 1 ELSE 0 END) FROM one o FULL JOIN other n ON n.a = o.a AND n.b = o.b"
    )
    print(f"ties compared {apart[0][0]}, unequal {apart[0][1]}", flush=True)


def planted(folder: Path, kinds: Sequence[str]) -> None:
    """Print precision and recall over five organisations of each kind; the report was worked on with the first and varied."""
    for kind in kinds or KINDS:
        _judged(folder, kind)


KINDS: dict[str, Callable[[int, int], Organisation] | None] = {
    "first": None,
    "varied": varied_organisation,
    "other": other_organisation,
    "third": third_organisation,
}
"""Of planted organisations, by name, the generator; without one that of `write`."""


def _judged(folder: Path, kind: str) -> None:
    hits: dict[str, list[int]] = {"silos": [0, 0, 0], "brokers": [0, 0, 0], "overloaded": [0, 0, 0]}
    for seed in range(11, 16):
        place = folder / f"planted-{kind}-{seed}"
        make = KINDS[kind]
        write(place, 2_000, 400_000, 9, seed, make(2_000, seed) if make else None)
        engine = DuckEngine(memory="1500MB", spill=folder / "spill")
        analyse(str(place / "log"), place / "out", engine)
        engine.close()
        said = report(place / "out", place / "people.csv", names=True, purpose="bench")
        known = json.loads((place / "planted.json").read_text())
        found = {
            "silos": set(silos(said)),
            "brokers": {one.identifier for one in said.people if one.why == "broker"},
            "overloaded": {one.identifier for one in said.people if one.why == "load"},
        }
        for name, some in found.items():
            for i, count in enumerate((len(some & set(known[name])), len(some), len(known[name]))):
                hits[name][i] += count
    for name, (both, some, wanted) in hits.items():
        print(
            f"{kind} kind, {name}: planted {wanted}, found {some}, of them planted {both};"
            f" precision {_share(both, some)}, recall {_share(both, wanted)}",
            flush=True,
        )


def _share(part: int, whole: int) -> str:
    """Give a share with its 95 % interval (Wilson 1927)."""
    if not whole:
        return "-"
    z, share = 1.96, part / whole
    middle, half = share + z * z / 2 / whole, z * (share * (1 - share) / whole + z * z / 4 / whole**2) ** 0.5
    low, high = ((middle + side * half) / (1 + z * z / whole) for side in (-1, 1))
    return f"{share:.2f} ({low:.2f}-{high:.2f})"


def main() -> None:
    what = sys.argv[1] if len(sys.argv) > 1 else "flat"
    millions = float(sys.argv[2]) if len(sys.argv) > 2 and what != "planted" else 10.0
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        if what == "grows":
            rates = {one: flat(place, one)[1] / one for one in (1, 3, 10)}
            print(
                "CPU per million rows:",
                {one: round(rate, 2) for one, rate in rates.items()},
                f"10M / 1M {rates[10] / rates[1]:.2f}",
            )
        elif what == "position":
            position()
        elif what == "planted":
            planted(place, sys.argv[2:])
        else:
            {"flat": flat, "tables": tables, "spark": spark}[what](place, millions)


if __name__ == "__main__":
    main()
