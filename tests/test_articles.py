"""The list of ideas: every one is there once, and each command and test that it names exists."""

import re
from pathlib import Path

from typer.main import get_command

from hecht.cli import app

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "articles.md").read_text("utf-8")
COUNTS = {1: 13, 2: 18, 3: 12, 4: 19, 5: 9}
"""How many ideas each of the five articles has."""


def test_every_idea_is_there_once() -> None:
    numbers = [
        tuple(map(int, one.split(".")))
        for row in re.findall(r"^\| ([\d., ]+) \|", PAGE, re.MULTILINE)
        for one in row.split(", ")
    ]
    assert numbers == [(article, idea) for article, count in COUNTS.items() for idea in range(1, count + 1)]


def test_every_command_that_is_named_exists_with_its_options() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    named = re.findall(r"`hecht ([a-z_ ]+)`(?: \(`(--[a-z-]+)[^)]*\))?", PAGE)
    assert len(named) > 60
    for words, option in named:
        first, *rest = words.split()
        command = commands[first]
        if rest:
            command = command.commands[rest[0]]
        if option:
            assert option in {form for one in command.params for form in one.opts}, (words, option)


def test_every_test_that_is_named_exists() -> None:
    files = re.findall(r"`(tests/[\w/]+\.py)`", PAGE)
    assert len(files) > 60
    for one in files:
        assert (ROOT / one).exists(), one
