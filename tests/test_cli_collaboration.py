"""Every command of collaborations on the demo world, as one types it: what it says, its JSON, and how it ends."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from app.collaborating import read_in
from hecht import cli

__all__ = ["read_in"]


class Done(NamedTuple):
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(read_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give a function that runs `hecht collaboration` on a log of one's own."""
    folder = tmp_path / "own"
    folder.mkdir(mode=0o700)
    for name in (read_in.name, "secret"):
        shutil.copy(read_in.parent / name, folder / name)
    monkeypatch.setenv("HECHT_DB", str(folder / read_in.name))
    monkeypatch.delenv("HECHT_LANG", raising=False)

    def command(*arguments: str | Path) -> Done:
        monkeypatch.setattr(sys, "argv", ["hecht", "collaboration", *map(str, arguments)])
        capsys.readouterr()
        code: object = 0
        try:
            cli.main()
        except SystemExit as left:
            code = left.code or 0
        said = capsys.readouterr()
        assert isinstance(code, int)
        assert "Traceback" not in said.err
        return Done(code, said.out, said.err)

    return command


NAME = "Rietdelta"
STEPS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("propose",), "Rietdelta: 18 keer overleg van vijf organisaties, sinds september 2025"),
    (("list",), "Er is nog geen samenwerking."),
    (("add", NAME), "Rietdelta: 5 partijen, 6 deelnemers, "),
    (("list",), "Rietdelta: Gemeente Oudenweer"),
    (("show", NAME), "Van 4 van de 10 lijnen tussen partijen is het contact te zien of verteld."),
    (("party", NAME, "Rietkraag", "--role", "partner", "--motive", "too_small"), "(partner; om: alleen te klein)"),
    (("party", NAME, "Provincie", "--brings", "geld", "--yields", "minder wateroverlast"), "moet opleveren: minder"),
    (("delegate", NAME, "Paula", "--mandate", "tot een ton"), "Paula Verschoor, tot een ton"),
    (("why", NAME, "--why", "Droge voeten", "--success", "Iedereen doet het weer"), "Terugkijken op 16 november 2027."),
    (("belongs", NAME, "--most", "3"), " (--most 0)"),
    (("belongs", NAME, "Lunch Paula", "--out", "title"), "Hoort iets er niet bij"),
    (("milestone", NAME), "Rietdelta: op 22 december staat de kostenverdeling op de agenda."),
    (("milestone", NAME, "Verkiezingen", "--on", "2027-03-17", "--kind", "election"), "verkiezingen: Verkiezingen"),
    (("balance", NAME), "Sinds het convenant van 12 maart ging het tussen de partijen bijna alleen over de inhoud."),
    (("conditions", NAME, "--said", "Het loopt", "--of", "process"), "“Het loopt”"),
    (("ambition", NAME, "Droge voeten in 2030"), "Ambitie: Droge voeten in 2030"),
    (
        ("ambition", NAME, "--party", "Rietkraag", "--words", "Droge kelders", "--mark", "7"),
        "(herkent zich: 7 van de 10)",
    ),
    (("interest", NAME, "Betaalbaar", "--party", "Rietkraag", "--served", "5"), "Betaalbaar (5 van de 10)"),
    (
        ("levels", NAME, "Rietkraag", "--gives", "tuinen", "--conflict", "ook raadslid"),
        "(alleen voor jou): ook raadslid",
    ),
    (
        ("word", NAME, "robuust", "--party", "Rietkraag", "--meaning", "weinig werk"),
        "Woonstichting De Rietkraag: weinig werk",
    ),
    (("form", NAME, "Rietkraag", "--aim", "improve", "--way", "share"), "functioneel: samen doen"),
    (
        ("agreement", NAME, "Rekenblad", "--by", "2026-12-01", "--who", "Lucas"),
        "Rekenblad (Lucas van Leeuwen; vóór 1 december)",
    ),
    (("agreement", NAME, "--done", "rekenblad"), "gedaan op 16 november"),
    (
        ("effect", NAME, "Minder schade", "--unit", "euro", "--baseline", "100", "--target", "40"),
        "van 100 naar 40 euro",
    ),
    (("effect", NAME, "--saw", "schade", "--number", "70.5"), "70,5 euro"),
    (("programme", NAME), "werkbezoek bij Gemeente Rietwoude, rond 14 december, met "),
    (("programme", NAME, "outing", "--on", "2026-12-18", "--title", "Schaatsen"), "Schaatsen"),
    (("share", NAME), "Niets anders."),
    (("history", NAME), "Afspraak: Rekenblad"),
    (("undo", NAME), "Teruggenomen:"),
    (("rename", NAME, "Rietdelta 2030"), "Rietdelta 2030"),
)


def test_a_partnership_from_beginning_to_end(run: Run, tmp_path: Path) -> None:
    for arguments, expected in STEPS:
        done = run(*arguments, *(() if arguments[0] == "rename" else ("--lang", "nl")))
        assert (done.code, done.err) == (0, ""), arguments
        assert expected in done.out, (arguments, done.out)
    page, calendar, told = tmp_path / "r.html", tmp_path / "p.ics", tmp_path / "s.jsonl"
    assert run("report", NAME, "--out", page, "--with", "balance").code == 0
    assert "bijna alleen over de inhoud" in page.read_text("utf-8")
    assert run("report", NAME, "--out", page, "--without", "why").code == 0
    assert "bijna alleen" not in page.read_text("utf-8")
    assert run("programme", NAME, "--ics", calendar).code == 0
    assert calendar.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert run("share", NAME, "--out", told).code == 0
    assert told.read_text("utf-8").startswith('{"schema": "hecht.share/1"')


READING = (
    "propose",
    "list",
    "show",
    "belongs",
    "milestone",
    "balance",
    "conditions",
    "ambition",
    "interest",
    "word",
    "form",
    "agreement",
    "effect",
    "programme",
    "share",
    "history",
)


def test_reading_commands_give_rows_and_speak_english(run: Run) -> None:
    run("add", NAME)
    for command in READING:
        named = () if command in ("propose", "list") else (NAME,)
        given = json.loads(run(command, *named, "--json").out)
        assert given["schema"].startswith("hecht.collaboration"), command
        assert isinstance(given["rows"], list), command
        said = run(command, *named, "--lang", "en")
        assert said.code == 0
        for dutch in (" van de ", " het ", " niet ", " sinds "):
            assert dutch not in said.out.casefold(), (command, said.out)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("show", "Duin"), 1, "Er is geen samenwerking die zo heet: 'Duin'"),
        (("party", NAME, "Rietkraag", "--role", "baas"), 1, "Dit woord is hier niet bekend: 'baas'"),
        (("delegate", NAME, "Niemand"), 1, "Niemand in het log heet"),
        (("milestone", NAME, "Iets"), 2, "--on DATE"),
        (("milestone", NAME, "Iets", "--on", "morgen"), 2, "Dit is geen datum"),
        (("form", NAME, "Rietkraag"), 2, "--aim"),
        (("belongs", NAME, "x"), 2, "--in or --out"),
        (("agreement", NAME, "--done", "zzz"), 1, "Dit staat niet bij de samenwerking"),
        (("report", NAME, "--out", "x.html", "--with", "alles"), 2, "conditions"),
        (("undo", NAME, "17"), 1, "is al teruggedraaid"),
    ],
)
def test_what_goes_wrong_is_said_in_a_line(run: Run, arguments: tuple[str, ...], code: int, said: str) -> None:
    run("add", NAME)
    done = run(*arguments)
    assert done.code == code
    assert said in done.err.replace("\n", " ")


def test_the_next_difficult_moment_stands_beside_the_rows_of_the_week_and_of_today(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("add", NAME).code == 0
    for command in ("week", "today"):
        monkeypatch.setattr(sys, "argv", ["hecht", command, "--json"])
        with pytest.raises(SystemExit):
            cli.main()
        held = json.loads(capsys.readouterr().out)
        assert held["schema"] == f"hecht.{command}/1"
        (moment,) = held["moments"]
        # planted in the demo world: the sharing of costs, whose preparation is today; with Paula the meeting is in December
        assert (moment["collaboration"], moment["day"], moment["kind"]) == (NAME, "2026-12-22", "cost_decision")
        names = {"Sanne de Groot", "Chantal Evers", "Lucas van Leeuwen"} | (
            {"Paula Verschoor"} if command == "week" else set()
        )
        assert {one["name"] for one in moment["quiet"]} == names
