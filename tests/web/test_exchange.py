"""Bringing and getting over HTTP equals what the library gives, and what is not for others is refused."""

from pathlib import Path

import hecht
from app.world import AS_OF, BRAM, EVA, PIM
from hecht.app import matters
from hecht.app.library import Hecht
from web.conftest import Client


def person(client: Client, name: str) -> str:
    found: str = client.get(f"/api/people?q={name}").body["rows"][0]["who"]["id"]
    return found


def test_an_ask_is_answered_as_the_library_does_and_withdrawn(own: Client) -> None:
    made = own.ask("POST", "/api/exchange/wishes", {"asked": True, "text": "Wie weet iets van de planning van dijken?"})
    assert made.status == 201
    assert made.body["known"][0]["who"]["name"] == "Bram de Boer"
    number = made.body["wish"]["id"]
    assert [one["id"] for one in own.get("/api/exchange").body["wishes"]] == [number]
    assert own.get(f"/api/exchange/wishes/{number}").body == made.body
    assert own.ask("DELETE", f"/api/exchange/wishes/{number}").status == 200
    assert own.get("/api/exchange").body["wishes"] == []
    assert own.get(f"/api/exchange/wishes/{number}").status == 404


def test_thinking_along_is_not_put_out_nor_gathered_about(own: Client) -> None:
    made = own.ask(
        "POST",
        "/api/exchange/wishes",
        {"asked": True, "text": "Half plan", "need": "thinking_along", "see": "others"},
    ).body
    assert made["wish"]["see"] == "me"
    assert (made["ways"], made["met"]) == ([], [])
    number = made["wish"]["id"]
    assert own.ask("POST", f"/api/exchange/wishes/{number}/out").status == 409
    group = {"title": "Groep", "peers": [person(own, "bram")], "ask": number}
    assert own.ask("POST", "/api/exchange/groups", group).status == 409


def test_a_day_that_has_passed_is_called_that(own: Client) -> None:
    asked = {"asked": True, "text": "Wie weet iets van klei?", "need": "information", "until": "2020-01-01"}
    reply = own.ask("POST", "/api/exchange/wishes", asked)
    assert (reply.status, reply.body["title"]) == (400, "Die dag is al voorbij.")


def test_an_introduction_goes_step_by_step(own: Client) -> None:
    a, b = person(own, "eva"), person(own, "pim")
    made = own.ask("POST", "/api/exchange/introductions", {"a": a, "b": b, "a_gains": "een kade"}).body
    assert (made["step"], len(made["drafts"])) == ("asking", 2)
    where = f"/api/exchange/introductions/{made['id']}"
    assert not any(PIM in one["text"] or EVA in one["text"] for one in made["drafts"])
    assert own.ask("POST", where, {"sent": True}).status == 409
    own.ask("POST", where, {"who": a, "yes": True})
    ready = own.ask("POST", where, {"who": b, "yes": True}).body
    assert ready["step"] == "ready"
    assert PIM in ready["drafts"][0]["text"]
    assert own.ask("POST", where, {"sent": True}).body["step"] == "sent"


def test_a_group_with_its_inventory(own: Client) -> None:
    made = own.ask(
        "POST", "/api/exchange/groups", {"title": "Dijken", "peers": [person(own, "bram")], "day": "2025-09-01"}
    ).body
    assert made["looks_back"] == ["2026-09-01", "2027-09-01"]
    where = f"/api/exchange/groups/{made['id']}"
    text = "organisation,situation,tried,needed\nDelta,De dijk zakt,,klei\n"
    changed = own.ask("POST", where, {"inventory": text, "interest": "Samen klei kopen"}).body
    assert [row["organisation"] for row in changed["inventory"]] == ["Delta"]
    assert changed["interest"] == "Samen klei kopen"
    assert "Dijken" in own.get(f"{where}/form").body["html"]
    assert own.ask("POST", where, {"inventory": "a,b\n1,2\n"}).status == 409


def test_what_somebody_seeks_and_what_titles_were_about(own: Client, small_log: Path) -> None:
    with hecht.open(small_log) as log:
        words = [one.word for one in topics(log)]
    body = own.get(f"/api/people/{person(own, 'bram')}/exchange").body
    assert [one["word"] for one in body["topics"]] == words
    assert words[:1] == ["dijk"]
    assert body["wishes"] == []


def topics(log: Hecht) -> list[matters.Topic]:
    return matters.topics_of(log.store, BRAM, log.day(AS_OF))
