"""Looking back: what was decided and why, and what the log shows after what was done."""
# ruff: noqa: RUF001 - a dash between dates is what is said

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.world import ASKED, BRAM, EVA, LIZ, NOOR, NOW, PIM, START, calendar, mail, mbox, meeting, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.core.moves.because import Because, Given, parse
from hecht.text.looking_back import looking_back_lines

Fresh = Callable[[], Hecht]


def day(number: int) -> str:
    return (START.date() + timedelta(days=number)).isoformat()


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("not-now", Given(Because.NOT_NOW, "")),
        ("Not now", Given(Because.NOT_NOW, "")),
        ("sneller-alleen: de stukken liggen er al", Given(Because.FASTER_ALONE, "de stukken liggen er al")),
        ("no_contact", Given(Because.NO_CONTACT, "")),
        ("in-hand", Given(Because.IN_HAND, "")),
        ("later: na de zomer", Given(None, "later: na de zomer")),
        ("", Given(None, "")),
    ],
)
def test_reasons_in_fixed_words_or_ones_own(text: str, given: Given) -> None:
    assert parse(text) == given
    assert parse(str(given)) == given


def test_a_quarter_by_hand(fresh: Fresh, tmp_path: Path) -> None:
    # four people each asked something on day 10; by day 110 three were answered and one waved away
    four = (BRAM, EVA, LIZ, PIM)
    mails = [mail(one, NOOR, 10, text=ASKED) for one in four]
    mails.append(mail(EVA, NOOR, 20, subject="dank"))  # Eva wrote back within 30 days
    log = fresh()
    files = {"a.mbox": mbox(*mails), "b.ics": calendar(meeting("a", 40, BRAM), meeting("b", 90, LIZ))}
    read_paths(log.store, [written(tmp_path / "in", files)], NOW, me=[NOOR])
    for name in ("bram", "liz"):  # Bram was met on day 40, Liz only long after
        move = next(
            one for one in log.week(day(12)).moves if log.week(day(12)).people[one.people[0]].name == name.title()
        )
        log.decide(move.id, "done", as_of=day(12))
    for name, verdict, because in (("eva", "done", ""), ("pim", "never", "sneller-alleen: kon het zelf vinden")):
        shown = log.week(day(13))
        move = next(one for one in shown.moves if shown.people[one.people[0]].name == name.title())
        log.decide(move.id, verdict, because, as_of=day(13))
    assert not log.looking_back(day(102)).ripe  # 12 + 91 = 103
    back = log.looking_back(day(103))
    assert back.ripe
    # the decisions of day 12 are 91 days old and fall out of the quarter that ends on day 103
    assert (back.verdicts, back.led_to) == ({"done": 1, "never": 1}, {"answered": 1})
    back = log.looking_back(day(102))
    assert back.verdicts == {"done": 3, "never": 1}
    assert back.led_to == {"met": 1, "answered": 1, "nothing": 1}
    assert (back.because, back.words) == ({Because.FASTER_ALONE: 1}, ("kon het zelf vinden",))
    assert log.looking_back(day(15)).led_to == {"soon": 3}
    log.decide(move.id, "undo", as_of=day(20))
    assert log.looking_back(day(102)).verdicts == {"done": 3}


def test_the_quarter_in_words(fresh: Fresh, tmp_path: Path) -> None:
    mails = [mail(BRAM, NOOR, 0, text=ASKED), mail(EVA, NOOR, 40, text=ASKED)]
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mbox(*mails)})], NOW, me=[NOOR])
    (first,) = log.week(day(3)).moves
    log.decide(first.id, "later", as_of=day(3))
    (second,) = [one for one in log.week(day(45)).moves if one.reason.day == log.day(day(40))]
    log.decide(second.id, "done", "beter-alleen", as_of=day(45))
    assert list(looking_back_lines(log.looking_back(day(60)), "nl")) == [
        "Na een kwartaal is hier te zien wat je met suggesties deed en wat ervan kwam."
    ]
    assert list(looking_back_lines(log.looking_back(day(110)), "nl")) == [
        "Terugkijken, 23 maart 2025 – 21 juni 2025",
        "  gedaan: 1, later: 0, niet voor jou: 0",
        "  van wat je deed, voor zover te zien: één keer niets te zien",
        "  je redenen: beter alleen (1)",
        "  Dit zie jij alleen.",
    ]
    # day 119 is 30 June, day 120 the first of July
    assert [log.week(day(number)).look_back for number in (119, 120, 126, 127)] == [False, True, True, False]
