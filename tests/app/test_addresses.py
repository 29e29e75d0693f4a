"""A calendar at an address: fetched when asked from a real server, remembered, shown shortened, forgotten for good."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.world import BRAM, NOOR, NOW, calendar, meeting
from hecht.app import addresses
from hecht.app.addresses import address_of, is_address, shortened
from hecht.app.library import Hecht
from hecht.cli import app as commands
from hecht.core.errors import AddressError
from hecht.stores.erase import scan

SECRET = "private-0123456789abcdef"


class Server(ThreadingHTTPServer):
    """Serves what it holds, and keeps what was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.body = calendar(meeting("a", 1, BRAM))
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.to = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/{SECRET}/basic.ics"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        if "gone" in self.path:
            self.send_error(404)
            return
        moved = self.server.to and "basic" in self.path
        self.send_response(302 if moved else 200)
        if moved:
            self.send_header("Location", self.server.to)
        self.send_header("Set-Cookie", "who=noor")
        self.end_headers()
        with suppress(ConnectionError):
            self.wfile.write(self.server.body)

    def log_message(self, *_args: object) -> None:
        return


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    thread = threading.Thread(target=made.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield made
    finally:
        made.shutdown()
        thread.join()
        made.server_close()


def test_it_is_read_remembered_and_read_again_only_when_asked(fresh: Callable[[], Hecht], server: Server) -> None:
    log = fresh()
    summary = log.import_([server.url], me=[NOOR], now=NOW)
    assert (summary.new["ics"], summary.unreadable) == (1, [])
    (held,) = log.sources()
    assert (held.path, held.kinds, held.files, held.there) == (shortened(server.url), "ics", 1, True)
    server.body = calendar(meeting("a", 1, BRAM), meeting("b", 2, BRAM))
    assert log.refresh() is None
    assert len(server.asked) == 1
    again = log.fetch()
    assert again is not None
    assert (again.new["ics"], again.known["ics"]) == (1, 1)
    assert len(server.asked) == 2
    assert all("Cookie" not in headers for _, headers in server.asked)


def test_the_secret_is_shown_nowhere_and_is_gone_with_the_source(fresh: Callable[[], Hecht], server: Server) -> None:
    log = fresh()
    log.import_([server.url], me=[NOOR], now=NOW)
    log.close()
    database = Path(log.store.engine.url.database or "")
    assert database.stat().st_mode & 0o077 == 0

    def run(*arguments: str) -> str:
        return CliRunner().invoke(commands, [*arguments, "--db", str(database), "--lang", "nl"]).output

    told = run("sources") + run("sources", "--json") + run("sources", "--fetch") + run("privacy", "show", "bram")
    assert shortened(server.url) in told
    assert SECRET not in told
    assert scan(database, [SECRET]) == [database.name]
    run("sources", "--remove", shortened(server.url))
    assert scan(database, [SECRET]) == []
    assert SECRET not in run("sources", "--remove", server.url)


def test_what_cannot_be_read_is_said_without_the_address(
    fresh: Callable[[], Hecht], server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = fresh()

    def said(address: str) -> str:
        ((place, _, cause),) = log.import_([address], me=[NOOR], now=NOW).unreadable
        assert SECRET not in place + cause
        return cause

    assert "it answers 404" in said(server.url.replace("basic", "gone"))
    server.body = b"<html>log in</html>"
    assert "no calendar" in said(server.url)
    server.body = calendar(meeting("a", 1, BRAM)) + b"X:" + b"y" * 100_000
    monkeypatch.setattr(addresses, "LARGEST", 50_000)
    assert "larger than" in said(server.url)
    for elsewhere in ("https://example.invalid/x", "file:///etc/passwd", "ftp://127.0.0.1/x"):
        server.to = elsewhere
        assert "another scheme" in said(server.url)
    server.to = "http://192.0.2.1/x"
    assert "only https" in said(server.url)
    assert "only https" in said(f"http://example.org/{SECRET}.ics")
    assert log.sources() == []


def test_a_redirect_within_the_machine_is_followed(fresh: Callable[[], Hecht], server: Server) -> None:
    server.to = f"http://127.0.0.1:{server.server_port}/other"
    assert fresh().import_([server.url], me=[NOOR], now=NOW).new["ics"] == 1


def test_addresses() -> None:
    assert address_of("webcal://example.org/a.ics") == "https://example.org/a.ics"
    assert not is_address("/home/noor/https.ics")
    assert shortened("https://example.org/a").startswith("https://example.org/…")
    assert shortened("https://example.org/a") != shortened("https://example.org/b")
    for odd in (
        "https://",
        "https://noor:geheim@example.org/a",
        "https://example.org:x/",
        "https://example.org/a b",
        "https://[x/",
    ):
        with pytest.raises(AddressError) as caught:
            address_of(odd)
        assert "geheim" not in str(caught.value)
