"""A server of one round, running for real on a port of its own, and asking it as a browser or as an attacker would."""

import http.client
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date
from pathlib import Path
from typing import Any

from app.pulsing import PEOPLE
from hecht.app.pulse import rounds
from hecht.core.collaboration.pulse import Mode
from hecht.web.pulse.server import PulseServer


def started(folder: Path, mode: Mode, name: str = "De Wielen", **more: Any) -> rounds.Started:
    """Start a round that is open today, for the clock of a server is the real one."""
    last = date.fromordinal(date.today().toordinal() + 7)  # noqa: DTZ011 - any day next week will do
    return rounds.start(folder, name, PEOPLE, mode, last, UTC, int(time.time()), term="kwaliteit", **more)


@contextmanager
def serving(path: Path) -> Iterator[PulseServer]:
    server = PulseServer(path, port=0)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.ready and thread.is_alive():
            time.sleep(0.01)
        yield server
    finally:
        server.stop()
        thread.join()
        server.close()


def asked(
    server: PulseServer,
    path: str,
    body: object = None,
    *,
    method: str = "POST",
    host: str = "",
    raw: bytes | None = None,
    **headers: str,
) -> tuple[int, dict[str, str], Any]:
    """Ask with exactly these headers. Returns status, headers in small letters, and the body (JSON as such)."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", host or f"127.0.0.1:{server.port}")
    sent = raw if raw is not None else b"" if body is None else json.dumps(body).encode()
    given = {"Content-Type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}}
    for name, value in given.items():
        connection.putheader(name, value)
    if sent or method == "POST":
        connection.putheader("Content-Length", str(len(sent)))
    connection.endheaders(sent)
    answer = connection.getresponse()
    text = answer.read()
    found = {name.lower(): value for name, value in answer.getheaders()}
    connection.close()
    return answer.status, found, json.loads(text) if found.get("content-type") == "application/json" else text
