"""The five tasks of somebody new to the map: at most four presses, and the answer that other replies give."""

from typing import Any

import pytest

from browser.conftest import REQUIRED, Opened
from web.conftest import Client

if not REQUIRED:
    pytest.importorskip("playwright", reason="the page is tested with HECHT_REQUIRE=browser")
from bench.tasks import TASKS, Task, done
from playwright.sync_api import Page, expect

MOST = 4


@pytest.fixture
def did(page_of: Opened, shown: Client) -> Any:
    """Give a function that does a task and gives the page with its answer."""

    def doing(task: Task) -> Page:
        page: Page = page_of(shown, "/week")
        expect(page.get_by_role("article").first).to_be_visible()
        assert len(list(done(page, task))) <= MOST
        return page

    return doing


def mapped(shown: Client, day: str = "") -> Any:
    return shown.get("/api/map" + (f"?as_of={day}" if day else "")).body


def test_who_is_getting_quiet(did: Any, shown: Client) -> None:
    page = did(TASKS[0])
    rows = shown.get("/api/people?state=quieter&limit=200").body["rows"]
    near = {row["who"]["name"] for row in rows if row["layer"] in (1, 2, 3, 4)}
    listed = page.locator("aside tbody tr:not(.group) button").all_inner_texts()
    assert set(listed) == near


def test_the_group_that_goes_quiet_without_a_suggestion(did: Any, shown: Client) -> None:
    page = did(TASKS[1])
    drawn = mapped(shown)
    week = {person["id"] for card in shown.get("/api/week").body["cards"] for person in card["people"]}
    quiet = {dot["sector"] for dot in drawn["dots"] if dot["state"] == "quieter"}
    without = quiet - {dot["sector"] for dot in drawn["dots"] if dot["who"]["id"] in week}
    names = [one["name"] for one in drawn["sectors"] if one["key"] in without]
    assert [f"{name} (1, zonder suggestie)" in page.locator(".going").inner_text() for name in names] == [True]


def test_one_sleeping_contact_at_an_organisation(did: Any, shown: Client) -> None:
    page = did(TASKS[2])
    asleep = shown.get("/api/people?state=dormant&q=gemeente%20oudenweer&limit=200").body["rows"]
    there = page.locator("aside").get_by_role("listitem").filter(has_text="Gemeente Oudenweer")
    assert set(there.get_by_role("link").all_inner_texts()) == {row["who"]["name"] for row in asleep}


def test_who_knows_somebody(did: Any, shown: Client) -> None:
    page = did(TASKS[3])
    drawing = shown.get("/api/graph").body
    anna = next(at for at, one in enumerate(drawing["points"]) if one["name"] == "Anna Wiersma")
    ties = [(a, b) for a, b, _ in drawing["ties"] if anna in (a, b)]
    others = {drawing["points"][b if a == anna else a]["name"] for a, b in ties} - {"Marit Hoekstra"}
    card = page.get_by_role("region", name="Anna Wiersma")
    expect(card).to_contain_text(f"Anna kent {len(others)} van je contacten")
    for name in others:
        expect(card.get_by_text(name)).to_be_visible()


def test_what_changed_since_the_summer(did: Any, shown: Client) -> None:
    page = did(TASKS[4])
    today, before = mapped(shown)["dots"], mapped(shown, "2026-05-16")["dots"]  # six months back
    names = {dot["who"]["id"]: dot["who"]["name"] for dot in (*today, *before)}
    now, then = ({dot["who"]["id"]: dot["band"] for dot in dots} for dots in (today, before))
    nearer = [one for one, band in now.items() if band < then.get(one, 5)]
    further = [one for one, band in now.items() if band > then.get(one, 5)] + [one for one in then if one not in now]
    expect(
        page.get_by_text(f"Sindsdien kwamen er {len(nearer)} dichterbij, {len(further)} verder weg.")
    ).to_be_visible()
    for one in (*nearer, *further):
        expect(page.locator("header details")).to_contain_text(names[one])
