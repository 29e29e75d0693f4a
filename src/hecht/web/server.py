"""The server: an address of this machine alone, a token that is made anew each time, and no log of who asked what."""

import secrets
import socket
from threading import Thread
from types import TracebackType
from typing import Self

import uvicorn

from hecht.app.desks import Desks
from hecht.core.errors import HechtError
from hecht.web.api import make
from hecht.web.guard import Guard
from hecht.web.listening import Listeners
from hecht.web.work import Work

HOST = "127.0.0.1"


class PortTakenError(HechtError):
    """Another program uses this port; choose another one with --port."""


class Server:
    """Serves the page of one log. The port is bound at once, so that the address can be said before it runs."""

    def __init__(self, url: str, port: int = 0, token: str | None = None) -> None:
        """Open a log by URL and bind a port (0: one that is free).

        Raises:
            PortTakenError: another program has the port.
        """
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self._socket.bind((HOST, port))
            self._socket.listen(64)  # who opens the address at once waits a moment
        except OSError as error:
            self._socket.close()
            raise PortTakenError from error
        self.port: int = self._socket.getsockname()[1]
        self.token = token or secrets.token_urlsafe(32)
        try:
            self.desks = Desks(url)
        except HechtError:
            self._socket.close()
            raise
        self._warming = Thread(target=self.desks.warm, daemon=True, name="warm")
        self._warming.start()  # while the rest of the server is made
        self.work = Work(self.desks)
        self.listeners = Listeners()
        guarded = Guard(make(self.desks, self.work, self.listeners), port=self.port, token=self.token)
        self._server = uvicorn.Server(
            uvicorn.Config(
                guarded,
                access_log=False,
                log_level="critical",
                server_header=False,
                date_header=False,
                lifespan="off",
                timeout_graceful_shutdown=2,
                ws="none",
            )
        )

    @property
    def origin(self) -> str:
        """Give the address without the token."""
        return f"http://{HOST}:{self.port}"

    @property
    def address(self) -> str:
        """Give the address to open, with the token where no server and no other page sees it."""
        return f"{self.origin}/#{self.token}"

    @property
    def ready(self) -> bool:
        """Say whether it answers yet."""
        return self._server.started

    def run(self) -> None:
        """Serve until one is asked to stop."""
        self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        """Ask to stop."""
        self._server.should_exit = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.work.close()
        self.listeners.close()
        self.desks.hurry()
        if self._warming.is_alive():
            self._warming.join()  # it reads a log that is about to close
        self.desks.close()
        self._socket.close()
