"""The first slice in a real browser: first run with dropped files, a week's cycle with undo, a person, language, theme."""

import re
from pathlib import Path
from typing import Any

import pytest

from app.world import EVA, FILES, NOOR, written
from browser.conftest import REQUIRED, Opened
from web.conftest import TOKEN, Client

if not REQUIRED:
    pytest.importorskip("playwright", reason="the page is tested with HECHT_REQUIRE=browser")
from playwright.sync_api import Page, expect


def test_the_token_leaves_the_address_and_the_history(page_of: Opened, world: Client) -> None:
    page: Page = page_of(world)
    expect(page.get_by_role("heading", name="Deze week", exact=True)).to_be_visible()
    assert TOKEN not in page.url
    page.reload()
    expect(page.get_by_role("heading", name="Deze week", exact=True)).to_be_visible()


def test_without_the_token_the_page_says_how_to_get_in(page_of: Opened, world: Client) -> None:
    page: Any = page_of(world)
    page.allow("401")
    page.evaluate("sessionStorage.clear()")
    page.goto(world.server.origin + "/week")
    expect(page.get_by_role("alert")).to_contain_text("Open de link die hecht in de terminal laat zien")


def test_first_run_with_dropped_files_ends_in_the_week(page_of: Opened, empty: Client, tmp_path: Path) -> None:
    page: Page = page_of(empty)
    expect(page.get_by_role("heading", name="Wie ken je eigenlijk?")).to_be_visible()
    folder = written(tmp_path / "in")
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Kies bestanden").click()
    choosing.value.set_files([path for path in folder.rglob("*") if path.is_file()])
    expect(page.get_by_role("heading", name="Deze week", exact=True)).to_be_visible(timeout=60_000)
    asked = page.get_by_role("region", name=f"Ben jij {NOOR}?")
    asked.get_by_role("button", name="Nee, dat is iemand anders").click()
    expect(asked.get_by_role("textbox", name="Wat is dan jouw adres?")).to_be_visible()
    asked.get_by_role("button", name="Laat maar").click()
    asked.get_by_role("button", name="Ja, dat ben ik").click()
    expect(asked).to_have_count(0)
    page.get_by_role("link", name="Bronnen").click()
    expect(page.get_by_text("Postvak IN.mbox", exact=True)).to_be_visible()
    expect(page.get_by_text(NOOR, exact=True)).to_be_visible()


def test_files_dropped_on_the_page_are_read(page_of: Opened, empty: Client) -> None:
    page: Page = page_of(empty)
    expect(page.get_by_role("group", name="Laat hier los")).to_be_visible()
    page.evaluate(
        """text => {
          const held = new DataTransfer();
          held.items.add(new File([text], 'telefoon.csv'));
          document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true }));
        }""",
        FILES["telefoon.csv"].decode(),
    )
    page.get_by_role("link", name="Bronnen").click(timeout=60_000)
    expect(page.get_by_text("telefoon.csv", exact=True)).to_be_visible()
    page.get_by_role("textbox").last.fill(NOOR)
    page.get_by_role("button", name="Dit ben ik").click()
    expect(page.get_by_text(f"Jij bent {NOOR}")).to_be_visible()


def test_reading_goes_on_when_the_page_is_loaded_again(page_of: Opened, empty: Client) -> None:
    page: Any = page_of(empty)
    page.allow("ERR_INCOMPLETE_CHUNKED_ENCODING")  # the server of this test stops while the page still follows
    page.get_by_role("button", name="Open de demowereld").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.reload()
    expect(page.get_by_role("progressbar")).to_be_visible()


def test_a_weeks_cycle_can_be_undone(page_of: Opened, own: Client) -> None:
    page: Page = page_of(own)
    cards = page.get_by_role("article")
    expect(cards).to_have_count(2)
    for verdict, words in (
        ("Gedaan", "Mooi, gedaan."),
        ("Later", "Goed, over een week weer."),
        ("Niet voor mij", "hecht noemt dit niet meer"),
    ):
        cards.first.get_by_role("button", name=verdict).click()
        expect(page.get_by_text(words).first).to_be_visible()
        expect(cards).to_have_count(1)
        page.get_by_role("button", name="Ongedaan maken").click()
        expect(cards).to_have_count(2)
    cards.first.get_by_role("button", name="Niet voor mij").click()
    page.get_by_role("button", name="zelf is sneller").click()
    expect(page.get_by_text("Bewaard, alleen voor jou.")).to_be_visible()
    cards.first.get_by_role("button", name="Gedaan").click()
    expect(page.get_by_role("heading", name="Klaar voor deze week.")).to_be_visible()


def test_a_draft_is_changed_copied_and_opened_in_the_mail_program(page_of: Opened, world: Client) -> None:
    page: Page = page_of(world, permissions=["clipboard-read", "clipboard-write"])
    card = page.get_by_role("article").first
    card.get_by_role("button", name="Schrijf een bericht").click()
    text = card.get_by_role("textbox")
    expect(text).to_have_value(re.compile("^Dag Bram"))
    text.fill("Dag Bram,\nkoffie?")
    card.get_by_role("button", name="Kopieer").click()
    expect(card.get_by_role("button", name="Gekopieerd")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Dag Bram,\nkoffie?"
    mail = card.get_by_role("link", name="Open in mail").get_attribute("href")
    assert mail == "mailto:bram@delta.nl?body=Dag%20Bram%2C%0Akoffie%3F"


def test_a_person_is_found_by_keyboard_and_talked_to(page_of: Opened, own: Client) -> None:
    page: Page = page_of(own)
    page.get_by_role("combobox", name="Zoek iemand").fill("bram")
    page.get_by_role("option", name=re.compile("Bram de Boer")).wait_for()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Bram de Boer", level=1)).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("Contact met Bram de Boer in het afgelopen jaar"))).to_be_visible()
    page.get_by_text("Als tabel").first.click()
    expect(page.get_by_role("table").first).to_be_visible()
    page.get_by_role("button", name="Al gesproken").click()
    expect(page.get_by_text("Genoteerd: vandaag met Bram de Boer gesproken.")).to_be_visible()


def test_somebody_is_erased_after_being_asked_once_more(page_of: Opened, own: Client) -> None:
    page: Page = page_of(own, "/held")
    page.get_by_role("main").get_by_role("combobox", name="Zoek iemand").fill("eva")
    page.get_by_role("main").get_by_role("option").first.click()
    expect(page.get_by_text(EVA).first).to_be_visible()
    page.get_by_role("button", name=re.compile("^Wis .* voorgoed")).click()
    page.get_by_role("button", name=re.compile("^Ja, wis")).click()
    expect(page.get_by_text(re.compile("is gewist"))).to_be_visible()
    page.get_by_role("main").get_by_role("combobox", name="Zoek iemand").fill("eva")
    expect(page.get_by_text("Niemand gevonden die zo heet.")).to_be_visible()


def test_language_and_theme_are_a_click_away_and_stay(page_of: Opened, world: Client) -> None:
    page: Page = page_of(world)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="This week")).to_be_visible()
    expect(page.get_by_role("article").first).to_contain_text("mailed you on June 21")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_label("Appearance").select_option("dark")
    page.reload()
    expect(page.get_by_role("heading", name="This week")).to_be_visible()
    assert page.locator("html").get_attribute("data-theme") == "dark"
