"""The warm map, every view for everybody, and what happens when the server stops, in a real browser."""

import re
from pathlib import Path
from typing import Any

import pytest

from browser.conftest import REQUIRED, Opened
from web.conftest import TOKEN, Client, running

if not REQUIRED:
    pytest.importorskip("playwright", reason="the page is tested with HECHT_REQUIRE=browser")
from playwright.sync_api import Page, expect

AXE = Path(__file__).parents[2] / "page" / "node_modules" / "axe-core" / "axe.min.js"
VIEWS = (
    "/today",
    "/week",
    "/network",
    "/position",
    "/exchange",
    "/collaborations",
    "/sources",
    "/held",
    "/nothing",
)


def violations(page: Any) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes']][:3]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_view_is_for_everybody(page_of: Opened, shown: Client, scheme: str, width: int) -> None:
    page: Page = page_of(shown, scheme=scheme, width=width)
    wrong: set[str] = set()
    anna = shown.get("/api/people?q=anna%20wiersma").body["rows"][0]["who"]["id"]
    for view in (*VIEWS, f"/person/{anna}"):
        page.goto(shown.server.origin + view)
        expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
        expect(page.get_by_text("Even kijken")).to_have_count(0, timeout=30_000)
        wrong |= {f"{view} {one}" for one in violations(page)}
        wide = page.evaluate("document.documentElement.scrollWidth")
        wrong |= {f"{view} is {wide} wide"} if wide > width else set()
    assert wrong == set()


def test_the_first_run_is_for_everybody(page_of: Opened, empty: Client) -> None:
    page: Page = page_of(empty)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert violations(page) == []


def test_the_map_says_in_a_sentence_what_it_shows_and_its_list_has_the_same(page_of: Opened, shown: Client) -> None:
    page: Page = page_of(shown, "/network")
    held = shown.get("/api/map").body
    expect(page.get_by_text(f"{held['near']} mensen dichtbij, {held['quieter']} worden stiller")).to_be_visible()
    expect(page.locator(".dot")).to_have_count(len(held["dots"]))
    expect(page.locator("aside tbody tr:not(.group)")).to_have_count(len(held["dots"]))
    page.get_by_role("button", name=re.compile("^wordt stiller")).click()
    expect(page.locator("aside tbody tr:not(.group)")).to_have_count(held["quieter"])


def test_no_name_on_the_map_touches_another(page_of: Opened, shown: Client) -> None:
    page: Page = page_of(shown, "/network")
    expect(page.locator(".dot").first).to_be_visible()
    touching = page.evaluate(
        """() => {
          const all = [...document.querySelectorAll('.names text, .sector, .rim text')]
            .map((node) => [node.textContent, node.getBoundingClientRect()]);
          const across = (a, b) => a.left < b.right && b.left < a.right;
          const along = (a, b) => a.top + 3 < b.bottom - 3 && b.top + 3 < a.bottom - 3; // 3: air above and below letters
          return all.flatMap(([name, a], at) => all.slice(at + 1)
            .filter(([, b]) => across(a, b) && along(a, b)).map(([other]) => `${name} / ${other}`));
        }"""
    )
    assert touching == []
    assert page.locator(".names text").count() > 40
    sizes = page.evaluate(
        """() => {
          const scale = document.querySelector('.picture svg').getScreenCTM().a;
          return [...document.querySelectorAll('.picture svg text')].map((node) => scale * parseFloat(getComputedStyle(node).fontSize));
        }"""
    )
    assert min(sizes) >= 10.3  # what is written small on the rim; names are larger
    assert min(sizes[-20:]) >= 11


def test_the_map_is_walked_by_keyboard(page_of: Opened, shown: Client) -> None:
    page: Page = page_of(shown, "/network")
    page.locator(".dot[tabindex='0']").focus()
    seen = set()
    for key in ("ArrowRight", "ArrowDown", "Control+ArrowRight", "ArrowDown", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
        seen.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert len(seen) >= 4
    name = page.evaluate("document.activeElement.getAttribute('aria-label')").split(",")[0]
    page.keyboard.press("Enter")
    expect(page.locator("aside").get_by_role("heading", name=name)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("aside").get_by_role("heading", name=name)).to_have_count(0)


def test_the_slider_looks_back_and_says_what_changed(page_of: Opened, shown: Client) -> None:
    page: Page = page_of(shown, "/network")
    page.get_by_role("button", name="Een half jaar terug").click()
    expect(page.get_by_text(re.compile("Sindsdien kwamen er \\d+ dichterbij"))).to_be_visible(timeout=30_000)
    slider = page.get_by_role("slider")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("2026"))
    page.get_by_role("button", name="Nu", exact=True).click()
    expect(page.get_by_text("Je netwerk nu")).to_be_visible()


def test_people_are_merged_and_that_is_undone(page_of: Opened, own: Client) -> None:
    page: Page = page_of(own)
    page.get_by_role("combobox", name="Zoek iemand").fill("bram")
    page.get_by_role("option", name=re.compile("Bram de Boer")).click()
    page.get_by_role("main").get_by_role("combobox", name="Zoek iemand").fill("eva")
    page.get_by_role("main").get_by_role("option", name=re.compile("^Eva")).click()
    expect(page.get_by_text(re.compile("zijn nu één persoon"))).to_be_visible()
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_text(re.compile("Teruggedraaid"))).to_be_visible()


def test_a_stopped_server_is_said_and_the_page_goes_on_when_it_is_back(
    page_of: Opened, small_log: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for one in small_log.parent.iterdir():
        (data / one.name).write_bytes(one.read_bytes())
    url = f"sqlite:///{data / small_log.name}"
    first = running(url)
    client = next(first)
    page: Any = page_of(client)
    page.allow("ERR_CONNECTION_REFUSED")
    expect(page.get_by_role("article")).to_have_count(2)
    port = client.server.port
    client.before_stop.clear()  # the page stays
    next(first, None)
    page.get_by_role("button", name="Gedaan").first.click()
    expect(page.get_by_role("alert").first).to_contain_text("hecht draait niet meer")
    again = running(url, port)
    next(again)
    expect(page.get_by_text("hecht draait niet meer")).to_have_count(0, timeout=20_000)
    page.get_by_role("button", name="Gedaan").first.click()
    expect(page.get_by_text("Mooi, gedaan.").first).to_be_visible()
    page.context.close()
    next(again, None)


def test_the_demo_world_is_opened_from_an_empty_log_and_left_again(page_of: Opened, empty: Client) -> None:
    page: Page = page_of(empty)
    page.get_by_role("button", name="Open de demowereld").click()
    expect(page.get_by_text("Dit is een verzonnen wereld")).to_be_visible(timeout=90_000)
    expect(page.get_by_role("article").first).to_be_visible()
    page.get_by_role("button", name="Naar mijn eigen contacten").click()
    expect(page.get_by_role("heading", name="Wie ken je eigenlijk?")).to_be_visible()
    assert TOKEN not in page.url


def test_who_knows_whom_is_drawn_and_listed(page_of: Opened, shown: Client) -> None:
    page: Any = page_of(shown, "/network/all")
    page.allow("GPU stall due to ReadPixels")  # what drawing without a graphics card says
    held = shown.get("/api/graph").body
    assert held == shown.get("/api/graph").body
    expect(page.locator(f".canvas[data-drawn='{len(held['points'])}']")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("img", name=re.compile(f"^{len(held['points'])} mensen"))).to_be_visible()
    first = page.get_by_role("cell").first.inner_text()
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("cell").first).not_to_have_text(first)
    assert violations(page) == []
