"""A server of the small world, running for real on a port of its own."""

import json
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import HTTPError

import pytest

import hecht
from app.world import AS_OF, NOOR, ZONE, written
from hecht.web.server import Server

TOKEN = "a-token-of-the-tests"


class Reply(NamedTuple):
    """Status, headers in small letters, and the body as JSON (or as it came)."""

    status: int
    headers: dict[str, str]
    body: Any


class Client:
    """Asks a running server as the page does."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.before_stop: list[Callable[[], None]] = []

    def ask(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        headers: dict[str, str | None] | None = None,
        raw: bytes | None = None,
    ) -> Reply:
        sent: dict[str, str | None] = {"Authorization": f"Bearer {TOKEN}", "Accept-Language": "nl", **(headers or {})}
        data = raw if raw is not None else json.dumps(body).encode() if body is not None else None
        if body is not None:
            sent["Content-Type"] = "application/json"
        kept = {name: value for name, value in sent.items() if value is not None}
        request = urllib.request.Request(self.server.origin + path, data, kept, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return self._reply(answer.status, answer.headers.items(), answer.read())
        except HTTPError as error:
            return self._reply(error.code, error.headers.items(), error.read())

    @staticmethod
    def _reply(status: int, headers: Any, body: bytes) -> Reply:
        named = {name.lower(): value for name, value in headers}
        return Reply(status, named, json.loads(body) if "json" in named.get("content-type", "") else body)

    def get(self, path: str, **headers: str | None) -> Reply:
        return self.ask("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def until_done(self, job: str) -> dict[str, Any]:
        """Read the events of a job to its end, and give the last."""
        request = urllib.request.Request(
            f"{self.server.origin}/api/jobs/{job}/events", headers={"Authorization": f"Bearer {TOKEN}"}
        )
        with urllib.request.urlopen(request, timeout=120) as answer:
            lines = [line for line in answer.read().decode().split("\n\n") if line.startswith("data: ")]
        last: dict[str, Any] = json.loads(lines[-1].removeprefix("data: "))
        return last


def running(url: str, port: int = 0) -> Iterator[Client]:
    with Server(url, port, token=TOKEN) as server:
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.ready and thread.is_alive():
            time.sleep(0.01)
        client = Client(server)
        yield client
        for close in client.before_stop:
            close()
        server.stop()
        thread.join()


@pytest.fixture(scope="session")
def small_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the small world read into a log that looks from a day of its own."""
    folder = tmp_path_factory.mktemp("web")
    path = folder / "data" / "log.db"
    with hecht.open(path) as log:
        log.store.set_setting("zone", ZONE)
        log.store.set_setting("today", AS_OF)
        log.import_([written(folder / "in")], me=[NOOR])
    return path


@pytest.fixture(scope="module")
def world(small_log: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """Give a server of a copy of the small world that nobody changes."""
    yield from running(f"sqlite:///{_copy(small_log, tmp_path_factory.mktemp('world'))}")


@pytest.fixture
def own(small_log: Path, tmp_path: Path) -> Iterator[Client]:
    """Give a server of a copy of the small world for one test to change."""
    yield from running(f"sqlite:///{_copy(small_log, tmp_path)}")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Client]:
    """Give a server of an empty log."""
    yield from running(f"sqlite:///{tmp_path / 'data' / 'log.db'}")


def _copy(log: Path, folder: Path) -> Path:
    place = folder / "data"
    place.mkdir()
    for one in log.parent.iterdir():
        (place / one.name).write_bytes(one.read_bytes())
    return place / log.name
