"""The labelled sentences by which tone is judged and fitted: their shape, and that the held-back ones stay held back."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

ROOM = Path(__file__).parents[2] / "evidence" / "tone"
COLUMNS = ["language", "kind", "relation", "relational", "friction", "text"]
FEWEST = {"heldback": 110, "development": 420}
NEAR = 85
RELATIONAL = (0.33, 0.42)
FRICTION = (0.11, 0.16)

IDENTIFYING = re.compile(r"@|https?:|www\.|\b[A-Z]{2}\d{2} ?[A-Z]{4}|\d{6,}|\b0\d{1,3}[ -]\d{3}|\+\d")
PART = r"[A-ZÀ-Þ][\w'-]*"
STOPPED = r"(?:[A-ZÀ-Þ]|Mrs?|Ms|Dr|Ds|Hon|Cmdr)\."
FULL_NAME = re.compile(rf"\b(?:(?:{STOPPED}|{PART}) )+(?:(?:van|der|den|de|ten|te|of|&) )*{PART}")
OPENING = frozenset(
    [
        "Ach",
        "Allerliefste",
        "Beste",
        "Dag",
        "Darling",
        "De",
        "Dear",
        "Dearest",
        "Doctor",
        "Dr",
        "Ds",
        "Evening",
        "Familie",
        "Geachte",
        "Goedemorgen",
        "Gr",
        "Groetjes",
        "Ha",
        "Hallo",
        "He",
        "Hee",
        "Hello",
        "Hey",
        "Hi",
        "Hiya",
        "Hoi",
        "Howdy",
        "Hé",
        "Juf",
        "Lieve",
        "Mevrouw",
        "Moin",
        "Morning",
        "Mr",
        "Mrs",
        "Ms",
        "Miss",
        "Mvg",
        "Nana",
        "Oh",
        "Ome",
        "Professor",
        "Canon",
        "Cllr",
        "Cmdr",
        "Councillor",
        "Fr",
        "Sister",
        "Uncle",
        "The",
        "X",
        "I",
        "Yo",
        "G'day",
        "Hon",
        "Big",
        "Can",
        "Could",
        "Do",
        "Enjoy",
        "For",
        "Is",
        "Keep",
        "May",
        "Merry",
        "Met",
        "No",
        "Put",
        "So",
        "Tell",
        "Unless",
        "What",
        "When",
        "While",
        "With",
        "You",
        "Yes",
        "Deliver",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Weds",
        "Tues",
        "Thurs",
    ]
)


class Labelled(NamedTuple):
    """One row of a data file, as it stands there."""

    language: str
    kind: str
    relation: str
    relational: str
    friction: str
    text: str


def rows(name: str) -> list[Labelled]:
    """Read a data file: tab separated, no quoting, line breaks in a mail written as \\n."""
    lines = (ROOM / f"{name}.tsv").read_text("utf-8").removesuffix("\n").split("\n")
    assert lines[0].split("\t") == COLUMNS
    return [Labelled(*line.split("\t")) for line in lines[1:]]


def examples() -> list[str]:
    """Give the worked examples of the guidelines: rows of a table whose second cell is a relation."""
    page = (ROOM / "guidelines.md").read_text("utf-8")
    return re.findall(r"^\| (.+?) \| (?:0|25|50|75|100) \| (?:yes|no) \|", page, re.MULTILINE)


def full_names(text: str) -> Iterator[str]:
    """Give every run of two or more capitalised words, less the greeting or title before it."""
    for line in text.split(r"\n"):
        for found in FULL_NAME.finditer(line):
            words = [word for word in found[0].replace(".", "").split(" ") if len(word) < 3 or not word.isupper()]
            while words and words[0] in OPENING:
                words.pop(0)
            if len(words) > 1:
                yield " ".join(words)


@pytest.mark.parametrize("name", FEWEST)
def test_labels_are_those_of_the_guidelines(name: str) -> None:
    for row in rows(name):
        assert row.language in ("nl", "en"), row
        assert row.kind in ("sentence", "mail"), row
        assert row.relation in ("0", "25", "50", "75", "100"), row
        assert row.relational == ("yes" if int(row.relation) >= 50 else "no"), row
        assert row.friction in ("yes", "no"), row


@pytest.mark.parametrize("name", FEWEST)
def test_texts_are_clean_and_a_sentence_is_one_line(name: str) -> None:
    for row in rows(name):
        assert row.text == row.text.strip()
        assert row.text.isprintable()
        assert not row.text.startswith(r"\n")
        assert not row.text.endswith(r"\n")
        assert "\\" not in row.text.replace(r"\n", "")
        assert row.kind == "mail" or r"\n" not in row.text, row


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", FEWEST)
def test_there_is_enough_of_each(name: str, language: str) -> None:
    own = [row for row in rows(name) if row.language == language]
    assert len(own) >= FEWEST[name]
    assert RELATIONAL[0] <= sum(row.relational == "yes" for row in own) / len(own) <= RELATIONAL[1]
    assert FRICTION[0] <= sum(row.friction == "yes" for row in own) / len(own) <= FRICTION[1]
    for column in ("relation", "kind"):
        assert min(Counter(getattr(row, column) for row in own).values()) >= len(own) // 15
    assert {row.relational for row in own if row.friction == "yes"} == {"yes", "no"}


def test_no_text_stands_twice() -> None:
    texts = Counter(default_process(row.text) for name in FEWEST for row in rows(name))
    assert [text for text, times in texts.items() if times > 1] == []


@pytest.mark.parametrize("other", ["development", "guidelines"])
def test_nothing_held_back_is_near_to_what_may_be_seen(other: str) -> None:
    held = [row.text.replace(r"\n", " ") for row in rows("heldback")]
    seen = examples() if other == "guidelines" else [row.text.replace(r"\n", " ") for row in rows(other)]
    likeness = process.cdist(held, seen, scorer=fuzz.token_set_ratio, processor=default_process)
    assert [(held[i], seen[j]) for i, j in zip(*(likeness > NEAR).nonzero(), strict=True)] == []


def test_the_guidelines_have_ten_examples_a_language() -> None:
    assert len(examples()) == 20


@pytest.mark.parametrize("name", FEWEST)
def test_nobody_can_be_found_by_what_a_text_holds(name: str) -> None:
    assert [row.text for row in rows(name) if IDENTIFYING.search(row.text)] == []


def test_every_full_name_is_on_the_list_of_invented_ones() -> None:
    """A name of two words could be somebody; whoever adds one says on the list that it was made up."""
    listed = (ROOM / "names.txt").read_text("utf-8").splitlines()
    assert listed == sorted(set(listed))
    assert {name for file in FEWEST for row in rows(file) for name in full_names(row.text)} == set(listed)


def test_a_full_name_is_found_behind_a_greeting_and_a_particle() -> None:
    assert list(full_names(r"Dear Mr Jonah Vale,\nregards, A. van Dorn en Roel")) == ["Jonah Vale", "A van Dorn"]
    assert list(full_names(r"Hoi Roel,\nDag Mies\nmorgen komt Piet. Wie nog meer?")) == []
