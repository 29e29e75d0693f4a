"""What is planted is said: each fact with the sentence that a user reads, asked from the command line in Dutch."""

import contextlib
import io
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import pytest

from hecht import cli, demo
from hecht.app.demo import make_demo

Ask = Callable[..., str]
WAITING = {"gerda-helped"}


class Suggestion(NamedTuple):
    """A suggestion as printed: what kind, for whom, why, the draft, and the beginning of its id."""

    kind: str
    who: str
    reason: str
    draft: str
    id: str


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a demo that was made as `hecht demo` makes it."""
    found = make_demo(tmp_path_factory.mktemp("made"))
    found.log.close()
    return found.folder


def asking(database: Path) -> Ask:
    """Give a function that runs a command on a log, as the shell would, and returns what it prints."""

    def ask(*arguments: str) -> str:
        out, err = io.StringIO(), io.StringIO()
        environment = {"HECHT_DB": str(database), "COLUMNS": "200", "HECHT_LANG": "nl"}
        with (
            mock.patch.dict(os.environ, environment),
            mock.patch.object(sys, "argv", ["hecht", *arguments]),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            contextlib.suppress(SystemExit),
        ):
            cli.main()
        assert "Traceback" not in err.getvalue(), err.getvalue()
        return out.getvalue() + err.getvalue()

    return ask


@pytest.fixture(scope="session")
def ask(made: Path) -> Ask:
    """Ask the demo's log, which nothing here changes."""
    return asking(made / "demo.db")


def suggestions(week: str) -> list[Suggestion]:
    """Read the suggestions of a printed week."""
    found = []
    for block in week.split("\n\n"):
        lines = block.splitlines()
        if lines and lines[-1].strip().startswith("hecht move "):
            kind, _, who = lines[0].partition(": ")
            reason, *rest = [line.strip() for line in lines[1:-1]]
            found.append(Suggestion(kind, who, reason, " ".join(rest), lines[-1].split()[2]))
    return found


@pytest.fixture(scope="session")
def week(ask: Ask) -> list[Suggestion]:
    """Give what the week of 16 November shows."""
    return suggestions(ask("week"))


@pytest.fixture(scope="session")
def everything(made: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Suggestion]:
    """Give all that the week would propose, by putting off what it shows until nothing is left."""
    copy = tmp_path_factory.mktemp("copy") / "demo"
    shutil.copytree(made, copy)
    ask = asking(copy / "demo.db")
    found: dict[str, Suggestion] = {}
    while new := {one.id: one for one in suggestions(ask("week")) if one.id not in found}:
        found |= new
        for id_ in new:
            ask("move", id_, "later")
    return list(found.values())


COMMANDS = {"person", "people", "today"}


def sentences(*, asked: bool) -> list[tuple[str, ...]]:
    """Give the rows of the table: fact, kind of suggestion or command that is asked, whom it is about, what is said."""
    lines = Path(__file__).with_name("sentences.tsv").read_text("utf-8").splitlines()[1:]
    rows = [tuple(line.split("\t")) for line in lines]
    return [row for row in rows if (row[1].split()[0] in COMMANDS) == asked]


def test_every_suggestion_that_was_planted_has_its_sentence() -> None:
    """All but those that wait for what was given and taken."""
    said = {fact for fact, *_ in sentences(asked=False)}
    assert said == {one.id for one in demo.PLANTED if one.suggestion} - WAITING


@pytest.mark.parametrize(("fact", "kind", "who", "sentence"), sentences(asked=False))
def test_a_planted_fact_is_said(everything: list[Suggestion], fact: str, kind: str, who: str, sentence: str) -> None:
    assert fact in {one.id for one in demo.PLANTED}
    (found,) = [one for one in everything if one.kind == kind and who in one.who]
    assert sentence in found.reason


@pytest.mark.parametrize(
    "who",
    ["Gijs Hartman", "Mirjam Koster", "Ruben Schouten"],
    ids=["gijs-three", "mirjam-settled", "ruben-meets"],
)
def test_nothing_is_proposed_where_nothing_should_be(everything: list[Suggestion], who: str) -> None:
    assert not [one for one in everything if who in one.who]


def test_a_week_in_which_nothing_is_needed(ask: Ask) -> None:
    (quiet,) = [fact for fact in demo.PLANTED if fact.kind == "nothing_needed"]
    said = ask("week", "--as-of", quiet.since.isoformat())
    assert "Deze week hoeft er niets." in said
    assert suggestions(said) == []


def test_the_week_shows_several_kinds(week: list[Suggestion]) -> None:
    assert len(week) == 5
    assert len({one.kind for one in week}) >= 3


@pytest.mark.parametrize(("fact", "where", "who", "sentence"), sentences(asked=True))
def test_a_command_shows_a_planted_fact(ask: Ask, fact: str, where: str, who: str, sentence: str) -> None:
    assert fact in {one.id for one in demo.PLANTED}
    assert sentence in ask(*where.split(), *filter(None, (who,)))


def test_the_lock_project_is_asleep(ask: Ask) -> None:
    (project,) = [fact for fact in demo.PLANTED if fact.id == "sluis-review"]
    ties = ask("ties", "--most", "0")
    for address in project.people:
        last = address.partition("@")[0].partition(".")[2].removeprefix("de")
        (line,) = [row for row in ties.splitlines() if re.match(rf"\w+ (de )?{last}\b", row, re.IGNORECASE)]
        assert "slapend" in line


def test_aafke_appears_when_her_answer_is_read(made: Path, tmp_path: Path) -> None:
    shutil.copytree(made, tmp_path / "demo")
    ask = asking(tmp_path / "demo" / "demo.db")
    assert "Niemand in het log heet 'Aafke'" in ask("person", "Aafke")
    assert "eml: 1 nieuw" in ask("import", str(made / demo.LATER))
    assert "Aafke Wolthuis, zoutekreken.example" in ask("person", "Aafke")
