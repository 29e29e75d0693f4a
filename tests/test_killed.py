"""An import that is killed at any moment leaves a log that goes on: the next import ends where a clean one does."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import hecht
from app.world import NOOR, ZONE, mail, mbox
from hecht.testing.stores import dump

KILLS = int(os.environ.get("HECHT_KILLS", "8"))
"""HECHT_KILLS=50 pytest tests/test_killed.py tries more moments."""

CHILD = """
import os, signal, sys
from sqlalchemy import event
import hecht
from hecht.app import reading

reading.BATCH = 40
log = hecht.open(sys.argv[1])
left = int(sys.argv[3])

def count(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(log.store.engine, "before_cursor_execute", count)
event.listen(log.store.engine, "commit", count)
log.import_([sys.argv[2]], me=["noor@waterschap.nl"])
print(int(sys.argv[3]) - left)
"""


def run(database: Path, box: Path, moment: int) -> subprocess.CompletedProcess[str]:
    child = [sys.executable, "-c", CHILD, str(database), str(box), str(moment)]
    return subprocess.run(child, capture_output=True, text=True, check=False)


def test_killed_at_any_moment_the_next_import_ends_where_a_clean_one_does(tmp_path: Path) -> None:
    box = tmp_path / "a.mbox"
    box.write_bytes(mbox(*(mail(f"P{n % 17} <p{n % 17}@x.nl>", NOOR, n % 90, number=n) for n in range(400))))

    def fresh(name: str) -> Path:
        database = tmp_path / name / "log.db"
        with hecht.open(database) as log:
            log.store.set_setting("zone", ZONE)
        return database

    clean = fresh("clean")
    whole = run(clean, box, 10**9)
    assert whole.returncode == 0, whole.stderr
    steps = int(whole.stdout)
    assert steps > 100
    with hecht.open(clean) as log:
        wanted = dump(log.store)
    assert len(wanted["interaction"]) == 400
    chance = random.Random(KILLS)
    for number in range(KILLS):
        database = fresh(f"killed {number}")
        killed = run(database, box, chance.randrange(1, steps))
        assert killed.returncode == -signal.SIGKILL
        again = run(database, box, 10**9)
        assert again.returncode == 0, again.stderr
        with hecht.open(database) as log:
            assert dump(log.store) == wanted
