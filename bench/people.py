"""Who is who: made-up address books of which the truth is known; what is merged, what is proposed, and the CPU it takes.

python -m bench.people [PEOPLE] [SEED...]
"""

import sys
from collections import defaultdict
from importlib.resources import files

from bench.common import cpu, machine

from hecht.core.names import read_nicknames
from hecht.core.proposals import Band, propose
from hecht.testing.address_books import address_book
from hecht.testing.truth import judge, known_people


def main() -> None:
    """Print precision and recall by certainty, wrong merges, and CPU seconds against sorting the same names."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    lines = files("hecht.core").joinpath("data/nicknames.tsv").read_text(encoding="utf-8").splitlines()
    nicknames = read_nicknames(lines)
    print(machine())
    for seed in map(int, sys.argv[2:] or ("1", "2", "3")):
        book = address_book(people, seed)
        everyone, truth = known_people(book)
        spent = cpu(lambda some=everyone: propose(some, nicknames), 1)
        plain = cpu(lambda some=everyone: sorted(name for one in some for name in one.names), 1)
        found = propose(everyone, nicknames)
        said = judge(found, truth)
        print(
            f"{people} people, seed {seed}, {len(everyone)} as the log sees them: {said.wrong_merges} wrong merges;"
            f" {len(found)} proposals, precision {said.precision:.3f}, recall {said.recall:.3f} of {said.pairs};"
            f" {spent:.1f} s CPU, {spent / plain:.0f} x sorting the names"
        )
        alone = judge(propose([one._replace(circle=frozenset()) for one in everyone], nicknames), truth)
        print(
            f"  without knowing who had contact with whom: precision {alone.precision:.3f}, recall {alone.recall:.3f}"
        )
        by_band: defaultdict[Band, list[bool]] = defaultdict(list)
        for one, right in zip(found, said.right, strict=True):
            by_band[one.band].append(right)
        print(
            "  "
            + "; ".join(
                f"{band.name.lower()}: {sum(some)} of {len(some)} right" for band, some in sorted(by_band.items())
            )
        )


if __name__ == "__main__":
    main()
