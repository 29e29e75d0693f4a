"""Analysing an organisation's log on an engine: contact by month, ties and positions as Parquet, begun again where it stopped."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any

from hecht.core.days import to_date, to_day
from hecht.core.errors import BadIdentifierError, NoExtraError, NoSuchPathError, NotALogError
from hecht.core.identity import automatic, key_of
from hecht.core.network.graph import Graph
from hecht.core.network.holes import holes
from hecht.core.ties.contact import MEMORY
from hecht.core.ties.strength import HALF_LIFE_CHAT, HALF_LIFE_SLOW, ONE, weights
from hecht.sources.plain import identifier
from hecht.sql import query

if TYPE_CHECKING:
    import numpy as np

    from hecht.engines import Engine
    from hecht.engines.duckdb import DuckEngine

QUARTER = 91
"""Days between the two moments that are compared."""
_SHAPE = 1
"""Raised when what is written changes shape; an analysis of another shape is made anew."""
_TIES = (
    "SELECT g.a, g.b, g.weight * 1e0 / {one} AS strength, g.weight_forth * 1e0 / {one} AS forth,"
    " g.weight_back * 1e0 / {one} AS back, g.last_day, g.active_548 FROM ({graph}) g"
    " LEFT JOIN nobody m ON m.person = g.a LEFT JOIN nobody n ON n.person = g.b"
    " WHERE g.weight > 0 AND m.person IS NULL AND n.person IS NULL"
)
_SEEN = (
    "SELECT l.channel, COUNT(*), COUNT(DISTINCT l.day) FROM latest l WHERE l.log = :log AND l.day > :since AND l.day <= :until"
    " GROUP BY l.channel ORDER BY l.channel"
)
Told = Callable[[str, int, int], None]
"""Told of progress: what is being done, how many parts are ready, and of how many."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """What an analysis holds: days by ISO date, counts of people and ties now, how much was made and how much was there."""

    first: str
    as_of: str
    before: str
    people: int
    ties: int
    made: int
    kept: int


def engine_of(name: str, master: str | None, memory: str, out: Path) -> "Engine":
    """Begin an engine by name (`duckdb` or `spark`) within a bound of memory."""
    if name == "spark":
        from hecht.engines.spark import SparkEngine

        return SparkEngine(master, memory=memory.lower().removesuffix("b"))
    from hecht.engines.duckdb import DuckEngine

    return DuckEngine(memory=memory, spill=out / "spill")


def analyse(
    log: str, out: str | Path, engine: "Engine", *, as_of: int | None = None, told: Told | None = None
) -> Analysed:
    """Analyse a log; what is there already of the same log is kept, so that work that broke off goes on.

    Args:
        log: a plain log in Parquet (a file, a folder, or a URL that the engine knows), or a folder with the tables of a log
            (`interaction`, `participant`, `identity`, `identifier`, `series`, `ego`, one file or folder each).
        out: a folder; gets `log/`, `contact/` and `meetings/` by month, and by day `ties`, `positions` and `shares`.
        engine: what the queries run on; it is not closed.
        as_of: the last day that counts; without it the last day of the log.
        told: is told of progress.

    Raises:
        NoSuchPathError: there is no such log.
        NotALogError: it is no plain log in Parquet, or there is nothing in it.
    """
    place = Path(out)
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    work = _Work(engine, log, place, told or (lambda *_: None))
    return work.done(as_of)


class _Work:
    """One analysis: the engine, the log, where its results go, and how much of it was there already."""

    def __init__(self, engine: "Engine", log: str, out: Path, told: Told) -> None:
        self.engine, self.log, self.out, self.told = engine, log, out, told
        self.made = self.kept = 0
        local = "://" not in log
        if local and not Path(log).exists():
            raise NoSuchPathError(log)
        self.tables = local and (Path(log) / "participant").exists()
        self.print = _print_of(log) if local else log

    def done(self, as_of: int | None) -> Analysed:
        """Do what is still to do."""
        self._open()
        span = self._span()
        day = min(as_of, span["last"]) if as_of is not None else span["last"]
        months = list(_months(span["first"], day))
        for number, (name, since, until) in enumerate(months):
            self.told(name, number, len(months) + 2)
            self._month(name, since, until)
        self.engine.table("contact", str(self.out / "contact"))
        counts = {}
        for number, moment in enumerate((day, day - QUARTER)):
            self.told(to_date(moment).isoformat(), len(months) + number, len(months) + 2)
            counts[moment] = self._moment(moment)
        said = {
            "shape": _SHAPE,
            "print": self.print,
            "span": span,
            "as_of": day,
            "before": day - QUARTER,
            "engine": self.engine.name,
            "tone": self.tables,
            "people": counts[day][0],
            "ties": counts[day][1],
        }
        _write_json(self.out / "analysis.json", said)
        iso = [to_date(one).isoformat() for one in (span["first"], day, day - QUARTER)]
        return Analysed(iso[0], iso[1], iso[2], counts[day][0], counts[day][1], self.made, self.kept)

    def _open(self) -> None:
        """Give the engine the log, and let go of what was made of another."""
        held = _read_json(self.out / "begun.json")
        if held and held != {"shape": _SHAPE, "print": self.print}:
            for path in list(self.out.rglob("*.parquet")):
                rmtree(path) if path.is_dir() else path.unlink()
            rmtree(self.out / "log", ignore_errors=True)
            for name in ("span.json", "seen.json"):
                (self.out / name).unlink(missing_ok=True)
        _write_json(self.out / "begun.json", {"shape": _SHAPE, "print": self.print})
        try:
            if self.tables:
                for name in ("interaction", "participant", "identity", "identifier", "series", "ego", "place"):
                    held_at = Path(self.log) / name
                    self.engine.table(name, str(held_at if held_at.is_dir() else held_at.with_suffix(".parquet")))
                self.engine.keep("latest", query("latest"))
                self.engine.keep("nobody", query("nobody"), {"log": 1})
            else:
                self.engine.plain("plain", self.log)
        except (NoExtraError, MemoryError):
            raise
        except Exception as error:
            raise NotALogError(f"{self.log}: {str(error).partition(chr(10))[0][:200]}") from error
        self._write_decay()

    def _span(self) -> dict[str, int]:
        """Give the first and last day of the log and how much of it cannot be read; and who is in it."""
        path = self.out / "span.json"
        held: dict[str, int] | None = _read_json(path)
        if held is None:
            asked = "SELECT MIN(l.day), MAX(l.day), COUNT(*), 0 FROM latest l" if self.tables else query("plain_span")
            first, last, counted, unreadable = self.engine.rows(asked)[0]
            if first is None or last is None:
                raise NotALogError(self.log)
            held = {
                "first": int(first),
                "last": int(last),
                "rows": int(counted or 0),
                "unreadable": int(unreadable or 0),
            }
            if self.tables:
                self.engine.write("SELECT i.* FROM identity i", str(self.out / "identity.parquet"))
            else:
                self._write_people()
            _write_json(path, held)
        if not self.tables:
            self.engine.table("named", str(self.out / "named.parquet"))
            if not (self.out / "log").exists():
                self.engine.write(query("plain_lines"), str(self.out / "log"), by="month")
            self.engine.table("identity", str(self.out / "identity.parquet"))
            self.engine.keep("nobody", "SELECT DISTINCT n.identifier AS person FROM named n WHERE n.automatic = 1")
        return held

    def _write_people(self) -> None:
        """Give every text of a plain log its identifier, as an import would; what cannot be one has none."""
        found = []
        for (text,) in self.engine.rows(query("plain_texts")):
            try:
                name = identifier(str(text))
            except BadIdentifierError:
                continue
            found.append((str(text), key_of(name), name, int(automatic(name))))
        helper = _helper()
        helper.load(
            "named", {"text": "VARCHAR", "identifier": "BIGINT", "name": "VARCHAR", "automatic": "BIGINT"}, found
        )
        helper.write("SELECT * FROM named ORDER BY text", str(self.out / "named.parquet"))
        helper.write(
            "SELECT DISTINCT 1 AS log, n.identifier, n.identifier AS person FROM named n",
            str(self.out / "identity.parquet"),
        )
        helper.close()

    def _write_decay(self) -> None:
        path = self.out / "decay.parquet"
        if not path.exists():
            rows = [
                (slow, age, weight)
                for slow, half_life in ((0, HALF_LIFE_CHAT), (1, HALF_LIFE_SLOW))
                for age, weight in enumerate(weights(half_life))
            ]
            helper = _helper()
            helper.load("decay", {"slow": "BIGINT", "age": "BIGINT", "weight": "BIGINT"}, rows)
            helper.write("SELECT * FROM decay", str(path))
            helper.close()
        self.engine.table("decay", str(path))

    def _month(self, name: str, since: int, until: int) -> None:
        """Work out the contact and the meetings of one month, and count what was seen."""
        params = {"log": 1, "since": since, "until": until}
        place = {part: self.out / part / f"{name}.parquet" for part in ("contact", "meetings")}
        seen = _read_json(self.out / "seen.json") or {}
        if name in seen and seen[name]["until"] == until and all(path.exists() for path in place.values()):
            self.kept += 1
            return
        if self.tables:
            chosen = "SELECT l.revision FROM latest l WHERE l.log = :log AND l.day > :since AND l.day <= :until"
            self.engine.keep("chosen", chosen, params)
        elif (lines := self.out / "log" / f"month={name}").exists():
            self.engine.table("line", str(lines))
        else:  # a month in which nothing happened
            self.engine.table("line", str(self.out / "log"))
        contact, meetings = ("contact", "seats") if self.tables else ("plain_contact", "plain_meetings")
        self.engine.write(f"SELECT 1 AS log, n.* FROM ({query(contact)}) n", str(place["contact"]), params)  # noqa: S608
        self.engine.write(query(meetings), str(place["meetings"]), params)
        rows = self.engine.rows(_SEEN if self.tables else query("plain_seen"), params)
        seen[name] = {"since": since, "until": until, "channels": [list(row) for row in rows]}
        _write_json(self.out / "seen.json", seen)
        self.made += 1

    def _moment(self, day: int) -> tuple[int, int]:
        """Work out ties and positions of one day; give how many people and ties there are."""
        iso = to_date(day).isoformat()
        ties, positions = (self.out / f"{name}-{iso}.parquet" for name in ("ties", "positions"))
        counted = self.out / f"counted-{iso}.json"
        params = {"log": 1, "as_of": day, "since": day - MEMORY, "pace": 1}
        if not (ties.exists() and positions.exists() and counted.exists() and not self.made):
            sql = _TIES.format(one=ONE, graph=query("graph"))
            self.engine.write(sql, str(ties), params)
            self.engine.write(
                query("shares"), str(self.out / f"shares-{iso}.parquet"), params | {"since": day - QUARTER}
            )
            self.engine.table("tie", str(ties))
            self._positions(positions)
            self.engine.table("found", str(positions))
            people = self.engine.rows("SELECT COUNT(*) FROM found f")[0][0]
            number = self.engine.rows("SELECT COUNT(*) FROM tie t")[0][0]
            _write_json(counted, [people, number])
        people, number = _read_json(counted) or (0, 0)
        return int(people), int(number)

    def _positions(self, path: Path) -> None:
        """Write the local position of everybody: by the kernels in this process, by SQL where the work is spread."""
        if self.engine.name == "duckdb":
            write_positions(self.engine, path)  # type: ignore[arg-type]
            return
        self.engine.keep("tie_sums", query("position_ties"))
        self.engine.write(query("position_holes"), str(path))


def write_positions(engine: "DuckEngine", path: Path) -> None:
    """Write what `position_holes` gives of the table `tie`, worked out by the kernels."""
    found = graph_of(engine, "tie")
    local = holes(found)
    columns = {
        "person": found.people,
        "degree": local.degree,
        "strength": local.strength,
        "constraint_sum": local.constraint,
        "effective_size": local.effective_size,
        "efficiency": local.efficiency,
        "clustering": local.clustering,
    }
    engine.load_arrays("positions_made", columns)
    nullable = ", ".join(
        f"CASE WHEN isnan(p.{name}) THEN NULL ELSE p.{name} END AS {name}" for name in list(columns)[3:]
    )
    engine.write(
        f"SELECT p.person, p.degree, p.strength, {nullable} FROM positions_made p ORDER BY p.person",  # noqa: S608 - names of our own columns
        str(path),
    )


def graph_of(engine: "DuckEngine", table: str, people: "np.ndarray[Any, np.dtype[np.int64]] | None" = None) -> Graph:
    """Load the ties of a table as a graph, with more people where they are given."""
    found = engine.arrays(f"SELECT t.a, t.b, t.strength, t.forth, t.back FROM {table} t")  # noqa: S608 - our own table
    more = [] if people is None else people.tolist()
    return Graph.of(found["a"], found["b"], found["strength"], found["forth"], found["back"], people=more)


def _helper() -> "DuckEngine":
    """Give a DuckDB for the small tables that this process itself makes."""
    from hecht.engines.duckdb import DuckEngine

    return DuckEngine(memory="1GB")


def _months(first: int, last: int) -> Iterator[tuple[str, int, int]]:
    """Give the months from one day to another by name, each with the day before it begins and its last day."""
    begun = to_date(first).replace(day=1)
    while to_day(begun) <= last:
        after = date(begun.year + begun.month // 12, begun.month % 12 + 1, 1)
        yield f"{begun:%Y-%m}", to_day(begun) - 1, min(to_day(after) - 1, last)
        begun = after


def _print_of(log: str) -> str:
    """Give a mark of a log by the names, sizes and times of its files, to see whether it is still the same."""
    root = Path(log)
    files = sorted(root.rglob("*.parquet")) if root.is_dir() else [root]
    told = [
        f"{path.relative_to(root) if root.is_dir() else path.name} {path.stat().st_size} {path.stat().st_mtime_ns}"
        for path in files
    ]
    return blake2b("\n".join(told).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _read_json(path: Path) -> Any:  # noqa: ANN401 - what was written by `_write_json`
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def _write_json(path: Path, value: "Mapping[str, Any] | list[Any]") -> None:
    unfinished = path.with_suffix(".part")
    unfinished.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
    unfinished.replace(path)
