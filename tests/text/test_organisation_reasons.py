"""Why something stands out in an organisation's report, in sentences read aloud in both languages."""

from dataclasses import replace

import pytest

from hecht.app.organisation_rows import GroupRow, PersonRow
from hecht.core.network.resampled import Interval
from hecht.text.organisation_reasons import PLAIN, closed_lines, expected, part, person_line

NAN = float("nan")
GROUP = GroupRow(
    "Beheer", 24, 9.0, 0.1, Interval(-0.6, -0.7, -0.5), Interval(0.34, 0.26, 0.45), True, (), 0.1, 0.4, 3.0,
    None, None, None, None, None,
)  # fmt: skip
LINK = PersonRow(
    "broker", "a@works.example", "Anna", "Beheer", Interval(15.3, 8.9, 26.3), 0.48, ("Gemalen", "Kade"), False
)
LOAD = replace(
    LINK,
    why="load",
    times=Interval(3.14, 2.9, 3.4),
    share=0.64,
    groups=(),
    asked=True,
    before=2.0,
    hours=14.2,
    hours_usual=6,
)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.03, "minder dan een tiende"),
        (0.11, "ongeveer een tiende"),
        (0.34, "ongeveer een derde"),
        (0.49, "ongeveer de helft"),
    ],
)
def test_a_share_has_an_everyday_word(value: float, said: str) -> None:
    """0.11 lies .01 from a tenth; 0.34 lies .007 from a third and .06 from two fifths; 0.49 .01 from half."""
    assert part(value, "nl") == said


def test_one_closed_group_is_a_sentence() -> None:
    said, each = closed_lines([GROUP], "nl")
    assert each == []
    assert said == (
        "Beheer heeft ongeveer een derde van het contact met andere groepen"
        " dat je bij een groep van die grootte zou verwachten (tussen 26 en 45\xa0%)."
    )
    assert closed_lines([GROUP], "en") == (
        "Beheer has about a third of the contact with other groups that one would expect of a group of its size (between 26 and 45%).",
        [],
    )
    assert closed_lines([], "nl") == ("", [])


def test_more_closed_groups_are_a_list_the_most_closed_first() -> None:
    other = replace(GROUP, name="Kade", expected=Interval(0.21, 0.15, 0.3))
    said, each = closed_lines([GROUP, other], "nl")
    assert said == (
        "Twee groepen hebben veel minder contact met andere groepen dan je bij groepen van hun grootte zou verwachten:"
    )
    assert each == [
        "Kade: ongeveer een vijfde daarvan (tussen 15 en 30\xa0%)",
        "Beheer: ongeveer een derde daarvan (tussen 26 en 45\xa0%)",
    ]
    assert closed_lines([GROUP] * 11, "en")[1][-1] == "and 3 more, marked in the table below"


def test_why_somebody_is_named() -> None:
    assert person_line(LINK, "nl") == (
        "Heeft contact met Gemalen en Kade, waar de eigen groep verder weinig contact mee heeft: ten minste 15 keer zoveel als"
        " een collega gewoonlijk (zeker 9 keer). Dat is 48\xa0% van alle contact van deze persoon."
    )
    assert person_line(replace(LINK, groups=("A", "B", "C", "D", "E")), "en").startswith(
        "Is in contact with A, B, C and 2 more, with which"
    )
    assert person_line(LOAD, "nl") == (
        "Heeft 3,1 keer zoveel contact als gewoon is voor iemand op die plek (tussen 2,9 en 3,4; een kwartaal eerder 2,0), en is"
        " voor 64\xa0% van die contacten een van de belangrijkste. Er komt meer binnen dan er uitgaat. In vergaderingen: 14,2 uur"
        " per week, in de eigen groep gewoonlijk 6,0."
    )
    plain = person_line(replace(LOAD, asked=False, before=None, hours=None), "en")
    assert plain == (
        "Has 3.1 times the contact that is usual for somebody in that place (between 2.9 and 3.4), and is a main contact to 64%"
        " of those people."
    )


def test_what_is_not_known_is_a_dash() -> None:
    assert expected(Interval(NAN, NAN, NAN), "nl") == chr(0x2013)
    assert expected(Interval(1.314, 1.04, 1.66), "nl") == f"131\xa0% (104{chr(0x2013)}166)"


def test_both_languages_say_as_much_and_judge_nobody() -> None:
    assert {part: len(lines) for part, lines in PLAIN["nl"].items()} == {
        part: len(lines) for part, lines in PLAIN["en"].items()
    }
    said = " ".join(
        [
            *(line for lines in PLAIN["nl"].values() for line in lines),
            person_line(LINK, "nl"),
            person_line(LOAD, "nl"),
            closed_lines([GROUP], "nl")[0],
        ]
    )
    for word in ("te weinig", "te veel", "moet", "score", "silo", "overbelast", "verbinderrol", "reikwijdte"):
        assert word not in said.lower()
