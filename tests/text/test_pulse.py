"""The words of a round: none missing in either language, none banned, and numbers as one says them."""

import re
from pathlib import Path

import pytest

from app.pulsing import begun
from hecht.core.collaboration.pulse import Mode
from hecht.text.pulse import invitation, reminder
from hecht.text.pulse_words import CONDITIONS, PAGE, QUESTIONS, decimal, half
from text.test_moves import BANNED

SCRIPT = Path(__file__).parents[2] / "src" / "hecht" / "web" / "pulse" / "page" / "pulse.js"


@pytest.mark.parametrize("words", [PAGE, QUESTIONS, CONDITIONS], ids=["page", "questions", "conditions"])
def test_both_languages_say_the_same_things(words: dict[str, dict[str, str]]) -> None:
    assert words["nl"].keys() == words["en"].keys()
    for name, dutch in words["nl"].items():
        english = words["en"][name]
        assert sorted(re.findall(r"\{\w+\}", dutch)) == sorted(re.findall(r"\{\w+\}", english))
        assert dutch.strip() == dutch != ""


def test_the_page_asks_for_no_word_that_is_not_there() -> None:
    script = SCRIPT.read_text("utf-8")
    asked = set(re.findall(r"word\('(\w+)'", script)) | set(re.findall(r"refused\('(\w+)'\)", script))
    asked |= {one for pair in re.findall(r"word\([^()]*\? '(\w+)' : '(\w+)'", script) for one in pair}
    assert len(asked) > 25
    assert asked <= PAGE["nl"].keys()


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("mode", Mode)
def test_no_banned_word_and_always_an_easy_way_out(tmp_path: Path, lang: str, mode: Mode) -> None:
    head = begun(tmp_path, mode).head
    letters = [
        invitation(head, "Anna Bos", "LINK", lang),
        reminder(head, "Anna Bos", "LINK", lang),
        reminder(head, "", "", lang),
    ]
    easy = {"nl": "dan is dat ook goed", "en": "that is fine too"}[lang]
    for one in letters:
        assert easy in one
    assert [one.count("LINK") for one in letters] == [1, 1, 0]
    banned = re.compile(BANNED[lang], re.IGNORECASE)
    said = [*letters, *PAGE[lang].values(), *QUESTIONS[lang].values()]
    assert [one for one in said if banned.search(one)] == []
    assert all(("14 juli" if lang == "nl" else "July 14") in one for one in letters)


@pytest.mark.parametrize(
    ("value", "dutch", "english"), [(3.25, "3,3", "3.3"), (4.0, "4", "4"), (2.999, "3", "3"), (3.2, "3,2", "3.2")]
)
def test_a_mean_as_one_says_it(value: float, dutch: str, english: str) -> None:
    assert (decimal(value, "nl"), decimal(value, "en")) == (dutch, english)


def test_half_points_as_one_says_them() -> None:
    assert [half(one, "nl") for one in range(4, 9)] == ["2 of lager", "rond 2,5", "rond 3", "rond 3,5", "4 of hoger"]
    assert [half(one, "en") for one in range(4, 9)] == [
        "2 or lower",
        "around 2.5",
        "around 3",
        "around 3.5",
        "4 or higher",
    ]
