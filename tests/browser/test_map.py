"""The warm map by hand, by keyboard, on paper and over time, in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import hecht
from browser.conftest import REQUIRED, Opened
from hecht.app.who import sphere
from web.conftest import Client, running

if not REQUIRED:
    pytest.importorskip("playwright", reason="the page is tested with HECHT_REQUIRE=browser")
from playwright.sync_api import Page, expect


@pytest.fixture(scope="module")
def mine(demo_log: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """Give a server of a copy of the demo world in which one person is of the private sphere."""
    folder = tmp_path_factory.mktemp("mine")
    for one in (*demo_log.parent.glob("demo.db*"), demo_log.parent / "secret"):
        (folder / one.name).write_bytes(one.read_bytes())
    with hecht.open(folder / demo_log.name) as log:
        sphere(log.store, "Els Hoekstra", "private")
    yield from running(f"sqlite:///{folder / demo_log.name}")


def places(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.dot')].map((one) => [one.dataset.id, one.style.transform]))"
    )
    return found


def test_everybody_in_the_two_inner_circles_has_a_name(page_of: Opened, shown: Client) -> None:
    page: Page = page_of(shown, "/network")
    near = [dot for dot in shown.get("/api/map").body["dots"] if dot["band"] <= 2]
    expect(page.locator(".dot").first).to_be_visible()
    named = page.locator(".names text").all_text_contents()
    for dot in near:
        first = dot["who"]["first"]
        assert any(one == first or one.startswith(f"{first} ") for one in named), dot["who"]["name"]
    assert len(named) >= len(near)


def test_looking_back_moves_only_who_changed_circle(page_of: Opened, shown: Client) -> None:
    page: Page = page_of(shown, "/network")
    expect(page.locator(".dot").first).to_be_visible()
    now, seen_now = places(page), {dot["who"]["id"]: dot["band"] for dot in shown.get("/api/map").body["dots"]}
    slider = page.get_by_role("slider")
    slider.focus()
    page.keyboard.press("PageDown")  # from November to the beginning of autumn, then of summer
    expect(slider).to_have_attribute("aria-valuetext", "september 2026")
    page.keyboard.press("PageDown")
    expect(slider).to_have_attribute("aria-valuetext", "juni 2026")
    expect(page.get_by_role("button", name=re.compile("^zomer .26"))).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("Op 16 juni")).to_be_visible()
    then = {dot["who"]["id"]: dot["band"] for dot in shown.get("/api/map?as_of=2026-06-16").body["dots"]}
    back = places(page)
    assert set(back) == set(then)
    stayed = [one for one in back if seen_now.get(one) == then[one]]
    assert len(stayed) > 20
    assert [one for one in stayed if back[one] != now[one]] == []
    page.keyboard.press("PageUp")
    page.keyboard.press("PageUp")
    expect(page.get_by_text("Je netwerk nu")).to_be_visible()
    assert places(page) == now


def test_one_key_hides_the_private_sphere_and_paper_has_neither_it_nor_names(page_of: Opened, mine: Client) -> None:
    page: Page = page_of(mine, "/network")
    els = page.locator(".dot[aria-label^='Els Hoekstra']")
    expect(els).to_have_count(1)
    els.focus()
    page.keyboard.press("p")
    expect(els).to_have_count(0)
    expect(page.get_by_role("button", name="Privé verbergen (p)")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Privé verbergen (p)").click()
    expect(els).to_have_count(1)
    name = page.locator(".names text", has_text="Anna")
    expect(name).to_be_visible()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(els).to_have_count(0)
    expect(name).to_be_hidden()
    expect(page.locator("aside")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(els).to_have_count(1)
    page.get_by_role("checkbox", name="met namen").check()
    page.emulate_media(media="print")
    expect(name).to_be_visible()


def test_the_keyboard_reaches_legend_sectors_search_and_card(page_of: Opened, mine: Client) -> None:
    page: Page = page_of(mine, "/network")
    expect(page.locator(".dot").first).to_be_visible()
    page.get_by_role("button", name=re.compile("^levend")).focus()
    reached: list[str] = []
    for _ in range(40):
        page.keyboard.press("Tab")
        where: Any = page.evaluate(
            "(() => { const at = document.activeElement; return ['rim', 'dot'].find((one) => at.classList.contains(one))"
            " ?? (at.type === 'range' ? 'time' : at.closest('.search') ? 'search' : at.closest('.legend') ? 'legend' : 'other'); })()"
        )
        if where != "other" and where not in reached:
            reached.append(where)
        if where == "search":
            break
    assert reached == ["legend", "rim", "dot", "time", "search"]
    dot = page.locator(".dot[tabindex='0']")
    dot.focus()
    page.keyboard.press("ArrowRight")
    ring = page.locator(".dot:focus .ring")
    assert ring.evaluate("(one) => getComputedStyle(one).stroke") != "none"


def test_somebody_is_dragged_to_another_circle_and_back(page_of: Opened, mine: Client) -> None:
    page: Page = page_of(mine, "/network")
    dot = page.locator(".dot[aria-label^='Fatma']")
    expect(dot).to_have_attribute("aria-label", re.compile("bredere kring"))
    dot.scroll_into_view_if_needed()
    box, me = dot.locator(".mark").bounding_box(), page.locator(".me").bounding_box()
    assert box
    assert me
    begin = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    middle = me["x"] + me["width"] / 2, me["y"] + me["height"] / 2
    page.mouse.move(*begin)
    page.mouse.down()
    page.mouse.move((begin[0] + middle[0]) / 2, (begin[1] + middle[1]) / 2)
    page.mouse.move(middle[0] + (begin[0] - middle[0]) * 0.2, middle[1] + (begin[1] - middle[1]) * 0.2)
    page.mouse.up()
    expect(dot).to_have_attribute("aria-label", re.compile("binnenste kring.*door jou zo neergezet"))
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(dot).to_have_attribute("aria-label", re.compile("bredere kring"))
