"""The text of a mail's body: the first plain text, else that of the HTML; read once for its tone and forgotten."""

import re
from binascii import Error as Base64Error
from binascii import a2b_base64, a2b_qp

from fast_mail_parser import ParseError, parse_email

from hecht.core.quoting import LIMIT, html_text
from hecht.sources.headers import charset_text, fields, split

BODY = 262_144
"""Bytes of a body that are read; attachments behind it are not looked at."""

_CHARSET = re.compile(rb"charset\s*=\s*\"?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_BOUNDARY = re.compile(rb"boundary\s*=\s*(?:\"([^\"\r\n]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE)
_DEEPEST = 8
_MOST_PARTS = 40


def text_of(raw: bytes, begin: int, found: dict[bytes, list[bytes]]) -> str:
    """Give the text of a message; nothing when there is none or it cannot be read.

    `found` holds the message's header fields, and its body starts at `begin`. Plain text is decoded here; anything out of the ordinary goes
    to the parser of a library.
    """
    body = raw[begin : begin + BODY]
    if not body:
        return ""
    kind = found.get(b"content-type", [b""])[0]
    plain = not kind or kind[:10].lower() == b"text/plain"
    text = _decoded(body, found) if plain else _first_plain(body, kind)
    return text if text is not None else _parsed(raw[: begin + BODY])


def _first_plain(body: bytes, kind: bytes, depth: int = 0) -> str | None:
    """Give the first plain text part that is no attachment, or None when there is no such part to be seen."""
    mark = b"--" + _boundary(kind)
    at = body.find(mark)
    if len(mark) <= len(b"--") or depth > _DEEPEST:
        return None
    for _ in range(_MOST_PARTS):
        begin = body.find(b"\n", at) + 1
        after = body.find(b"\n" + mark, begin)
        part = body[begin : after if after >= 0 else len(body)] if begin else b""
        head, at_content = split(part)
        own = fields(head)
        inner = own.get(b"content-type", [b"text/plain"])[0]
        text = None
        if inner[:10].lower() == b"multipart/":
            text = _first_plain(part[at_content:], inner, depth + 1)
        elif inner[:10].lower() == b"text/plain" and b"content-disposition: attachment" not in head.lower():
            text = _decoded(part[at_content:], own)
        if text is not None or after < 0:
            return text
        at = after + 1
    return None


def cut_off(raw: bytes) -> bool:
    """Say whether a message of parts ends without the line that closes them (RFC 2046, 5.1.1), as in a file that is not whole."""
    head, begin = split(raw)
    kind = fields(head).get(b"content-type", [b""])[0]
    mark = _boundary(kind) if kind[:10].lower() == b"multipart/" else b""
    return bool(mark) and raw.rfind(b"--" + mark + b"--", begin) < 0


def _boundary(kind: bytes) -> bytes:
    match = _BOUNDARY.search(kind)
    return (match[1] or match[2]) if match else b""


def _decoded(content: bytes, found: dict[bytes, list[bytes]]) -> str | None:
    """Undo the transfer encoding and charset of a part; None when that is for the library."""
    coding = found.get(b"content-transfer-encoding", [b""])[0].lower()
    if coding == b"quoted-printable":
        content = a2b_qp(content)
    elif coding == b"base64":
        try:
            content = a2b_base64(content)
        except Base64Error:
            return None
    elif coding not in (b"", b"7bit", b"8bit", b"binary"):
        return None
    charset = _CHARSET.search(found.get(b"content-type", [b""])[0])
    return charset_text(content[: 4 * LIMIT], charset[1].decode() if charset else "")


def _parsed(raw: bytes) -> str:
    try:
        mail = parse_email(raw)
    except ParseError:
        return ""
    plain = next((text for text in mail.text_plain if text.strip()), "")
    return plain or next((html_text(html) for html in mail.text_html if html.strip()), "")
