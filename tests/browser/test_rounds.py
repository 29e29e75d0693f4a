"""A round of questions and a gathering in a real browser: chosen, handed out, listened to, closed; seated, swapped by keyboard, undone."""

import re

import pytest

from browser.conftest import REQUIRED, Opened
from browser.test_network import violations
from web.conftest import Client
from web.test_collaborations import alliance
from web.test_rounds import free_address

if not REQUIRED:
    pytest.importorskip("playwright", reason="the page is tested with HECHT_REQUIRE=browser")
from playwright.sync_api import Page, expect

__all__ = ["alliance"]


def begun(page: Page, tab: str) -> None:
    page.get_by_role("button", name="Begin met Rietland").click()
    page.get_by_role("tab", name=tab).click()


def dressed(page: Page, theme: str) -> None:
    """Change the theme, and wait until the colours have arrived."""
    page.get_by_label("Weergave").select_option(theme)
    page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished.catch(() => one)))")


def test_a_round_goes_from_a_choice_to_what_came_out(page_of: Opened, alliance: Client) -> None:
    page: Page = page_of(alliance, "/collaborations", permissions=["clipboard-read", "clipboard-write"])
    begun(page, "Vragenrondje")
    page.get_by_role("button", name="Een rondje beginnen").click()
    expect(page.get_by_text("Kan vanaf vijf mensen; nu 3.")).to_be_visible()
    page.get_by_label("We komen vooruit.").uncheck()
    page.get_by_label("Waar beginnen de links mee?").fill(free_address())
    assert violations(page) == []
    page.get_by_role("button", name="Berichten schrijven").click()
    page.get_by_role("button", name=re.compile("Kopieer bericht.*Anna Bos")).click()
    expect(page.get_by_role("status").filter(has_text="Gekopieerd")).to_be_attached()
    assert "7 vragen" in page.evaluate("navigator.clipboard.readText()")  # seven on a scale and contact, less one
    page.get_by_role("button", name="Laat de links werken op deze computer").click()
    expect(page.get_by_text("alleen deze computer kan erbij")).to_be_visible()
    expect(page.get_by_text("hecht verstuurt zelf niets.", exact=False).last).to_be_visible()
    dressed(page, "dark")
    assert violations(page) == []
    page.get_by_role("button", name="Nu sluiten").click()
    page.get_by_role("button", name="Ja, sluiten").click()
    expect(page.get_by_role("heading", name="Wat eruit kwam")).to_be_visible()
    expect(page.get_by_text("0 van 3 mensen antwoordden.")).to_be_visible()
    assert violations(page) == []


def test_people_are_seated_swapped_by_keyboard_and_put_back(page_of: Opened, alliance: Client) -> None:
    page: Page = page_of(alliance, "/collaborations", scheme="dark")
    begun(page, "Bijeenkomsten")
    page.get_by_text("Mensen die hecht niet kent").click()
    page.get_by_role("textbox", name="Mensen die hecht niet kent").fill(
        "Cor Mol, delta.nl\nDina Das, rivier.nl\nEva Lis"
    )
    page.get_by_role("button", name="Erbij zetten").click()
    page.get_by_role("button", name="Anna Bos delta.nl").press("Enter")
    page.get_by_role("button", name="Cor Mol delta.nl").press("Enter")
    page.get_by_role("button", name="altijd aan één tafel").press("Enter")
    expect(page.get_by_text("Anna Bos + Cor Mol: altijd aan één tafel")).to_be_visible()
    page.get_by_label("Tafels", exact=True).fill("2")
    page.get_by_label("Rondes", exact=True).fill("2")
    page.get_by_role("button", name="Indelen").click()
    expect(page.get_by_role("heading", name="Tafel 2")).to_be_visible()
    worth = page.get_by_text(re.compile("Deze indeling is .* waard"))
    before = worth.inner_text()
    assert violations(page) == []
    first = page.get_by_role("button", name=re.compile("^Anna Bos, delta.nl, tafel"))
    table = first.inner_text()
    first.press("Enter")
    page.get_by_role("button", name=re.compile("wisselen geeft")).first.press("Enter")
    expect(page.get_by_role("status").filter(has_text="gewisseld: waarde")).to_be_visible()
    expect(page.get_by_text("Dit gaat nu tegen een wens in: Anna Bos + Cor Mol.")).to_be_visible()
    assert first.inner_text() != table
    dressed(page, "light")
    assert violations(page) == []
    page.get_by_role("button", name="Ongedaan maken").click()
    assert (worth.inner_text(), first.inner_text()) == (before, table)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Naamkaartjes en lijsten om te printen").click()
    assert "Dina Das" in saved.value.path().read_text(encoding="utf-8")
    page.get_by_label("Wanneer?").fill("2025-02-15")
    page.get_by_role("button", name="Bewaren als bijeenkomst").click()
    expect(page.get_by_text("15 februari 2025, 3 mensen")).to_be_visible()
    page.get_by_role("tab", name="Nu").click()
    page.get_by_role("tab", name="Bijeenkomsten").click()
    expect(page.get_by_role("heading", name="Tafel 1")).to_be_visible()  # the plan is still there
