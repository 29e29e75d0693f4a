"""Data sets for the protocols: a small adapter each, found by file name anywhere in a folder; what is absent is said.

Every adapter gives the same: the days of contact of pairs. Mail counts with at most five recipients, a chat once a day a
pair. A plain log of hecht's own (`*.csv` with the header `at,from,to`) is an adapter too, so that any log can be judged.
"""

import csv
import gzip
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from hecht.core.ties.history import History, Ints

DAY = 86_400
MOST_RECIPIENTS = 5
HORIZONS = (30, 90, 180)


@dataclass(frozen=True, eq=False)
class DataSet:
    """Days of contact: rows (a, b, day) with a < b, days counted from the first; when the windows of each horizon begin.

    `triples` has (from, to, seconds) of logs whose rows are mails, one a recipient.
    """

    name: str
    rows: Ints
    windows: Mapping[int, tuple[int, ...]]
    triples: Ints | None = None

    def whole(self) -> History:
        """Give the history of every pair."""
        return History.of_pairs(self.rows[:, 0], self.rows[:, 1], self.rows[:, 2], np.ones(len(self.rows)))[0]

    def mailboxes(self, most: int = 100, least_ties: int = 30) -> Iterator[History]:
        """Give the histories that single persons see of their own ties: `most` people spread evenly, each with some ties."""
        a, b, day = self.rows.T
        both = np.concatenate([np.stack([a, b, day], 1), np.stack([b, a, day], 1)])
        both = both[np.lexsort((both[:, 2], both[:, 1], both[:, 0]))]
        people, start = np.unique(both[:, 0], return_index=True)
        ends = [*start[1:].tolist(), len(both)]
        parts = [(begin, end) for begin, end in zip(start.tolist(), ends, strict=True)]
        wide = [part for part in parts if len(np.unique(both[slice(*part), 1])) >= least_ties]
        assert len(people) == len(parts)
        for begin, end in wide[:: max(1, len(wide) // most)][:most]:
            alters, first = np.unique(both[begin:end, 1], return_index=True)
            cuts = np.split(both[begin:end, 2], first[1:])
            assert len(alters) == len(cuts)
            days = [cut.tolist() for cut in cuts]
            yield History.of_one(days, [[1] * len(one) for one in days])


def eu(path: Path) -> DataSet:
    """Mail of a research institute, a row a recipient; equal sender and second are one mail; the first 525 days."""
    triples = _triples(path)
    rows = _mail(triples)
    windows = {30: tuple(range(150, 496, 30)), 90: tuple(range(150, 436, 45)), 180: (345,)}
    return DataSet("Eu (mail, 986 people)", rows[rows[:, 2] < 525], windows, triples)


def college(path: Path) -> DataSet:
    """Private messages of students; the log is half a year, so windows begin on day 60 and only those of 30 and 90 days."""
    rows = _pairs(_triples(path))
    last = int(rows[:, 2].max())
    windows = {30: tuple(range(60, last - 29, 15)), 90: tuple(range(60, last - 89, 15)), 180: ()}
    return DataSet("CollegeMsg (chat, 1,899 people)", rows, windows)


def temporal(path: Path) -> DataSet:
    """Any other log of rows `from to seconds`."""
    return _by_rule(path.name.removesuffix(".gz").removesuffix(".txt"), _mail(_triples(path)))


def plain(path: Path) -> DataSet:
    """Read a plain log of hecht's own."""
    ids: dict[str, int] = {}
    found = []
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            others = [one for one in f"{row['to']};{row.get('cc') or ''}".split(";") if one.strip()]
            sender = ids.setdefault(row["from"].strip(), len(ids))
            seconds = _seconds(row["at"])
            found += [(sender, ids.setdefault(one.strip(), len(ids)), seconds) for one in others]
    return _by_rule(path.stem, _mail(np.array(found, dtype=np.int64).reshape(-1, 3)))


ADAPTERS: tuple[tuple[str, Callable[[Path], DataSet]], ...] = (
    ("email-Eu-core-temporal.txt*", eu),
    ("CollegeMsg.txt*", college),
    ("*temporal*.txt*", temporal),
    ("sx-*.txt*", temporal),
    ("*.log.csv", plain),
)


def datasets(folder: Path) -> Iterator[DataSet | str]:
    """Give the data sets of a folder, each file by the first adapter that fits; a text says what was not there."""
    taken: set[Path] = set()
    for pattern, adapter in ADAPTERS:
        found = sorted(path for path in folder.rglob(pattern) if path.is_file() and path not in taken)
        taken.update(found)
        if not found and "*" not in pattern.removesuffix("*"):
            yield f"{pattern.removesuffix('*')} is not in {folder.name}: not judged"
        for path in found:
            yield adapter(path)


def _by_rule(name: str, rows: Ints) -> DataSet:
    """Judge a log that has no protocol of its own: windows from day 150 on, at most twelve, the last that fit."""
    last = int(rows[:, 2].max())
    windows = {horizon: tuple(range(150, last - horizon + 1, 30 if horizon < 90 else 45))[-12:] for horizon in HORIZONS}
    return DataSet(name, rows, windows)


def _triples(path: Path) -> Ints:
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as rows:
        return np.array([row.split()[:3] for row in rows if row[:1].isdigit()], dtype=np.int64)


def _mail(triples: Ints) -> Ints:
    """Give pair days of mail, those to more than five people left out."""
    rows = np.unique(triples[triples[:, 0] != triples[:, 1]], axis=0)
    _, which, count = np.unique(rows[:, [0, 2]], axis=0, return_inverse=True, return_counts=True)
    return _pairs(rows[count[which.reshape(-1)] <= MOST_RECIPIENTS])


def _pairs(triples: Ints) -> Ints:
    rows = triples[triples[:, 0] != triples[:, 1]]
    day = rows[:, 2] // DAY
    low, high = np.minimum(rows[:, 0], rows[:, 1]), np.maximum(rows[:, 0], rows[:, 1])
    pairs: Ints = np.unique(np.stack([low, high, day - day.min()], axis=1), axis=0)
    return pairs


def _seconds(text: str) -> int:
    if text.strip().isdigit():
        return int(text)
    moment = datetime.fromisoformat(text)
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
