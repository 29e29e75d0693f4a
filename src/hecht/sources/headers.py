"""Mail headers read from raw bytes: fields, addresses, encoded words and dates, fast for the usual and safe for the odd."""

import re
from binascii import Error as Base64Error
from binascii import a2b_base64, a2b_qp
from datetime import date
from email.utils import getaddresses, mktime_tz, parsedate_tz
from functools import lru_cache
from inspect import signature

from hecht.core.cleaning import clean
from hecht.core.days import DAY, EPOCH
from hecht.core.errors import BadDateError, BadIdentifierError
from hecht.core.identity import mailto

MOST = 262_144
"""Bytes of a header block that are read; real ones stay below a tenth of it."""

_NAMES = frozenset(
    b"from to cc sender date subject message-id in-reply-to references delivered-to list-id list-unsubscribe list-post "
    b"x-mailing-list mailing-list precedence auto-submitted return-path content-type content-transfer-encoding x-gmail-labels "
    b"x-mozilla-status x-mozilla-draft-info x-spam-flag x-autoreply authentication-results mime-version".split()
)
"""The fields that anything is read from, and one by which mail is recognised."""
_FIELD = re.compile(rb"\n(?!Received|ARC-|X-MS-|DKIM-|X-Google-)([A-Za-z-]+):([^\n]*(?:\n[ \t][^\n]*)*)")
"""A field with its folded lines; not what servers add in bulk, which is half of a modern header block."""
_BLANK = re.compile(rb"\n[ \t]*\r?\n")
_SPACED = re.compile(rb"^([A-Za-z-]{1,60})[ \t]{1,8}:", re.MULTILINE)
_ENCODED = re.compile(r"=\?([A-Za-z0-9_.:()-]{1,40})(?:\*[A-Za-z-]{1,20})?\?([bBqQ])\?([^?\n]{0,4000})\?=(\s+(?==\?))?")
_AT = re.compile(r"([^\s<>\"(),;:]{1,64}) at ([\w-]{1,63}(?:\.[\w-]{1,63})+)")
_USUAL = re.compile(
    r"\s*(?:(?:\"([^\"\\]*)\"|([^\"<>,;:()@\\\[\]]*))\s*<\s*([^<>\s,;]+)\s*>|([^\s\"<>,;:()\\]+@[^\s\"<>,;:()\\]+))\s*(?:,|$)"
)
_DATE = re.compile(
    rb"(?:[A-Za-z]{3},?[ \t]+)?(\d{1,2})[ \t]+([A-Za-z]{3})[ \t]+(\d{4})[ \t]+(\d\d):(\d\d)(?::(\d\d))?[ \t]+([+-])(\d\d)(\d\d)(?:[ \t]|$)"
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        (b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"), 1
    )
}
_NAME_LENGTH = 120
_LONGEST_FIELD = 65_536


def fields(block: bytes) -> dict[bytes, list[bytes]]:
    """Give the fields of a header block that matter, by lower-case name, in order, unfolded but not decoded."""
    text = block[:MOST]
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n")
    found: dict[bytes, list[bytes]] = {}
    for written, value in _FIELD.findall(b"\n" + text):
        name = written.lower()
        if name in _NAMES:
            found.setdefault(name, []).append(value.replace(b"\n", b"").strip())
    if b"from" not in found and _SPACED.search(text):
        return fields(_SPACED.sub(rb"\1:", text))  # "From : ...", which old programs wrote
    return found


def split(raw: bytes) -> tuple[bytes, int]:
    """Give the header block of a message and where its body begins; without a blank line all is header.

    A line of nothing but white space ends the headers too: else the body after it would be read as a header.
    """
    blank = _BLANK.search(raw, 0, MOST)
    if blank:
        return raw[: blank.start() + 1], blank.end()
    block = raw[:MOST]
    return block, len(block)


def decoded(raw: bytes) -> str:
    """Give the text of raw header bytes: UTF-8, else Latin-1; never fails."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def words(text: str) -> str:
    """Decode encoded words (RFC 2047) wherever they stand; what cannot be decoded stays as it is.

    To be applied to names and subjects only, after addresses have been split: an encoded word must never
    become an address.
    """
    if "=?" not in text:
        return text
    joined: list[tuple[str, bytes] | str] = []
    at = 0
    for match in _ENCODED.finditer(text):
        if match.start() > at:
            joined.append(text[at : match.start()])
        at = match.end()
        charset, how, content = match[1].lower(), match[2].lower(), match[3]
        try:
            raw = (
                a2b_base64(content + "=" * (-len(content) % 4)) if how == "b" else a2b_qp(content.encode(), header=True)
            )
        except (Base64Error, ValueError):
            joined.append(match[0])
            continue
        last = joined[-1] if joined else ""
        if isinstance(last, tuple) and last[0] == charset:  # a character may be cut in two by the writer
            joined[-1] = (charset, last[1] + raw)
        else:
            joined.append((charset, raw))
    joined.append(text[at:])
    return "".join(part if isinstance(part, str) else charset_text(part[1], part[0]) for part in joined)


def charset_text(raw: bytes, charset: str) -> str:
    """Decode bytes in a charset that may be wrong or unknown: then UTF-8, then Latin-1."""
    try:
        return raw.decode(charset or "utf-8")
    except (LookupError, ValueError):
        return decoded(raw)


@lru_cache(maxsize=16_384)
def addresses(raw: bytes) -> tuple[tuple[str, str], ...]:
    """Give (identifier, name) of every usable address of a From, To or Cc field, in order, without doubles.

    Addresses are split before encoded words are decoded. Addresses of groups count, groups themselves and
    unusable addresses fall away.
    """
    text = decoded(raw[:_LONGEST_FIELD])
    if "  " in text or "\t" in text:
        text = " ".join(text.split())  # runs of white space would make the pattern below slow
    if "@" not in text:  # as public archives write it: "jan at example.nl (Jan Jansen)"
        text = _AT.sub(r"\1@\2", text)
    pairs: list[tuple[str, str]] = []
    at, end = 0, len(text)
    while at < end:
        match = _USUAL.match(text, at)
        if not match:
            pairs = _odd_addresses(text)
            break
        pairs.append((match[1] or match[2] or "", match[3] or match[4]))
        at = match.end()
    found: dict[str, str] = {}
    for name, address in pairs:
        try:
            identifier = mailto(address)
        except BadIdentifierError:
            continue
        shown = clean(words(name).strip().strip("'\""), _NAME_LENGTH)
        if not found.get(identifier):
            found[identifier] = "" if "@" in shown and shown.lower() == identifier.removeprefix("mailto:") else shown
    return tuple(found.items())


def _odd_addresses(text: str) -> list[tuple[str, str]]:
    """Split what the usual form does not fit (comments, groups, stray quotes) with the standard library."""
    lenient = {"strict": False} if "strict" in signature(getaddresses).parameters else {}
    return [(name, address) for name, address in getaddresses([text], **lenient) if address]


def sent_at(raw: bytes) -> int:
    """Give the unix seconds of a Date field, or BadDateError; a date without a zone is read as UTC."""
    match = _DATE.match(raw.strip())
    if match:
        day, month, year, hour, minute, second, sign, zone_hours, zone_minutes = match.groups()
        try:
            days = date(int(year), _MONTHS[month.lower()], int(day)).toordinal() - EPOCH.toordinal()
        except (KeyError, ValueError) as error:
            raise BadDateError(repr(decoded(raw)[:60])) from error
        offset = (int(zone_hours) * 60 + int(zone_minutes)) * (60 if sign == b"+" else -60)
        seconds = days * 86_400 + int(hour) * 3_600 + int(minute) * 60 + int(second or 0) - offset
        if abs(offset) <= DAY and int(hour) < 24 and int(minute) < 60:  # noqa: PLR2004 - what a clock can show
            return seconds
    try:
        parts = parsedate_tz(decoded(raw))
        if parts is None:
            raise BadDateError(repr(decoded(raw)[:60]))
        return int(mktime_tz(parts))
    except (ValueError, OverflowError, TypeError, IndexError) as error:
        raise BadDateError(repr(decoded(raw)[:60])) from error
