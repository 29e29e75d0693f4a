"""Through whom contact with an organisation runs, from the files of a log to the sentence."""

from collections.abc import Callable
from pathlib import Path

from app.world import NOOR, NOW, mail, mbox, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.text.network import thin_lines


def test_contact_with_an_organisation_that_runs_through_one(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    days = {"anna@kade.nl": 18, "bo@kade.nl": 1, "cas@kade.nl": 1, "dirk@waterschap.nl": 30}
    mails = [mail(who, NOOR, day) for who, count in days.items() for day in range(count)]
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mbox(*mails)})], NOW, me=[NOOR])
    found = log.thin("2025-04-30")  # her own house, of which she knows one person, is not looked at
    assert [(one.organisation, one.through, one.share, one.people) for one in found] == [("kade.nl", ("Anna",), 0.9, 3)]
    assert list(thin_lines(found, "nl")) == [
        "Je contact met kade.nl loopt vooral via Anna (9 van de 10 contactdagen; je kent er 3 mensen)."
    ]
    assert list(thin_lines(found, "en")) == [
        "Your contact with kade.nl runs mostly through Anna (9 in 10 contact days; you know 3 people there)."
    ]
    assert log.thin("2025-03-05") == []  # three days in, too little was seen
