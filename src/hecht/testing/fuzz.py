"""Files as nobody writes them: seeded mutations of real ones, and what every source still has to keep to.

for data in mutations(seeds, 300, seed=1):
    trouble = broken_rules(sources, data, name, now)
"""

import io
import random
import re
from collections.abc import Iterator, Sequence

from hecht.core.days import MAIL_AHEAD, MEETING_AHEAD
from hecht.core.model import Card, Channel, Interaction, Item, LeftOut
from hecht.sources import Source

_TOKENS = (
    b"\r\n", b"\n\n", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b[31m", "\u202e".encode(), b'"', b"<", b">", b",", b";", b":", b"\\",
    b"=?utf-8?b?", b"=?utf-8?q?=41?=", b"=?x?q?a?=", b"\nFrom a@b Mon Jan  6 10:00:00 2025\n", b"\nFrom: x@y.nl\n", b"\nTo: \n",
    b"a" * 5_000, b" " * 5_000, b"\n" * 2_000, b"[" * 3_000, b"{" * 3_000, b"@" * 300, b"=" * 300, b"(" * 300,
    b"\nBEGIN:VEVENT\n", b"\nEND:VEVENT\n", b"\nBEGIN:VCARD\n", b"\nRRULE:FREQ=SECONDLY\n", b"\nRRULE:FREQ=YEARLY;BYDAY=5MO,-5SU\n",
    b"\nDTSTART:99991231T235959Z\n", b"\nDTSTART;TZID=Mars:20260101T000000\n", b"\nEXDATE:20260101\n", b"\nTRIGGER:-P1D\n",
    b"\nContent-Type: multipart/mixed; boundary=x\n", b"\n--x\n", b"\nContent-Transfer-Encoding: base64\n", b"\nDate: 32 Foo 9999\n",
    b"9" * 400, b"-1", b"1e999", b"NaN", b"null", b"true", b'"\\ud800"', b"2026-02-30", b"00000", b"T25:61:61",
    b"13-11-2025 09:15 - Anna: ", b"[13/11/2025, 09:15:00] ", b"&#x0;", b"&lt;", b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
)  # fmt: skip
_IDENTIFIER = re.compile(r"[a-z]+:[^\s\x00-\x1f\x7f](?:[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f])?")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST = 1_000


def mutations(seeds: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """Yield mutated copies of some files: bytes flipped, pieces cut, doubled, moved, put in, or taken from another file."""
    chance = random.Random(seed)
    for _ in range(count):
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.choice((1, 1, 2, 3, 8))):
            _mutate(data, chance, seeds)
        yield bytes(data)


def _mutate(data: bytearray, chance: random.Random, seeds: Sequence[bytes]) -> None:
    at = chance.randrange(len(data) + 1)
    until = min(len(data), at + chance.choice((1, 2, 10, 100, 1_000)))
    kind = chance.randrange(7)
    if kind == 0 and at < len(data):
        data[at] = chance.randrange(256)
    elif kind == 1:
        del data[at:until]
    elif kind == 2:
        data[at:at] = data[at:until] * chance.choice((1, 2, 20))
    elif kind == 3:
        piece = bytes(data[at:until])
        del data[at:until]
        place = chance.randrange(len(data) + 1)
        data[place:place] = piece
    elif kind == 4:
        other = chance.choice(seeds)
        start = chance.randrange(len(other) + 1)
        data[at:until] = other[start : start + chance.choice((10, 100, 1_000))]
    elif kind == 5:
        del data[at:]
    else:
        data[at:at] = chance.choice(_TOKENS)


def broken_rules(sources: Sequence[Source], data: bytes, name: str, now: int) -> list[str]:
    """Read a file as intake does, with the first source that knows it; gives what that source did that it may not do."""
    try:
        source = next((one for one in sources if one.identify(data[:4_096], name)), None)
        if source is None:
            return []
        return [
            f"{source.name}: {said}" for item in source.extract(io.BytesIO(data), now) if (said := _broken(item, now))
        ]
    except Exception as error:  # noqa: BLE001 - whatever comes out of a source is what is looked for
        return [f"raised {type(error).__name__}: {error}"]


def _broken(item: Item, now: int) -> str:
    if isinstance(item, Interaction):
        ahead = MEETING_AHEAD if item.channel in (Channel.MEETING, Channel.VISIT) else MAIL_AHEAD
        if not 0 <= item.seconds <= now + ahead:
            return f"dated {item.seconds}"
        texts = [item.title, item.language, *(one.name for one in item.participants)]
        identifiers = [one.identifier for one in item.participants]
        if len(set(identifiers)) != len(identifiers) or len(identifiers) < 2:
            return f"people {identifiers}"
    elif isinstance(item, Card):
        texts, identifiers = [item.name, item.organisation, item.position], list(item.identifiers)
    elif isinstance(item, LeftOut) and item.sighting:
        texts, identifiers = [item.sighting.name, item.sighting.place], [item.sighting.identifier]
    else:
        return ""
    odd = [one for one in identifiers if not _IDENTIFIER.fullmatch(one) or len(one) > _LONGEST or _UNSEEN.search(one)]
    odd += [one for one in texts if _UNSEEN.search(one) or len(one) > _LONGEST]
    return f"holds {odd[0]!r}"[:200] if odd else ""
