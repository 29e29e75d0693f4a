"""What must hold whatever one does: other pages and hosts stay out, broken files are said, and ten thousand people fit."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import hecht
from app.world import AS_OF, EVA, NOOR
from browser.conftest import REQUIRED, Opened
from web.conftest import TOKEN, Client, running
from web.test_people import found

if not REQUIRED:
    pytest.importorskip("playwright", reason="the page is tested with HECHT_REQUIRE=browser")
from playwright.sync_api import Page, expect

PEOPLE = 10_000


class Elsewhere(BaseHTTPRequestHandler):
    """A page of this machine on another port: as near as another origin comes."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>elsewhere</title><link rel=icon href=data:,>")

    def log_message(self, *_: object) -> None:
        return


def test_a_page_of_another_origin_gets_nothing_even_with_the_token(page_of: Opened, world: Client) -> None:
    page: Any = page_of(world)
    other = HTTPServer(("127.0.0.1", 0), Elsewhere)
    Thread(target=other.serve_forever, daemon=True).start()
    for expected in (
        "CORS policy",
        "net::ERR_FAILED",
        "NotSameOrigin",
        f"http://127.0.0.1:{other.server_port}/",
        "403",
    ):
        page.allow(expected)
    page.goto(f"http://127.0.0.1:{other.server_port}/")
    assert page.title() == "elsewhere"
    heard = page.evaluate(
        """([url, token]) => fetch(url, { headers: { authorization: `Bearer ${token}` } })
             .then((answer) => answer.text(), () => 'refused')""",
        [f"{world.server.origin}/api/people", TOKEN],
    )
    assert heard == "refused"
    plain = page.evaluate(
        "url => fetch(url, { mode: 'no-cors' }).then((answer) => answer.type + answer.status, () => 'refused')",
        f"{world.server.origin}/api/people",
    )
    assert plain in ("opaque0", "refused")  # nothing to be read
    other.shutdown()
    other.server_close()


def test_another_name_of_this_machine_is_refused(page_of: Opened, world: Client) -> None:
    page: Any = page_of(world)
    page.allow("421")
    page.allow("403")
    page.allow("400")
    page.allow(":")  # the console says only that it was refused
    answer = page.goto(f"http://anything.localhost:{world.server.port}/")  # browsers lead every such name here
    assert answer.status >= 400
    assert "hecht antwoordt alleen op deze computer" in answer.text() or answer.status in (400, 403, 421)
    assert page.get_by_role("navigation").count() == 0


def test_a_file_that_is_broken_gets_no_tick_and_is_said(page_of: Opened, empty: Client, tmp_path: Path) -> None:
    page: Page = page_of(empty)
    broken = tmp_path / "agenda.ics"
    broken.write_bytes(b"BEGIN:VCALENDAR\nno end")
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Kies bestanden").click()
    choosing.value.set_files(broken)
    expect(page.get_by_text("Hier was niets uit te lezen")).to_be_visible()
    expect(page.locator("section .good svg")).to_have_count(0)
    expect(page.locator("section .bad svg")).to_have_count(1)


def test_an_address_or_a_number_of_somebody_else_is_split_off_and_back(page_of: Opened, own: Client) -> None:
    page: Page = page_of(own, f"/person/{found(own, 'bram')}")
    expect(page.get_by_role("button", name="Is van iemand anders")).to_have_count(2)
    page.get_by_role("button", name="Is van iemand anders").last.click()
    expect(page.get_by_text("staat nu apart")).to_be_visible()
    expect(page.get_by_role("button", name="Is van iemand anders")).to_have_count(0)
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_role("button", name="Is van iemand anders")).to_have_count(2)


def test_a_note_is_written_and_taken_back(page_of: Opened, own: Client) -> None:
    page: Page = page_of(own, f"/person/{found(own, 'bram')}")
    page.get_by_role("textbox", name="Noteer iets over Bram").fill("belt liever")
    page.keyboard.press("Enter")
    expect(page.get_by_role("listitem").filter(has_text="belt liever")).to_be_visible()
    page.get_by_role("button", name="Laatste weg").click()
    expect(page.get_by_role("listitem").filter(has_text="belt liever")).to_have_count(0)


def test_who_one_is_may_be_said_by_a_name(page_of: Opened, empty: Client, tmp_path: Path) -> None:
    page: Any = page_of(empty)
    page.allow("409")
    calls = tmp_path / "gesprekken.csv"
    calls.write_text("at,from,to,channel\n2025-04-02T10:00:00Z,noor,eva,call\n2025-05-02T10:00:00Z,bram,noor,call\n")
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Kies bestanden").click()
    choosing.value.set_files(calls)
    page.get_by_role("link", name="Vandaag").click()
    expect(page.get_by_role("heading", name="Vandaag", level=1)).to_be_visible()
    mine = page.get_by_role("textbox", name="Jouw adres, nummer of naam")
    mine.fill("Zeno")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Dit adres of nummer is hier niet bekend.")
    mine.fill("noor")
    page.keyboard.press("Enter")
    expect(page.get_by_text("staat er geen overleg met anderen")).to_be_visible()


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """Give a server of a log with ten thousand people: three mails with each of them, a hundred and twenty of them twelve."""
    folder = tmp_path_factory.mktemp("crowd")
    rows = ["at,from,to"]
    for person in range(PEOPLE):
        theirs = f"p{person}@org{person % 300}.example"
        for turn in range(12 if person < 120 else 3):
            one, other = (NOOR, theirs) if turn % 2 else (theirs, NOOR)
            day = f"2025-{1 + (person + turn) % 6:02}-{1 + (person * 7 + turn * 5) % 27:02}"
            rows.append(f"{day}T10:{person % 60:02}:{turn:02}Z,{one},{other}")
    (folder / "log.csv").write_text("\n".join(rows), encoding="utf-8")
    with hecht.open(folder / "data" / "log.db") as log:
        log.store.set_setting("today", AS_OF)
        log.import_([folder / "log.csv"], me=[NOOR])
    yield from running(f"sqlite:///{folder / 'data' / 'log.db'}")


def test_ten_thousand_people_are_searched_listed_and_drawn_as_far_as_they_fit(page_of: Opened, crowd: Client) -> None:
    page: Any = page_of(crowd, "/network")
    page.allow("GPU stall due to ReadPixels")
    expect(page.locator(".dot").first).to_be_visible(timeout=60_000)
    assert page.locator(".dot").count() <= 150
    page.get_by_role("navigation").wait_for()
    page.get_by_role("combobox", name="Zoek op de kaart").fill("p9876@")
    page.get_by_role("listbox").get_by_role("option").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^p9876", re.IGNORECASE))
    expect(page.get_by_text("p9876@org276.example", exact=True).first).to_be_visible()
    page.goto(f"{crowd.server.origin}/network/all")
    expect(page.locator(".canvas[data-drawn='2000']")).to_be_visible(timeout=60_000)
    expect(page.get_by_text(re.compile("^10.000 mensen"))).to_be_visible()
    assert page.locator("tbody tr").count() == 25
    assert EVA not in page.content()
