"""The pumping station in a real browser: ask, see three parts, put out, the answer comes, a group, its inventory, the interest."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.conftest import REQUIRED, Opened
from hecht.app.demo import make_demo
from hecht.app.library import open_hecht
from hecht.demo import LATER
from web.conftest import Client, running

if not REQUIRED:
    pytest.importorskip("playwright", reason="the page is tested with HECHT_REQUIRE=browser")
from playwright.sync_api import Page, expect

QUESTION = "Wie heeft ervaring met een trillend gemaal uit 1974?"


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[tuple[Client, Path]]:
    made = make_demo(tmp_path)
    made.log.close()
    for client in running(str(made.database)):
        yield client, made.folder


def test_the_story_of_the_pumping_station(page_of: Opened, demo: tuple[Client, Path], tmp_path: Path) -> None:
    client, folder = demo
    page: Page = page_of(client, "/exchange")
    page.get_by_label("In je eigen woorden").fill(QUESTION)
    page.get_by_role("button", name="Bewaar en zoek").click()
    answer = page.locator("section").filter(has=page.get_by_role("heading", name=QUESTION))
    for name in ("Marieke Jonker", "Hendrik Veldman", "Karin Oosterhuis", "Tom Aerts", "Albert Nijland"):
        expect(answer.get_by_role("link", name=name)).to_be_visible()
    expect(answer.get_by_text("Jürgen Scholte (Waterschap Lage Beemden) kan je voorstellen aan")).to_be_visible()
    expect(answer.get_by_text("Aafke Wolthuis")).to_have_count(0)
    answer.get_by_role("button", name="Vraag het via drie mensen").click()
    answer.get_by_role("button", name=re.compile("Schrijf een bericht ?: Jürgen Scholte")).click()
    expect(answer.get_by_role("textbox").first).to_have_value(beginning("Dag Jürgen, ik zit met deze vraag"))
    with open_hecht(folder / "demo.db") as log:
        log.import_([folder / LATER])
    page.reload()
    page.get_by_role("button", name=re.compile("Toon wie erbij past")).click()
    expect(answer.get_by_role("link", name="Aafke Wolthuis", exact=True)).to_be_visible()
    expect(answer.get_by_text(", via Jürgen Scholte")).to_be_visible()
    answer.get_by_role("button", name="Breng ze bij elkaar").click()
    for name in ("Marieke Jonker", "Hendrik Veldman", "Aafke Wolthuis"):
        answer.get_by_label(f"{name}: heeft hetzelfde").check()
    answer.get_by_label("Tom Aerts: derde partij").check()
    answer.get_by_label("Waar het over gaat").fill("Trillende gemalen uit 1974")
    answer.get_by_label("Dag van de bijeenkomst").fill("2027-01-21")
    answer.get_by_role("button", name="Begin de groep").click()
    group = page.locator("article").filter(has_text="Trillende gemalen uit 1974")
    expect(group.get_by_text("Terugkijken of het nog draait: 21 januari 2028 en 21 januari 2029.")).to_be_visible()
    filled = tmp_path / "terug.csv"
    filled.write_text(
        "organisation,situation,tried,needed\nZoute Kreken,De fundatie trilt,persleiding losgekoppeld,meting\n"
        "Oude Rietlanden,Fundatie en lagers,lagers vervangen,geld\n",
        encoding="utf-8",
    )
    group.locator("input[type=file]").set_input_files(filled)
    expect(group.get_by_role("rowheader", name="Zoute Kreken")).to_be_visible()
    expect(group.get_by_text("fundatie", exact=False).last).to_be_visible()
    group.get_by_label("Het gezamenlijk belang").fill("Eén meetplan voor alle fundaties")
    group.get_by_role("button", name="Bewaar", exact=True).click()
    page.reload()
    expect(page.locator("article").get_by_label("Het gezamenlijk belang")).to_have_value(
        "Eén meetplan voor alle fundaties"
    )
    page.get_by_role("button", name="Maak er een samenwerking van").click()
    page.get_by_role("link", name="Dit is nu een samenwerking: bekijk haar").click()
    expect(page.get_by_role("heading", level=1, name="Trillende gemalen uit 1974")).to_be_visible()
    page.goto(f"{client.server.origin}/exchange")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="The same problem, at one table")).to_be_visible()


def beginning(begin: str) -> re.Pattern[str]:
    return re.compile(f"^{re.escape(begin)}")
