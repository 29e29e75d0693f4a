"""What a sleeper would open, from a log: counted by hand from who wrote to whom."""

from collections.abc import Callable
from pathlib import Path

from app.world import BRAM, NOOR, NOW, mail, mbox, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.app.people import find, people
from hecht.app.snapshot import take
from hecht.app.strangers import alone, asleep

SANNE = "sanne@hogegronden.nl"


def test_people_with_whom_only_a_sleeper_is_seen_in_contact(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    mails = [mail(SANNE, NOOR, day) for day in range(-500, -400, 10)]
    mails += [mail(BRAM, NOOR, day) for day in range(0, 100, 5)]
    # Sanne wrote to Noor with Ype and Zita, and with Xan; Bram wrote to Xan too, and Noor herself to Wim
    mails += [
        mail(SANNE, f"{NOOR}, ype@zee.nl, zita@zee.nl", -399),
        mail(SANNE, f"{NOOR}, xan@zee.nl, wim@zee.nl", -398),
    ]
    mails += [mail(BRAM, f"{NOOR}, xan@zee.nl", 90, number=1), mail(NOOR, "wim@zee.nl", 80)]
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mbox(*mails)})], NOW, me=[NOOR])
    day = log.day("2025-06-20")
    sanne = find(people(log.store), SANNE).id
    shot = take(log.store, day)
    assert asleep(shot, shot.ties) == [sanne]
    assert alone(log.store, shot, [sanne]) == {sanne: 2}  # Ype and Zita
    before = take(log.store, log.day("2025-05-25"))  # Bram wrote to Xan on 1 June, Noor to Wim on 22 May
    assert alone(log.store, before, [sanne]) == {sanne: 3}
