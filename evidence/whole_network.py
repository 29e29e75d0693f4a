"""How well p_contact does on a whole message log, through the front door: imported, and read from `hecht ties`.

Protocol: the log is imported as a plain log without an ego; candidates are all pairs with contact in (T-548, T]; a
tie is alive when it has contact in (T, T+H]; windows start every 30 (45) days from day 150; the first 525 days count.

    python evidence/whole_network.py LOG.txt[.gz]      rows `from to seconds`, as in the SNAP temporal networks
"""

import csv
import gzip
import sys
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import hecht
from hecht.app.library import Hecht
from hecht.core.ties.contact import MEMORY
from hecht.core.ties.judging import auc, brier, calibration_error

LAST = 525
WINDOWS = {30: range(150, 496, 30), 90: range(150, 436, 45), 180: range(345, 346)}


def as_plain_log(log: Path, out: Path) -> None:
    """Write the log as a plain log."""
    with gzip.open(log, "rt") if log.suffix == ".gz" else log.open() as rows, out.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(("at", "from", "to"))
        for row in rows:
            sender, to, seconds = row.split()
            table.writerow((seconds, sender, to))


def main() -> None:
    """Print a row per horizon: windows, ties, share alive, AUC (mean, least, of recency alone), Brier, calibration."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "log.csv"
        as_plain_log(Path(sys.argv[1]), plain)
        log = hecht.open(Path(folder) / "log.db")
        print(f"mails: {log.import_([plain], whole=True).new['plain']}")
        days = log.store.rows(
            "SELECT c.a, c.b, c.day FROM contact c WHERE c.log = :log AND c.day < :last GROUP BY c.a, c.b, c.day",
            {"last": LAST},
        )
        pairs: dict[tuple[int, int], list[int]] = {}
        for a, b, day in days:
            pairs.setdefault((int(a or 0), int(b or 0)), []).append(int(day or 0))
        active = {pair: np.array(sorted(found)) for pair, found in pairs.items()}
        heads = ("horizon", "windows", "ties", "alive", "AUC", "least", "recency", "Brier", "ECE")
        print("".join(f"{head:>9}" for head in heads))
        for horizon, starts in WINDOWS.items():
            rows = [window(log, active, start, horizon) for start in starts]
            n, base, area, recency, brier, error = np.mean(rows, axis=0)
            least = min(row[2] for row in rows)
            figures = "".join(f"{figure:9.3f}" for figure in (base, area, least, recency, brier, error))
            print(f"{horizon:9}{len(rows):9}{n:9.0f}{figures}")


def window(log: Hecht, active: dict[tuple[int, int], NDArray[np.int64]], start: int, horizon: int) -> tuple[float, ...]:
    """Give the figures of one window."""
    ties = [tie for tie in log.ties(start, every=True) if tie.silence_days < MEMORY]
    pairs = [(min(tie.ego, tie.alter), max(tie.ego, tie.alter)) for tie in ties]
    chance = np.array([getattr(tie, f"p_contact_{horizon}") for tie in ties])
    recent = np.array([-tie.silence_days for tie in ties], dtype=float)
    alive = np.array([bool(((active[pair] > start) & (active[pair] <= start + horizon)).any()) for pair in pairs])
    areas = auc(chance, alive) or 0.0, auc(recent, alive) or 0.0
    return (
        len(ties),
        float(alive.mean()),
        *areas,
        brier(chance, alive),
        calibration_error(chance, alive),
    )


if __name__ == "__main__":
    main()
