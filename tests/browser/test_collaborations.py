"""A collaboration in a real browser: begun by a click, walked by keyboard, filled in, taken back, and open to everybody."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

import hecht
from browser.conftest import REQUIRED, Opened
from browser.test_network import violations
from web.conftest import Client, running
from web.test_collaborations import alliance

if not REQUIRED:
    pytest.importorskip("playwright", reason="the page is tested with HECHT_REQUIRE=browser")
from playwright.sync_api import Page, expect

__all__ = ["alliance"]


def begun(page: Page) -> None:
    page.get_by_role("button", name="Begin met Rietland").click()
    expect(page.get_by_role("heading", level=1, name="Rietland")).to_be_visible()


def test_a_collaboration_is_begun_filled_in_and_taken_back(page_of: Opened, alliance: Client, tmp_path: Path) -> None:
    page: Page = page_of(alliance, "/collaborations")
    begun(page)
    page.get_by_role("tab", name="Nu").press("ArrowRight")
    expect(page.get_by_role("heading", name="Vijf condities, vijf vragen")).to_be_visible()
    page.get_by_role("tab", name="Waar het op rust").press("ArrowRight")
    page.get_by_label("Wat is er afgesproken?").fill("meetplan")
    page.get_by_label("Wanneer klaar?").fill("2025-08-01")
    page.get_by_label("Wat is er afgesproken?").press("Enter")
    page.get_by_role("button", name="Gedaan: meetplan").click()
    expect(page.get_by_text("gedaan op 30 juni 2025")).to_be_visible()
    page.get_by_role("tab", name="Wie en wat").click()
    page.get_by_text("Verslag om te delen").click()
    page.get_by_label("inhoud en relatie").check()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Verslag opslaan").click()
    saving.value.save_as(tmp_path / saving.value.suggested_filename)
    printed = page.context.new_page()
    printed.goto((tmp_path / "verslag.html").as_uri())
    expect(printed.get_by_role("heading", name="Inhoud en relatie")).to_be_visible()
    assert len(re.findall(rb"/Type\s*/Page\b", printed.pdf(format="A4"))) <= 2
    printed.close()
    cell = page.get_by_role("button", name=re.compile("delta.nl . rivier.nl: niet te zien"))
    cell.click()
    expect(page.get_by_role("status").filter(has_text="niet te zien")).to_be_visible()
    page.get_by_text("Wat er is vastgelegd").click()
    page.get_by_role("button", name="Terugnemen").first.click()
    expect(page.get_by_text("teruggenomen").first).to_be_visible()
    page.get_by_role("tab", name="Afspraken en programma").click()
    expect(page.get_by_role("button", name="Gedaan: meetplan")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_tab_of_a_collaboration_is_open_to_everybody(
    page_of: Opened, alliance: Client, width: int, scheme: str
) -> None:
    page: Page = page_of(alliance, "/collaborations", width=width, scheme=scheme)
    expect(page.get_by_role("button", name="Begin met Rietland")).to_be_visible()
    assert violations(page) == []
    begun(page)
    for tab, shown in (
        ("Nu", "Inhoud en relatie"),
        ("Waar het op rust", "Woordenlijst"),
        ("Afspraken en programma", "Effecten"),
        ("Wie en wat", "Wie er meedoen"),
    ):
        page.get_by_role("tab", name=tab).click()
        expect(page.get_by_role("heading", name=shown)).to_be_visible()
        assert violations(page) == []


@pytest.fixture
def dried(tmp_path: Path) -> Iterator[Client]:
    """Give a server of a partnership of three: a meeting every week, work of two every week, and until the end of April lunches."""
    folder, path = tmp_path / "in", tmp_path / "data" / "log.db"
    folder.mkdir()
    everybody = ("anna@delta.nl", "bram@rivier.nl")
    events: list[tuple[date, str, tuple[str, ...]]] = []
    for week in range(25):
        day = date(2025, 1, 6) + timedelta(weeks=week)
        events.append((day, "Stuurgroep Rietland", everybody))
        events += [(day + timedelta(1), "Rietland begroting", (one,)) for one in everybody]
        if day < date(2025, 4, 20):
            events += [(day + timedelta(3), "Lunch", (one,)) for one in everybody]
    text = "".join(
        f"BEGIN:VEVENT\r\nUID:{number}@veen.nl\r\nDTSTAMP:20250101T000000Z\r\nSUMMARY:{title}\r\n"
        f"DTSTART:{day:%Y%m%d}T110000Z\r\nDTEND:{day:%Y%m%d}T120000Z\r\nORGANIZER:mailto:noor@veen.nl\r\n"
        + "".join(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{one}\r\n" for one in ("noor@veen.nl", *who))
        + "END:VEVENT\r\n"
        for number, (day, title, who) in enumerate(events)
    )
    (folder / "a.ics").write_bytes(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{text}END:VCALENDAR\r\n".encode())
    with hecht.open(path) as log:
        log.store.set_setting("zone", "UTC")
        log.store.set_setting("today", "2025-06-20")
        log.import_([folder], me=["noor@veen.nl"])
    yield from running(f"sqlite:///{path}")


def test_an_early_sign_is_asked_and_rests_when_it_was_answered(page_of: Opened, dried: Client) -> None:
    page: Page = page_of(dried, "/collaborations", width=390)
    begun(page)
    sign = page.get_by_text("Valt jou dat ook op?")
    expect(sign).to_contain_text("had geen van de")
    assert violations(page) == []
    page.get_by_role("button", name="Dat is hier gewoon zo").click()
    expect(sign).to_have_count(0)
    page.get_by_role("tab", name="Wie en wat").click()
    page.get_by_text("Wat er is vastgelegd").click()
    expect(page.get_by_text("Vroeg teken: dat is hier gewoon zo, 2025-06-20")).to_be_visible()
