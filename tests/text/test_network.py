"""Position in words: the figures of the rows, as one would say them, and nothing that was not seen."""

from dataclasses import replace

import pytest

from hecht.app.position import PositionRow, PositionView, WhatIf
from hecht.text.network import position_lines, position_table, what_if_lines

ROW = PositionRow(
    1, "Noor", "", 84, 512.25, 0.1234, 23.4, 0.28, 0.2, 0.5, 900.0, 0.9, 0.2, 7, None, 0, 0, 0, 0, 0, 0.25
)


def other(person: int, name: str, organisation: str, community: int) -> PositionRow:
    return replace(
        ROW, person=person, name=name, organisation=organisation, community=community, strength=10.0 - person
    )


OWN = PositionView(
    20_000,
    (
        ROW,
        *(other(i, f"Wim {i}", "Delta", 1) for i in (2, 3, 4)),
        *(other(i, f"Els {i}", "", 2) for i in (5, 6, 7)),
        other(8, "Bo", "", 3),
    ),
    300,
    1,
    False,
    4,
    None,
    ("mail", "meeting"),
)


def test_ones_own_contact_in_words() -> None:
    assert list(position_lines(OWN, "nl")) == [
        "84 contacten, hooguit 23 verschillende ingangen, gezien via mail en agenda.",
        "De helft van je contact is met 4 mensen, de andere helft met 80 anderen.",
        "  Delta (groep 1): 3 mensen",
        "  Rond Els 5 en Els 6 (groep 2): 3 mensen",
        "Wie elkaar buiten jou om spreken, is hier maar voor een deel te zien; vandaar: hooguit.",
    ]
    assert list(position_lines(OWN, "en"))[:2] == [
        "84 contacts, at most 23 different ways in, seen through mail and calendar.",
        "Half of your contact is with 4 people, the other half with 80 others.",
    ]


def test_without_contact_there_is_little_to_say() -> None:
    alone = replace(OWN, rows=(replace(ROW, degree=0, constraint=None, effective_size=None),), half=0)
    assert list(position_lines(alone, "nl")) == ["Nog geen contact van jou in deze tijd."]
    assert list(position_lines(alone, "en")) == ["No contact of yours in this time yet."]


def test_a_whole_network_in_words_says_when_something_was_estimated() -> None:
    whole = replace(OWN, ego=None, whole=True, error=0.0123)
    assert list(position_lines(whole, "nl")) == [
        "8 mensen, 300 banden, gezien via mail en agenda.",
        "‘Tussen anderen’ is geschat uit een steekproef; de standaardfout is hooguit 1,2 procentpunt.",  # noqa: RUF001
    ]
    assert "at most 1.2 percentage points" in list(position_lines(whole, "en"))[1]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_room_between_people_is_shown_only_where_the_whole_is_seen(lang: str) -> None:
    room = {"nl": "speelruimte", "en": "room"}[lang]
    heads = [column.header for column in position_table(OWN, lang, 0).columns]
    assert room not in heads
    whole = replace(OWN, ego=None, whole=True)
    table = position_table(whole, lang, 3)
    heads = [column.header for column in table.columns]
    assert room in heads
    cells = [str(next(iter(column.cells))) for column in table.columns]
    assert cells == ["Noor", "", "84", "512.2", "23.4", "0.88", "90.0 %", "7", ""]
    assert table.caption == "3 / 8 (--most 0)"
    assert len(position_table(whole, lang, 0, width=80).columns) == len(heads) - 3


def test_one_tie_less_or_more_in_words() -> None:
    less = WhatIf(2, "Wim", "Delta", False, 0.0, 84, 0.1234, 23.4, 83, 0.1, 22.5)
    assert list(what_if_lines(less, "nl")) == [
        "Zonder Wim:",
        "  contacten    84 → 83",
        "  ingangen     23,4 → 22,5",
        "  verdeling    meer over anderen",
        "  Voor zover hecht ziet, is dit een eigen ingang: langs anderen kom je hier nauwelijks.",
    ]
    more = replace(less, more=True, strength=3.25, degree_then=85, effective_size_then=23.6, constraint_then=None)
    assert list(what_if_lines(more, "nl")) == [
        "Met Wim erbij:",
        "  contacten    84 → 85",
        "  ingangen     23,4 → 23,6",
        "  verdeling    niet te zeggen",
        "  (gerekend met een gemiddelde band van jou: 3,2 dagen met contact)",
        "  Voor zover hecht ziet, kom je hier ook langs anderen.",
    ]
    assert list(what_if_lines(less, "en"))[-1].endswith("others hardly lead here.")
    assert next(what_if_lines(more, "en")) == "With Wim added:"
    assert list(what_if_lines(more, "en"))[-1] == "  As far as hecht can see, others lead here too."
