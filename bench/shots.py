"""Pictures of every view of the page, to look at before it is shown: 1280 and 390 wide, both languages, light and dark.

python -m bench.shots FOLDER [--readme docs/pictures]
"""

import re
import sys
import tempfile
import threading
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, expect, sync_playwright

from hecht.app.demo import make_demo
from hecht.web.server import Server

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"]
VIEWS = ("today", "week", "network", "position", "exchange", "collaborations", "sources", "held")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
TOKEN = "the-token-of-the-pictures"


def serve(database: Path) -> Server:
    """Serve a log from a thread."""
    server = Server(f"sqlite:///{database}", token=TOKEN)
    threading.Thread(target=server.run, daemon=True).start()
    return server


def opened(browser: Browser, server: Server, width: int, lang: str, scheme: Literal["light", "dark"]) -> Page:
    """Open the page as somebody would."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    context.add_init_script(f"localStorage.setItem('hecht language', '{lang}')")
    page = context.new_page()
    page.goto(server.address)
    return page


def take(page: Page, server: Server, view: str, path: Path, *, whole: bool = True) -> None:
    """Write one picture once the view is there."""
    page.goto(f"{server.origin}/{view}")
    page.get_by_role("heading", level=1).wait_for(timeout=60_000)
    expect(page.get_by_text(re.compile("Even kijken|Having a look"))).to_have_count(0, timeout=60_000)
    page.wait_for_timeout(300)
    page.screenshot(path=path, full_page=whole)


def take_tabs(page: Page, server: Server, collaboration: str, out: Path, kind: str) -> None:
    """Write a picture of every tab of one collaboration."""
    page.goto(f"{server.origin}/{collaboration}")
    page.get_by_role("tab").first.wait_for(timeout=60_000)
    for number, tab in enumerate(page.get_by_role("tab").all(), 1):
        tab.click()
        expect(page.get_by_text(re.compile("Even kijken|Having a look"))).to_have_count(0, timeout=60_000)
        page.wait_for_timeout(300)
        page.screenshot(path=out / f"collaboration-{number}-{kind}.png", full_page=True)


def main() -> None:
    """Write the pictures of an empty log and of the demo world."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "shots")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        made = make_demo(Path(name) / "demo")
        person = made.log.person("Anna Wiersma").person
        together = f"collaborations/{made.log.collaborations.add('Rietdelta').id:016x}"
        made.log.close()
        full, empty = serve(made.database), serve(Path(name) / "empty" / "log.db")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        if "--readme" in sys.argv:
            place = Path(sys.argv[sys.argv.index("--readme") + 1])
            place.mkdir(parents=True, exist_ok=True)
            page = opened(browser, full, 1280, "nl", "light")
            for view, called in (
                ("week", "week"),
                ("network", "network"),
                (f"person/{person}", "person"),
                (together, "collaboration"),
            ):
                take(page, full, view, place / f"{called}.png", whole=False)
            browser.close()
            return
        for width in (1280, 390):
            for lang in ("nl", "en"):
                for scheme in SCHEMES:
                    kind = f"{width}-{lang}-{scheme}"
                    page = opened(browser, full, width, lang, scheme)
                    for view in (*VIEWS, f"person/{person}"):
                        take(page, full, view, out / f"{view.partition('/')[0]}-{kind}.png")
                    take_tabs(page, full, together, out, kind)
                    page.context.close()
                    page = opened(browser, empty, width, lang, scheme)
                    take(page, empty, "", out / f"empty-{kind}.png")
                    page.context.close()
                    print(kind)
        browser.close()


if __name__ == "__main__":
    main()
