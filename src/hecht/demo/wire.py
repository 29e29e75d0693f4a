"""Writes a letter as the bytes of a mail: headers, encodings, parts."""

import base64
import binascii
import datetime as dt
import quopri
import string
import zlib

from hecht.demo import clock, quoted
from hecht.demo.letters import Letter, Mailbox
from hecht.demo.world import ME

_SAFE = {ord(char): char for char in string.ascii_letters + string.digits} | {ord(" "): "_"}
_SPECIALS = set('()<>@,;:\\".[]')
# Characters of an encoded word; the standard allows 75.
_WORD = 70
MX = "mx.waterschap-veenstroom.example"


def encoded(text: str, charset: str = "utf-8", *, q: bool = True) -> str:
    """A header text as encoded words (RFC 2047) where it needs them."""
    if text.isascii():
        return text
    words = []
    piece = ""
    for char in text:
        if len(_word(piece + char, charset, q=q)) > _WORD:
            words.append(_word(piece, charset, q=q))
            piece = ""
        piece += char
    return "\n ".join([*words, _word(piece, charset, q=q)])


def _word(text: str, charset: str, *, q: bool) -> str:
    data = text.encode(charset)
    if not q:
        return f"=?{charset.upper()}?B?{base64.b64encode(data).decode()}?="
    safe = "".join(_SAFE.get(byte, f"={byte:02X}") for byte in data)
    return f"=?{charset.upper()}?Q?{safe}?="


def _charset(letter: Letter, text: str) -> str:
    if not letter.form.startswith("latin1"):
        return "utf-8"
    try:
        text.encode("iso-8859-1")
    except UnicodeEncodeError:
        return "utf-8"
    return "iso-8859-1"


def address(box: Mailbox, charset: str = "utf-8", *, q: bool = True) -> str:
    """A name and address as in a header."""
    name = encoded(box.name, charset, q=q)
    if box.name.isascii() and _SPECIALS & set(box.name):
        name = f'"{box.name}"'
    return f"{name} <{box.address}>" if name else box.address


def _people(letter: Letter, boxes: tuple[Mailbox, ...]) -> str:
    q = letter.form != "html-b64"
    texts = (address(box, _charset(letter, box.name), q=q) for box in boxes)
    return ",\n ".join(texts)


def _transfer(data: bytes, how: str) -> bytes:
    if how == "b64":
        return base64.encodebytes(data)
    if how == "8bit":
        return data
    return quopri.encodestring(data)


_NAMES = {"qp": "quoted-printable", "b64": "base64", "8bit": "8bit"}


def _content(text: str, kind: str, charset: str, how: str) -> bytes:
    head = f'Content-Type: text/{kind}; charset="{charset}"\nContent-Transfer-Encoding: {_NAMES[how]}\n\n'
    return head.encode() + _transfer(text.encode(charset), how)


def _received(letter: Letter, reader: str) -> list[tuple[str, str]]:
    domain = letter.sender.address.partition("@")[2]
    crc = zlib.crc32(letter.message_id.encode())
    arrived = letter.moment + dt.timedelta(seconds=2 + crc % 9)
    host = f"mail.{domain} ([192.0.2.{zlib.crc32(domain.encode()) % 250 + 1}])"
    trace = f"from {host}\n\tby {MX} with ESMTPS id {crc:08x}\n\tfor <{reader}>; "
    lines = [
        ("Return-Path", f"<{letter.sender.address}>"),
        ("Delivered-To", reader),
        ("Received", trace + clock.mail_date(arrived)),
    ]
    if not any(name == "Authentication-Results" for name, _ in letter.headers):
        verdict = f"spf=pass smtp.mailfrom={domain};\n\tdkim=pass header.d={domain}; dmarc=pass"
        lines.append(("Authentication-Results", f"{MX};\n\t{verdict}"))
    return lines


def _headers(letter: Letter) -> list[tuple[str, str]]:
    q = letter.form != "html-b64"
    found: list[tuple[str, str]] = []
    if not letter.mine or any(name == "List-Id" for name, _ in letter.headers):
        readers = [box.address for box in (*letter.to, *letter.cc) if box.address in ME]
        found += _received(letter, readers[0] if readers else ME[0])
    found += [
        ("From", _people(letter, (letter.sender,))),
        ("To", _people(letter, letter.to)),
    ]
    if letter.cc:
        found.append(("Cc", _people(letter, letter.cc)))
    found += [
        ("Subject", encoded(letter.subject, _charset(letter, letter.subject), q=q)),
        ("Date", clock.mail_date(letter.moment)),
        ("Message-ID", letter.message_id),
    ]
    if letter.references:
        found.append(("In-Reply-To", letter.references[-1]))
        found.append(("References", "\n ".join(letter.references)))
    if letter.quoting == "outlook" or letter.form == "html-b64":
        language = "en-GB" if letter.sender.address.endswith("harrowmere.example") else "nl-NL"
        found.append(("Content-Language", language))
    return [*found, *letter.headers, ("MIME-Version", "1.0")]


def message(letter: Letter) -> bytes:
    """The whole mail, lines ending in a bare line feed as in an mbox file."""
    head = "".join(f"{name}: {value}\n" for name, value in _headers(letter)).encode()
    text = quoted.plain(letter)
    form, _, how = letter.form.rpartition("-")
    if form != "html":
        return head + _content(text, "plain", _charset(letter, text), how)
    mark = f"_000_{binascii.crc32(letter.message_id.encode()):08X}_"
    return b"".join(
        (
            head,
            f'Content-Type: multipart/alternative;\n\tboundary="{mark}"\n\n'.encode(),
            f"--{mark}\n".encode(),
            _content(text, "plain", "utf-8", how),
            f"\n--{mark}\n".encode(),
            _content(quoted.rich(letter), "html", "utf-8", how),
            f"\n--{mark}--\n".encode(),
        )
    )
