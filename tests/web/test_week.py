"""This week over HTTP equals what the library gives, and a decision can be taken back."""

from pathlib import Path

import hecht
from app.world import AS_OF
from hecht.text.tables import week_rows
from web.conftest import Client


def test_the_cards_are_the_librarys_moves_in_order(world: Client, small_log: Path) -> None:
    with hecht.open(small_log) as log:
        for lang in ("nl", "en"):
            rows = week_rows(log.week(AS_OF), lang)
            week = world.get("/api/week", Accept_Language=lang).body
            assert week["as_of"] == AS_OF
            assert [card["id"] for card in week["cards"]] == [row["id"] for row in rows]
            assert [card["reason"] for card in week["cards"]] == [row["reason"] for row in rows]
            assert [card["draft"] for card in week["cards"]] == [row["draft"] for row in rows]
            assert len(rows) == 2


def test_a_strip_marks_the_days_with_contact_of_the_year_before(world: Client, small_log: Path) -> None:
    card = world.get("/api/week").body["cards"][0]
    strip = card["strip"]
    with hecht.open(small_log) as log:
        tie = log.person(card["people"][0]["id"], AS_OF).tie
    assert tie is not None
    assert strip["length"] == 365
    assert strip["silence"] == tie.silence_days
    assert len(strip["days"]) == tie.active_days  # the small world is less than a year old
    assert strip["days"][-1] == 364 - tie.silence_days


def test_a_decision_takes_a_card_away_and_undo_brings_it_back(own: Client) -> None:
    before = [card["id"] for card in own.get("/api/week").body["cards"]]
    for verdict in ("done", "later", "never"):
        said = own.ask("POST", f"/api/week/{before[0]}", {"verdict": verdict, "because": "faster"})
        assert said.status == 200
        assert said.body["words"]
        assert before[0] not in [card["id"] for card in own.get("/api/week").body["cards"]]
        own.ask("POST", f"/api/week/{before[0]}", {"verdict": "undo"})
        assert [card["id"] for card in own.get("/api/week").body["cards"]] == before


def test_when_nothing_is_left_the_week_is_glad(own: Client) -> None:
    while cards := own.get("/api/week").body["cards"]:
        own.ask("POST", f"/api/week/{cards[0]['id']}", {"verdict": "never"})
    assert own.get("/api/week").body["glad"] == "Deze week hoeft er niets."


def test_a_conversation_that_was_noted_ends_the_silence(own: Client) -> None:
    card = own.get("/api/week").body["cards"][0]
    person = card["people"][0]["id"]
    assert own.get(f"/api/people/{person}").body["tie"]["silence"] > 0
    assert own.ask("POST", f"/api/people/{person}/talked").status == 200
    assert own.get(f"/api/people/{person}").body["tie"]["silence"] == 0


def test_an_earlier_day_sees_nothing_later(world: Client) -> None:
    people = world.get("/api/people?as_of=2025-04-01").body["rows"]
    assert people
    assert all(row["last"] <= "2025-04-01" for row in people)
