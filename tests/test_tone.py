"""`hecht tone` and the tone of what is imported: lines in, lines out, and nothing left of a text."""

import io
import json
import sys
from pathlib import Path

import pytest

from hecht import cli
from hecht.app.library import open_hecht

WARM = "Hoi Anna, wat vervelend dat je vader ziek is, sterkte! Zullen we binnenkort koffie drinken en bijpraten?"
DRY = "Kun je de offerte uiterlijk vrijdag aanleveren? Het bedrag van 12.500 euro is nog niet akkoord."


def judged(text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["hecht", "tone"])
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    code: object = 0
    try:
        cli.main()
    except SystemExit as left:
        code = left.code or 0
    said = capsys.readouterr()
    return int(str(code)), said.out, said.err


def test_lines_in_lines_out(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [{"text": WARM, "subject": "Koffie"}, {"text": DRY}, {"text": "La pompe marche encore une fois."}]
    code, out, err = judged("\n".join(map(json.dumps, lines)) + "\n\n", monkeypatch, capsys)
    warm, dry, french = map(json.loads, out.splitlines())
    assert (code, err) == (0, "")
    assert list(warm) == ["relation", "friction", "language", "reasons"]
    assert warm["relation"] > 70
    assert dry["relation"] < 20
    assert {"sympathy", "invitation"} <= set(warm["reasons"])
    assert french == {"relation": None, "friction": 0, "language": None, "reasons": []}


def test_a_line_that_is_none_is_told_by_number_and_never_repeated(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    deep = "[" * 100_000
    code, out, err = judged(
        f'{{"text": "geheim"\n{json.dumps({"text": WARM})}\n{{"words": 3}}\n{deep}\n', monkeypatch, capsys
    )
    assert code == 1
    assert len(out.splitlines()) == 4  # a line for every line, so that the two can be laid side by side
    assert err.splitlines() == ["hecht: line 1: not JSON", "hecht: line 3: no text in it", "hecht: line 4: not JSON"]
    assert "geheim" not in out + err


def test_meetings_get_their_room_where_they_are_read(tmp_path: Path) -> None:
    event = (
        "BEGIN:VEVENT\r\nUID:{0}@example.org\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260302T0{0}0000Z\r\n"
        "DTEND:20260302T0{0}3000Z\r\nSUMMARY:{1}\r\nORGANIZER:mailto:me@example.org\r\n"
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.net\r\nEND:VEVENT\r\n"
    )
    calendar = tmp_path / "agenda.ics"
    calendar.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
        + event.format(8, "Koffie")
        + event.format(9, "Voortgang fase 2")
        + "END:VCALENDAR\r\n",
        newline="",
    )
    with open_hecht(tmp_path / "log.db") as log:
        log.store.set_setting("zone", "UTC")
        log.import_([calendar], me=["me@example.org"])
        found = log.store.rows("SELECT i.relation FROM interaction i WHERE i.log = :log ORDER BY i.seconds")
    assert found == [(85,), (25,)]  # see core.occasion: two people with coffee, two with work on the table
