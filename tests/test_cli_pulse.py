"""hecht collaboration pulse, from the log to what came out and back: start, files, reading in, taking, erasing, in words of users."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from app.collaborating import demo_log, read_in, rietdelta
from app.pulsing import say
from hecht.app.library import Hecht
from hecht.app.pulse import inviting, rounds
from hecht.app.settings import now
from hecht.cli import app
from hecht.core.collaboration.seen import How
from hecht.core.errors import HechtError, NotByFileError, TooSoonError
from hecht.stores.round import RoundFile

__all__ = ["demo_log", "read_in", "rietdelta"]
Run = Callable[..., str]


@pytest.fixture
def run(rietdelta: Hecht, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a function that runs the command in the demo's log, and gives what it said."""
    monkeypatch.setenv("HECHT_DB", str(rietdelta.store.engine.url.database))
    monkeypatch.delenv("HECHT_LANG", raising=False)

    def called(*arguments: str, code: int = 0) -> str:
        done = CliRunner().invoke(app, ["collaboration", "pulse", "rietdelta", *arguments], catch_exceptions=True)
        if isinstance(done.exception, HechtError):
            raise done.exception
        assert done.exit_code == code, done.output
        return done.output

    return called


def links(said: str) -> list[str]:
    return re.findall(r"^http://127\.0\.0\.1:8321/#(\S+)$", said, re.MULTILINE)


def file_of(log: Hecht) -> RoundFile:
    (path,) = rounds.paths(inviting.beside(log.store))
    return RoundFile(path)


def test_a_round_goes_to_who_takes_part_and_its_messages_are_to_copy(run: Run, rietdelta: Hecht) -> None:
    said = run("start", "--by-name", "--term", "kwaliteit")
    last = datetime.now(ZoneInfo("Europe/Amsterdam")).date() + timedelta(
        days=14
    )  # the real day where the demo is at home
    assert len(links(said)) == 6
    assert "hecht verstuurt niets" in said
    assert said.count("9 vragen, ongeveer twee minuten. Het is op naam") == 6
    assert said.count("Komt het niet uit, dan is dat ook goed.") == 6
    assert "Dag Willemijn," in said
    with file_of(rietdelta) as file:
        assert file.head().last == last.isoformat()
        assert {one.name for one in file.seats()} == {one.name for one in rietdelta.collaborations.show("riet").members}
    assert links(run("links")) == links(said)
    shown = json.loads(run("--json"))["rows"][0]
    assert (shown["mode"], shown["invited"], shown["answered"], len(shown["waiting"])) == ("named", 6, 0, 6)
    assert "0 van de 6 antwoordden." in run()
    assert "0 of 6 answered." in run("--lang", "en")


def test_reminders_go_to_who_did_not_answer_by_name_and_to_all_alike_when_anonymous(run: Run, rietdelta: Hecht) -> None:
    said = run("start", "--by-name")
    with file_of(rietdelta) as file:
        say(file, links(said)[0], {"kept": 3}, now())
        assert links(run("remind")) == links(said)[1:]
        say(file, links(said)[0], {}, now())
        rounds.close(file, now())
    run("start", "--anonymous")
    reminder = run("remind")
    assert links(reminder) == []
    assert "Dag allemaal" in reminder
    assert reminder.count("\n") == 1


def test_one_has_to_choose_with_the_group(run: Run) -> None:
    assert "--by-name or --anonymous" in run("start", code=2)
    assert "--by-name or --anonymous" in run("start", "--by-name", "--anonymous", code=2)


def test_reported_contact_goes_into_the_collaboration(run: Run, rietdelta: Hecht) -> None:
    """Sanne of Rietwoude and Paula of Oudenweer met outside the meetings: the cell between them was not visible."""
    said = run("start", "--by-name")
    names = re.findall(r"^-- (.*) \((.*)\)$", said, re.MULTILINE)
    by = {name: (number, links(said)[number - 1]) for number, (name, _) in enumerate(names, 1)}
    sanne, paula, lucas = (by[name] for name in ("Sanne de Groot", "Paula Verschoor", "Lucas van Leeuwen"))
    with file_of(rietdelta) as file:
        say(file, sanne[1], {"contact": [paula[0]], "kept": 4}, now())
        say(file, lucas[1], {"contact": []}, now())
    run("close")
    assert "2 van 6 mensen antwoordden." in run()
    today = datetime.now(ZoneInfo("Europe/Amsterdam")).date().isoformat()  # as the command
    assert "Wat 2 mensen over contact vertelden, staat nu bij de samenwerking." in run("take")
    cells = {(one.a, one.b): one for one in rietdelta.collaborations.show("rietdelta", today).cells}
    told = cells["Gemeente Oudenweer", "Gemeente Rietwoude"]
    assert (told.how, told.days) == (How.REPORTED, told.glimpsed + 1)
    nobody = cells["Provincie Middelland", "Woonstichting De Rietkraag"]
    assert nobody.how is How.REPORTED
    assert cells["Gemeente Oudenweer", "Woonstichting De Rietkraag"].how is How.NOT_VISIBLE
    before = len(rietdelta.collaborations.history("rietdelta"))
    run("take")
    assert len(rietdelta.collaborations.history("rietdelta")) == before
    rietdelta.collaborations.undo("rietdelta")
    cells = {(one.a, one.b): one for one in rietdelta.collaborations.show("rietdelta", today).cells}
    assert cells["Gemeente Oudenweer", "Gemeente Rietwoude"].how is How.NOT_VISIBLE


def test_forms_go_out_and_their_answers_come_in(run: Run, rietdelta: Hecht, tmp_path: Path) -> None:
    said = run("start", "--by-name")
    assert "6 formulieren" in run("files", "--out", str(tmp_path / "forms"))
    assert len(list((tmp_path / "forms").glob("*.html"))) == 6
    answer = {
        "format": "hecht.pulse/1",
        "link": links(said)[2],
        "agreed": True,
        "answers": {"kept": 5},
        "seconds": now(),
    }
    (tmp_path / "answer.json").write_text(json.dumps(answer), "utf-8")
    (tmp_path / "other.json").write_text("{}", "utf-8")
    assert "1 bestand met antwoorden ingelezen." in run("--read", str(tmp_path / "answer.json"))
    mixed = run("--read", str(tmp_path / "answer.json"), "--read", str(tmp_path / "other.json"), code=1)
    assert "other.json: Dit is geen antwoord op deze vragen: other.json" in mixed
    with file_of(rietdelta) as file:
        assert [one.answers for one in file.answers().values()] == [{"kept": 5}]


def test_an_anonymous_round_of_the_demo(run: Run, rietdelta: Hecht, tmp_path: Path) -> None:
    said = run("start", "--anonymous", "--lang", "nl")
    assert "-- " not in said
    assert "De links horen bij niemand in het bijzonder" in said
    with pytest.raises(NotByFileError):
        run("files", "--out", str(tmp_path))
    with pytest.raises(TooSoonError):
        run("start", "--anonymous", "--without", "Lucas")
    with file_of(rietdelta) as file:
        for token in links(said)[:4]:
            say(file, token, {"kept": 4}, now())
        assert "Nog geen vijf mensen antwoordden." in run()
        say(file, links(said)[4], {"kept": 1}, now())
    assert json.loads(run("--json"))["rows"][0]["answered"] is None
    assert "Minstens vijf mensen antwoordden." in run()
    run("close")
    shown = run()
    assert "Wat we afspreken, gebeurt. (organisatie) rond 3,5" in shown  # (4 x 4 + 1) / 5 = 3.4
    assert "Minstens 80 % deed mee." in shown  # 5 of 6 is 83 %
    assert not re.search(r"\b[56] van", shown)
    row = json.loads(run("--json"))["rows"][0]
    assert row["questions"] == [
        {"question": "kept", "condition": "organisation", "steps": None, "mean": None, "halves": 7}
    ]
    assert "rond 3,5" in run("compare")
    assert json.loads(run("compare", "--json"))["rows"][0]["questions"] == {"kept": 3.5}


def test_erasing_somebody_takes_their_answers_from_the_round(run: Run, rietdelta: Hecht) -> None:
    said = run("start", "--by-name", "--term", "kwaliteit")
    with file_of(rietdelta) as file:
        for token in links(said)[:2]:
            say(file, token, {"term": f"eekhoorn {token[:2]}"}, now())
        assert len(file.answers()) == 2
    held = rietdelta.held("Paula Verschoor")
    assert [one for one in held.said if one.startswith("pulse: term: eekhoorn")]
    assert rietdelta.erase("Paula Verschoor").finished
    with file_of(rietdelta) as file:
        assert len(file.answers()) == 1
        raw = file.path.read_bytes()
    assert b"Paula" not in raw
    assert raw.count(b"eekhoorn") == 1


def test_serving_is_a_process_that_ends_when_it_is_told_to(run: Run, rietdelta: Hecht) -> None:
    run("start", "--by-name")
    command = [sys.executable, "-m", "hecht.cli", "collaboration", "pulse", "rietdelta", "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        assert "te beantwoorden op http://127.0.0.1:8321" in process.stdout.readline()
    finally:
        process.terminate()
        process.wait(timeout=60)
        process.stdout.close()
    with file_of(rietdelta) as file:
        assert len(file.seats()) == 6


def test_what_parties_understand_by_a_term_goes_on_the_word_list(run: Run, rietdelta: Hecht) -> None:
    said = run("start", "--by-name", "--term", "Kwaliteit")
    with file_of(rietdelta) as file:
        for token, text in zip(links(said), ("op tijd", "volgens de norm"), strict=False):
            say(file, token, {"term": text}, now())
    run("close")
    taken = run("take")
    assert "\u2018Kwaliteit\u2019 staat op de woordenlijst." in taken
    assert "contact" not in taken
    held = {(one.kind, one.slot): one.value for one in rietdelta.collaborations.history("rietdelta")}
    assert held["word", "kwaliteit"]["term"] == "Kwaliteit"
    assert held["meaning", "kwaliteit|Gemeente Oudenweer"]["text"] == "op tijd"
    assert held["meaning", "kwaliteit|Gemeente Rietwoude"]["text"] == "volgens de norm"
    before = len(rietdelta.collaborations.history("rietdelta"))
    run("take")
    assert len(rietdelta.collaborations.history("rietdelta")) == before
