"""What a participant of a collaboration tells: the days on which they had contact with each of the others, and nothing else."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any, BinaryIO, ClassVar

from hecht.core.cleaning import clean
from hecht.core.days import to_day
from hecht.core.errors import BadDateError, BadIdentifierError
from hecht.core.model import Cursor, Items, Reported, Unreadable
from hecht.core.signing import public_key, signed, verified
from hecht.sources.plain import identifier

SCHEMA = "hecht.share/1"
_LONGEST = 1 << 20
_MOST_DAYS = 20_000
"""Days of one pair that are believed: more than half a century of daily contact."""
_MOST_PAIRS = 1_000
_SHOWN = 60
"""Characters of what cannot be read that are said back: enough to find it by, too few to hold a message."""


class ShareSource:
    """A file that `hecht collaboration share` writes: a line that says whose it is, then a line for every other participant.

    Each line is JSON. The first has `schema`, `collaboration`, `from` (an identifier), and `until` (a day); the others have
    `with` (an identifier) and `days`. The last one may have `key` and `signature`, over every byte before it; of a file
    whose signature does not fit nothing is read in.
    """

    name: ClassVar[str] = "share"

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise the schema on the first line."""
        del name
        first = head.lstrip(b"\xef\xbb\xbf").partition(b"\n")[0]
        return first.startswith(b"{") and f'"{SCHEMA}"'.encode() in first

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield what is told of each pair; a line that cannot be read gives one Unreadable with its number."""
        del cursor
        ahead = now // 86_400 + 2  # anywhere on earth it is at most a day later than here
        raw = list(islice(iter(lambda: opened.readline(_LONGEST), b""), _MOST_PAIRS + 2))
        try:
            key = _key(raw)
        except _WRONG:
            yield Unreadable(len(raw), "the signature does not fit this file")
            return
        lines = _lines(raw[:-1] if key else raw)
        try:
            collaboration, reporter, until = _head(next(lines, ""), ahead)
        except _WRONG as error:
            yield Unreadable(1, clean(str(error), _SHOWN) or "not a file of hecht collaboration share")
            return
        for number, line in enumerate(lines, 2):
            if number > _MOST_PAIRS:
                yield Unreadable(number, "more people than a collaboration has")
                return
            if not line.strip():
                continue
            try:
                found = json.loads(line)
                other = _identifier(found["with"])
                days = _days(found["days"], until)
            except _WRONG as error:
                yield Unreadable(number, clean(str(error), _SHOWN) or "not a line of a shared file")
            else:
                yield Reported(collaboration, reporter, other, days, until, key)


_WRONG = (ValueError, KeyError, TypeError, RecursionError, BadDateError, BadIdentifierError)


def _lines(raw: Sequence[bytes]) -> Iterator[str]:
    return (line.decode("utf-8", "replace").lstrip("\ufeff") for line in raw)


def _key(raw: Sequence[bytes]) -> str:
    """Give the key that a file was signed with, or nothing when it was not.

    Raises:
        ValueError: it was signed, and the signature does not fit.
    """
    last = raw[-1] if raw else b""
    if b'"signature"' not in last:
        return ""
    found = json.loads(last)
    key, signature = str(found["key"]), str(found["signature"])
    if not verified(bytes.fromhex(key), b"".join(raw[:-1]), bytes.fromhex(signature)):
        raise ValueError
    return key.lower()


def _head(line: str, ahead: int) -> tuple[str, str, int]:
    found: dict[str, Any] = json.loads(line)
    if found["schema"] != SCHEMA:
        raise BadDateError(repr(found["schema"])[:40])
    until = to_day(date.fromisoformat(found["until"]))
    if until >= ahead:
        raise BadDateError("a last day that is yet to come")
    return clean(str(found["collaboration"]), 200), _identifier(found["from"]), until


def _identifier(text: object) -> str:
    if not isinstance(text, str):
        raise BadIdentifierError(repr(text)[:40])
    plain = text.strip()
    scheme = plain.partition(":")[0]
    return (
        plain if scheme not in ("mailto", "tel") and ":" in plain and clean(plain, 254) == plain else identifier(plain)
    )


def _days(listed: object, until: int) -> tuple[int, ...]:
    if not isinstance(listed, list) or len(listed) > _MOST_DAYS:
        raise BadDateError("days")
    days = {to_day(date.fromisoformat(one)) for one in listed}
    if any(day > until or day < 0 for day in days):
        raise BadDateError("a day after the last day of the file, or before 1970")
    return tuple(sorted(days))


def written(
    collaboration: str, reporter: str, until: int, pairs: list[tuple[str, list[str]]], seed: bytes = b""
) -> str:
    """Give the text of such a file; `until` is a day, `pairs` are identifiers with days in ISO. With a seed it is signed."""
    head = {
        "schema": SCHEMA,
        "collaboration": collaboration,
        "from": reporter,
        "until": date.fromordinal(until + date(1970, 1, 1).toordinal()).isoformat(),
    }
    rows = [{"with": other, "days": days} for other, days in pairs]
    told = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in (head, *rows))
    if not seed:
        return told
    signature = {"key": public_key(seed).hex(), "signature": signed(seed, told.encode()).hex()}
    return f"{told}{json.dumps(signature)}\n"
