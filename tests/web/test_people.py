"""People over HTTP: pages, search, one person, what is held, and erasing."""

from pathlib import Path

import hecht
from app.world import AS_OF, BRAM, EVA
from web.conftest import Client


def found(client: Client, q: str) -> str:
    rows = client.get(f"/api/people?q={q}").body["rows"]
    assert len(rows) == 1
    number: str = rows[0]["who"]["id"]
    return number


def test_pages_together_are_all_ties_in_order(world: Client, small_log: Path) -> None:
    with hecht.open(small_log) as log:
        expected = [str(tie.alter) for tie in log.ties(AS_OF)]
    paged: list[str] = []
    for offset in range(0, len(expected), 2):
        page = world.get(f"/api/people?limit=2&offset={offset}").body
        assert page["total"] == len(expected)
        paged += [row["who"]["id"] for row in page["rows"]]
    assert paged == expected
    assert world.get("/api/people?limit=201").status == 400


def test_ids_are_texts_since_a_browser_cannot_count_so_far(world: Client) -> None:
    ids = [row["who"]["id"] for row in world.get("/api/people").body["rows"]]
    assert all(isinstance(one, str) for one in ids)
    assert any(int(one) > 2**53 for one in ids)


def test_search_is_by_name_organisation_and_address(world: Client) -> None:
    assert found(world, "bram") == found(world, "BOER%20bram") == found(world, "delta") == found(world, BRAM)
    assert world.get("/api/people?q=zzz").body == {"rows": [], "total": 0, "offset": 0}


def test_state_and_layer_narrow_the_list(world: Client) -> None:
    every = world.get("/api/people").body["rows"]
    for state in {row["state"] for row in every}:
        rows = world.get(f"/api/people?state={state}").body["rows"]
        assert [row["who"]["id"] for row in rows] == [row["who"]["id"] for row in every if row["state"] == state]


def test_a_person_equals_what_the_library_gives(world: Client, small_log: Path) -> None:
    number = found(world, "bram")
    person = world.get(f"/api/people/{number}").body
    with hecht.open(small_log) as log:
        view = log.person(number, AS_OF)
    assert view.tie is not None
    assert person["who"] == {
        "id": number, "name": "Bram de Boer", "first": "Bram", "organisation": "Delta BV",
    }  # fmt: skip
    assert person["tie"]["active_days"] == view.tie.active_days
    assert [month["active_days"] for month in person["months"]] == [month.active_days for month in view.months]
    assert sum(month["active_days"] for month in person["months"]) == view.tie.active_days
    assert len(person["questions"]) == len(view.questions) == 1


def test_all_that_is_held_is_shown_and_gone_after_an_erase(own: Client, tmp_path: Path) -> None:
    number = found(own, EVA)
    held = own.get(f"/api/people/{number}/held").body
    assert EVA in held["identifiers"]
    assert held["sources"]
    done = own.ask("DELETE", f"/api/people/{number}")
    assert done.status == 200
    assert done.body["finished"] is True
    assert own.get(f"/api/people/{number}").status == 404
    assert own.get("/api/people?q=eva").body["total"] == 0
    for path in (tmp_path / "data").iterdir():
        assert EVA.encode() not in path.read_bytes()


def test_the_user_is_not_erased_from_their_own_log(own: Client, small_log: Path) -> None:
    with hecht.open(small_log) as log:
        ego = log.store.rows("SELECT MIN(i.person) FROM ego e JOIN identity i ON i.identifier = e.identifier")[0][0]
    assert own.ask("DELETE", f"/api/people/{ego}").status == 404
    assert own.get("/api/week").status == 200
