"""Meetings that lose their guests or an occurrence later: the log follows, in any order of import."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

from app.world import BRAM, NOOR, NOW
from hecht.app.library import Hecht
from hecht.testing.stores import dump

HEAD = "BEGIN:VEVENT\r\nUID:a@example.org\r\nDTSTAMP:20250301T000000Z\r\n"
WITH = f"SUMMARY:Overleg\r\nORGANIZER:mailto:{NOOR}\r\nATTENDEE:mailto:{BRAM}\r\n"
WEEKLY = "DTSTART:20250303T090000Z\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"
MOVED = f"{HEAD}RECURRENCE-ID:20250310T090000Z\r\nSEQUENCE:1\r\nDTSTART:20250311T090000Z\r\n{WITH}END:VEVENT\r\n"


def calendars(tmp_path: Path, *texts: str) -> list[Path]:
    paths = [tmp_path / f"{number}.ics" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(f"BEGIN:VCALENDAR\r\n{text}END:VCALENDAR\r\n", newline="")
    return paths


def days_in_every_order(fresh: Callable[[], Hecht], paths: list[Path]) -> list[str]:
    """Give the days on which Noor met Bram, after checking that the log is equal for every order of import."""
    told = []
    for order in permutations(paths):
        log = fresh()
        for path in order:
            log.import_([path], me=[NOOR], now=NOW)
        told.append(dump(log.store))
    assert all(one == told[0] for one in told)
    rows = log.store.rows("SELECT DISTINCT l.day FROM latest l WHERE l.log = :log AND l.status = 1 ORDER BY l.day")
    return [str(int(str(day)) - 20_150) for (day,) in rows]  # 3 March 2025 is day 20150


def test_a_meeting_whose_guests_were_all_taken_off(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    once = "DTSTART:20250303T090000Z\r\n"
    before = f"{HEAD}LAST-MODIFIED:20250301T000000Z\r\n{once}{WITH}END:VEVENT\r\n"
    after = f"{HEAD}LAST-MODIFIED:20250302T000000Z\r\n{once}SUMMARY:Overleg\r\nEND:VEVENT\r\n"
    assert days_in_every_order(fresh, calendars(tmp_path, before)) == ["0"]
    assert days_in_every_order(fresh, calendars(tmp_path, before, after)) == []


def test_an_export_without_details_takes_no_guests_away(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    """What Outlook publishes "with titles" names no guests, and its DTSTAMP is the time of the export."""
    once = "DTSTART:20250303T090000Z\r\n"
    full = f"{HEAD}{once}{WITH}END:VEVENT\r\n"
    bare = f"{HEAD.replace('20250301', '20250601')}{once}SUMMARY:Overleg\r\nEND:VEVENT\r\n"
    assert days_in_every_order(fresh, calendars(tmp_path, full, bare)) == ["0"]


def test_an_occurrence_that_was_moved_and_then_taken_out(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    first = f"{HEAD}{WEEKLY}{WITH}END:VEVENT\r\n"
    moved = first + MOVED
    out = f"{HEAD}{WEEKLY}EXDATE:20250310T090000Z\r\n{WITH}END:VEVENT\r\n"
    assert days_in_every_order(fresh, calendars(tmp_path, first, moved)) == ["0", "8", "14"]
    assert days_in_every_order(fresh, calendars(tmp_path, first, moved, out)) == ["0", "14"]


def test_an_occurrence_whose_guests_were_taken_off(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    first = f"{HEAD}{WEEKLY}{WITH}END:VEVENT\r\n"
    alone = f"{HEAD}RECURRENCE-ID:20250310T090000Z\r\nSEQUENCE:1\r\nDTSTART:20250310T090000Z\r\nEND:VEVENT\r\n"
    assert days_in_every_order(fresh, calendars(tmp_path, first, first + alone)) == ["0", "14"]
