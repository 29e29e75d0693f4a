"""Rounds that are being answered: each in a process of its own, which ends with this server, in whatever way that ends."""

import os
import socket
import subprocess
import sys
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from threading import Lock
from typing import NamedTuple
from urllib.parse import urlsplit

from hecht.stores.round import Head
from hecht.web.pulse.server import HERE, PORT, AddressTakenError

_NOWHERE = "192.0.2.1", 9
"""An address for examples; a datagram socket that is connected sends nothing, and tells which address it would leave by."""
_PATIENCE = 10
"""Seconds in which a process that was asked to stop has stopped."""


class Heard(NamedTuple):
    """Where a round is answered: the address that is listened on, and the port."""

    bind: str
    port: int


class Listeners:
    """The processes that answer rounds. They know the file of their round and never the log.

    A process ends when its standard input does, so none is left behind when this server is killed.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._lock = Lock()
        self._running: dict[Path, tuple[subprocess.Popen[bytes], Heard]] = {}

    def start(self, path: Path, head: Head, lang: str, *, network: bool) -> Heard:
        """Let a round be answered: on this computer alone, or on the address of its links.

        Raises:
            AddressTakenError: the address cannot be used.
        """
        at = urlsplit(head.at)
        bind = at.hostname if network and reachable(head.at) and at.hostname else HERE
        port = at.port or (80 if at.scheme == "http" else PORT)
        command = [sys.executable, "-P", "-m", "hecht.web.pulse", str(path), "--bind", bind, "--lang", lang, "--leash"]
        told = {name: value for name, value in os.environ.items() if name != "HECHT_DB"}
        with self._lock:
            self._stop(path)
            process = subprocess.Popen(  # noqa: S603 - this very program, with a path that it found itself
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=told
            )
            said = process.stdout.readline() if process.stdout else b""  # said once the address is bound
            if not said:
                process.wait()
                raise AddressTakenError
            self._running[path] = process, Heard(bind, port)
        return Heard(bind, port)

    def heard(self, path: Path) -> Heard | None:
        """Give where a round is answered now, or None."""
        with self._lock:
            process, where = self._running.get(path, (None, None))
            if process is None or process.poll() is None:
                return where
            self._stop(path)
            return None

    def stop(self, path: Path) -> None:
        """Let a round no longer be answered."""
        with self._lock:
            self._stop(path)

    def close(self) -> None:
        """Stop all."""
        with self._lock:
            for path in list(self._running):
                self._stop(path)

    def _stop(self, path: Path) -> None:
        process, _ = self._running.pop(path, (None, None))
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def reachable(at: str) -> bool:
    """Say whether links begin with an address that this computer may have on a network."""
    try:
        return not ip_address(urlsplit(at).hostname or "").is_loopback
    except ValueError:
        return False


def addresses() -> list[str]:
    """Give the addresses that links can begin with: this computer's own, and that on its network when it is on one."""
    found = [HERE]
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as tried:
        tried.connect(_NOWHERE)
        found.append(str(tried.getsockname()[0]))
    return [f"http://{one}:{PORT}" for one in dict.fromkeys(found)]
