"""The server of one round: an address of this machine alone unless another is named, and no log of who asked what."""

import asyncio
import socket
import time
from contextlib import suppress
from pathlib import Path
from threading import Timer
from urllib.parse import urlsplit

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from hecht.app.pulse.answering import settle
from hecht.core.errors import HechtError
from hecht.stores.round import RoundFile
from hecht.web.pulse.door import Door
from hecht.web.pulse.pace import Pace

HERE = "127.0.0.1"
PORT = 8321
LIFE = 20
"""Seconds that a connection lasts at most: each serves one request, and who sends it slowly is not waited for."""


class AddressTakenError(HechtError):
    """The address of the round cannot be used here; is another program on this port, or is it another computer's?"""


class Hasty(H11Protocol):
    """HTTP on a connection that ends by itself."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin, and see to the end."""
        super().connection_made(transport)
        self.loop.call_later(LIFE, transport.close)


class PulseServer:
    """Serves the links of one round; the port is bound at once, so that it can be said before it runs."""

    def __init__(self, path: Path, bind: str = HERE, port: int | None = None) -> None:
        """Open a round and bind an address.

        Args:
            path: the file of the round.
            bind: the address to listen on: this computer's own, unless somebody chose another.
            port: the port; by default that of the links where they are plain http, else 8321 (behind a proxy). 0: any.

        Raises:
            AddressTakenError: the address cannot be bound.
        """
        with RoundFile(path) as file:
            self.head = file.head()
        at = urlsplit(self.head.at)
        wanted = port if port is not None else at.port or (80 if at.scheme == "http" else PORT)
        family = socket.AF_INET6 if ":" in bind else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_STREAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self._socket.bind((bind, wanted))
            self._socket.listen(64)
        except OSError as error:
            self._socket.close()
            raise AddressTakenError from error
        self._path = path
        self.closing = Timer(max(0.0, self.head.closes - time.time() + 1), self._close_round)
        self.closing.daemon = True
        self.bind = bind
        self.port: int = self._socket.getsockname()[1]
        hosts = {f"{name}:{self.port}": f"http://{name}:{self.port}" for name in (HERE, "localhost")}
        hosts[at.netloc] = self.head.at
        door = Door(path, hosts, lambda: int(time.time()), Pace(time.monotonic))
        self._server = uvicorn.Server(
            uvicorn.Config(
                door,
                http=Hasty,
                access_log=False,
                log_level="critical",
                server_header=False,
                date_header=False,
                proxy_headers=False,
                lifespan="off",
                limit_concurrency=256,
                timeout_keep_alive=5,
                timeout_graceful_shutdown=2,
                ws="none",
            )
        )

    @property
    def ready(self) -> bool:
        """Say whether it answers yet."""
        return self._server.started

    def run(self) -> None:
        """Serve until one is asked to stop; the round is closed at its moment, also when nobody asks for it then."""
        self.closing.start()
        self._server.run(sockets=[self._socket])
        self.closing.cancel()

    def _close_round(self) -> None:
        with suppress(HechtError), RoundFile(self._path) as file:  # who opens a link later closes it as well
            settle(file, int(time.time()))

    def stop(self) -> None:
        """Ask to stop."""
        self._server.should_exit = True

    def close(self) -> None:
        """Let go of the address."""
        self._socket.close()
