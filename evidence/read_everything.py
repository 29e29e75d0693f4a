"""Every file of a folder, read into a log of its own: what was kept, left out and could not be read, and no traceback.

    python evidence/read_everything.py FOLDER...

Prints a line a file or archive, then every rule that the log broke: an identifier that is none, a day outside the rules.
"""

import re
import sys
import tempfile
from pathlib import Path

import hecht

IDENTIFIER = re.compile(
    r"mailto:[^\s@<>,;\"]+@[^\s@<>,;\"]+|tel:\+[1-9]\d{3,14}|[a-z]+:[^\s\x00-\x1f\x7f](?:[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f])?"
)


def main() -> None:
    """Print the table."""
    paths = [
        path
        for name in sys.argv[1:]
        for path in (sorted(Path(name).rglob("*")) if Path(name).is_dir() else [Path(name)])
    ]
    files = [path for path in paths if path.is_file()]
    if not files:
        sys.exit("no data: name a folder with files that people export")
    print(f"{'file':44}{'kind':10}{'kept':>7}{'cards':>7}{'left out':>9}{'unreadable':>11}")
    odd: list[str] = []
    total = 0
    for path in files:
        with tempfile.TemporaryDirectory() as folder, hecht.open(Path(folder) / "log.db") as log:
            summary = log.import_([path])
            kinds = ",".join(sorted({*summary.new, *(kind for kind, _ in summary.left_out)})) or "-"
            kept = sum(summary.new.values()) + sum(summary.revised.values())
            out = sum(summary.left_out.values())
            total += len(summary.unreadable)
            print(f"{path.name[:43]:44}{kinds[:9]:10}{kept:7}{summary.cards:7}{out:9}{len(summary.unreadable):11}")
            said = [str(text) for (text,) in log.store.rows("SELECT i.text FROM identifier i WHERE i.log = :log")]
            odd += [f"{path.name}: {one!r}" for one in said if not IDENTIFIER.fullmatch(one)]
            days = log.store.rows("SELECT MIN(i.day), MAX(i.day) FROM interaction i WHERE i.log = :log")[0]
            ahead = log.day() + 400
            odd += [f"{path.name}: day {day}" for day in days if day is not None and not 0 <= int(day) <= ahead]
            odd += [f"{path.name}: {place} without a cause" for place, _, cause in summary.unreadable if not cause]
    print(f"{len(files)} files, {total} items reported with place and cause, {len(odd)} rules broken")
    for line in odd:
        print(line)
    sys.exit(1 if odd else 0)


if __name__ == "__main__":
    main()
