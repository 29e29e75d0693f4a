"""The map, today, position and who is who over HTTP."""

from web.conftest import Client
from web.test_people import found


def test_the_map_shows_everybody_awake_with_a_circle(world: Client) -> None:
    rows = world.get("/api/people").body["rows"]
    awake = {
        row["who"]["id"]
        for row in rows
        if row["layer"] in (1, 2, 3, 4) and row["state"] not in ("dormant", "peripheral")
    }
    shown = world.get("/api/map").body
    assert {dot["who"]["id"] for dot in shown["dots"]} == awake
    assert shown["bands"] == []  # four people are too few for circles
    assert {dot["sector"] for dot in shown["dots"]} <= {sector["key"] for sector in shown["sectors"]}


def test_an_earlier_map_sees_nothing_later(world: Client) -> None:
    assert all(dot["last"] <= "2025-04-15" for dot in world.get("/api/map?as_of=2025-04-15").body["dots"])


def test_a_circle_that_the_user_states_holds_until_it_is_taken_back(own: Client) -> None:
    bram = found(own, "bram")
    before = own.get(f"/api/people/{bram}").body["tie"]["layer"]
    other = 4 if before != 4 else 3
    assert own.ask("PUT", f"/api/people/{bram}/layer", {"layer": other}).status == 200
    assert own.get(f"/api/people/{bram}").body["tie"]["layer"] == other
    assert {dot["who"]["id"]: dot["stated"] for dot in own.get("/api/map").body["dots"]}[bram] is True
    own.ask("PUT", f"/api/people/{bram}/layer", {"layer": 0})
    assert own.get(f"/api/people/{bram}").body["tie"]["layer"] == before
    assert own.ask("PUT", f"/api/people/{bram}/layer", {"layer": 6}).status == 400


def test_today_has_a_sheet_for_each_meeting(world: Client) -> None:
    sheets = world.get("/api/today?as_of=2025-07-02").body["sheets"]
    assert [sheet["title"] for sheet in sheets] == ["Vooruitblik"]
    assert world.get("/api/today?as_of=2025-05-30").body["sheets"] == []


def test_position_is_said_in_both_languages(world: Client) -> None:
    told = {lang: world.get("/api/position", Accept_Language=lang).body for lang in ("nl", "en")}
    assert told["nl"]["contacts"] == told["en"]["contacts"] == 4
    assert told["nl"]["lines"] != told["en"]["lines"]
    assert not [line for line in told["nl"]["lines"] if "groep 1" in line]  # those are `groups`
    assert all(group["people"] > 2 for group in told["nl"]["groups"])


def test_merging_and_splitting_are_undone(own: Client) -> None:
    bram, eva = found(own, "bram"), found(own, "eva")
    total = own.get("/api/people").body["total"]
    assert own.ask("POST", f"/api/people/{bram}/merge", {"other": eva}).status == 200
    assert own.get("/api/people").body["total"] == total - 1
    assert own.ask("POST", "/api/undo").status == 200
    assert own.get("/api/people").body["total"] == total
    person = own.get(f"/api/people/{bram}").body
    assert len(person["identifiers"]) == 2
    assert own.ask("POST", f"/api/people/{bram}/split", {"address": person["identifiers"][1]}).status == 200
    assert len(own.get(f"/api/people/{bram}").body["identifiers"]) == 1
    assert own.ask("POST", f"/api/people/{bram}/split", {"address": "mailto:not@theirs.example"}).status == 409


def test_a_group_is_called_as_the_user_says_until_that_is_taken_back(own: Client) -> None:
    key, name = next((one["key"], one["name"]) for one in own.get("/api/map").body["sectors"])
    said = own.ask("PUT", "/api/sectors", {"key": key, "name": "Onze  ploeg"})
    assert said.body["words"] == "Deze groep heet nu Onze ploeg."
    shown = {one["key"]: one for one in own.get("/api/map").body["sectors"]}
    assert (shown[key]["name"], shown[key]["stated"]) == ("Onze ploeg", True)
    own.ask("PUT", "/api/sectors", {"key": key, "name": ""})
    assert {one["key"]: one["name"] for one in own.get("/api/map").body["sectors"]}[key] == name
    assert own.ask("PUT", "/api/sectors", {"key": "nowhere", "name": "x"}).status == 404


def test_a_person_at_a_glance_has_what_the_week_says_of_them(world: Client) -> None:
    card = world.get("/api/week").body["cards"][0]
    glance = world.get(f"/api/people/{card['people'][0]['id']}/glance").body
    assert glance["suggestion"] == card["reason"]
    assert glance["this_week"] is True
    assert glance["channels"]


def test_a_note_is_kept_and_taken_back(own: Client) -> None:
    bram = found(own, "bram")
    said = own.ask("POST", f"/api/people/{bram}/notes", {"text": "houdt van\nsluizen"})
    assert said.body["words"] == "Genoteerd bij Bram de Boer; alleen jij ziet het."
    own.ask("POST", f"/api/people/{bram}/notes", {"text": "belt liever"})
    assert own.get(f"/api/people/{bram}").body["notes"] == ["houdt van sluizen", "belt liever"]
    own.ask("DELETE", f"/api/people/{bram}/notes")
    assert own.get(f"/api/people/{bram}").body["notes"] == ["houdt van sluizen"]
    assert own.ask("POST", f"/api/people/{bram}/notes", {"text": "  "}).status == 400
