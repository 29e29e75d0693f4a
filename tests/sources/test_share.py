"""What a participant tells of a collaboration: a file of days with each of the others."""

import json
from typing import ClassVar

from hypothesis import given
from hypothesis import strategies as st

from hecht.core.days import to_date
from hecht.core.model import Reported, Unreadable
from hecht.core.signing import public_key
from hecht.sources import Source
from hecht.sources.share import ShareSource, written
from hecht.testing import SourceContract

HEAD = {"schema": "hecht.share/1", "collaboration": "Dijk", "from": "mailto:ann@example.org", "until": "2026-01-02"}


def lines(*rows: object) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in (HEAD, *rows)).encode()


BOB = {"with": "mailto:bob@example.org", "days": ["2026-01-02", "2026-01-01"]}
LIZ = {"with": "tel:+31612345678", "days": [], "note": "aardvark"}


class TestShare(SourceContract):
    names: ClassVar = ("rietdelta.jsonl", "anything")
    data: ClassVar = lines(BOB, LIZ)
    marks: ClassVar = ("aardvark",)
    broken: ClassVar = lines(BOB, {"with": "mailto:bob@example.org", "days": ["2026-02-01"]}, LIZ)
    broken_at: ClassVar = 3
    rest: ClassVar = lines(BOB, LIZ)

    def source(self) -> Source:
        return ShareSource()


def read(data: bytes) -> list[object]:
    return TestShare().read(data)  # type: ignore[return-value]


def test_days_are_told_in_order_and_up_to_the_last_day() -> None:
    assert read(lines(BOB)) == [
        Reported("Dijk", "mailto:ann@example.org", "mailto:bob@example.org", (20454, 20455), 20455)  # days since 1970
    ]


def test_a_file_without_a_head_is_unreadable() -> None:
    for data in (b"", b"{}", b"[]\n", json.dumps({**HEAD, "until": "soon"}).encode(), json.dumps(BOB).encode()):
        (only,) = read(data)
        assert isinstance(only, Unreadable)
        assert only.offset == 1


@given(
    st.dictionaries(
        st.sampled_from(["mailto:a@example.org", "mailto:b@example.org", "tel:+31612345678", "slack:U012AB"]),
        st.sets(st.integers(0, 20455), max_size=5),
    )
)
def test_what_is_written_is_read(pairs: dict[str, set[int]]) -> None:
    listed = [(one, [to_date(day).isoformat() for day in sorted(days)]) for one, days in pairs.items()]
    text = written("Dijk", "mailto:ann@example.org", 20455, listed)
    assert read(text.encode()) == [
        Reported("Dijk", "mailto:ann@example.org", one, tuple(sorted(days)), 20455) for one, days in pairs.items()
    ]


@given(st.binary(max_size=300))
def test_nothing_makes_it_raise(tail: bytes) -> None:
    read(json.dumps(HEAD).encode() + b"\n" + tail)
    read(tail)


SEED = bytes(range(32))


def test_a_signed_file_tells_with_its_key_and_nothing_when_a_byte_of_it_was_changed() -> None:
    pairs = [("mailto:bob@example.org", ["2026-01-01", "2026-01-02"]), ("tel:+31612345678", [])]
    text = written("Dijk", "mailto:ann@example.org", 20455, pairs, SEED)
    found = [one for one in read(text.encode()) if isinstance(one, Reported)]
    assert [one.key for one in found] == [public_key(SEED).hex()] * 2
    for old, new in (("2026-01-01", "2026-01-02"), ("bob", "liz"), ('"signature": "', '"signature": "00')):
        (only,) = read(text.replace(old, new, 1).encode())
        assert isinstance(only, Unreadable)
    bare = text.rpartition('{"key"')[0]
    assert [one.key for one in read(bare.encode()) if isinstance(one, Reported)] == ["", ""]
