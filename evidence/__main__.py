"""Run every protocol on a folder of data sets and write what came of it: `make evidence DATA=folder`.

    python -m evidence FOLDER [--out docs/evidence.md] [--only contact,layers]

A protocol is a module beside this one with a TITLE, what it is ABOUT, and `run(sets)`, or `on(folder)` where the data are no logs,
that gives lines of Markdown.
"""

import argparse
import importlib
from pathlib import Path

from evidence.datasets import DataSet, datasets

PROTOCOLS = ("contact", "calibration", "dormant", "introductions", "layers", "task_and_relation", "tried")
HEAD = """# Evidence

Written by `make evidence DATA=folder`, on public message logs that are not part of this repository (where they come from stands
below). Everything is frozen: hecht as it is shipped, each chance made from what was known on its day, judged by what came after. Where
hecht learns from a log's own past, it learned only from windows that had ended by that day.
"""
SOURCES = """## Data

`email-Eu-core-temporal.txt.gz` and `CollegeMsg.txt.gz` are of the Stanford network collection (snap.stanford.edu). Other logs of rows
`from to seconds` (`*temporal*.txt.gz`, `sx-*.txt.gz`) and plain logs (`NAME.log.csv`, header `at,from,to`) are judged when they lie in the
folder. Model A and model D were fitted on mail and other message logs before this repository began, Eu among them; the factor 1.5 of the
layers was chosen on Eu.
"""


def main() -> None:
    """Run the protocols and write the page."""
    arguments = argparse.ArgumentParser(prog="python -m evidence")
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--out", type=Path)
    arguments.add_argument("--only", default=",".join(PROTOCOLS))
    said = arguments.parse_args()
    sets, absent = [], []
    for one in datasets(said.folder):
        if isinstance(one, DataSet):
            sets.append(one)
        else:
            absent.append(one)
    lines = [HEAD, *(f"{one}.\n" for one in absent)]
    for name in said.only.split(","):
        protocol = importlib.import_module(f"evidence.{name}")
        lines += [f"## {protocol.TITLE}\n", f"{protocol.ABOUT}\n"]
        if hasattr(protocol, "on"):
            lines += protocol.on(said.folder)
        elif sets:
            lines += protocol.run(sets)
    text = "\n".join([*lines, SOURCES])
    print(text)
    if said.out:
        said.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
