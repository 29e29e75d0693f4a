"""The guard at the door: host, origin and token are checked before anything is looked at, and nothing is written down."""

from __future__ import annotations

import hmac
import json
from typing import TYPE_CHECKING, cast

from hecht.text.problems import problem

if TYPE_CHECKING:
    from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

API = "/api/"
RULES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types svelte-trusted-html",
)
HEADERS = (
    (b"content-security-policy", "; ".join(RULES).encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), browsing-topics=()"),
)
_SAME_SITE = ("same-origin", "none")


class Guard:
    """Lets a request through when it came for this very address, from this very page, with the token of this server.

    A page of another site cannot read a reply (there is no CORS), cannot reach the server under a name of its own
    (the host must be exactly 127.0.0.1 or localhost with the port), and has no token. Every reply carries a policy that
    lets the page load nothing from elsewhere.
    """

    def __init__(self, app: ASGIApp, *, port: int, token: str) -> None:
        """Guard an application that listens on a port of this machine."""
        self._app = app
        self._hosts = frozenset((f"127.0.0.1:{port}", f"localhost:{port}"))
        self._token = f"Bearer {token}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check a request, and answer what may not pass."""
        if str(scope["type"]) != "http":
            return
        await self._check(cast("HTTPScope", scope), receive, send)

    async def _check(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        sent: dict[bytes, bytes] = {}
        for name, value in scope["headers"]:
            if name in sent and name in (b"host", b"origin", b"authorization"):
                value = b""  # noqa: PLW2901 - two hosts or two tokens are none
            sent[name] = value
        refused = self._refused(sent, scope["path"], scope["method"])

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                private = (b"no-store",) if scope["path"].startswith(API) else ()
                message["headers"] = [
                    *message["headers"],
                    *HEADERS,
                    *((b"cache-control", one) for one in private),
                ]
            await send(message)

        if refused:
            await _refuse(*refused, sent.get(b"accept-language", b"").decode("latin-1"), sealed)
        else:
            await self._app(scope, receive, sealed)

    def _refused(self, sent: dict[bytes, bytes], path: str, method: str) -> tuple[int, str] | None:
        """Give status and code of what is wrong with a request, or None."""
        host = sent.get(b"host", b"").decode("latin-1")
        if host not in self._hosts:
            return 421, "other_host"
        origin = sent.get(b"origin")
        if origin is not None and origin.decode("latin-1") != f"http://{host}":
            return 403, "other_origin"
        if not path.startswith("/") or "//" in path or "\\" in path:
            return 404, "not_found"  # the router passes over empty parts, so that `//api` would be the API too
        if path.split("/")[1] != API.strip("/"):
            return None if method in ("GET", "HEAD") else (405, "wrong_method")
        if sent.get(b"sec-fetch-site", b"none").decode("latin-1") not in _SAME_SITE:
            return 403, "other_origin"
        if not hmac.compare_digest(sent.get(b"authorization", b""), self._token):
            return 401, "no_token"
        return None


async def _refuse(status: int, code: str, languages: str, send: Send) -> None:
    body = json.dumps(problem(code, status, spoken(languages)), ensure_ascii=False).encode()
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [
                (b"content-type", b"application/problem+json"),
                (b"content-length", str(len(body)).encode()),
            ],
        }
    )
    await send({"type": "http.response.body", "body": body, "more_body": False})


def spoken(languages: str) -> str:
    """Give the language of a reply from an Accept-Language header: English when it comes first, else Dutch."""
    return "en" if languages.strip().lower().startswith("en") else "nl"
