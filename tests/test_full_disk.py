"""A disk that runs full in the middle of an import: said in words, nothing half, and the next import ends where a clean one does."""

import subprocess
import sys
from pathlib import Path

import hecht
from app.world import NOOR, ZONE, mail, mbox
from hecht.testing.stores import dump

CHILD = """
import resource, sys
from hecht.cli import main
from hecht.app import reading

reading.BATCH = 40
most = int(sys.argv.pop())
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))  # the system's own "no room": no file grows beyond this
sys.argv = ["hecht", "import", sys.argv[2], "--db", sys.argv[1], "--me", "noor@waterschap.nl", "--lang", "en"]
main()
"""


def test_a_full_disk_leaves_whole_batches(tmp_path: Path) -> None:
    box = tmp_path / "a.mbox"
    box.write_bytes(mbox(*(mail(f"P{n % 17} <p{n % 17}@x.nl>", NOOR, n % 90, number=n) for n in range(400))))
    told = []
    for name in ("clean", "full"):
        database = tmp_path / name / "log.db"
        with hecht.open(database) as log:
            log.store.set_setting("zone", ZONE)
        if name == "full":
            child = [sys.executable, "-c", CHILD, str(database), str(box), str(350_000)]
            done = subprocess.run(child, capture_output=True, text=True, check=False)
            assert done.returncode == 1
            assert done.stderr.startswith("hecht: The log cannot be opened or written: ")
            with hecht.open(database) as log:
                kept = log.store.rows("SELECT COUNT(*) FROM interaction i WHERE i.log = :log")[0][0]
                assert int(kept or 0) % 40 == 0
                assert int(kept or 0) < 400
        with hecht.open(database) as log:
            log.import_([box], me=[NOOR])
            told.append(dump(log.store))
    assert told[0] == told[1]
