"""Thousands of mutated files through every source: what raised, what broke a rule, and the slowest.

    python -m bench.fuzz [COUNT] [SEED] [FOLDER]

Seeds are the files of the tests, and those of a folder when one is named.
"""

import sys
import time
from collections import Counter
from datetime import UTC
from pathlib import Path

from bench.common import machine

from hecht.app.intake import sources_for
from hecht.testing.fuzz import broken_rules, mutations

NOW = 1_795_000_000
LARGEST = 200_000
NAMES = ("file", "WhatsApp-chat met Anna.txt", "file.eml")


def main() -> None:
    """Print what was found."""
    count, seed = (
        (int(one) for one in [*sys.argv[1:3], "20000", "1"][:2]) if len(sys.argv) != 2 else (int(sys.argv[1]), 1)
    )
    folders = [Path("tests/sources/data"), *map(Path, sys.argv[3:])]
    paths = [
        path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix != ".golden" and path.is_file()
    ]
    seeds = [path.read_bytes() for path in paths if path.stat().st_size < LARGEST]
    sources = sources_for(UTC)
    found: Counter[str] = Counter()
    slowest, begun = (0.0, 0), time.process_time()
    for number, data in enumerate(mutations(seeds, count, seed)):
        before = time.process_time()
        for said in broken_rules(sources, data, NAMES[number % len(NAMES)], NOW):
            found[said] += 1
            if found[said] == 1:
                print(f"input {number}: {said}", flush=True)
        slowest = max(slowest, (time.process_time() - before, number))
    print(
        f"{machine()}\n{count} mutations of {len(seeds)} files in {time.process_time() - begun:.0f} s CPU; seed {seed}"
    )
    print(f"{sum(found.values())} rules broken in {len(found)} ways; slowest {slowest[0]:.1f} s (input {slowest[1]})")


if __name__ == "__main__":
    main()
