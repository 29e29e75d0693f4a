"""Calendars at an address: fetched when the user asks and never by themselves; their address is shown shortened.

A private calendar address is a password in itself: who has it reads the calendar. It is kept in the log, which only
the user can read, and is named nowhere else.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, BinaryIO, NamedTuple, cast
from urllib.parse import urlsplit

from hecht.core.errors import AddressError
from hecht.core.identity import hashed
from hecht.sources.contentlines import begins_with

if TYPE_CHECKING:
    from urllib.request import OpenerDirector

LARGEST = 64 * 1024 * 1024
"""Bytes of a calendar that are taken over the network."""
WAIT = 20
"""Seconds without an answer."""
LONGEST = 120
"""Seconds that one calendar may take as a whole."""
_PIECE = 1 << 16
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_MARK = 0xFFFF


class Fetched(NamedTuple):
    """What an address gave: a copy without a name, and its size."""

    opened: BinaryIO
    size: int


def is_address(text: str) -> bool:
    """Say whether what the user named is an address on the network rather than a path."""
    return text.strip().lower().startswith(("https://", "http://", "webcal://", "webcals://"))


def address_of(text: str) -> str:
    """Give an address as it is fetched, or AddressError: https, or http on this very machine; `webcal` means https."""
    plain = text.strip()
    scheme, _, rest = plain.partition("://")
    if scheme.lower() in ("webcal", "webcals"):
        plain = "https://" + rest
    try:
        parts = urlsplit(plain)
        usable = bool(parts.hostname) and not parts.username and (parts.port is None or parts.port > 0)
    except ValueError as error:
        raise AddressError(scheme + "://") from error
    if not usable or not plain.isascii() or any(letter.isspace() for letter in plain):
        raise AddressError(f"{scheme}://: not written as one")
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return plain
    raise AddressError(f"{shortened(plain)}: only https is read, so that nobody on the way can read along")


def shortened(address: str) -> str:
    """Give an address without what may be a secret: its host, and a mark by which two are told apart."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        host = ""
    return f"{address.partition('://')[0].lower()}://{host}/…{hashed('address', address) & _MARK:04x}"


@contextmanager
def fetched(address: str) -> Iterator[Fetched]:
    """Fetch a calendar into a copy without a name, or AddressError with what went wrong.

    No cookies, no other scheme after a redirect, at most 64 MB, and never longer than two minutes.
    """
    from http.client import HTTPException

    with TemporaryFile() as copy:
        try:
            size = _fetch(address, copy)
        except (OSError, HTTPException, ValueError) as error:
            raise AddressError(f"{shortened(address)}: {_cause(error)}") from error
        copy.seek(0)
        if not begins_with(copy.read(1024), "VCALENDAR"):
            raise AddressError(f"{shortened(address)}: what it gives is no calendar")
        copy.seek(0)
        yield Fetched(cast("BinaryIO", copy), size)


def _cause(error: Exception) -> str:
    """Say what went wrong without any address: the library's own words for a redirect name where it leads."""
    code = getattr(error, "code", 0)
    if code:
        return "it sends on to another scheme, or in circles" if code in range(300, 400) else f"it answers {code}"
    return str(getattr(error, "reason", error))


def _fetch(address: str, copy: IO[bytes]) -> int:
    from urllib.request import Request

    begun, size = time.monotonic(), 0
    asked = Request(address, headers={"User-Agent": "hecht", "Accept": "text/calendar, */*"})  # noqa: S310 - address_of
    with _opener().open(asked, timeout=WAIT) as answer:
        while piece := answer.read1(_PIECE):
            size += len(piece)
            if size > LARGEST:
                raise ValueError(f"larger than {LARGEST >> 20} MB")
            if time.monotonic() - begun > LONGEST:
                raise ValueError("it takes too long")
            copy.write(piece)
    return size


def _opener() -> "OpenerDirector":
    """Give an opener that knows http and https alone, and follows a redirect only to what may be asked for itself."""
    from urllib.error import HTTPError
    from urllib.request import (
        HTTPDefaultErrorHandler,
        HTTPErrorProcessor,
        HTTPHandler,
        HTTPRedirectHandler,
        HTTPSHandler,
        OpenerDirector,
        ProxyHandler,
    )

    class Redirect(HTTPRedirectHandler):
        def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
            if urlsplit(newurl).scheme != urlsplit(req.full_url).scheme:
                raise HTTPError(shortened(req.full_url), code, "it sends on to another scheme", headers, fp)
            address_of(newurl)
            return super().redirect_request(req, fp, code, msg, headers, newurl)

    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler(), HTTPDefaultErrorHandler(), HTTPErrorProcessor()):
        opener.add_handler(handler)
    opener.add_handler(Redirect())
    return opener
