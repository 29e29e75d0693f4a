"""Circles and attention in words."""

import pytest

from hecht.core.ties.attention import Attention
from hecht.text.circles import attention_line, circle, placed_line


@pytest.mark.parametrize(
    ("layer", "people", "nl", "en"),
    [
        (1, 41, "binnenste kring", "inner circle"),
        (4, 150, "bredere kring", "wider circle"),
        (5, 150, "", ""),
        (None, 150, "", ""),
        (1, 40, "dichtbij", "close"),
        (2, 15, "dichtbij", "close"),
        (3, 15, "bredere kring", "wider circle"),
        (4, 40, "bredere kring", "wider circle"),
        (5, 40, "", ""),
        (1, 14, "", ""),
    ],
)
def test_a_circle_has_the_name_that_fits_the_number_of_people(layer: int | None, people: int, nl: str, en: str) -> None:
    assert circle(layer, people, "nl") == nl
    assert circle(layer, people, "en") == en


def test_how_a_quarter_went() -> None:
    # 100 contacts: 41, 30, 20 and 4 of them in the circles, 5 outside; five people had 38
    found = Attention(0, 100, 61, (41, 30, 20, 4, 3, 2), 5, 38)
    assert attention_line(found, 60, "nl") == (
        "Het laatste kwartaal: 100 contactmomenten met 61 mensen. Van elke tien waren er ongeveer vier met je binnenste"
        " kring, drie met mensen dichtbij en twee met goede contacten. Ongeveer vier van de tien waren"
        " met dezelfde vijf mensen."
    )
    assert attention_line(found, 60, "en") == (
        "The last quarter: 100 contacts with 61 people. Of every ten, about four with your inner circle, three with"
        " people close to you and two with good contacts. About four of every ten were with the same"
        " five people."
    )


def test_few_people_have_two_circles_or_none() -> None:
    found = Attention(0, 20, 5, (4, 8, 4, 4, 0, 0), 5, 20)
    assert attention_line(found, 20, "nl") == (
        "Het laatste kwartaal: 20 contactmomenten met 5 mensen. Van elke tien waren er ongeveer zes met mensen dichtbij"
        " en vier met je bredere kring."
    )
    assert attention_line(found, 5, "en") == "The last quarter: 20 contacts with 5 people."
    assert attention_line(found._replace(people=1, fewest=1), 5, "en") == "The last quarter: 20 contacts with 1 person."


def test_of_few_contacts_nothing_is_said() -> None:
    assert attention_line(Attention(0, 9, 3, (9, 0, 0, 0, 0, 0), 3, 9), 60, "nl") == ""


def test_what_is_said_when_somebody_is_put_in_a_circle() -> None:
    assert placed_line("Anna", 2, "nl") == "Genoteerd: Anna, dichtbij."
    assert placed_line("Anna", 5, "en") == "Noted: Anna, outside the circles."
    assert placed_line("Anna", 0, "nl") == "De kring van Anna volgt weer uit het contact."
    assert placed_line("Anna", 0, "en") == "The circle of Anna follows from the contact again."
