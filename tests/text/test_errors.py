"""Errors in Dutch: none is missing, and they keep their detail."""

import inspect
import re

import pytest

from hecht.core import errors
from hecht.core.errors import HechtError, NoEgoError, NoSuchPathError
from hecht.terminal import spoken
from hecht.text.errors import DUTCH, error_line

ALL = {one for _, one in inspect.getmembers(errors, inspect.isclass) if issubclass(one, HechtError)} - {HechtError}


def test_every_error_can_be_said_in_dutch() -> None:
    assert set(DUTCH) == ALL


@pytest.mark.parametrize("error", sorted(ALL, key=str), ids=lambda error: error.__name__)
def test_an_error_ends_as_it_does_in_english(error: type[HechtError]) -> None:
    english, dutch = (error.__doc__ or "").strip(), DUTCH[error]
    assert dutch[0].isupper() or dutch.startswith("keep")
    assert dutch.endswith(":") is english.endswith(":")
    assert dutch.endswith(".") is english.endswith(".")
    commands = re.compile(r"hecht (?:import|ties|week|people)\b|--\w+|\b(?:keep|rest|done)\b")
    assert commands.findall(english) == commands.findall(dutch)


def test_a_line_has_the_detail() -> None:
    assert error_line(NoSuchPathError("/tmp/x"), "nl") == "Dit bestand of deze map is er niet: /tmp/x"
    assert error_line(NoSuchPathError("/tmp/x"), "en") == "There is no such file or folder: /tmp/x"
    assert error_line(NoEgoError(), "nl").endswith("hecht import --me ADRES")
    assert error_line(OSError("disk"), "nl") == "disk"


@pytest.mark.parametrize(
    ("arguments", "setting", "lang"),
    [
        (["hecht", "week"], None, "nl"),
        (["hecht", "week"], "en", "en"),
        (["hecht", "week", "--lang", "en"], "nl", "en"),
        (["hecht", "week", "--lang=nl"], "en", "nl"),
        (["hecht", "week", "--lang"], None, "nl"),
        (["hecht", "week", "--lang", "fr"], "en", "en"),
    ],
)
def test_the_language_of_a_command_that_failed(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], setting: str | None, lang: str
) -> None:
    monkeypatch.delenv("HECHT_LANG", raising=False)
    if setting:
        monkeypatch.setenv("HECHT_LANG", setting)
    assert spoken(arguments) == lang
