"""Analysing an organisation's log on an engine: contact by month, ties and positions as Parquet, begun again where it stopped."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any

from hecht.app.organisation_months import calendar, decay, pieces_of
from hecht.core.days import to_date
from hecht.core.errors import BadIdentifierError, LakeTableError, NoExtraError, NoSuchPathError, NotALogError
from hecht.core.identity import automatic, key_of
from hecht.core.network.graph import Graph
from hecht.core.network.holes import holes
from hecht.core.ties.contact import MEMORY
from hecht.sources.plain import identifier
from hecht.sql import query

if TYPE_CHECKING:
    import numpy as np

    from hecht.core.model import Value
    from hecht.engines import Engine
    from hecht.engines.duckdb import DuckEngine

QUARTER = 91
"""Days between the two moments that are compared."""
AT_ONCE = 5_000_000
"""Interactions of a log's tables that are worked out together: finding those of one month reads them all."""
_MONTH = 31
_SHAPE = 2
"""Raised when what is written changes shape; an analysis of another shape is made anew."""
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
        out: a folder; gets `log/` by month, `days/` and `meetings/` by some months, and by day `ties`, `positions` and `shares`.
        engine: what the queries run on; it is not closed.
        as_of: the last day that counts; without it the last day of the log.
        told: is told of progress.

    Raises:
        NoSuchPathError: there is no such log.
        NotALogError: it is no plain log in Parquet, or there is nothing in it.
        LakeTableError: it is the folder of a Delta or Iceberg table.
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
        if local and ((Path(log) / "_delta_log").exists() or any((Path(log) / "metadata").glob("*.metadata.json"))):
            raise LakeTableError(log)  # all its files together would count what was changed or deleted
        self.tables = local and (Path(log) / "participant").exists()
        self.print = _print_of(log) if local else log

    def done(self, as_of: int | None) -> Analysed:
        """Do what is still to do."""
        self._open()
        span = self._span()
        day = min(as_of, span["last"]) if as_of is not None else span["last"]
        pieces = list(pieces_of(span["first"], day, span["rows"], max(self.engine.at_once, AT_ONCE * self.tables)))
        self._clear({name: until for name, _, until in pieces})
        for number, (name, since, until) in enumerate(pieces):
            self.told(name, number, len(pieces) + 2)
            self._piece(name, since, until)
        self.engine.table("days", str(self.out / "days"))
        counts = {}
        for number, moment in enumerate((day, day - QUARTER)):
            self.told(to_date(moment).isoformat(), len(pieces) + number, len(pieces) + 2)
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
                rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            for name in ("log", "contact", "days", "meetings"):
                rmtree(self.out / name, ignore_errors=True)
            for name in ("span.json", "seen.json"):
                (self.out / name).unlink(missing_ok=True)
        _write_json(self.out / "begun.json", {"shape": _SHAPE, "print": self.print})
        try:
            if self.tables:
                for name in ("interaction", "participant", "identity", "identifier", "series", "ego", "place"):
                    held_at = Path(self.log) / name
                    self.engine.table(name, str(held_at if held_at.is_dir() else held_at.with_suffix(".parquet")))
                self.engine.keep("latest", query("latest_days"))
            else:
                self.engine.plain("plain", self.log)
        except (NoExtraError, MemoryError):
            raise
        except Exception as error:
            raise NotALogError(f"{self.log}: {str(error).partition(chr(10))[0][:200]}") from error
        self._helped("decay", {"slow": "BIGINT", "age": "BIGINT", "weight": "BIGINT"}, decay)

    def _span(self) -> dict[str, int]:
        """Give the first and last day of the log and how much of it cannot be read; and who is in it."""
        path = self.out / "span.json"
        held: dict[str, int] | None = _read_json(path)
        if held is None:
            first, last, counted, unreadable = self.engine.rows(query("span" if self.tables else "plain_span"))[0]
            if first is None or last is None:
                raise NotALogError(self.log)
            held = {
                "first": int(first),
                "last": int(last),
                "rows": int(counted or 0),
                "unreadable": int(unreadable or 0),
            }
            self._write_people()
            _write_json(path, held)
        span = held
        self._helped("calendar", {"day": "BIGINT", "month": "VARCHAR"}, lambda: calendar(span["first"], span["last"]))
        self.engine.table("who", str(self.out / "who.parquet"))
        if not self.tables:
            self.engine.table("named", str(self.out / "named.parquet"))
            if not (self.out / "log").exists():
                self.engine.write(query("plain_lines"), str(self.out / "log"), by="month")
        return held

    def _write_people(self) -> None:
        """Write who is in the log, each with a small number; of a plain log every text, named as an import would."""
        if self.tables:
            self.engine.keep("nobody", query("nobody"), {"log": 1})
            self.engine.write(query("who"), str(self.out / "who.parquet"), {"log": 1})
            return
        found = []
        for (text,) in self.engine.rows(query("plain_texts")):
            try:
                name = identifier(str(text))
            except BadIdentifierError:
                continue
            found.append((str(text), key_of(name), name))
        keys = {key: name for _, key, name in found}
        number = {key: place for place, key in enumerate(sorted(keys), 1)}
        named = {"text": "VARCHAR", "number": "BIGINT", "identifier": "BIGINT", "name": "VARCHAR"}
        self._helped("named", named, lambda: [(text, number[key], key, name) for text, key, name in found])
        who = dict.fromkeys(("identifier", "number", "person", "nobody"), "BIGINT")
        self._helped("who", who, lambda: [(key, one, key, int(automatic(keys[key]))) for key, one in number.items()])

    def _helped(self, name: str, kinds: "Mapping[str, str]", rows: "Callable[[], list[tuple[Value, ...]]]") -> None:
        """Write a small table that this process itself makes, once, and give it to the engine."""
        path = self.out / f"{name}.parquet"
        if not path.exists():
            helper = _helper()
            helper.load(name, kinds, rows())
            helper.write(f"SELECT * FROM {name}", str(path))  # noqa: S608 - our own table
            helper.close()
        self.engine.table(name, str(path))

    def _clear(self, pieces: "Mapping[str, int]") -> None:
        """Let go of months that were worked out up to another day or in other pieces, which would count twice."""
        seen = _read_json(self.out / "seen.json") or {}
        held = {name: said for name, said in seen.items() if pieces.get(name) == said["until"]}
        for path in [path for part in ("days", "meetings") for path in (self.out / part).glob("*.parquet")]:
            if path.stem not in held:
                rmtree(path) if path.is_dir() else path.unlink()
        if held != seen:
            _write_json(self.out / "seen.json", held)

    def _piece(self, name: str, since: int, until: int) -> None:
        """Work out the days of contact and the meetings of a month, or of some, and count what was seen."""
        params = {"log": 1, "since": since, "until": until}
        place = {part: self.out / part / f"{name}.parquet" for part in ("days", "meetings")}
        seen = _read_json(self.out / "seen.json") or {}
        if name in seen and seen[name]["until"] == until and all(path.exists() for path in place.values()):
            self.kept += 1
            return
        if not self.tables:
            lines = self.out / "log" / f"month={name}"
            alone = lines.exists() and until - since <= _MONTH
            self.engine.table("line", str(lines if alone else self.out / "log"))
        days, meetings = ("contact_days", "seats") if self.tables else ("plain_days", "plain_meetings")
        self.engine.write(query(days), str(place["days"]), params)
        self.engine.write(query(meetings), str(place["meetings"]), params)
        rows = self.engine.rows(query("seen" if self.tables else "plain_seen"), params)
        seen[name] = {"since": since, "until": until, "channels": [list(row) for row in rows]}
        _write_json(self.out / "seen.json", seen)
        self.made += 1

    def _moment(self, day: int) -> tuple[int, int]:
        """Work out ties and positions of one day; give how many people and ties there are."""
        iso = to_date(day).isoformat()
        ties, positions = (self.out / f"{name}-{iso}.parquet" for name in ("ties", "positions"))
        counted = self.out / f"counted-{iso}.json"
        params = {"log": 1, "as_of": day, "since": day - MEMORY}
        if not (ties.exists() and positions.exists() and counted.exists() and not self.made):
            self.engine.keep("day_tie", query("day_ties"), params)
            self.engine.write(query("position_strengths"), str(ties))
            shares = self.out / f"shares-{iso}.parquet"
            self.engine.write(query("day_shares"), str(shares), params | {"since": day - QUARTER})
            self.engine.table("tie", str(ties))
            self._positions(positions)
            self.engine.table("found", str(positions))
            people, number = self.engine.rows(query("position_counts"))[0]
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
