"""The door of a round's page: what may pass, how large and how fast, and the two things that can be asked."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from hecht.app.pulse.answering import answer, open_link, slip_of
from hecht.core import errors
from hecht.stores.round import RoundFile
from hecht.web.pulse.document import page, part
from hecht.web.pulse.shapes import shape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from litestar.types import HTTPScope, Receive, Scope, Send

    from hecht.web.pulse.pace import Pace

LARGEST = 16_000
"""Bytes of what may be sent; a full set of answers is under 2,000."""
PATIENCE = 10
"""Seconds in which it must have come in."""
_RULES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
)
HEADERS = (
    (b"content-security-policy", "; ".join(_RULES).encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), browsing-topics=()"),
    (b"cache-control", b"no-store"),
    (b"x-robots-tag", b"noindex"),
    (b"connection", b"close"),
)
_REFUSED: Mapping[type[errors.HechtError], tuple[int, str]] = {
    errors.BadLinkError: (403, "no_link"),
    errors.RoundClosedError: (409, "closed"),
    errors.AnsweredError: (409, "used"),
    errors.NotAgreedError: (422, "agree_first"),
    errors.BadAnswerError: (422, "nothing"),
    errors.StoreBusyError: (503, "busy"),
}


class Reply(NamedTuple):
    """Status, kind and body of an answer to a request."""

    status: int
    kind: str
    body: bytes


class Door:
    """Answers the links of one round, and nothing else.

    The host must be the one that links name, or this computer's own; what is sent must come from this page. Nothing is
    written down of who asked, there are no cookies, and nothing that was sent is said back.
    """

    def __init__(self, path: Path, hosts: Mapping[str, str], now: Callable[[], int], pace: Pace) -> None:
        """Answer for the file of a round.

        Args:
            path: the file.
            hosts: the hosts that may be asked for, each with the origin of its page.
            now: gives the present in unix seconds.
            pace: how fast one may ask.
        """
        self._path = path
        self._hosts = hosts
        self._now = now
        self._pace = pace
        script = ("text/javascript; charset=utf-8", part("pulse.js").encode())
        self._files = {"/pulse.js": script, "/pulse.css": ("text/css; charset=utf-8", part("pulse.css").encode())}
        self._pages = {lang: page(lang) for lang in ("nl", "en")}
        self._asked = {"/open": self._open, "/answer": self._answer}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if str(scope["type"]) != "http":
            return
        http = cast("HTTPScope", scope)
        reply = await self._reply(http, receive)
        headers = [(b"content-type", reply.kind.encode()), (b"content-length", str(len(reply.body)).encode()), *HEADERS]
        await send({"type": "http.response.start", "status": reply.status, "headers": headers})
        body = b"" if http["method"] == "HEAD" else reply.body
        await send({"type": "http.response.body", "body": body, "more_body": False})

    async def _reply(self, scope: HTTPScope, receive: Receive) -> Reply:
        client = (scope["client"] or ("", 0))[0]
        if not self._pace.takes(client):
            return _refused(429, "busy")
        sent: dict[bytes, bytes] = {}
        for name, value in scope["headers"]:
            sent[name] = b"" if name in sent else value  # two hosts are none
        host = sent.get(b"host", b"").decode("latin-1").lower()
        if host not in self._hosts:
            return _refused(421, "wrong")
        asked = self._asked.get(scope["path"])
        if asked is None:
            return self._file(scope, sent)
        status = self._status(scope, sent, host)
        if status:
            return _refused(status, "wrong")
        body = await _body(receive)
        if isinstance(body, Reply):
            return body
        return await self._said(client, asked, body)

    def _status(self, scope: HTTPScope, sent: Mapping[bytes, bytes], host: str) -> int | None:
        """Give the status of a question that may not pass, or None."""
        if scope["method"] != "POST":
            return 405
        origin = sent.get(b"origin")
        if origin is not None and origin.decode("latin-1").lower() != self._hosts[host]:
            return 403
        if sent.get(b"sec-fetch-site", b"same-origin") != b"same-origin":
            return 403
        kind = sent.get(b"content-type", b"").partition(b";")[0].strip()
        return None if kind == b"application/json" else 415

    async def _said(self, client: str, asked: Callable[[dict[str, Any]], Any], body: bytes) -> Reply:
        try:
            given = json.loads(body)
        except (ValueError, RecursionError):
            return _refused(400, "wrong")
        if not isinstance(given, dict) or not isinstance(given.get("link"), str):
            return _refused(400, "wrong")
        try:
            told = await asyncio.to_thread(asked, given)
        except errors.HechtError as error:
            if isinstance(error, errors.BadLinkError):
                self._pace.wrong(client)
            return _refused(*_REFUSED.get(type(error), (503, "away")))
        return Reply(200, "application/json", json.dumps(told, ensure_ascii=False).encode())

    def _file(self, scope: HTTPScope, sent: Mapping[bytes, bytes]) -> Reply:
        if scope["method"] not in ("GET", "HEAD"):
            return _refused(405, "wrong")
        if scope["path"] == "/":
            english = sent.get(b"accept-language", b"").decode("latin-1").strip().lower().startswith("en")
            return Reply(200, "text/html; charset=utf-8", self._pages["en" if english else "nl"])
        found = self._files.get(scope["path"])
        return Reply(200, *found) if found else _refused(404, "wrong")

    def _open(self, given: dict[str, Any]) -> dict[str, Any]:
        with RoundFile(self._path) as file:
            return shape(open_link(file, given["link"], self._now()))

    def _answer(self, given: dict[str, Any]) -> dict[str, Any]:
        with RoundFile(self._path) as file:
            agreed = given.get("agreed") is True
            slip = slip_of(given.get("slip"))
            made = answer(file, given["link"], given.get("answers"), self._now(), agreed=agreed, slip=slip)
        return {"slip": made._asdict() if made else None}


async def _body(receive: Receive) -> bytes | Reply:
    """Read what was sent, as long as that is neither too much nor too slow."""
    held = b""
    try:
        async with asyncio.timeout(PATIENCE):
            while True:
                message = await receive()
                if message["type"] != "http.request":
                    return _refused(400, "wrong")
                held += message.get("body", b"")
                if len(held) > LARGEST:
                    return _refused(413, "wrong")
                if not message.get("more_body"):
                    return held
    except TimeoutError:
        return _refused(408, "wrong")


def _refused(status: int, code: str) -> Reply:
    return Reply(status, "application/json", json.dumps({"code": code}).encode())
