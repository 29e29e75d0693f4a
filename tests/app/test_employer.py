"""Where somebody works now, seen from the addresses they write from."""

from collections.abc import Callable
from pathlib import Path

from app.world import NOOR, NOW, mail, mbox
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.app.people import find, people

OLD, NEW = "iris@peilwerk.nl", "iris@hogegronden.nl"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Iris\r\nEMAIL:{old}\r\nEMAIL:{new}\r\nEND:VCARD\r\n"


def test_a_round_mail_from_a_new_address_tells_who_moved(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    """Nine readers are no contact, but somebody did write from there."""
    everybody = ", ".join([NOOR, *(f"reader{number}@example.org" for number in range(8))])
    (tmp_path / "in.mbox").write_bytes(mbox(mail(OLD, NOOR, 0), mail(OLD, NOOR, 20), mail(NEW, everybody, 60)))
    (tmp_path / "cards.vcf").write_text(CARD.format(old=OLD, new=NEW), encoding="utf-8")
    log = fresh()
    read_paths(log.store, [tmp_path], NOW, me=[NOOR])
    assert find(people(log.store), "iris").organisation == "hogegronden.nl"
    before = log.store.rows("SELECT MIN(i.day) FROM interaction i WHERE i.log = :log")[0][0]
    assert find(people(log.store, as_of=int(before or 0) + 30), "iris").organisation == "peilwerk.nl"
