"""`hecht introductions`, `path` and `leave` on one log of 3,000 people and 30,000 ties, against reading its ties alone.

python -m bench.introductions [PEOPLE TIES]
"""

import csv
import random
import sys
import tempfile
from pathlib import Path

from bench.common import cpu, machine

import hecht
from hecht.sql import query

DAY = "2026-03-31"


def write_log(path: Path, people: int, ties: int, seed: int = 1) -> None:
    """Write a plain log in which the owner knows everybody, and most of the others' ties lie within groups of sixty."""
    chance = random.Random(seed)
    pairs = set()
    while len(pairs) < ties - people:
        one = chance.randrange(people)
        other = (one // 60) * 60 + chance.randrange(60) if chance.random() < 0.8 else chance.randrange(people)
        if one != other and other < people:
            pairs.add((min(one, other), max(one, other)))
    with path.open("w", newline="") as out:
        table = csv.writer(out)
        table.writerow(("at", "from", "to"))
        for one in range(people):
            table.writerow(
                (
                    f"2026-{chance.randrange(1, 4):02}-{chance.randrange(1, 28):02}T09:00:00Z",
                    _name(one),
                    "me@own.example",
                )
            )
        for one, other in sorted(pairs):
            at = f"2026-{chance.randrange(1, 4):02}-{chance.randrange(1, 28):02}T10:00:00Z"
            table.writerow((at, _name(one), f"{_name(other)};me@own.example"))


def _name(number: int) -> str:
    return f"p{number}@org{number // 60}.example"


def main() -> None:
    """Print CPU seconds, the least of three runs each."""
    people, ties = (int(one) for one in sys.argv[1:3]) if len(sys.argv) > 2 else (3_000, 30_000)
    with tempfile.TemporaryDirectory() as folder:
        write_log(Path(folder) / "log.csv", people, ties)
        log = hecht.open(Path(folder) / "log.db")
        log.import_([Path(folder) / "log.csv"], me=["me@own.example"])
        day = log.day(DAY)
        alone = cpu(lambda: log.store.rows(query("graph"), {"as_of": day, "since": -1, "pace": 1}))
        print(f"{machine()}\n{people} people, {ties} ties; reading the ties alone {alone:.2f} s CPU")
        for name, work in (
            ("introductions", lambda: log.introductions(day)),
            ("path", lambda: log.path("org7.example", day)),
            ("leave", lambda: log.leave("p500@org8.example", day)),
        ):
            spent = cpu(work)
            print(f"{name} {spent:.2f} s CPU ({spent / alone:.1f} x)")


if __name__ == "__main__":
    main()
