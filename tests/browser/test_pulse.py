"""A round answered in real browsers: on a desktop and on a phone, by name and anonymous, by form without a network, and read."""

import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.pulsing import tokens
from browser.conftest import REQUIRED
from browser.test_network import violations
from hecht.app.pulse import forms, rounds
from hecht.core.collaboration.pulse import Mode
from hecht.stores.round import RoundFile
from hecht.web.pulse.document import form
from hecht.web.pulse.server import PulseServer
from web.pulse_serving import serving, started

if not REQUIRED:
    pytest.importorskip("playwright", reason="the page is tested with HECHT_REQUIRE=browser")
from playwright.sync_api import Page, expect

Opener = Callable[..., Any]
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
COUNT = "window.taps = 0; addEventListener('click', (event) => { if (event.detail > 0) window.taps += 1; }, true);"


@pytest.fixture
def browse(chromium: Any) -> Iterator[Opener]:
    """Give a function that opens a link in a browser of its own; nothing may go wrong, and nothing else may be asked."""
    contexts: list[Any] = []
    wrong: list[str] = []
    allowed: list[str] = []

    def opened(server: PulseServer, token: str, context: Any = None, **kind: Any) -> Any:
        origin = f"http://127.0.0.1:{server.port}"
        if context is None:
            context = chromium.new_context(reduced_motion="reduce", **kind)
            contexts.append(context)
        context.add_init_script(COUNT)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith((origin, "data:")) else wrong.append(asked.url))
        page.allow = allowed.append
        page.goto(f"{origin}/#{token}")
        return page

    yield opened
    for one in contexts:
        one.close()
    assert [one for one in wrong if not any(part in one for part in allowed)] == []


def choose(page: Page, question: int, step: int, *, touch: bool) -> None:
    """Choose a step, by finger or by mouse, as a person does: the field itself, where it is shown."""
    field = page.locator("fieldset").nth(question).locator(".step").nth(step - 1)
    field.tap() if touch else field.click()


def answer(page: Page, *, touch: bool) -> None:
    """Answer all nine questions of a round by name, and send."""
    press = "tap" if touch else "click"
    for question in range(7):
        choose(page, question, 2 + question % 4, touch=touch)
    for name in ("Bram Vos", "Cor Mol", "Eva Lis"):
        getattr(page.locator(".chip", has_text=name), press)()
    page.locator("textarea").fill("Klaar als het klopt, en op tijd.")
    getattr(page.locator(".tick"), press)()
    expect(page.get_by_role("status")).to_have_text("9 van 9 ingevuld")
    getattr(page.get_by_role("button", name="Versturen"), press)()
    expect(page.get_by_role("heading", name="Dank je wel, je antwoorden zijn binnen.")).to_be_visible()


def test_two_people_answer_on_a_desktop_and_on_a_phone(
    browse: Opener, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = started(tmp_path, Mode.NAMED)
    by = {seat.name: link.partition("#")[2] for seat, link in made.links if seat}
    with serving(made.path) as server:
        for name, kind in (("Anna Bos", DESKTOP), ("Hugo Wolf", PHONE)):
            page: Any = browse(server, by[name], **kind)
            expect(page.get_by_role("heading", name="De Wielen")).to_be_visible()
            begin = time.monotonic()
            answer(page, touch=kind is PHONE)
            took, taps = time.monotonic() - begin, page.evaluate("window.taps")
            with capsys.disabled():
                sys.stdout.write(
                    f"\n{name}, {kind['viewport']['width']} px: {taps} taps, {took:.1f} s without thinking\n"
                )
            assert taps <= 14  # seven steps, three names, the tick, send: and one in the text that is typed: thirteen
            assert page.evaluate("document.documentElement.scrollWidth") <= kind["viewport"]["width"]
        with RoundFile(made.path) as file:
            held = [one.answers for one in file.answers().values()]
    assert len(held) == 2
    for one in held:
        assert [one[question] for question in ("recognise", "gets", "forward")] == [2, 3, 4]
        assert len(one["contact"]) == 3  # type: ignore[arg-type]
        assert one["term"] == "Klaar als het klopt, en op tijd."


def test_what_was_answered_by_name_can_be_changed_and_taken_back(browse: Opener, tmp_path: Path) -> None:
    made = started(tmp_path, Mode.NAMED)
    token = tokens(made)[0]
    with serving(made.path) as server:
        page: Any = browse(server, token, **DESKTOP)
        choose(page, 0, 5, touch=False)
        page.get_by_role("button", name="Versturen").click()
        expect(page.get_by_role("alert")).to_contain_text("Vink eerst aan")
        page.locator(".tick").click()
        page.get_by_role("button", name="Versturen").click()
        expect(page.get_by_role("heading", name="Dank je wel")).to_be_visible()
        other: Any = browse(server, token, **PHONE)
        expect(other.get_by_text("Dit antwoordde je eerder.")).to_be_visible()
        expect(other.get_by_role("radio", name="5 helemaal", exact=True).first).to_be_checked()
        choose(other, 0, 5, touch=True)  # once more: passed over
        other.locator(".chip", has_text="met niemand").tap()
        other.get_by_role("button", name="Wijziging versturen").tap()
        expect(other.get_by_role("heading", name="Dank je wel")).to_be_visible()
        with RoundFile(made.path) as file:
            assert [one.answers for one in file.answers().values()] == [{"contact": ()}]
        other.get_by_role("button", name="Antwoorden bekijken").tap()
        other.get_by_role("button", name="Mijn antwoorden weghalen").tap()
        expect(other.get_by_role("heading", name="Je antwoorden zijn weggehaald.")).to_be_visible()
        with RoundFile(made.path) as file:
            assert file.answers() == {}


def test_an_anonymous_answer_can_be_changed_on_its_own_device_alone(browse: Opener, tmp_path: Path) -> None:
    made = started(tmp_path, Mode.ANONYMOUS)
    token = tokens(made)[0]
    with serving(made.path) as server:
        page: Any = browse(server, token, **PHONE)
        expect(page.get_by_text("Dit rondje is anoniem")).to_be_visible()
        expect(page.locator(".chip")).to_have_count(0)
        page.get_by_text("Hoe gaat dat precies?").tap()
        expect(page.get_by_text("Dit rondje ging naar 8 mensen")).to_be_visible()
        choose(page, 5, 2, touch=True)
        page.get_by_role("button", name="Versturen").tap()
        expect(page.get_by_role("heading", name="Dank je wel")).to_be_visible()
        elsewhere: Any = browse(server, token, **DESKTOP)
        expect(elsewhere.get_by_text("Met deze link is al geantwoord.")).to_be_visible()
        expect(elsewhere.locator("form")).to_have_count(0)
        again: Any = browse(server, token, context=page.context)
        expect(again.get_by_text("Dit antwoordde je eerder.")).to_be_visible()
        choose(again, 5, 4, touch=True)
        again.get_by_role("button", name="Wijziging versturen").tap()
        expect(again.get_by_role("heading", name="Dank je wel")).to_be_visible()
        with RoundFile(made.path) as file:
            assert file.counts().tally.steps == {"kept": (0, 0, 0, 1, 0)}
        assert again.context.cookies() == []


@pytest.mark.parametrize("mode", Mode)
def test_what_came_out_is_shown_to_who_has_a_link(browse: Opener, tmp_path: Path, mode: Mode) -> None:
    made = started(tmp_path, mode)
    with serving(made.path) as server:
        for number, token in enumerate(tokens(made)[:5]):
            page: Any = browse(server, token, **(PHONE if number % 2 else DESKTOP))
            for question in range(5):
                choose(page, question, 4 if number else 1, touch=bool(number % 2))
            if mode is Mode.NAMED:
                page.locator(".tick").click()
            page.get_by_role("button", name="Versturen").click()
            expect(page.get_by_role("heading", name="Dank je wel")).to_be_visible()
        with RoundFile(made.path) as file:
            rounds.close(file, made.head.opened + 60)
        page = browse(server, tokens(made)[7], **PHONE)
        expect(page.get_by_text("Dit rondje is gesloten.")).to_be_visible()
        expect(page.get_by_text("Minder dan 80 % deed mee")).to_be_visible()
        first = page.locator("section").first
        if mode is Mode.NAMED:  # (1 + 4 + 4 + 4 + 4) / 5 = 3.4
            expect(first).to_contain_text("gemiddeld 3,4")
            expect(page.get_by_text("5 van 8 mensen antwoordden.")).to_be_visible()
            expect(first.get_by_role("row")).to_have_count(5)
        else:
            expect(first).to_contain_text("rond 3,5")
            expect(page.locator("td")).to_have_count(0)
            expect(page.get_by_text("van 8 mensen")).to_have_count(0)


def test_a_form_works_without_a_network_and_its_file_is_read_in(chromium: Any, tmp_path: Path) -> None:
    made = started(tmp_path / "rounds", Mode.NAMED)
    token = tokens(made)[0]
    with RoundFile(made.path) as file:
        (tmp_path / "form.html").write_bytes(form(file, token, made.head.opened))
    context = chromium.new_context(offline=True, **DESKTOP)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((tmp_path / "form.html").as_uri())
    choose(page, 0, 4, touch=False)
    page.locator(".tick").click()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Bestand opslaan").click()
    expect(page.get_by_role("heading", name="Het bestand is opgeslagen.")).to_be_visible()
    shutil.copy(saving.value.path(), tmp_path / "answer.json")
    assert saving.value.suggested_filename == "antwoord De Wielen 1.json"
    context.close()
    assert wrong == []
    assert json.loads((tmp_path / "answer.json").read_text("utf-8"))["answers"] == {"recognise": 4}
    with RoundFile(made.path) as file:
        assert forms.read(file, [tmp_path / "answer.json"], int(time.time()) + 60).kept == 1
        assert [one.answers for one in file.answers().values()] == [{"recognise": 4}]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", [DESKTOP, PHONE], ids=["1280", "390"])
def test_the_page_is_for_everybody(browse: Opener, tmp_path: Path, scheme: str, kind: dict[str, Any]) -> None:
    for mode in Mode:
        made = started(tmp_path / mode, mode)
        with serving(made.path) as server:
            page: Any = browse(server, tokens(made)[0], color_scheme=scheme, bypass_csp=True, **kind)
            expect(page.get_by_role("heading", name="De Wielen")).to_be_visible()
            choose(page, 0, 4, touch=kind is PHONE)
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= kind["viewport"]["width"]
            small = page.evaluate(
                "[...document.querySelectorAll('.step, .chip, button')].filter(one => one.getBoundingClientRect().height < 44).length"
            )
            assert small == 0
            page.get_by_role("button", name="English").click()
            expect(page.get_by_text("about two minutes")).to_be_visible()
            expect(page.get_by_role("radio", name="4", exact=True).first).to_be_checked()


def test_it_can_be_answered_with_the_keyboard_alone(browse: Opener, tmp_path: Path) -> None:
    made = started(tmp_path, Mode.ANONYMOUS)
    with serving(made.path) as server:
        page: Any = browse(server, tokens(made)[0], **DESKTOP)
        page.get_by_role("radio").first.focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Dank je wel")).to_be_visible()
        with RoundFile(made.path) as file:
            assert file.counts().tally.steps == {"recognise": (0, 1, 0, 0, 0)}


@pytest.mark.parametrize("token", ["", "MQ.AAAAAAAAAAAAAAAAAAAAAA"])
def test_a_link_that_is_not_whole_is_said(browse: Opener, tmp_path: Path, token: str) -> None:
    made = started(tmp_path, Mode.NAMED)
    with serving(made.path) as server:
        page: Any = browse(server, token, locale="nl-NL", **PHONE)
        page.allow("403")
        expect(page.get_by_role("alert")).to_contain_text("Deze link klopt niet of is niet compleet.")
