"""Through whom contact with an organisation runs, from the files of a log to the sentence."""

from collections.abc import Callable
from pathlib import Path

from app.world import NOOR, NOW, mail, mbox, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.text.network import thin_lines

QUOTED = "\u2018Camera-inspectie\u2019"


def test_contact_with_an_organisation_that_runs_through_one(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    days = {"anna@kade.nl": 18, "bo@kade.nl": 1, "cas@kade.nl": 1, "dirk@waterschap.nl": 30}
    mails = [mail(who, NOOR, day) for who, count in days.items() for day in range(count)]
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mbox(*mails)})], NOW, me=[NOOR])
    found = log.network("2025-04-30").thin  # her own house, of which she knows one person, is not looked at
    assert [(one.about, one.through, one.share, one.people) for one in found] == [("kade.nl", ("Anna",), 0.9, 3)]
    assert list(thin_lines(found, "nl")) == [
        "Je contact met kade.nl loopt vooral via Anna (9 van de 10 dagen met contact; je kent er 3 mensen)."
    ]
    assert list(thin_lines(found, "en")) == [
        "Your contact with kade.nl runs mostly through Anna (9 in 10 days with contact; you know 3 people there)."
    ]
    assert log.network("2025-03-05").thin == ()  # three days in, too little was seen


def test_a_topic_that_runs_through_one_person(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    days = {"anna@kade.nl": 10, "bo@sluis.nl": 1, "cas@polder.nl": 1}
    mails = [
        mail(who, NOOR, 9 * day, subject=f"Re: Camera-inspectie {('kade', 'sluis', 'brug')[day % 3]}")
        for who, count in days.items()
        for day in range(count)
    ]
    # of 240 conversations 12 are on it: a word in more than one of twenty says nothing
    mails += [mail("dirk@waterschap.nl", NOOR, day, number=n) for day in range(76) for n in (1, 2, 3)]
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mbox(*mails)})], NOW, me=[NOOR])
    found = [one for one in log.network("2025-06-01", between=False).thin if one.topic]
    # Anna on ten days, the two others on one each: 10 of 12
    assert [(one.about, one.through, one.share, one.people) for one in found] == [
        ("Camera-inspectie", ("Anna",), 0.833, 3)
    ]
    assert list(thin_lines(found, "nl")) == [
        f"Je contact over {QUOTED} loopt vooral via Anna (8 van de 10 keer, naar de titels; met 3 mensen in totaal)."
    ]
    assert list(thin_lines(found, "en")) == [
        f"Your contact on {QUOTED} runs mostly through Anna (8 in 10 times, by the titles; with 3 people in all)."
    ]
    more = [mail("anna@kade.nl", NOOR, 9 * day + 4, subject=f"Camera-inspectie {'abcdefgh'[day]}") for day in range(8)]
    read_paths(log.store, [written(tmp_path / "more", {"b.mbox": mbox(*more)})], NOW, me=[NOOR])
    assert [one for one in log.network("2025-06-01", between=False).thin if one.topic] == []  # too common now


def test_nobodys_name_is_a_topic(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    mails = [
        mail(who, NOOR, 7 * day + n, subject=f"{('Lunch', 'Bijpraten', 'Fietsen')[day % 3]} Anna")
        for n, (who, count) in enumerate({"bo@sluis.nl": 10, "anna@kade.nl": 1, "cas@polder.nl": 1}.items())
        for day in range(count)
    ]
    mails += [mail("dirk@waterschap.nl", NOOR, day, number=n) for day in range(80) for n in (1, 2, 3)]
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mbox(*mails)})], NOW, me=[NOOR])
    assert [one.about for one in log.network("2025-06-01").thin if one.topic] == []
