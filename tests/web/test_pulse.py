"""The door of a round: only its own host and page, small and not too fast, nothing said back; and a process without the log."""

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.pulsing import tokens
from hecht.app.pulse import rounds
from hecht.app.pulse.rounds import Started
from hecht.core.collaboration.pulse import Mode
from hecht.stores.round import RoundFile, make_round
from hecht.text.pulse_serving import serving_lines
from hecht.web.pulse import door, pace, server
from hecht.web.pulse.document import form, page
from hecht.web.pulse.pace import Pace
from hecht.web.pulse.server import AddressTakenError, PulseServer
from web.pulse_serving import asked, serving, started


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Started:
    return started(tmp_path_factory.mktemp("rounds"), Mode.NAMED)


@pytest.fixture(scope="module")
def served(made: Started) -> Iterator[PulseServer]:
    with serving(made.path) as running:
        yield running


def test_the_page_and_its_two_files_hold_nothing_of_the_round(served: PulseServer, made: Started) -> None:
    for path in ("/", "/pulse.js", "/pulse.css"):
        status, headers, body = asked(served, path, method="GET")
        assert status == 200
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
        assert not {"set-cookie", "server", "date", "access-control-allow-origin"} & headers.keys()
        for secret in (b"Wielen", b"Anna", made.head.id.encode(), b"kwaliteit"):
            assert secret not in body
    assert asked(served, "/", method="HEAD")[2] == b""
    assert b'lang="en"' in asked(served, "/", method="GET", Accept_Language="en-GB")[2]
    assert b'lang="nl"' in asked(served, "/", method="GET", Accept_Language="de")[2]


def test_with_a_link_one_gets_the_questions_and_can_answer(served: PulseServer, made: Started) -> None:
    token = tokens(made)[0]
    status, headers, body = asked(served, "/open", {"link": token})
    assert (status, headers["content-type"]) == (200, "application/json")
    assert [one["kind"] for one in body["questions"]] == ["scale"] * 7 + ["contact", "term"]
    assert body["questions"][-1]["text"]["nl"] == "Wat versta jij onder \u2018kwaliteit\u2019?"
    assert "mailto" not in json.dumps(body)
    given = {"link": token, "answers": {"kept": 4, "contact": [2]}}
    assert asked(served, "/answer", given)[2] == {"code": "agree_first"}
    assert asked(served, "/answer", {**given, "agreed": "yes"})[0] == 422
    assert asked(served, "/answer", {**given, "agreed": True})[2] == {"slip": None}
    assert asked(served, "/open", {"link": token})[2]["mine"] == {"kept": 4, "contact": [2]}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", "[::1]"])
@pytest.mark.parametrize("path", ["/", "/open", "/answer", "/nothing"])
def test_another_host_is_refused_everywhere(served: PulseServer, made: Started, host: str, path: str) -> None:
    method = "POST" if path in ("/open", "/answer") else "GET"
    assert asked(served, path, {"link": tokens(made)[0]}, method=method, host=host)[0] == 421


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
        ({"Sec_Fetch_Site": "none"}, 403),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "application/x-www-form-urlencoded"}, 415),
    ],
    ids=str,
)
def test_what_comes_from_another_page_is_refused(
    served: PulseServer, made: Started, headers: dict[str, Any], status: int
) -> None:
    for path in ("/open", "/answer"):
        assert asked(served, path, {"link": tokens(made)[0]}, **headers)[0] == status
    own = f"http://127.0.0.1:{served.port}"
    assert asked(served, "/open", {"link": tokens(made)[0]}, Origin=own, Sec_Fetch_Site="same-origin")[0] == 200


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b"null", b"[" * 15_000, b"\xff\xfe", b'{"link": 1}', b'{"link": {}}', b"{}"]
)
def test_what_cannot_be_understood_is_refused_without_a_word_of_it(served: PulseServer, raw: bytes) -> None:
    for path in ("/open", "/answer"):
        assert asked(served, path, raw=raw)[::2] == (400, {"code": "wrong"})


@pytest.mark.parametrize(
    "slip",
    [1, {}, {"number": "\ud800", "answers": {}, "signature": "a"}, {"number": 1, "answers": [], "signature": {}}],
)
def test_what_is_no_link_and_no_slip_is_refused_in_peace(tmp_path: Path, slip: object) -> None:
    made = started(tmp_path, Mode.ANONYMOUS)
    with serving(made.path) as running:
        for link in ("MQ.\ud800", "\ud800.A", "\u0661", "A" * 10_000):
            assert asked(running, "/open", {"link": link})[::2] == (403, {"code": "no_link"})
        given = {"link": tokens(made)[0], "answers": {"kept": 3}}
        assert asked(running, "/answer", given)[0] == 200
        assert asked(running, "/answer", {**given, "slip": slip})[::2] == (409, {"code": "used"})


@pytest.mark.parametrize("answers", [None, [], {"kept": 9}, {"contact": ["<b>"]}, {"evil": 1}, {"term": "x" * 301}])
def test_no_answer_is_said_back(served: PulseServer, made: Started, answers: object) -> None:
    given = {"link": tokens(made)[3], "agreed": True, "answers": answers}
    assert asked(served, "/answer", given)[::2] == (422, {"code": "nothing"})


def test_only_the_two_questions_and_three_files_are_there(served: PulseServer) -> None:
    for path in (
        "/pulse.html",
        "/../pyproject.toml",
        "/%2e%2e/door.py",
        "//pulse.js",
        "/pulse.js/",
        "/favicon.ico",
        "/api/session",
        "/open/",
    ):
        assert asked(served, path, method="GET")[0] == 404
    for path in ("/open", "/answer"):
        for method in ("GET", "PUT", "OPTIONS", "DELETE"):
            assert asked(served, path, method=method)[0] == 405
    assert asked(served, "/", method="POST")[0] == 405


def test_too_much_is_not_read(served: PulseServer) -> None:
    assert asked(served, "/answer", raw=b"x" * (door.LARGEST + 1))[0] == 413


def test_who_sends_slowly_is_not_waited_for(served: PulseServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "PATIENCE", 0.2)
    with socket.create_connection(("127.0.0.1", served.port), timeout=30) as slow:
        head = f"POST /answer HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"
        slow.sendall(head.encode() + b"{")
        assert slow.recv(100).startswith(b"HTTP/1.1 408")


def test_who_sends_half_a_header_is_hung_up_on(made: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "LIFE", 0.2)
    with serving(made.path) as running, socket.create_connection(("127.0.0.1", running.port), timeout=30) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\nHost: ")
        assert slow.recv(100) == b""


def test_links_cannot_be_tried_by_the_thousand(made: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client has 300 requests at once, and a wrong link costs six of them: after fifty it is a few a second at most."""
    monkeypatch.setattr(server, "Pace", lambda _: Pace(lambda: 0.0))
    with serving(made.path) as running:
        codes = [asked(running, "/open", {"link": f"MQ.{'A' * 20}{number:02}"})[0] for number in range(60)]
        assert asked(running, "/open", {"link": tokens(made)[0]})[::2] == (429, {"code": "busy"})
    assert codes == [403] * 50 + [429] * 10


def test_a_room_full_of_people_behind_one_address_can_answer_at_once() -> None:
    """Forty people ask five times each: page, script, style, questions, answer."""
    buckets = Pace(lambda: 0.0)
    assert all(buckets.takes("10.0.0.1") for _ in range(200))


def test_buckets_fill_again_and_one_for_all_holds_when_many_come() -> None:
    now = [0.0]
    buckets = Pace(lambda: now[0])
    assert [buckets.takes("a") for _ in range(pace.EACH + 1)] == [True] * pace.EACH + [False]
    now[0] = 1.0
    assert [buckets.takes("a") for _ in range(pace.EACH_SECOND + 1)] == [True] * pace.EACH_SECOND + [False]
    flood = Pace(lambda: 0.0)
    through = sum(flood.takes(f"client {number}") for number in range(10_000))
    assert through == pace.ALL
    assert len(flood._each) <= pace.CLIENTS


def test_after_closing_nothing_comes_in_and_what_came_out_is_shown(tmp_path: Path) -> None:
    made = started(tmp_path, Mode.ANONYMOUS)
    links = tokens(made)
    with serving(made.path) as running:
        for number, token in enumerate(links[:6]):
            status, _, body = asked(
                running, "/answer", {"link": token, "answers": {"kept": 3, "term": f"woord {number}"}}
            )
            assert status == 200
            assert body["slip"]["answers"] == {"kept": 3, "term": f"woord {number}"}
            shown = asked(running, "/open", {"link": links[7]})[2]
            assert (shown["used"], shown["outcome"], shown["mine"]) == (False, None, None)
        assert asked(running, "/answer", {"link": links[0], "answers": {"kept": 1}})[2] == {"code": "used"}
        with RoundFile(made.path) as file:
            rounds.close(file, made.head.opened + 60)
        assert asked(running, "/answer", {"link": links[6], "answers": {"kept": 1}})[2] == {"code": "closed"}
        outcome = asked(running, "/open", {"link": links[7]})[2]["outcome"]
    assert outcome["lines"]["nl"] == "Minder dan 80 % deed mee: de anderen kunnen er anders over denken."
    kept = next(one for one in outcome["questions"] if one["id"] == "kept")
    assert (kept["said"]["nl"], kept["place"], kept["steps"], kept["rows"]) == ("rond 3", 3.0, None, [])
    assert outcome["questions"][0]["said"]["en"] == "fewer than five people answered this"
    assert [one["what"] for one in outcome["questions"][-1]["rows"]] == [f"woord {number}" for number in range(6)]
    assert {one["who"] for one in outcome["questions"][-1]["rows"]} == {""}


def test_a_round_closes_at_its_moment_though_nobody_asks(tmp_path: Path) -> None:
    head = started(tmp_path / "one", Mode.ANONYMOUS).head
    now = int(time.time())
    path = tmp_path / "two" / "short.round"
    make_round(path, head._replace(closes=now), ()).close()
    with serving(path) as running:
        running.closing.join(timeout=30)
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("SELECT closed FROM round").fetchone() == (now,)


def test_names_and_texts_of_strangers_cannot_become_markup(tmp_path: Path) -> None:
    made = started(tmp_path, Mode.NAMED, name="</script><script>alert(1)</script>", lang="en")
    with RoundFile(made.path) as file:
        text = form(file, tokens(made)[0], made.head.opened).decode()
    assert text.count("</script>") == 2
    assert "<script>alert" not in text
    assert re.findall(r"(?:src|href)=\"([^\"]*)\"", text) == ["data:,"]
    assert page("nl").count(b"</script>") == 2


def test_an_address_that_is_taken_is_said(made: Started, served: PulseServer) -> None:
    with pytest.raises(AddressTakenError):
        PulseServer(made.path, port=served.port)
    with pytest.raises(AddressTakenError):
        PulseServer(made.path, bind="203.0.113.7", port=0)


def test_what_serves_a_round_has_not_even_loaded_what_opens_a_log() -> None:
    code = "import json, sys, hecht.web.pulse.__main__; print(json.dumps(list(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded: list[str] = json.loads(done.stdout)
    assert "hecht.stores.round" in loaded
    assert not {"sqlalchemy", "hecht.stores.store", "hecht.app.settings", "hecht.app.library"} & set(loaded)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are looked up in /proc")
def test_the_process_has_no_file_of_the_log_open(tmp_path: Path) -> None:
    """It runs for real beside a log, answers a link, and every file that it ever has open is looked at."""
    (tmp_path / "log.db").write_bytes(b"not a log: who opened it would fail")
    made = started(tmp_path / "rounds", Mode.NAMED)
    command = [sys.executable, "-m", "hecht.web.pulse", str(made.path), "--port", "0"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "HECHT_DB": str(tmp_path / "log.db")}
    )
    assert process.stdout is not None
    try:
        assert "te beantwoorden op http://127.0.0.1:8321" in process.stdout.readline()
        opened = {str(one.readlink()) for one in Path(f"/proc/{process.pid}/fd").iterdir() if one.is_symlink()}
        assert not [one for one in opened if "log.db" in one]
        assert [one for one in opened if one.startswith("socket:")]
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        process.stdout.close()
    assert process.returncode in (0, -signal.SIGINT)


def test_reaching_further_than_this_computer_is_said_plainly(made: Started) -> None:
    def warnings(at: str, bind: str) -> list[str]:
        return [
            line for line in serving_lines(made.head._replace(at=at), bind, 8321, "nl") if line.startswith("Let op")
        ]

    assert warnings("http://127.0.0.1:8321", "127.0.0.1") == []
    assert warnings("https://rondje.example.org", "127.0.0.1") == []
    reached, plain = warnings("http://192.168.1.5:8321", "192.168.1.5")
    assert "wie dit netwerk op kan, kan deze computer nu bereiken op 192.168.1.5" in reached
    assert "http is niet versleuteld" in plain
