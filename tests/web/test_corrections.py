"""Saying on the page what a time of contact was: it reaches the amounts at once, and is taken back the same way."""

from web.conftest import Client


def amounts(client: Client, person: str) -> float:
    total: float = sum(month["relation"] for month in client.get(f"/api/people/{person}").body["amounts"])
    return round(total, 2)


def test_one_click_says_what_a_time_of_contact_was(own: Client) -> None:
    person = own.get("/api/people?q=bram").body["rows"][0]["who"]["id"]
    rows = own.get(f"/api/people/{person}/times").body["rows"]
    assert rows
    assert all(row["part"] is None for row in rows)
    assert all(set(row) == {"key", "words", "title", "part"} for row in rows)  # never whether it was warm or cold
    before, path = amounts(own, person), f"/api/people/{person}/times/{rows[0]['key']}"
    said = own.ask("POST", path, {"part": "room"})
    assert (said.status, said.body["words"]) == (200, "Genoteerd; hecht houdt er bij de rest een beetje rekening mee.")
    assert own.get(f"/api/people/{person}/times").body["rows"][0]["part"] == "room"
    assert amounts(own, person) > before
    assert own.ask("POST", path, {"part": "undo"}).status == 200
    assert amounts(own, person) == before
    assert own.get(f"/api/people/{person}/times").body["rows"][0]["part"] is None


def test_what_is_not_there_is_not_corrected(own: Client) -> None:
    person = own.get("/api/people?q=bram").body["rows"][0]["who"]["id"]
    assert own.ask("POST", f"/api/people/{person}/times/1", {"part": "room"}).status == 404
    assert own.ask("POST", f"/api/people/{person}/times/1", {"part": "warm"}).status == 400
    assert own.get("/api/people/1/times").status == 404
