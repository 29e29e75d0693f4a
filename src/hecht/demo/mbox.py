"""Puts mails into an mbox file (the mboxrd kind: every From at the start of a line is escaped)."""

import datetime as dt
import re
from collections.abc import Iterable

from hecht.demo import clock

_FROM = re.compile(rb"^(>*From )", re.MULTILINE)


def pack(mails: Iterable[tuple[dt.datetime, str, bytes]]) -> bytes:
    """The bytes of a file; each mail comes as moment, envelope sender and bytes."""
    parts = []
    for moment, sender, mail in mails:
        parts.append(f"From {sender} {clock.asctime(moment)}\n".encode())
        parts.append(_FROM.sub(rb">\1", mail).rstrip(b"\n"))
        parts.append(b"\n\n")
    return b"".join(parts)
