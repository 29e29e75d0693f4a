"""A group with the same problem that becomes a collaboration, and looking back on it one and two years later."""

import pytest

from app.world import AS_OF, BRAM, EVA, NOOR, PIM
from hecht.app import groups
from hecht.app.collaboration.grouped import become
from hecht.app.collaboration.keeping import collaborations
from hecht.app.library import Hecht
from hecht.core.errors import NobodyToWorkWithError
from hecht.core.moves.move import Kind
from hecht.text.bridging import became_line
from hecht.text.tables import week_rows
from hecht.text.today import look_back_line, today_lines


def test_a_group_becomes_a_collaboration_once_with_people_organisations_and_ambition(log: Hecht) -> None:
    group = groups.begin(log.store, "Klei", peers=[BRAM, EVA], third=[PIM], day=log.day("2025-06-01"))
    groups.change(log.store, group.id, interest="Samen klei kopen")
    made = become(log.store, group.id[:8], log.day(AS_OF))
    assert made.name == "Klei"
    assert [one.text("text") for one in made.of("ambition")] == ["Samen klei kopen"]
    assert made.start == log.day("2025-06-01")
    roles = {party.organisation: party.role for party in made.parties}
    assert {"Delta BV", "kade.co.uk", "waterschap.nl"} <= set(roles)
    (supplier,) = (organisation for organisation, role in roles.items() if role == "supplier")
    assert "Pim" in supplier  # Pim writes from a free address: he takes part for himself
    assert groups.group(log.store, group.id).collaboration == f"{made.id:016x}"
    assert become(log.store, group.id, log.day(AS_OF)).id == made.id
    assert [one.name for one in collaborations(log.store)].count("Klei") == 1
    assert "Klei" in became_line(made, "nl")


def test_a_group_of_nobody_else_becomes_nothing(log: Hecht) -> None:
    group = groups.begin(log.store, "Alleen", peers=[NOOR])
    with pytest.raises(NobodyToWorkWithError):
        become(log.store, group.id, log.day(AS_OF))
    assert groups.group(log.store, group.id).collaboration == ""


@pytest.mark.parametrize(("held", "years", "said"), [("2024-06-30", 1, "een jaar"), ("2023-06-30", 2, "twee jaar")])
def test_the_week_and_today_say_when_to_look_back(log: Hecht, held: str, years: int, said: str) -> None:
    groups.begin(log.store, "Klei", peers=[BRAM, EVA], third=[PIM], day=log.day(held))
    day = log.day(AS_OF)
    (later,) = groups.looking_back(log.store, day, day + 7)
    assert (later.title, later.day, later.years) == ("Klei", day, years)
    (move,) = (one for one in log.week(AS_OF).moves if one.kind is Kind.GATHER)
    assert (move.reason.occasion, move.reason.subject, move.reason.since) == ("look_back", "Klei", years)
    assert {log.person(str(one)).name for one in move.people} == {"Bram de Boer", "Eva"}
    today = log.today(AS_OF)
    line = look_back_line(later, "nl")
    assert line.startswith(f"Vandaag is het {said} geleden dat jullie samenkwamen over ")
    assert line.endswith("Draait het nog?")
    assert line in "\n".join(today_lines(today, "nl", own_today=None))
    assert log.today("2025-06-29").later == ()
    assert groups.looking_back(log.store, day + 1, day + 360) == []


def test_looking_back_is_said_in_both_languages(log: Hecht) -> None:
    groups.begin(log.store, "Klei", peers=[BRAM, EVA], day=log.day("2024-07-02"))
    week = log.week(AS_OF)
    said = {lang: [row for row in week_rows(week, lang) if row["kind"] == "gather"] for lang in ("nl", "en")}
    assert "een jaar geleden dat jullie samenkwamen over" in said["nl"][0]["reason"]
    assert "a year since you came together about" in said["en"][0]["reason"]
    assert "een jaar geleden kwamen we samen" in said["nl"][0]["draft"].lower()
