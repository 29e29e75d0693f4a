"""One real browser for all tests, a server a test, and a look at what went wrong in the console and on the wire."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hecht.app.demo import make_demo
from hecht.web.site import built
from web.conftest import TOKEN, Client, empty, own, running, small_log, world

__all__ = ["empty", "own", "small_log", "world"]

REQUIRED = "browser" in os.environ.get("HECHT_REQUIRE", "").split(",")
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
Opened = Callable[..., Any]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import expect, sync_playwright  # noqa: PLC0415 - only where it is there

    expect.set_options(timeout=30_000)  # a machine that does more than this answers later

    path = CHROMIUM if Path(CHROMIUM).exists() else shutil.which("chromium")
    if not path or not built():
        if REQUIRED:
            pytest.fail("there is no chromium, or the page was not built")
        pytest.skip("there is no chromium, or the page was not built")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page_of(chromium: Any) -> Iterator[Opened]:
    """Give a function that opens the page of a server; nothing may go wrong in it, and nothing may be asked elsewhere."""
    wrong: list[str] = []
    allowed: list[str] = []

    def opened(
        client: Client, path: str = "/", *, width: int = 1280, scheme: str = "light", lang: str = "nl", **more: Any
    ) -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", **more
        )
        client.before_stop.append(context.close)  # a page that is still asking would find nobody
        context.add_init_script(
            f"localStorage.getItem('hecht language') ?? localStorage.setItem('hecht language', '{lang}')"
        )
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda asked: (
                None if asked.url.startswith((client.server.origin, "data:", "blob:")) else wrong.append(asked.url)
            ),
        )
        page.allow = allowed.append
        page.goto(f"{client.server.origin}{path}#{TOKEN}")
        return page

    yield opened
    assert [one for one in wrong if not any(part in one for part in allowed)] == []


@pytest.fixture(scope="session")
def demo_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the log of the demo world."""
    made = make_demo(tmp_path_factory.mktemp("demo"))
    made.log.close()
    return made.database


@pytest.fixture(scope="session")
def shown(demo_log: Path) -> Iterator[Client]:
    """Give a server of the demo world that nobody changes."""
    yield from running(f"sqlite:///{demo_log}")
