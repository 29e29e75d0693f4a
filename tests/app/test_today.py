"""Today: the sheet of a meeting holds what is in the log, and nothing that came later."""
# ruff: noqa: RUF001 - typographic quotes are what is said

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.world import ASKED, BRAM, EVA, LIZ, NOOR, NOW, PIM, START, calendar, mail, mbox, meeting, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.text.today import today_calendar, today_lines, today_rows

Fresh = Callable[[], Hecht]


def day(number: int) -> str:
    return (START.date() + timedelta(days=number)).isoformat()


def read(log: Hecht, folder: Path, files: dict[str, bytes]) -> Hecht:
    assert read_paths(log.store, [written(folder, files)], NOW, me=[NOOR]).unreadable == []
    return log


@pytest.fixture
def log(fresh: Fresh, tmp_path: Path) -> Hecht:
    """Give a log with a meeting on Tuesday 1 July (day 120) with Bram, who asked something, Eva and somebody unknown."""
    mails = [mail(BRAM, NOOR, number) for number in range(0, 100, 7)]
    mails += [mail(BRAM, NOOR, 110, subject="planning dijk", text=ASKED), mail(NOOR, f"{EVA}, {LIZ}", 60)]
    events = [
        meeting("past", 90, BRAM, LIZ),
        meeting("tuesday", 120, BRAM, EVA, PIM, title="Start, fase 2; dijk"),
        meeting("friday", 123, BRAM, title="Vrijdag"),
        meeting("monday", 126, LIZ, title="Maandag"),
    ]
    return read(fresh(), tmp_path / "in", {"a.mbox": mbox(*mails), "b.ics": calendar(*events)})


def test_who_comes_and_what_is_open(log: Hecht) -> None:
    (sheet,) = log.today(day(119)).sheets
    assert sheet.meeting.title == "Start, fase 2; dijk"
    bram, eva, pim = sheet.guests
    assert [one.person.name for one in sheet.guests] == ["Bram", "eva@sub.kade.co.uk", "pim@hotmail.com"]
    assert (bram.since, bram.last, bram.channel, bram.alone) == (log.day(day(0)), log.day(day(110)), "mail", True)
    assert bram.asked_me is not None
    assert (bram.asked_me.title, bram.asked) == ("planning dijk", None)
    assert (eva.since, eva.last, eva.channel, eva.alone) == (log.day(day(60)), log.day(day(60)), "mail", False)
    assert (pim.since, pim.last, pim.channel, pim.alone) == (None, None, "", False)
    # Bram was seen with Liz alone, Eva with Liz, Pim with nobody
    assert {tuple(one.name for one in pair) for pair in sheet.strangers} == {
        ("Bram", "eva@sub.kade.co.uk"),
        ("Bram", "pim@hotmail.com"),
        ("eva@sub.kade.co.uk", "pim@hotmail.com"),
    }
    assert sheet.move is not None
    assert (sheet.move.people, sheet.move.reason.occasion) == ((bram.person.id,), "question_to_me")


def test_on_the_day_itself_the_meeting_has_yet_to_come(log: Hecht) -> None:
    (sheet,) = log.today(day(120)).sheets
    assert [one.last for one in sheet.guests] == [log.day(day(110)), log.day(day(60)), None]
    assert len(sheet.strangers) == 3


@pytest.mark.parametrize(
    ("number", "titles"),
    [
        (118, []),
        (119, ["Start, fase 2; dijk"]),
        (120, ["Start, fase 2; dijk"]),
        (122, ["Vrijdag"]),
        (123, ["Vrijdag", "Maandag"]),
        (125, ["Maandag"]),
        (126, ["Maandag"]),
        (127, []),
    ],
)
def test_today_and_the_next_working_day(log: Hecht, number: int, titles: list[str]) -> None:
    # day 120 is a Tuesday, 123 a Friday, 125 a Sunday
    assert [sheet.meeting.title for sheet in log.today(day(number)).sheets] == titles


def test_a_note_is_on_the_sheet_and_can_be_taken_back(log: Hecht) -> None:
    log.note("pim", "werkt aan\r\nde sluis")
    (sheet,) = log.today(day(119)).sheets
    assert [one.note for one in sheet.guests] == ["", "", "werkt aan de sluis"]
    assert log.person("pim", day(119)).notes == ("werkt aan de sluis",)
    assert log.held("pim").said == ("note: werkt aan de sluis",)
    log.unnote("pim")
    assert log.person("pim", day(119)).notes == ()


def test_a_note_goes_when_its_person_is_erased(log: Hecht) -> None:
    log.note("pim", "werkt aan de sluis")
    log.erase("pim")
    assert log.store.rows("SELECT s.value FROM said s WHERE s.log = :log") == []
    assert "pim" not in "\n".join(today_lines(log.today(day(119)), "nl", own_today=None))


def test_the_sheet_in_words(log: Hecht) -> None:
    lines = list(today_lines(log.today(day(119)), "nl", own_today=None))
    assert lines[1:7] == [
        "Vandaag",
        "",
        "Morgen om elf uur: Start, fase 2; dijk",
        "  Bram (delta.nl): contact sinds maart, het laatst op 21 juni (mail)",
        "    vroeg jou op 21 juni iets: ‘planning dijk’ (geen antwoord te zien)",
        "  eva@sub.kade.co.uk (kade.co.uk): contact sinds mei, het laatst op 2 mei (mail); nog niet met z’n tweeën",
    ]
    assert "  pim@hotmail.com: rechtstreeks contact is hier nog niet te zien" in lines
    assert "  Voor zover hecht ziet, kennen Bram en eva@sub.kade.co.uk elkaar niet." in lines
    assert lines[-1] == "Gezien via mail en agenda."
    english = "\n".join(today_lines(log.today(day(119)), "en", own_today=None))
    assert "Tomorrow at 11 o'clock: Start, fase 2; dijk" in english
    assert "asked you on June 21: ‘planning dijk’ (no answer to be seen)" in english


def test_a_day_without_meetings(log: Hecht) -> None:
    lines = list(today_lines(log.today(day(118)), "nl", own_today=None))
    assert lines[-1] == "Vandaag en de volgende werkdag staat er geen overleg met anderen in de agenda."


def test_the_rows_of_a_sheet(log: Hecht) -> None:
    (row,) = today_rows(log.today(day(119)), "nl")
    assert row["meeting"] == {
        "at": "2025-07-01T11:00:00+02:00",
        "until": "2025-07-01T12:00:00+02:00",
        "title": "Start, fase 2; dijk",
    }
    assert row["people"][0]["questions"] == [{"mine": False, "day": "2025-06-21", "subject": "planning dijk"}]
    assert row["suggestion"]["kind"] == "give_back"


def test_what_strangers_wrote_cannot_begin_a_line_in_a_calendar(log: Hecht, tmp_path: Path) -> None:
    evil = mail(PIM, NOOR, 112, subject="hoi").replace(b"From: Pim", b"From: =?utf-8?q?Pim=0D=0ASUMMARY:evil?=")
    read(log, tmp_path / "more", {"c.mbox": mbox(evil)})
    text = today_calendar(log.today(day(119)), "nl")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    unfolded = text.replace("\r\n ", "").split("\r\n")
    assert [line for line in unfolded if line.startswith("SUMMARY")] == ["SUMMARY:hecht: Start\\, fase 2\\; dijk"]
    assert all(
        re.match(r"(?:BEGIN|END|VERSION|PRODID|UID|DT|SUMMARY|DESCRIPTION|TRANSP|CLASS)", one)
        for one in unfolded
        if one
    )
    (description,) = [line for line in unfolded if line.startswith("DESCRIPTION:")]
    assert description.startswith("DESCRIPTION:Bram (delta.nl): contact sinds maart\\, het laatst op 21 juni (mail)\\n")
