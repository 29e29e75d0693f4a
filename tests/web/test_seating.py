"""Gatherings with seating over HTTP: who could come, a plan with its worths, wishes, printing, keeping, and what came of it."""

from itertools import combinations
from typing import Any

from web.conftest import Client
from web.test_collaborations import alliance, begun

__all__ = ["alliance"]


def guests(some: int) -> list[dict[str, Any]]:
    return [{"name": f"Gast {number}", "organisation": f"Huis {number % 3}"} for number in range(some)]


def value(seating: dict[str, Any], people: int) -> int:
    """Add up the worth of the pairs that meet, by hand."""
    place = {pair: at for at, pair in enumerate(combinations(range(people), 2))}
    met = {pair for tables in seating["rounds"] for table in tables for pair in combinations(sorted(table), 2)}
    return sum(seating["worth"][place[pair]] for pair in met)


def test_those_who_take_part_could_come_and_are_seated(alliance: Client) -> None:
    which = begun(alliance)["id"]
    coming = alliance.get(f"/api/seating/guests?collaboration_id={which}").body
    assert coming["title"] == "Rietland"
    assert sorted(one["name"] for one in coming["rows"]) == ["Anna Bos", "Bram Vos", "Noor Smit"]
    seating = alliance.ask(
        "POST", "/api/seating", {"guests": coming["rows"] + guests(3), "tables": 2, "rounds": 2}
    ).body
    assert all(sorted(one for table in tables for one in table) == list(range(6)) for tables in seating["rounds"])
    assert seating["value"] == value(seating, 6) <= seating["bound"]
    assert seating["unknown"] == 3


def test_wishes_are_kept_or_refused_in_words(alliance: Client) -> None:
    asked = {"guests": guests(6), "tables": 2, "rounds": 3, "together": [[0, 5]], "apart": [[0, 1]]}
    for tables in alliance.ask("POST", "/api/seating", asked).body["rounds"]:
        table = next(table for table in tables if 0 in table)
        assert 5 in table
        assert 1 not in table
    both = alliance.ask("POST", "/api/seating", {**asked, "apart": [[0, 5]]})
    assert (both.status, both.body["code"]) == (409, "clashing_wishes")
    assert alliance.ask("POST", "/api/seating", {**asked, "tables": 0}).body["code"] == "bad_tables"
    assert alliance.ask("POST", "/api/seating", {"guests": guests(3) * 2, "tables": 2}).body["code"] == "bad_guests"
    assert alliance.ask("POST", "/api/seating", {"guests": guests(2), "tables": 1, "apart": [[0, 9]]}).status == 400


def test_a_plan_is_printed_as_it_stands_and_kept_with_the_collaboration(alliance: Client) -> None:
    which = begun(alliance)["id"]
    coming = alliance.get(f"/api/seating/guests?collaboration_id={which}").body["rows"]
    some = [*coming, {"name": "=Gast", "organisation": ""}]
    plan = {"guests": some, "rounds": [[[0, 1], [2, 3]], [[0, 2], [1, 3]]], "title": "Werkdag"}
    made = alliance.ask("POST", "/api/seating/printed", plan).body
    assert "Anna Bos" in made["cards"]["text"]
    assert "<script" not in made["cards"]["text"]
    assert "'=Gast" in made["table"]["text"]
    broken = alliance.ask("POST", "/api/seating/printed", {**plan, "rounds": [[[0, 1], [2, 2]]]})
    assert broken.body["code"] == "bad_tables"
    kept = alliance.ask("POST", f"/api/collaborations/{which}/gatherings", {"day": "2025-02-15", "plan": plan})
    assert kept.status == 201
    (row,) = alliance.get(f"/api/collaborations/{which}/gatherings").body["rows"]
    assert (row["title"], row["day"], row["people"], row["complete"]) == ("Werkdag", "2025-02-15", 3, True)
