"""`hecht week` from a cold start on 200,000 interactions of 8,000 people, against a cold start that does nothing.

python bench/week.py [INTERACTIONS PEOPLE]
"""

import csv
import os
import random
import resource
import subprocess
import sys
import tempfile
from itertools import accumulate
from pathlib import Path

from bench.common import machine

DAYS = 900
FIRST = 1_700_000_000


def write_log(path: Path, interactions: int, people: int, seed: int = 1) -> None:
    """Write a plain log of one person: a few are written to often, most seldom; half of it comes from others."""
    chance = random.Random(seed)
    everyone = [f"p{i}@org{i % 400}.example" for i in range(people)]
    weights = list(accumulate((i + 1) ** -0.8 for i in range(people)))
    rows = []
    for _ in range(interactions):
        at = FIRST + chance.randrange(DAYS * 86_400)
        some = list(
            dict.fromkeys(
                chance.choices(everyone, cum_weights=weights, k=chance.choices((1, 2, 3, 5), (70, 15, 10, 5))[0])
            )
        )
        if chance.random() < 0.5:
            rows.append((at, "me@own.example", ";".join(some)))
        else:
            rows.append((at, some[0], ";".join(["me@own.example", *some[1:]])))
    with path.open("w", newline="") as out:
        table = csv.writer(out)
        table.writerow(("at", "from", "to"))
        table.writerows(sorted(rows))


def as_installed() -> dict[str, str]:
    """Give the environment of a user: one that keeps compiled modules, as an installation does."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def spent(*command: str) -> float:
    """Give the CPU seconds of a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=as_installed())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print CPU seconds, the least of five runs each."""
    interactions, people = (int(one) for one in sys.argv[1:3]) if len(sys.argv) > 2 else (200_000, 8_000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_log(folder / "log.csv", interactions, people)
        hecht = [sys.executable, "-m", "hecht.cli"]
        os.environ["HECHT_DB"] = str(folder / "log.db")
        imported = spent(*hecht, "import", str(folder / "log.csv"), "--me", "me@own.example")
        week = min(spent(*hecht, "week", "--as-of", "2026-04-01") for _ in range(5))
        nothing = min(spent(sys.executable, "-c", "import sqlalchemy, typer") for _ in range(5))
        print(f"{machine()}\n{interactions} interactions of {people} people")
        print(
            f"import {imported:.1f} s CPU; week {week:.2f} s CPU; importing its libraries alone {nothing:.2f} s ({week / nothing:.1f} x)"
        )


if __name__ == "__main__":
    main()
