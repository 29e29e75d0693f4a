"""The page on 8,000 people and 200,000 interactions: time of replies, of the first view, and what is loaded first.

python -m bench.page [INTERACTIONS PEOPLE]
"""

import gzip
import random
import statistics
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

from bench.common import machine
from bench.shots import ARGUMENTS, CHROMIUM, TOKEN
from bench.tasks import TASKS, done
from bench.week import write_log
from playwright.sync_api import sync_playwright

import hecht
from hecht.app.demo import make_demo
from hecht.web.server import Server
from hecht.web.site import built

TODAY = "2026-04-01"


def asked(server: Server, path: str) -> float:
    """Give the milliseconds until a whole reply is there."""
    request = urllib.request.Request(server.origin + path, headers={"Authorization": f"Bearer {TOKEN}"})
    begun = time.perf_counter()
    with urllib.request.urlopen(request) as answer:
        answer.read()
    return 1000 * (time.perf_counter() - begun)


def in_browser(server: Server) -> None:
    """Print how long a person waits, in a browser without a graphics card."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page()
        begun = time.perf_counter()
        page.goto(server.address)
        page.locator(".through").wait_for(timeout=60_000)
        print(f"week usable after opening: {time.perf_counter() - begun:.2f} s")
        begun = time.perf_counter()
        page.get_by_role("link", name="Mijn netwerk").click()
        page.locator(".dot").first.wait_for(timeout=60_000)
        print(f"map drawn: {time.perf_counter() - begun:.2f} s")
        asked(server, "/api/graph")
        begun = time.perf_counter()
        page.get_by_role("link", name="Toon alles").click()
        canvas = page.locator(".canvas[data-drawn]")
        canvas.wait_for(timeout=60_000)
        spent, count = time.perf_counter() - begun, canvas.get_attribute("data-drawn")
        box = canvas.bounding_box() or {"x": 0, "y": 0, "width": 0, "height": 0}
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.evaluate("window.frames = 0; (function on() { window.frames += 1; requestAnimationFrame(on); })(); null")
        begun = time.perf_counter()
        for step in range(60):
            page.mouse.move(box["x"] + box["width"] / 2 + step * 3, box["y"] + box["height"] / 2 + step)
        rate = page.evaluate("window.frames") / (time.perf_counter() - begun)
        print(f"{count} people drawn: {spent:.2f} s, {rate:.0f} frames a second while it is moved (software GL)")
        browser.close()


def tasks() -> None:
    """Print how long each of the five tasks of the map takes in the demo world, and in how many presses."""
    with tempfile.TemporaryDirectory() as name:
        made = make_demo(Path(name))
        made.log.close()
        with Server(f"sqlite:///{made.database}", token=TOKEN) as server, sync_playwright() as playwright:
            thread = threading.Thread(target=server.run)
            thread.start()
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            for task in TASKS:
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                page.goto(server.address)
                page.get_by_role("article").first.wait_for(timeout=60_000)
                begun = time.perf_counter()
                presses = len(list(done(page, task)))
                print(f"{task.asked:52} {presses} presses {time.perf_counter() - begun:6.2f} s")
                page.close()
            browser.close()
            server.stop()
            thread.join()


def main() -> None:
    """Print a table; the peer is a file of the page, which needs no thought at all."""
    interactions, people = (int(one) for one in sys.argv[1:3]) if len(sys.argv) > 2 else (200_000, 8_000)
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_log(folder / "log.csv", interactions, people)
        with hecht.open(folder / "log.db") as log:
            log.store.set_setting("today", TODAY)
            log.import_([folder / "log.csv"], me=["me@own.example"])
            ids = [tie.alter for tie in log.ties(TODAY)]
        with Server(f"sqlite:///{folder / 'log.db'}", token=TOKEN) as server:
            thread = threading.Thread(target=server.run)
            thread.start()
            print(f"{machine()}\n{interactions} interactions, {len(ids)} ties; milliseconds a reply")
            print(f"{'':24}{'first':>9}{'median':>9}{'95 %':>9}")
            paths = {
                "a file (the peer)": lambda: "/favicon.svg",
                "week": lambda: "/api/week",
                "today": lambda: "/api/today",
                "people, a page": lambda: f"/api/people?limit=50&offset={chance.randrange(people // 2)}",
                "people, a search": lambda: f"/api/people?q=p{chance.randrange(people)}",
                "a person": lambda: f"/api/people/{chance.choice(ids)}",
                "map": lambda: "/api/map",
                "whom a person knows": lambda: f"/api/people/{chance.choice(ids)}/shared",
                "position": lambda: "/api/position",
                "sources": lambda: "/api/sources",
            }
            every: list[float] = []
            for called, path in paths.items():
                first = asked(server, path())
                times = sorted(asked(server, path()) for _ in range(40))
                every += times if called != "a file (the peer)" else []
                print(f"{called:24}{first:9.1f}{statistics.median(times):9.1f}{times[37]:9.1f}")
            every.sort()
            print(f"{'all but the peer':24}{'':9}{statistics.median(every):9.1f}{every[int(0.95 * len(every))]:9.1f}")
            files = {path: len(gzip.compress(data)) for path, data in built().items() if not path.startswith("built")}
            print(f"first load: {sum(files.values()) / 1000:.1f} kB gzip")
            in_browser(server)
            server.stop()
            thread.join()
    tasks()


if __name__ == "__main__":
    main()
