"""What others send, and what stands in names, cannot bend a collaboration or outlive erasing: shared files, records, rounds, groups."""

import csv
import json
from datetime import UTC
from io import StringIO
from pathlib import Path

import pytest

from app.collaborating import demo_log, read_in, rietdelta
from app.pulsing import AFTER, DAY, NOW, PEOPLE, begun, say, tokens
from hecht.app import groups
from hecht.app.collaboration.keeping import Version, author
from hecht.app.library import Hecht
from hecht.app.pulse import erasing, results, rounds
from hecht.core.collaboration.pulse import Mode
from hecht.core.collaboration.seen import How
from hecht.core.errors import BadInventoryError, NoSuchPathError
from hecht.stores import records
from hecht.stores.erase import scan
from hecht.stores.round import RoundFile
from hecht.text.collaboration_rests import programme_calendar
from hecht.text.output import as_csv

__all__ = ["demo_log", "read_in", "rietdelta"]

THEN = 1_794_470_400
"""12 November 2026, 8:00 UTC."""
PAULA, CHANTAL = "paula.verschoor@oudenweer.example", "chantal.evers@derietkraag.example"


def told(path: Path, sender: str, until: str, with_: str, *days: str) -> Path:
    head = {"schema": "hecht.share/1", "collaboration": "rietdelta", "from": sender, "until": until}
    path.write_text("".join(json.dumps(row) + "\n" for row in (head, {"with": with_, "days": days})), "utf-8")
    return path


def reported(log: Hecht) -> list[Version]:
    return [one for one in log.collaborations.history("Rietdelta") if one.kind == "reported"]


def database(log: Hecht) -> Path:
    return Path(str(log.store.engine.url.database))


def test_an_older_telling_never_takes_the_place_of_a_newer_one(rietdelta: Hecht, tmp_path: Path) -> None:
    new = told(tmp_path / "new.jsonl", PAULA, "2026-11-10", CHANTAL, "2026-04-14", "2026-11-03")
    old = told(tmp_path / "old.jsonl", PAULA, "2026-05-01", CHANTAL, "2026-04-14")
    rietdelta.import_([new], now=THEN)
    for _ in range(2):
        rietdelta.import_([old, new], now=THEN, again=True)
    (only,) = reported(rietdelta)
    assert str(only.value["days"]).split() == [str(rietdelta.day(day)) for day in ("2026-04-14", "2026-11-03")]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_tellings_in_one_import_end_the_same_in_either_order(
    rietdelta: Hecht, tmp_path: Path, order: tuple[int, int]
) -> None:
    untils = ("2026-05-01", "2026-11-10")
    for place, which in enumerate(order):
        told(tmp_path / f"{place}.jsonl", PAULA, untils[which], CHANTAL, untils[which])
    rietdelta.import_([tmp_path], now=THEN)
    assert reported(rietdelta)[0].until == rietdelta.day("2026-11-10")
    assert reported(rietdelta)[0].value["days"] == str(rietdelta.day("2026-11-10"))


def test_a_forged_telling_changes_nothing(rietdelta: Hecht, tmp_path: Path) -> None:
    path = tmp_path / "forged.jsonl"
    me = author(rietdelta.store)
    for sender, with_ in ((me, CHANTAL), (PAULA, PAULA)):  # in the user's name; of contact with oneself
        summary = rietdelta.import_([told(path, sender, "2026-11-10", with_, "2026-11-01")], now=THEN)
        assert summary.left_out["share", "elsewhere"] == 1
    for until, day in (("9999-12-31", "2026-11-01"), ("2026-11-14", "2026-11-13"), ("2026-11-10", "1969-12-31")):
        summary = rietdelta.import_([told(path, PAULA, until, CHANTAL, day)], now=THEN)
        assert len(summary.unreadable) == 1
    assert reported(rietdelta) == []
    assert How.REPORTED not in {cell.how for cell in rietdelta.collaborations.show("Rietdelta").cells}


def test_what_cannot_be_read_is_not_said_back_at_length(rietdelta: Hecht, tmp_path: Path) -> None:
    path = told(tmp_path / "letter.jsonl", PAULA, "2026-11-10", CHANTAL, "een hele brief " * 20)
    ((*_, cause),) = rietdelta.import_([path], now=THEN).unreadable
    assert len(cause) <= 60


def test_a_file_that_was_there_is_for_the_user_alone_once_it_holds_days(rietdelta: Hecht, tmp_path: Path) -> None:
    path = tmp_path / "rietdelta.jsonl"
    path.touch(0o644)
    rietdelta.collaborations.share("Rietdelta", path)
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\u2028", "\n"])
def test_a_name_behind_a_control_character_goes_with_its_person(rietdelta: Hecht, sign: str) -> None:
    room = rietdelta.collaborations
    room.ambition("Rietdelta", f"zie{sign}Paula Verschoor")
    room.agreement("Rietdelta", f"mail{sign}{PAULA}")
    whole = int(room.show("Rietdelta").id, 16)
    value = json.dumps({"slot": "x", "text": f"zie{sign}Paula Verschoor"})  # as an older version wrote it
    rietdelta.store.write(
        "INSERT INTO record (log, id, whole, seconds, about, other, undone, kind, author, value, since, until)"
        " VALUES (:log, 7, :whole, 9, 0, 0, 0, 'interest', '', :value, NULL, NULL)",
        [{"whole": whole, "value": value}],
    )
    done = rietdelta.erase("Paula Verschoor")
    assert (done.finished, done.left_in) == (True, ())
    assert scan(database(rietdelta), ["Paula Verschoor", PAULA, "Verschoor"]) == []


def test_a_collaboration_called_after_somebody_stays_when_they_are_erased(rietdelta: Hecht) -> None:
    room = rietdelta.collaborations
    room.undo("Rietdelta")
    number = room.add("Overleg Paula Verschoor", ["Paula Verschoor", "Chantal"]).id
    room.ambition("Overleg", "een droog dorp")
    assert rietdelta.erase("Paula Verschoor").finished
    (left,) = room.every()
    assert left.name == f"{number:016x}"[:8]
    assert room.weigh(left.name).ambition.text == "een droog dorp"
    assert scan(database(rietdelta), ["Verschoor"]) == []
    assert {one.whole for one in records.records(rietdelta.store)} >= {number}


def test_the_last_day_that_a_date_can_be_is_a_day_of_a_programme(rietdelta: Hecht) -> None:
    rietdelta.collaborations.programme("Rietdelta", "informal", "9999-12-31", "Feest\r\nBEGIN:VALARM")
    lines = programme_calendar(rietdelta.collaborations.weigh("Rietdelta"), "nl").split("\r\n")
    assert "DTSTART;VALUE=DATE:99991231" in lines
    assert "BEGIN:VALARM" not in lines


def test_the_name_of_a_column_is_guarded_as_its_cells_are() -> None:
    (head, row) = csv.reader(StringIO(as_csv([{"=HYPERLINK(1)": "=1"}])))
    assert (head, row) == (["'=HYPERLINK(1)"], ["'=1"])


def test_a_round_that_was_begun_half_stands_in_nobodys_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", dies)
        with pytest.raises(KeyboardInterrupt):
            begun(tmp_path)
    assert rounds.paths(tmp_path) == []
    assert rounds.every(tmp_path, NOW) == []
    made = begun(tmp_path)
    assert rounds.paths(tmp_path) == [made.path]
    assert erasing.erase(tmp_path, PEOPLE[0].identifiers, [PEOPLE[0].name]) == 1
    assert [path for path in tmp_path.iterdir() if b"Anna" in path.read_bytes()] == []


def test_two_earlier_rounds_that_differ_by_one_are_not_both_beside_a_third(tmp_path: Path) -> None:
    many = tuple(
        rounds.Invited(f"Mens {number}", "Delta", (f"mailto:m{number}@x.nl",)) for number in range(13)
    )  # the last group shares nobody with the first two, which differ by one
    for number, group in enumerate((many[:6], many[:7], many[7:])):
        now = NOW + number * 200 * DAY
        made = begun(tmp_path, Mode.ANONYMOUS, group, now)
        with RoundFile(made.path) as file:
            for token in tokens(made):
                say(file, token, {"kept": 3}, now + 60)
    found = results.side_by_side(tmp_path, "De Wielen", "", Mode.ANONYMOUS, UTC, AFTER + 700 * DAY)
    assert [one.together for one in found] == [False, True, True]
    assert found[0].said == ()


@pytest.mark.parametrize("text", ['"' + "x" * 200_000, 'organisation,situation,tried,needed\n"' + "x" * 200_000])
def test_what_is_no_inventory_is_said_to_be_none(rietdelta: Hecht, text: str) -> None:
    number = groups.begin(rietdelta.store, "Dijken", peers=["Chantal"]).id
    with pytest.raises(BadInventoryError):
        groups.read_inventory(rietdelta.store, number, text)


def test_an_inventory_as_spreadsheets_write_it(rietdelta: Hecht, tmp_path: Path) -> None:
    number = groups.begin(rietdelta.store, "Dijken", peers=["Chantal"]).id
    path = tmp_path / "rij.csv"
    path.write_bytes("Organisation;Situation;Tried;Needed\rCafé;lekt;pompen;geld\r".encode("cp1252"))
    assert groups.read_inventory(rietdelta.store, number, groups.inventory_text(path)) == 1
    assert groups.group(rietdelta.store, number).inventory[0].organisation == "Café"
    with pytest.raises(NoSuchPathError):
        groups.inventory_text(tmp_path / "nowhere.csv")
